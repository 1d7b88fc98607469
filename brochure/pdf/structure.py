"""The structure of a book: the parts its sheets are made of, put into an order a hearing reader's program accepts.

Layout says what each thing is; this module says what may stand in what (ISO 32000-1, 14.8.4; ISO 14289-1, 7.2 to
7.5): words in blocks, items in lists, rows in tables, one list or paragraph where a column or a page has parted it,
headings without a level left out, sections as the bookmarks have them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from brochure.drawing.structure import Role
from brochure.layout.page import Bookmark
from brochure.pdf.tagging import Inside, Part, Pressed

_HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
_GROUPING = frozenset({Role.DOCUMENT, Role.PART, Role.SECTION, Role.QUOTE})
_INLINE = frozenset({Role.SPAN, Role.LABEL, Role.RUBY, Role.LINK, Role.REFERENCE})
_IN_LINES = frozenset(  # in these a link without words of its own is a link of all that stands before it
    {Role.PARAGRAPH, Role.SPAN, Role.CONTENTS_ITEM, Role.LIST_ITEM, Role.LIST_BODY, Role.TABLE_CELL, Role.TABLE_HEADER}
)
_PARTED = frozenset({Role.PARAGRAPH, Role.TABLE, Role.LIST, Role.CONTENTS, Role.QUOTE})  # may go on in another column
_HOMES = {  # what needs a home of its own, and which
    Role.CONTENTS_ITEM: Role.CONTENTS,
    Role.LIST_ITEM: Role.LIST,
    Role.TABLE_ROW: Role.TABLE,
}
_CELLS = (Role.TABLE_CELL, Role.TABLE_HEADER)


class Outline(Struct):
    """Gathers the sheets' parts into sections; each bookmark opens one at its level."""

    document: Part = field(default_factory=lambda: Part(Role.DOCUMENT))
    _open: list[tuple[int, Part]] = field(default_factory=list[tuple[int, Part]])

    def add(self, parts: Iterable[Inside], bookmarks: Sequence[Bookmark]) -> None:
        """Take in a sheet's parts; what began on the sheet before and goes on is one with it."""
        for bookmark in bookmarks:
            while self._open and self._open[-1][0] >= bookmark.level:
                self._open.pop()
            section = Part(Role.SECTION)
            self._place().inside.append(section)
            self._open.append((bookmark.level, section))
        place = self._place()
        for number, part in enumerate(parts):
            last = place.inside[-1] if place.inside else None
            if (
                number == 0
                and isinstance(last, Part)
                and isinstance(part, Part)
                and (last.role in _PARTED and (last.role is not Role.PARAGRAPH or last.origin))
                and _is_one(last, part)
            ):
                last.inside.extend(part.inside)
            else:
                place.inside.append(part)

    def _place(self) -> Part:
        return self._open[-1][1] if self._open else self.document


def arranged(document: Part) -> Part:
    """The document as it may be written: every part at home, the empty ones gone, headings counted."""
    _arrange(document)
    _count_headings(document, [])
    return document


def text_of(bookmarks: dict[str, str], target: str) -> str:
    """What a link says of itself: the title it leads to, else the address."""
    return bookmarks.get(target[1:], "") if target.startswith("#") else target


def _is_one(one: Part, other: Part) -> bool:
    return (one.role, one.origin, one.language, one.number) == (other.role, other.origin, other.language, other.number)


def _arrange(part: Part) -> None:
    _adopt_by_link(part)
    part.inside = _joined(part.inside)
    for inside in part.inside:
        if isinstance(inside, Part):
            _arrange(inside)
    part.inside = [each for each in part.inside if not isinstance(each, Part) or each.inside or each.role in _CELLS]
    for each in part.inside:
        if isinstance(each, Part):
            _rename(each, part.role)
    if part.role in _GROUPING:
        part.inside = _in_blocks(_housed(part.inside))
    elif part.role is Role.LIST:
        part.inside = _items(part.inside)
    elif part.role is Role.LIST_ITEM:
        part.inside = _item(part.inside)
    elif part.role is Role.TABLE_ROW:
        _scope(part)


def _adopt_by_link(part: Part) -> None:
    """A link laid over a whole line holds the line; in a table of contents inside a reference."""
    if part.role not in _IN_LINES:
        return
    for at, link in enumerate(part.inside):
        if isinstance(link, Part) and link.role is Role.LINK and all(isinstance(each, Pressed) for each in link.inside):
            before = part.inside[:at]
            if any(isinstance(each, Part) and each.role is Role.LINK for each in before):
                continue
            link.inside = [*before, *link.inside]
            holder = Part(Role.REFERENCE, inside=[link]) if part.role is Role.CONTENTS_ITEM else link
            part.inside = [holder, *part.inside[at + 1 :]]
            return


