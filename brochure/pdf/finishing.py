"""The last pass over a file: its objects packed and put in the order a screen reads them over a slow line.

The outline and the fonts are laid in after the packing. qpdf 11 and 12 count the objects of an outline, and those of a
font that one page alone is set in, in two ways where they lie in an object stream, so that the one's file is reported
damaged by the other; where they lie open, both agree.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf


@dataclass(frozen=True, slots=True)
class _Entry:
    """A bookmark of a file: its title, the index of its page, how the page is shown, and the entries below it."""

    title: Any
    page: int
    view: tuple[Any, ...]
    below: tuple[_Entry, ...]

    @property
    def count(self) -> int:
        """How many entries stand below this one, at any depth."""
        return sum(1 + each.count for each in self.below)


def linearised(data: bytes) -> bytes:
    """A file for screens: its objects in streams, its first page first (ISO 32000-1, annex F).

    Equal input gives equal bytes: qpdf draws the second half of the identifier from what is in the file.
    """
    from pikepdf import ObjectStreamMode, Pdf

    packed, out = BytesIO(), BytesIO()
    with Pdf.open(BytesIO(data)) as file:
        entries = _entries(file)
        if entries:
            del file.Root.Outlines
        file.save(packed, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    with Pdf.open(packed) as file:
        if entries:
            _lay_in(file, entries)
        _lay_fonts_open(file)
        file.save(out, linearize=True, object_stream_mode=ObjectStreamMode.preserve, deterministic_id=True)
    return out.getvalue()


def _entries(file: Pdf) -> tuple[_Entry, ...]:
    outlines = file.Root.get("/Outlines")
    if outlines is None:
        return ()
    pages = {page.obj.objgen: index for index, page in enumerate(file.pages)}

    def chain(parent: Any) -> tuple[_Entry, ...]:
        found: list[_Entry] = []
        item = parent.get("/First")
        while item is not None:
            leads, *view = item.Dest
            values = tuple(str(each) if str(each).startswith("/") else each for each in view)
            found.append(_Entry(str(item.Title), pages[leads.objgen], values, chain(item)))
            item = item.get("/Next")
        return tuple(found)

    return chain(outlines)


def _lay_in(file: Pdf, entries: tuple[_Entry, ...]) -> None:
    from pikepdf import Array, Dictionary, Name, String

    def chain(siblings: tuple[_Entry, ...], parent: Any) -> None:
        items: list[Any] = []
        for entry in siblings:
            view = [Name(each) if isinstance(each, str) else each for each in entry.view]
            leads = Array([file.pages[entry.page].obj, *view])
            item = file.make_indirect(Dictionary(Title=String(entry.title), Parent=parent, Dest=leads))
            if items:
                item.Prev, items[-1].Next = items[-1], item
            items.append(item)
            if entry.below:
                item.Count = entry.count
                chain(entry.below, item)
        parent.First, parent.Last = items[0], items[-1]

    root = file.make_indirect(Dictionary(Type=Name.Outlines, Count=sum(1 + each.count for each in entries)))
    chain(entries, root)
    file.Root.Outlines = root


def _lay_fonts_open(file: Pdf) -> None:
    """The fonts of one page alone once more, outside the object streams; those within them are written no longer."""
    from pikepdf import Dictionary

    uses = Counter(font.objgen for page in file.pages for font in page.resources.get("/Font", Dictionary()).values())
    for page in file.pages:
        fonts = page.resources.get("/Font", Dictionary())
        for name, font in list(fonts.items()):
            if uses[font.objgen] == 1:
                fonts[name] = file.make_indirect(Dictionary(dict(font.items())))
