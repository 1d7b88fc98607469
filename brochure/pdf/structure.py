"""The structure of a sheet: the parts it is made of, put into an order a hearing reader's program accepts.

Layout says what each thing is; this module says what may stand in what (ISO 32000-1, 14.8.4; ISO 14289-1, 7.2 to
7.5): words in blocks, items in lists, rows in tables, one list or paragraph where a column has parted it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brochure.drawing.structure import Role
from brochure.pdf.tagging import Inside, Part, Pressed

_LABEL, _LIST, _LIST_BODY, _LIST_ITEM = Role.LABEL, Role.LIST, Role.LIST_BODY, Role.LIST_ITEM
_LINK, _PARAGRAPH, _TABLE_HEADER = Role.LINK, Role.PARAGRAPH, Role.TABLE_HEADER
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
_IN_LISTS = frozenset({Role.LIST_ITEM, Role.CAPTION, Role.LIST})
_CELLS = frozenset({Role.TABLE_CELL, Role.TABLE_HEADER})
_PLACED = frozenset({Role.CAPTION, Role.RUBY_TEXT, Role.RUBY_BASE})  # mean nothing but where they belong
_RULED = _GROUPING | {Role.LIST, Role.LIST_ITEM}  # bare words in these are given a home


def arranged(part: Part) -> None:
    """A sheet's parts as they may be written: every one at home, the empty ones gone."""
    role = part.role
    if role in _IN_LINES:
        _adopt_by_link(part)
    kept: list[Inside] = []
    for each in _joined(part.inside):
        if type(each) is Part:
            own = each.role
            if own in _RULED or Part in map(type, each.inside):
                arranged(each)
            if not each.inside and own not in _CELLS:
                continue
            if own in _PLACED:
                _rename(each, role)
        kept.append(each)
    house = _HOUSES.get(role)
    part.inside = house(kept) if house else kept


def is_one(one: Part, other: Part) -> bool:
    """Whether two parts are known by the same."""
    return (one.role, one.origin, one.language, one.number) == (other.role, other.origin, other.language, other.number)


def goes_on(part: Part, is_outermost: bool = False) -> bool:
    """Whether a part may be one with a neighbour that is known by the same: on its own sheet where the author's copy
    is, over the edge of a sheet whatever is no paragraph."""
    if part.role not in _PARTED:
        return False
    return bool(part.origin) or (is_outermost and part.role is not _PARAGRAPH)


def _adopt_by_link(part: Part) -> None:
    """A link laid over a whole line holds the line; in a table of contents inside a reference."""
    for at, link in enumerate(part.inside):
        if isinstance(link, Part) and link.role is _LINK and all(isinstance(each, Pressed) for each in link.inside):
            before = part.inside[:at]
            if any(isinstance(each, Part) and each.role is _LINK for each in before):
                continue
            link.inside = [*before, *link.inside]
            holder = Part(Role.REFERENCE, inside=[link]) if part.role is Role.CONTENTS_ITEM else link
            part.inside = [holder, *part.inside[at + 1 :]]
            return


def _joined(parts: list[Inside]) -> list[Inside]:
    """Neighbours that are one element of the author's, made one again."""
    if len(parts) < 2:
        return parts
    result: list[Inside] = []
    last: Part | None = None
    for part in parts:
        if type(part) is not Part:
            last = None
        elif last is not None and part.origin and part.origin == last.origin and goes_on(part) and is_one(last, part):
            last.inside.extend(part.inside)
            continue
        else:
            last = part
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
        if isinstance(part, Part) and part.role is _LABEL:
            labels.append(part)
            continue
        if isinstance(part, Part) and part.role in _IN_LISTS:
            if labels and part.role is _LIST_ITEM:
                part.inside[:0] = labels
                labels = []
            result.append(part)
            continue
        result.append(Part(_LIST_ITEM, inside=_item([*labels, part])))
        labels = []
    if labels:
        result.append(Part(_LIST_ITEM, inside=labels))
    return result


def _item(parts: Sequence[Inside]) -> list[Inside]:
    """The labels of an item, then its body."""
    labels: list[Inside] = []
    bodies: list[Inside] = []
    rest: list[Inside] = []
    for each in parts:
        role = each.role if type(each) is Part else None
        (labels if role is _LABEL else bodies if role is _LIST_BODY else rest).append(each)
    if rest:
        bodies.append(Part(_LIST_BODY, inside=_housed(rest)))
    return labels + bodies


def _row(parts: list[Inside]) -> list[Inside]:
    """A header cell names its column where the whole row is headers, else its row."""
    cells = [each for each in parts if isinstance(each, Part)]
    heads = [each for each in cells if each.role is _TABLE_HEADER]
    for head in heads:
        head.scope = "Column" if len(heads) == len(cells) and len(cells) > 1 else "Row"
    return parts


_HOUSES: dict[Role, Callable[[list[Inside]], list[Inside]]] = {
    **dict.fromkeys(_GROUPING, lambda parts: _in_blocks(_housed(parts))),
    Role.LIST: _items,
    Role.LIST_ITEM: _item,
    Role.TABLE_ROW: _row,
}
"""How what stands in a part is put where it may stand."""
