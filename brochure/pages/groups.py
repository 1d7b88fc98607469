"""Groups of pages: “these pages for each city”, as an edition file orders them, written out record by record.

A group says which records (`for_each`), which of them (`where`), in what order (`order_by`), and the pages each gets.
In a page `{id}` is the record's id; the page's own id is put after it (`rumoi-profile`). Copy stays as it is written,
one text for all pages of a group; `{name}` in it is the record's name in the language of the booklet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from brochure.content.booklet import Booklet
from brochure.content.names import Names
from brochure.content.page_content import PageContent
from brochure.content.text import Text
from brochure.diagnostics import Report, error, message
from brochure.edition.edition import GROUP, PER_RECORD, Edition, PageOrder
from brochure.source.model import Model, changed
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode, first_place, mapping

KINDS = ("cities", "exchanges", "municipalities", "stories", "organisations", "people", "places", "programmes")
"""The shelves whose records a group can be of."""
_KEYS = (GROUP, "where", "order_by", "pages")


def orders_of(edition: Edition, booklet: Booklet, report: Report) -> tuple[tuple[PageOrder, Names | None], ...]:
    """The edition's pages in order, its groups written out, each with the name of the record it is for."""
    found: list[tuple[PageOrder, Names | None]] = []
    for order in edition.orders:
        if order.node.get(GROUP) is None:
            found.append((order, edition.about))
        else:
            found.extend(_written_out(order.node, edition, booklet, report))
    return tuple(found)


def named(content: PageContent, names: Names) -> PageContent:
    """A page's content whose copy knows the name it is about."""
    return changed(content, **{field: _about(getattr(content, field), names) for field in content.__struct_fields__})


def _about(value: Any, names: Names) -> Any:
    if isinstance(value, Text):
        return replace(value, about=names)
    if isinstance(value, Model) and not isinstance(value, Names):
        return changed(value, **{field: _about(getattr(value, field), names) for field in value.__struct_fields__})
    if isinstance(value, tuple):
        return tuple(_about(each, names) for each in value)  # pyright: ignore[reportUnknownVariableType]
    return value


def _written_out(
    group: MappingNode, edition: Edition, booklet: Booklet, report: Report
) -> Iterator[tuple[PageOrder, Names | None]]:
    for key, _ in group.entries:
        if key.text not in _KEYS:
            what = message("a group of pages has no “{key}”", key=key.text)
            report.add(error("edition.group", what, key.span, message("known are: {known}", known=", ".join(_KEYS))))
    pages = group.get("pages")
    if not isinstance(pages, SequenceNode):
        what = message("a group says which pages each record gets: “pages:” and a list under it")
        report.add(error("edition.group", what, first_place(group)))
        return
    for own, name in records_of(group, booklet, report):
        for page in pages.items:
            if isinstance(page, MappingNode) and page.text("id"):
                key = f"editions.{edition.form}.pages.{page.text('id')}"
                former = f"editions.{edition.was or edition.form}.pages.{page.text('was') or page.text('id')}"
                order = PageOrder(page.text("type"), f"{own}-{page.text('id')}", key, former, _for(page, own))
                yield order, name


def _for(page: MappingNode, own: str) -> MappingNode:
    """A page of a group as it is for one record: `{id}` filled in, its own id put after the record's."""
    entries: list[tuple[ScalarNode, Node]] = []
    for key, value in page.entries:
        if key.text == "was":
            continue
        if key.text == "id" and isinstance(value, ScalarNode):
            entries.append((key, replace(value, text=f"{own}-{value.text}")))
        else:
            entries.append((key, filled(value, own)))
    return mapping(entries, page.place)


def filled(node: Node, own: str) -> Node:
    """A node with a record's id in the places of `{id}`."""
    if isinstance(node, ScalarNode):
        return replace(node, text=node.text.replace(PER_RECORD, own)) if PER_RECORD in node.text else node
    if isinstance(node, SequenceNode):
        return SequenceNode(tuple(filled(each, own) for each in node.items), node.place)
    return MappingNode({key: filled(value, own) for key, value in node.values.items()}, node.place, node.keys)


def records_of(group: MappingNode, booklet: Booklet, report: Report) -> Iterator[tuple[str, Names | None]]:
    """The ids of the records a group is for, in the order wished for, each with the record's name where it has one."""
    for record in _records(group, booklet, report):
        name = getattr(record, "name", None)
        yield str(getattr(record, "id", "")), name if isinstance(name, Names) else None


def _records(group: MappingNode, booklet: Booklet, report: Report) -> list[Model]:
    """The records of a group, those that are meant, in the order wished for; findings where its words are off."""
    kind = group.get(GROUP)
    place = first_place(kind) if kind else group.span
    name = group.text(GROUP)
    if name not in KINDS:
        near = nearest(name, KINDS)
        cure = (
            message("did you mean “{near}”?", near=near)
            if near
            else message("known are: {known}", known=", ".join(KINDS))
        )
        report.add(
            error("edition.group", message("there are no records “{kind}” to make pages for", kind=name), place, cure)
        )
        return []
    shelf: Mapping[str, Model] = getattr(booklet, name)
    records = list(shelf.values())
    known = records[0].__struct_fields__ if records else ()
    where = group.get("where")
    for key, value in where.entries if isinstance(where, MappingNode) else ():
        if records and not _is_known(key, known, report):
            return []
        if isinstance(value, ScalarNode):
            records = [each for each in records if str(getattr(each, key.text)).lower() == value.text.lower()]
    if not records:
        report.add(error("edition.group", message("no record is of this group: it would have no pages"), place))
    wish = group.get("order_by")
    if isinstance(wish, ScalarNode) and records:
        if not _is_known(wish, known, report):
            return []
        records.sort(key=lambda each: (_rank(getattr(each, wish.text)), str(getattr(each, "id", ""))))
    return records


def _is_known(word: ScalarNode, known: tuple[str, ...], report: Report) -> bool:
    if word.text in known:
        return True
    near = nearest(word.text, known)
    cure = (
        message("did you mean “{near}”?", near=near) if near else message("known are: {known}", known=", ".join(known))
    )
    report.add(error("edition.group", message("these records have no “{key}”", key=word.text), word.span, cure))
    return False


def _rank(value: Any) -> tuple[int, float, str]:
    """What records are sorted by: figures by size, before words by their characters; what has none comes last."""
    if value is None or value == "":
        return 2, 0.0, ""
    figure = getattr(value, "value", value)
    return (0, float(figure), "") if isinstance(figure, int | float) else (1, 0.0, str(value))
