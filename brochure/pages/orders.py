"""Reads the pages of an edition: each by the page type that was ordered, its references into the booklet resolved."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.content.booklet import Booklet
from brochure.content.overrides import named_but_left_out
from brochure.content.page_content import PageContent
from brochure.content.references import check_references, references
from brochure.diagnostics import Message, Report, error, message
from brochure.edition.edition import Edition, PageOrder
from brochure.pages import PAGE_TYPES
from brochure.pages.art import unknown_art
from brochure.pages.groups import named, orders_of
from brochure.source.nearest import nearest
from brochure.source.validate import validate


def read_pages(edition: Edition, booklet: Booklet, report: Report) -> tuple[PageContent, ...]:
    """The contents of the edition's pages, in order; what is wrong goes to the report, all of it at once."""
    if edition.exchange:
        booklet.register.check("exchanges", edition.exchange, edition.place_of("exchange"), report)
    contents: list[PageContent | None] = []
    orders = orders_of(edition, booklet, report)
    for order, names in orders:
        content = _read(order, booklet, report)
        contents.append(named(content, names) if content and names else content)
    for language in edition.languages:
        _check_left_out([order for order, _ in orders], booklet.in_(language), report)
    return tuple(content for content in contents if content is not None)


def _read(order: PageOrder, booklet: Booklet, report: Report) -> PageContent | None:
    page_type = PAGE_TYPES.get(order.type)
    if page_type is None:
        if order.type:
            place = order.node.get("type")
            what = message("there is no page type “{type}”", type=order.type)
            report.add(error("edition.page-type", what, place.span if place else None, _cure(order.type)))
        return None
    check_references(page_type.content, order.node, booklet.register, report)
    report.extend(unknown_art(order.node))
    return validate(page_type.content, order.node, report, key=order.key, former=order.former)


def _check_left_out(orders: Sequence[PageOrder], booklet: Booklet, report: Report) -> None:
    """A finding for every record a page names though the language of the booklet leaves it out."""
    if not booklet.left_out:
        return
    for order in orders:
        page_type = PAGE_TYPES.get(order.type)
        for kind, name in references(page_type.content, order.node) if page_type else ():
            place = booklet.left_out.get(kind, {}).get(name.text)
            if place is not None:
                report.add(named_but_left_out(name.text, place, name))


def _cure(name: str) -> Message:
    near = nearest(name, PAGE_TYPES)
    if near:
        return message("did you mean “{near}”?", near=near)
    return message("known are: {known}", known=", ".join(PAGE_TYPES))
