"""Reads the edition files of a project: `content/editions/*.yaml`, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from brochure.diagnostics import Report, error, message, warning
from brochure.edition.edition import GROUP, Edition
from brochure.languages import LANGUAGES
from brochure.source.nodes import MappingNode, ScalarNode, SequenceNode, first_place
from brochure.source.reader import read_document
from brochure.source.validate import validate

FOLDER = "content/editions/"
"""Where edition files lie, named from the project's root."""


def read_editions(root: Path, report: Report) -> tuple[Edition, ...]:
    """Every edition that could be read; all that is wrong in all files goes to the report."""
    folder = root / "content" / "editions"
    paths = sorted(folder.glob("*.yaml"), key=lambda path: path.stem)
    if not paths:
        what = message("there is no edition: {folder} holds no .yaml file", folder="content/editions")
        report.add(error("edition.none", what, None, message("an edition file orders the pages of a booklet")))
    found = (_read(path, path.relative_to(root).as_posix(), report) for path in paths)
    return tuple(edition for edition in found if edition is not None)


def _read(path: Path, name: str, report: Report) -> Edition | None:
    node = read_document(path, name, report)
    if node is None:
        return None
    _check_pages(node, report)
    edition_id = node.text("id") if isinstance(node, MappingNode) else ""
    edition = validate(Edition, node, report, key=f"editions.{edition_id}")
    if edition and edition.id != path.stem:
        what = message("the edition’s id “{id}” is not the file’s name", id=edition.id)
        report.add(error("edition.name", what, edition.place_of("id"), message("write “id: {stem}”", stem=path.stem)))
    if edition and edition.shares_plates and not edition.sharing(edition.languages[0]):
        what = message("an edition of one file has nobody to share its plates with")
        cure = message("strike “shares_plates”, or make a file of each language (without “mode”)")
        report.add(warning("edition.shares-with-none", what, edition.place_of("shares_plates"), cure))
    return edition


def check_languages(editions: Iterable[Edition], report: Report) -> None:
    """A finding for every language an edition orders that there is none of."""
    for edition in editions:
        for index, language in enumerate(edition.languages):
            if language not in LANGUAGES:
                what = message("there is no language “{name}”", name=language)
                known = message("known are: {known}", known=", ".join(LANGUAGES))
                report.add(error("edition.language", what, edition.place_of("languages", index), known))


def _check_pages(node: MappingNode | SequenceNode | ScalarNode, report: Report) -> None:
    """What every page needs before its page type can read it: to be a mapping with a type and an id."""
    pages = node.get("pages") if isinstance(node, MappingNode) else None
    if not isinstance(pages, SequenceNode):
        return
    for page in pages.items:
        if not isinstance(page, MappingNode):
            what = message("a page is a mapping: lines of “key: value” after the dash")
            report.add(
                error("edition.page", what, first_place(page), message("write “- id: …” and “type: …” under it"))
            )
            continue
        if page.get(GROUP) is not None:
            _check_pages(page, report)
            continue
        for key in ("id", "type"):
            if not page.text(key):
                what = message("a page needs “{key}”", key=key)
                cure = message("add a line “{key}: …” with the same indent", key=key)
                report.add(error("content.missing-key", what, first_place(page), cure))
