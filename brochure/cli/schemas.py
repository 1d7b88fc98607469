"""`brochure schema`: JSON Schemas of every kind of file in `content/`, made from the classes that read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.content.shelves import FOLDERS, LISTS
from brochure.content.written_in import OVERRIDES
from brochure.diagnostics import message
from brochure.edition.edition import GROUP, Edition
from brochure.pages import PAGE_TYPES
from brochure.pages.groups import KINDS
from brochure.source.edits import Manuscript
from brochure.source.files import write_safely
from brochure.source.schema import DIALECT, list_of, override_of, schema_of
from brochure.theme.orders import ThemeOrder

FOLDER = "schemas"
SIGN = "# yaml-language-server: $schema="
"""What tells an editor's YAML language server which schema a file follows; it stands in the file's first line."""


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its file's name: one for each list and each folder of `content/`, and one for their overrides."""
    found = {f"{kind}.json": list_of(kind, schema_of(model)) for kind, model in LISTS.items()}
    found |= {f"{kind}.json": schema_of(model) for kind, model in FOLDERS.items()}
    found |= {f"{OVERRIDES}-{kind}.json": list_of(kind, override_of(model)) for kind, model in LISTS.items()}
    found |= {f"{OVERRIDES}-{kind}.json": override_of(model) for kind, model in FOLDERS.items()}
    found |= {"editions.json": _edition(), "themes.json": schema_of(ThemeOrder)}
    return {name: {"$schema": DIALECT, **schema} for name, schema in sorted(found.items())}


def _edition() -> dict[str, Any]:
    """An edition, each of whose pages follows the schema of its own type."""
    edition = schema_of(Edition)
    definitions: dict[str, Any] = edition.setdefault("definitions", {})
    rules: list[dict[str, Any]] = []
    for name, page_type in sorted(PAGE_TYPES.items()):
        page = schema_of(page_type.content)
        definitions |= page.pop("definitions", {})
        definitions[f"page-{name}"] = page
        rules.append(
            {
                "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
                "then": {"$ref": f"#/definitions/page-{name}"},
            }
        )
    types = {"type": {"enum": sorted(PAGE_TYPES)}}
    definitions["page"] = {"type": "object", "required": ["id", "type"], "properties": types, "allOf": rules}
    records = {
        GROUP: {"enum": list(KINDS)},
        "where": {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}},
        "order_by": {"type": "string"},
    }
    group = {
        **records,
        "pages": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/page"}},
    }
    definitions["group"] = {
        "type": "object",
        "required": [GROUP, "pages"],
        "properties": group,
        "additionalProperties": False,
    }
    entry = {
        "if": {"required": [GROUP]},
        "then": {"$ref": "#/definitions/group"},
        "else": {"$ref": "#/definitions/page"},
    }
    edition["properties"] |= records
    edition["properties"]["pages"] = {"type": "array", "minItems": 1, "items": entry}
    edition["definitions"] = dict(sorted(definitions.items()))
    return edition


def as_file(schema: dict[str, Any]) -> bytes:
    """A schema as its file holds it."""
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def write_schemas(console: Console) -> None:
    """Write the schemas into the project's `schemas/`, and the line that names them into files that have none."""
    here = Path.cwd()
    for name, schema in schemas().items():
        path = console.root / FOLDER / name
        data = as_file(schema)
        if not path.is_file() or path.read_bytes() != data:
            write_safely(path, data)
            console.result(readable_path(path, here))
    for path in _files(console.root):
        if mark(path, console.root):
            console.result(readable_path(path, here))
    console.say(message("editors with a YAML language server now complete keys and mark mistakes"))


def _files(root: Path) -> list[Path]:
    """The files of content that follow a schema."""
    content = root / "content"
    lists = [content / f"{kind}.yaml" for kind in LISTS]
    inner = [path for folder in (*FOLDERS, "editions", "themes") for path in sorted((content / folder).glob("*.yaml"))]
    known = schemas()
    parts = [path for path in sorted((content / OVERRIDES).glob("*/**/*.yaml")) if _schema_name(path, root) in known]
    return [path for path in (*lists, *inner, *parts) if path.is_file()]


def schema_line(path: Path, root: Path) -> str:
    """The line that names the schema of a file of content."""
    steps = len(path.relative_to(root / "content").parts)
    return f"{SIGN}{'../' * steps}{FOLDER}/{_schema_name(path, root)}"


def _schema_name(path: Path, root: Path) -> str:
    """The schema's file."""
    inside = path.relative_to(root / "content")
    is_override = inside.parts[0] == OVERRIDES and len(inside.parts) > 2
    kind = inside.parts[2 if is_override else 0].removesuffix(".yaml")
    kind = f"{OVERRIDES}-{kind}" if is_override else kind
    return f"{kind}.json"


def mark(path: Path, root: Path) -> bool:
    """Put the line that names its schema at the head of a file that has none; whether it was put there."""
    manuscript = Manuscript.read(path)
    if SIGN in manuscript.text:
        return False
    edit = manuscript.lines_put_in(0, [schema_line(path, root)])
    manuscript.applied([edit]).write(path)
    return True
