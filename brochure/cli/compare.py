"""`brochure diff` and `brochure plates`: two files side by side."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.preflight import read_file
from brochure.cli.project import readable_path
from brochure.diagnostics import Message, Report, UsageError, error, message

if TYPE_CHECKING:
    from brochure.preflight.comparison import Change
    from brochure.preflight.document import Document

_SHORTEST = 4  # characters: shorter fragments stand in too many texts to name one


def diff(options: Options, console: Console, report: Report) -> None:
    """Tell the pages of two files that differ: words, content keys, plates. Finding none is a result too."""
    from brochure.preflight.comparison import changes

    one, other = (_opened(name) for name in _pair(options))
    found = list(changes(one, other))
    keys = _keys_by_text(console.root) if found else {}
    if console.format == "json":
        rows = [{**asdict(change), "keys": _keys(change, keys)} for change in found]
        console.result(json.dumps(rows, ensure_ascii=False))
        return
    for change in found:
        _tell(change, keys, console.speaker.say, console.result)
    if not found:
        console.say(message("the two files print the same"))


def plates(options: Options, console: Console, report: Report) -> None:
    """Tell which plates differ, page by page: by Ghostscript's plates where it is installed, by our own reckoning else.

    Files of different trim cannot share plates; that is an error.
    """
    from brochure.preflight.comparison import is_black_only, plate_changes

    names = _pair(options)
    one, other = (_opened(name) for name in names)
    found = {(change.before, change.after): change.plates for change in plate_changes(one, other)}
    resized = [change for change in plate_changes(one, other) if change.is_resized]
    for change in resized:
        what = message("page {page} has another trim in the other file", page=change.before)
        report.add(error("plates.trim", what, None, message("plates can be shared by pages of one size only")))
    exact = {} if resized else _by_ghostscript(names, one, other)
    if exact is not None:
        alone = {pages: plates for pages, plates in found.items() if 0 in pages}
        found = {**exact, **alone} if not resized else found
    if console.format == "json":
        rows = [{"before": before, "after": after, "plates": each} for (before, after), each in found.items()]
        console.result(json.dumps({"exact": exact is not None and not resized, "pages": rows}, ensure_ascii=False))
        return
    for (before, after), each in found.items():
        said = message("page {page}: {plates}", page=before or after, plates=", ".join(each))
        console.result(console.speaker.say(said))
    every = tuple(dict.fromkeys(plate for each in found.values() for plate in each))
    console.say(_verdict(every, is_black_only(every)))


def _verdict(plates: tuple[str, ...], is_black_only: bool) -> Message:
    if not plates:
        return message("no plate differs")
    if is_black_only:
        return message("the black plate alone differs: one plate is changed, the others stay")
    return message("plates that differ: {plates}", plates=", ".join(plates))


def _pair(options: Options) -> tuple[str, str]:
    if len(options.files) != 2:
        raise UsageError([error("usage.two-files", message("two files are compared, no more and no less"))])
    return options.files[0], options.files[1]


def _opened(name: str) -> Document:
    from brochure.preflight.reader import UnreadableError, read_document

    try:
        return read_document(read_file(name), has_plates=True)
    except UnreadableError as problem:
        shown = readable_path(Path(name), Path.cwd())
        what = message("the file “{file}” cannot be read as PDF", file=shown)
        raise UsageError([error("usage.unreadable-file", what)]) from problem


def _by_ghostscript(
    names: tuple[str, str], one: Document, other: Document
) -> dict[tuple[int, int], tuple[str, ...]] | None:
    """The differing plates of pages both files have; None where Ghostscript is not there or fails."""
    from brochure.preflight.ghostscript import GhostscriptError, different_plates, is_installed
    from brochure.preflight.ghostscript import plates as made

    if not is_installed():
        return None
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    try:
        for before, after in zip(made(read_file(names[0])), made(read_file(names[1])), strict=False):
            differing = different_plates(before, after)
            if differing:
                found[(before.page, after.page)] = differing
    except GhostscriptError:
        return None
    return found


def _tell(
    change: Change, keys: Mapping[str, str], say: Callable[[Message], str], result: Callable[[str], None]
) -> None:
    """A changed page: what it is, then the lines gone and new, then the keys they come from."""
    if not change.before:
        result(say(message("page {page} is new", page=change.after)))
    elif not change.after:
        result(say(message("page {page} is gone", page=change.before)))
    else:
        plates = ", ".join(change.plates) or "–"
        result(say(message("page {page} has changed on these plates: {plates}", page=change.after, plates=plates)))
    for line in change.gone:
        result(f"  - {line}")
    for line in change.new:
        result(f"  + {line}")
    for key in _keys(change, keys):
        result(f"  = {key}")


def _keys(change: Change, keys: Mapping[str, str]) -> tuple[str, ...]:
    """The content keys whose text, in either file, the changed lines are part of."""
    found = (key for line in (*change.new, *change.gone) for key in _keys_of(line, keys))
    return tuple(dict.fromkeys(found))


def _keys_of(line: str, keys: Mapping[str, str]) -> Iterable[str]:
    if len(line) < _SHORTEST:
        return (keys[line],) if line in keys else ()
    nearest = sorted((text for text in keys if line in text), key=len)
    return (keys[nearest[0]],) if nearest else ()


def _keys_by_text(root: Path) -> dict[str, str]:
    """Every text of the project, in every language it is translated into, with its key; empty outside a project."""
    from brochure.content.booklet import read_booklet
    from brochure.content.text import iterate_texts, plain
    from brochure.edition.reader import read_editions
    from brochure.languages import LANGUAGES
    from brochure.pages.orders import read_pages
    from brochure.pages.series import written_out
    from brochure.translation.catalogs import read_catalog

    unheard = Report()
    booklet = read_booklet(root, unheard)
    editions = written_out(read_editions(root, unheard), booklet, unheard)
    texts = [*booklet.texts(), *(text for edition in editions for text in iterate_texts(edition))]
    texts += [text for edition in editions for text in iterate_texts(read_pages(edition, booklet, unheard))]
    texts += [text for own in booklet.spoken.values() for text in own.texts()]
    found = {text.plain: text.key for text in texts}
    for language in LANGUAGES:
        catalog = read_catalog(root, language, "content", unheard)
        for text in texts:
            entry = catalog.entries.get(text.key) if catalog is not None else None
            if entry is not None and entry.text:
                found.setdefault(plain(entry.text), text.key)
    return found
