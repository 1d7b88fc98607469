"""`brochure new project · city · story · edition · language`: files that build at once, to be filled in."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from msgspec.structs import replace

from brochure.cli import scaffolds
from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.content.ageing import aged
from brochure.content.booklet import read_booklet
from brochure.content.dates import PartialDate
from brochure.content.identity import checked_id
from brochure.diagnostics import Report, UsageError, error, message
from brochure.edition.edition import Edition
from brochure.edition.reader import read_editions
from brochure.languages import LANGUAGES, SOURCE_LANGUAGE
from brochure.source.edits import Edit, Manuscript, scalar
from brochure.source.files import write_safely
from brochure.source.model import Refused
from brochure.translation.catalogs import catalog_name
from brochure.translation.copying import with_copies
from brochure.translation.po import read_po


def new(options: Options, console: Console, report: Report) -> None:
    """Write what is asked for; nothing that is there already is written over."""
    name = options.name
    if options.action == "language":
        _language(name, options, console, report)
        return
    if options.action == "project":
        _project(Path(name), options.title, console)
        return
    _check(name)
    root = console.root
    if options.action == "city":
        _write(root / f"content/cities/{name}.yaml", scaffolds.city(name, options.title or name), console)
    elif options.action == "story":
        _write(root / f"content/stories/{name}.yaml", scaffolds.story(name, options.title or name), console)
    else:
        _edition(name, options, console, report)


def _check(name: str) -> None:
    """Refuse a name that cannot be an id. Raises UsageError."""
    try:
        checked_id(name)
    except Refused as refused:
        raise UsageError([error("usage.name", refused.what, None, *refused.hints)]) from refused


def _write(path: Path, text: str, console: Console) -> None:
    """Write a new file. Raises UsageError where one is there."""
    if path.exists():
        what = message("“{file}” is there already", file=readable_path(path, Path.cwd()))
        raise UsageError([error("usage.exists", what, None, message("choose another name; nothing was written over"))])
    write_safely(path, text.encode("utf-8"))
    console.result(readable_path(path, Path.cwd()))


def _project(folder: Path, title: str, console: Console) -> None:
    """A project with one city and one edition, called as the folder is, with hyphens for what an id cannot have."""
    called = folder.resolve().name
    name = "-".join(re.findall(r"[\w-]+", called.replace("_", "-"))) or "first"
    _check(name)
    words = title or called
    files = {f"content/{kind}.yaml": scaffolds.empty_list(kind) for kind in scaffolds.EMPTY_LISTS}
    files[f"content/cities/{name}.yaml"] = scaffolds.city(name, words)
    files[f"content/editions/{name}.yaml"] = scaffolds.edition(name, words, name, _DATE)
    for file, text in files.items():
        _write(folder / file, text, console)
    console.say(message("now: brochure build --project {folder}", folder=shlex.quote(str(folder))))


_DATE = "2026-01"  # no clock: the editor writes the day of issue


def _edition(name: str, options: Options, console: Console, report: Report) -> None:
    """An edition of its own, or one made of another, with what has aged since."""
    booklet = read_booklet(console.root, report)
    editions = read_editions(console.root, report)
    report.raise_if_errors()
    date = _date(options.date)
    if not options.base:
        city = next(iter(booklet.cities), "")
        if not city:
            what = message("there is no city yet, and an edition shows one")
            raise UsageError([error("usage.nothing", what, None, message("make one first: brochure new city NAME"))])
        text = scaffolds.edition(name, options.title or name, city, str(date or _DATE))
        _write(console.root / f"content/editions/{name}.yaml", text, console)
        return
    base = next((edition for edition in editions if edition.id == options.base), None)
    if base is None:
        known = message("known are: {known}", known=", ".join(edition.id for edition in editions))
        what = message("there is no {what} “{name}”", what="edition", name=options.base)
        raise UsageError([error("usage.unknown", what, None, known)])
    _write(
        console.root / f"content/editions/{name}.yaml", _renamed(base, name, date, options.title, console.root), console
    )
    _copy_translations(base, name, console)
    report.extend(aged(booklet, date or base.date))


def _date(words: str) -> PartialDate | None:
    try:
        return PartialDate.parse(words) if words else None
    except Refused as refused:
        raise UsageError([error("usage.name", refused.what, None, *refused.hints)]) from refused


def _renamed(base: Edition, name: str, date: PartialDate | None, title: str, root: Path) -> str:
    """The text of an edition file under another id, its comments and its order kept."""
    manuscript = Manuscript.read(root / "content" / "editions" / f"{base.id}.yaml")
    wanted = {"id": name, **({"date": str(date)} if date else {}), **({"title": title} if title else {})}
    edits: list[Edit] = []
    for key, words in wanted.items():
        span = base.place_of(key)
        assert span is not None
        edits.append(manuscript.replaced(span, scalar(words)))
    return manuscript.applied(edits).text


def _copy_translations(base: Edition, name: str, console: Console) -> None:
    """The translations of the old edition's own texts, for the new one: it can be built in every language at once."""
    for language in base.languages:
        path = console.root / catalog_name(language, "content")
        if language == SOURCE_LANGUAGE or not path.is_file():
            continue
        data = path.read_bytes()
        file = read_po(data.decode("utf-8-sig"), data.startswith(b"\xef\xbb\xbf"))
        copied = with_copies(file, f"editions.{base.id}.", f"editions.{name}.")
        if copied != file:
            write_safely(path, copied.encoded())
            console.result(readable_path(path, Path.cwd()))


def _language(tag: str, options: Options, console: Console, report: Report) -> None:
    """A language for editions: written into their order, its catalogs made."""
    if tag not in LANGUAGES:
        known = message("known are: {known}", known=", ".join(LANGUAGES))
        cure = message("how to teach the program a language is told in docs/how-to/language.md")
        raise UsageError(
            [error("usage.unknown", message("there is no language “{name}”", name=tag), None, known, cure)]
        )
    editions = read_editions(console.root, report)
    report.raise_if_errors()
    for edition in editions:
        if tag in edition.languages or (options.editions and edition.id not in options.editions):
            continue
        path = console.root / "content" / "editions" / f"{edition.id}.yaml"
        manuscript = Manuscript.read(path)
        last = edition.place_of("languages", len(edition.languages) - 1)
        assert last is not None
        at = manuscript.offset(last.end_line, last.end_column)
        is_flow = "[" in manuscript.text[manuscript.begins[last.line - 1] : at]
        before = ", " if is_flow else manuscript.line_end + " " * (last.column - 3) + "- "
        manuscript.applied([Edit(at, at, before + tag)]).write(path)
        console.result(readable_path(path, Path.cwd()))
    if tag != SOURCE_LANGUAGE:
        from brochure.cli.i18n import catalogs

        catalogs(replace(options, command="i18n", action="update", languages=(tag,), editions=()), console, report)
