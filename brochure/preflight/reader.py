"""Opens a PDF and reads it into facts. Raises UnreadableError where there is no way in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name, Pdf, PdfError, Stream

from brochure.preflight.document import Document, Extras, Frame
from brochure.preflight.facts import Boxes, Note, Page
from brochure.preflight.geometry import MM, Box, sorted_box
from brochure.preflight.images import has_lzw
from brochure.preflight.interpreter import Interpreter
from brochure.preflight.metadata import Intent, Profile, read_profile, read_xmp
from brochure.preflight.objects import DamagedError, text, unpacked
from brochure.preflight.plate_log import PlateLog
from brochure.preflight.resources import Store
from brochure.preflight.state import State

_A4 = Box(0.0, 0.0, 595.28, 841.89)
_UNREADABLE = (PdfError, RuntimeError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)
_TAIL = 1024  # bytes: %%EOF stands in the last ones (ISO 32000-1, annex H.3)
_USUAL_BLEED = 3 * MM  # where a file has a trim but does not say how far its bleed reaches


class UnreadableError(ValueError):
    """The file cannot be opened; `is_locked` where it asks for a password."""

    def __init__(self, reason: str, is_locked: bool = False) -> None:
        super().__init__(reason)
        self.is_locked = is_locked


def read_document(data: bytes, has_plates: bool = False) -> Document:
    """A file's facts, with a digest of each page's plates where they are wanted. Raises UnreadableError."""
    try:
        pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as problem:
        raise UnreadableError(str(problem), is_locked=True) from problem
    except (PdfError, RuntimeError, ValueError) as problem:
        raise UnreadableError(str(problem)) from problem
    with pdf:
        try:
            return _Reader(pdf, data, has_plates).document()
        except _UNREADABLE as problem:
            raise UnreadableError(str(problem)) from problem


def opened_page(thing: Any, number: int) -> Page:
    """A page's boxes and notes, its content not yet followed."""
    boxes = _boxes(thing)
    page = Page(number, boxes, rotation=_whole(inherited(thing, "/Rotate")) % 360)
    unit = thing.get("/UserUnit")
    page.user_unit = float(unit) if unit is not None else 1.0
    page.notes = tuple(_notes(thing))
    return page


class _Reader:
    def __init__(self, pdf: Pdf, data: bytes, has_plates: bool) -> None:
        self._pdf = pdf
        self._data = data
        self._has_plates = has_plates
        self._root: Any = pdf.Root
        self._store = Store()

    def document(self) -> Document:
        """Everything, pages first: what qpdf has to mend shows while they are read."""
        pages = tuple(self._page(page.obj, number) for number, page in enumerate(self._pdf.pages, 1))
        self._without_media(pages)
        xmp, has_xmp = self._xmp()
        preferences = self._root.get("/ViewerPreferences")
        direction = text(preferences.get("/Direction", ""))[1:] if isinstance(preferences, Dictionary) else ""
        return Document(
            pages,
            info=self._info(),
            xmp=xmp,
            has_xmp=has_xmp,
            intents=tuple(self._intents()),
            extras=self._extras(),
            direction=direction,
            language=text(self._root.get("/Lang", "")),
            frame=self._frame(),
        )

    def _without_media(self, pages: tuple[Page, ...]) -> None:
        """Pages whose size qpdf had to invent; in a tree with branches nobody can tell which, the first is named."""
        for found in (_NO_MEDIA.search(text(each)) for each in self._pdf.get_warnings()):
            if found is not None:
                page = pages[min(int(found[1]), len(pages) - 1)]
                page.boxes = replace(page.boxes, written=page.boxes.written - {"MediaBox"})

    def _page(self, thing: Any, number: int) -> Page:
        page = opened_page(thing, number)
        page.plates = PlateLog() if self._has_plates else None
        interpreter = Interpreter(page, self._store)
        try:
            interpreter.group(thing.get("/Group"), None)
            entries = inherited(thing, "/Resources")
            interpreter.run(self._content(thing, page), entries, State())
        except _UNREADABLE:
            page.is_torn = True
        page.actions = tuple(text(key)[1:] for key in ("/AA", "/PresSteps") if key in thing)
        return page

    def _content(self, thing: Any, page: Page) -> bytes:
        contents = thing.get("/Contents")
        parts: list[bytes] = []
        for part in contents if isinstance(contents, Array) else [contents]:
            if part is None:
                continue
            try:
                parts.append(unpacked(part))
            except DamagedError:
                page.is_torn = True
                parts.append(bytes(part.read_bytes()))  # as far as it goes
            except (PdfError, RuntimeError, AttributeError):
                page.is_torn = True
        return b"\n".join(parts)

    def _info(self) -> dict[str, str]:
        info: Any = self._pdf.trailer.get("/Info")
        if not isinstance(info, Dictionary):
            return {}
        entries: Any = info
        return {
            text(key)[1:]: text(value)[1:] if isinstance(value, Name) else text(value) for key, value in entries.items()
        }

    def _xmp(self) -> tuple[dict[str, str] | None, bool]:
        stream = self._root.get("/Metadata")
        if not isinstance(stream, Stream):
            return {}, False
        try:
            found = read_xmp(bytes(stream.read_bytes()))
        except (PdfError, RuntimeError):
            found = None
        return (None if found is None else dict(found)), True

    def _intents(self) -> Iterator[Intent]:
        for each in self._root.get("/OutputIntents", ()):
            if not isinstance(each, Dictionary):
                continue
            entry: Any = each
            stream = entry.get("/DestOutputProfile")
            has_profile = isinstance(stream, Stream)
            yield Intent(
                text(entry.get("/S", ""))[1:],
                text(entry.get("/OutputConditionIdentifier", "")),
                text(entry.get("/OutputCondition", "")),
                text(entry.get("/RegistryName", "")),
                _profile(stream) if has_profile else None,
                has_profile,
                _whole(stream.get("/N")) if has_profile else 0,
            )

    def _extras(self) -> Extras:
        root, names = self._root, self._root.get("/Names")
        names = names if isinstance(names, Dictionary) else Dictionary()
        form = root.get("/AcroForm")
        form = form if isinstance(form, Dictionary) else None
        layers = root.get("/OCProperties")
        opening = root.get("/OpenAction")
        actions = [text(opening.get("/S", ""))[1:]] if isinstance(opening, Dictionary) else []
        actions += ["AA"] if "/AA" in root else []
        return Extras(
            scripts=len(list(_leaves(names.get("/JavaScript")))) + actions.count("JavaScript"),
            actions=tuple(action for action in actions if action not in ("GoTo", "JavaScript", "")),
            attachments=(*_leaves(names.get("/EmbeddedFiles")), *(["AF"] if "/AF" in root else [])),
            fields=len(form.get("/Fields", ())) if form is not None else 0,
            has_xfa=form is not None and "/XFA" in form,
            layers=len(layers.get("/OCGs", ())) if isinstance(layers, Dictionary) else 0,
            is_portfolio="/Collection" in root,
            transitions=tuple(n for n, page in enumerate(self._pdf.pages, 1) if _moves(page.obj.get("/Trans"))),
        )

    def _frame(self) -> Frame:
        lzw = sum(isinstance(thing, Stream) and has_lzw(thing.get("/Filter")) for thing in self._pdf.objects)
        said = tuple(str(each) for each in self._pdf.get_warnings())
        return Frame(
            version=text(self._pdf.pdf_version),
            is_encrypted=self._pdf.is_encrypted,
            is_truncated=b"%%EOF" not in self._data[-_TAIL:],
            has_leading_bytes=not self._data.startswith(b"%PDF-"),
            complaints=tuple(each for each in said if "MediaBox is undefined" not in each),
            has_identifier="/ID" in self._pdf.trailer,
            has_object_streams=b"/ObjStm" in self._data,
            lzw_streams=lzw,
        )