def _joined(parts: Sequence[Inside]) -> list[Inside]:
    """Neighbours that are one element of the author's, made one again."""
    result: list[Inside] = []
    for part in parts:
        last = result[-1] if result else None
        if (
            isinstance(part, Part)
            and isinstance(last, Part)
            and part.role in _PARTED
            and part.origin
            and _is_one(last, part)
        ):
            last.inside.extend(part.inside)
        else:
            result.append(part)
    return result


def _rename(part: Part, parent: Role) -> None:
    """Roles that mean nothing where they stand become what they are there."""
    if part.role is Role.CAPTION and parent not in (Role.FIGURE, Role.TABLE):
        part.role = Role.PARAGRAPH
    elif part.role in (Role.RUBY_TEXT, Role.RUBY_BASE) and parent is not Role.RUBY:
        part.role = Role.SPAN


def _housed(parts: Sequence[Inside]) -> list[Inside]:
    """Items and rows that stand alone, put into the list or table they are of."""
    result: list[Inside] = []
    for part in parts:
        home = _HOMES.get(part.role) if isinstance(part, Part) else None
        if home is None:
            result.append(part)
            continue
        last = result[-1] if result else None
        if isinstance(last, Part) and last.role is home:
            last.inside.append(part)
        else:
            result.append(Part(home, inside=[part]))
    return result


def _in_blocks(parts: Sequence[Inside]) -> list[Inside]:
    """Words that stand in no block, each in a paragraph; brackets next to each other in one."""
    result: list[Inside] = []
    is_open = False
    for part in parts:
        if isinstance(part, Part) and part.role not in _INLINE:
            result.append(part)
            is_open = False
            continue
        last = result[-1] if result else None
        if not isinstance(part, Part) and is_open and isinstance(last, Part):
            last.inside.append(part)
        elif isinstance(part, Part) and part.role is Role.SPAN:
            part.role, is_open = Role.PARAGRAPH, False
            result.append(part)
        else:
            result.append(Part(Role.PARAGRAPH, inside=[part]))
            is_open = not isinstance(part, Part)
    return result


def _items(parts: Sequence[Inside]) -> list[Inside]:
    """The items of a list; a label that stands before an item goes into it."""
    result: list[Inside] = []
    labels: list[Inside] = []
    for part in parts:
        if isinstance(part, Part) and part.role is Role.LABEL:
            labels.append(part)
            continue
        if isinstance(part, Part) and part.role in (Role.LIST_ITEM, Role.CAPTION, Role.LIST):
            if labels and part.role is Role.LIST_ITEM:
                part.inside[:0] = labels
                labels = []
            result.append(part)
            continue
        result.append(Part(Role.LIST_ITEM, inside=_item([*labels, part])))
        labels = []
    if labels:
        result.append(Part(Role.LIST_ITEM, inside=labels))
    return result


def _item(parts: Sequence[Inside]) -> list[Inside]:
    """The labels of an item, then its body."""
    labels = [each for each in parts if isinstance(each, Part) and each.role is Role.LABEL]
    bodies = [each for each in parts if isinstance(each, Part) and each.role is Role.LIST_BODY]
    rest = [each for each in parts if not (isinstance(each, Part) and each.role in (Role.LABEL, Role.LIST_BODY))]
    if rest:
        bodies.append(Part(Role.LIST_BODY, inside=_housed(rest)))
    return [*labels, *bodies]


def _scope(row: Part) -> None:
    """A header cell names its column where the whole row is headers, else its row."""
    cells = [each for each in row.inside if isinstance(each, Part)]
    heads = [each for each in cells if each.role is Role.TABLE_HEADER]
    for head in heads:
        head.scope = "Column" if len(heads) == len(cells) and len(cells) > 1 else "Row"


def _count_headings(part: Part, levels: list[int]) -> None:
    """Headings below one another go down a level at a time, whatever sizes the designer chose (ISO 14289-1, 7.4.2)."""
    for each in part.inside:
        if not isinstance(each, Part):
            continue
        if each.role in _HEADINGS:
            wanted = _HEADINGS.index(each.role)
            while levels and levels[-1] >= wanted:
                levels.pop()
            each.role = _HEADINGS[len(levels)]
            levels.append(wanted)
        else:
            _count_headings(each, levels)


def pressed_in(part: Part) -> Iterator[tuple[int, int]]:
    """The annotations in a part, by sheet and number."""
    for each in part.inside:
        if isinstance(each, Part):
            if each.inside:
                yield from pressed_in(each)
        elif isinstance(each, Pressed):
            yield each.sheet, each.number