def _profile(stream: Any) -> Profile | None:
    try:
        return read_profile(unpacked(stream))
    except (DamagedError, PdfError, RuntimeError):
        return None


_NO_MEDIA = re.compile(r"kid (\d+) \(from 0\) MediaBox is undefined")


def inherited(thing: Any, key: str) -> Any:
    """A page's entry, its own or its ancestors' (7.7.3.4); None where nobody has it."""
    for _ in range(64):
        if key in thing:
            return thing[key]
        above = thing.get("/Parent")
        if not isinstance(above, Dictionary):
            return None
        thing = above
    return None


def _boxes(thing: Any) -> Boxes:
    written: dict[str, Box] = {}
    for name in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"):
        array = inherited(thing, f"/{name}") if name in ("MediaBox", "CropBox") else thing.get(f"/{name}")
        try:
            if array is not None:
                written[name] = Box(*sorted_box(array))
        except (TypeError, ValueError):
            continue
    media = written.get("MediaBox", _A4)
    crop = written.get("CropBox", media)
    trim = written.get("TrimBox", written.get("ArtBox", crop))
    usual = trim.grown(_USUAL_BLEED).meet(media) if trim != crop else crop
    bleed = written.get("BleedBox", usual)
    return Boxes(media, crop, bleed, trim, frozenset(written))


def _notes(thing: Any) -> Iterator[Note]:
    notes = thing.get("/Annots")
    for note in notes if isinstance(notes, Array) else ():
        if not isinstance(note, Dictionary):
            continue
        entry: Any = note
        action = entry.get("/A")
        try:
            box = Box(*sorted_box(entry.get("/Rect", (0, 0, 0, 0))))
        except (TypeError, ValueError):
            box = Box(0.0, 0.0, 0.0, 0.0)
        kind = text(action.get("/S", ""))[1:] if isinstance(action, Dictionary) else ""
        yield Note(text(entry.get("/Subtype", ""))[1:], box, kind or ("AA" if "/AA" in entry else ""))


def _leaves(tree: Any, depth: int = 0) -> Iterator[str]:
    """The names in a name tree (7.9.6)."""
    if not isinstance(tree, Dictionary) or depth > 16:
        return
    entry: Any = tree
    yield from (text(name) for name in list(entry.get("/Names", ()))[0::2])
    for kid in entry.get("/Kids", ()):
        yield from _leaves(kid, depth + 1)


def _moves(transition: Any) -> bool:
    """Whether a transition is one: ReportLab writes an empty one on every page."""
    return isinstance(transition, Dictionary) and "/S" in transition


def _whole(value: Any) -> int:
    try:
        return int(value) if value is not None else 0
    except (TypeError, ValueError):
        return 0
