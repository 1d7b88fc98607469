"""Reads the pages of an edition: each by the page type that was ordered, its references into the booklet resolved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from brochure.content.booklet import Booklet
from brochure.content.page_content import PageContent
from brochure.diagnostics import Diagnostic, Message, Report, Span, error, message
from brochure.edition.edition import Edition, PageOrder
from brochure.pages import PAGE_TYPES
from brochure.source.nearest import nearest
from brochure.source.validate import validate


def read_pages(edition: Edition, booklet: Booklet | None, report: Report) -> tuple[PageContent, ...]:
    """The contents of the edition's pages, in order; what is wrong goes to the report, all of it at once."""
    contents = (_read(order, booklet, report) for order in edition.orders)
    return tuple(content for content in contents if content is not None)


def _read(order: PageOrder, booklet: Booklet | None, report: Report) -> PageContent | None:
    page_type = PAGE_TYPES.get(order.type)
    if page_type is None:
        if order.type:
            place = order.node.get("type")
            what = message("there is no page type “{type}”", type=order.type)
            report.add(error("edition.page-type", what, place.span if place else None, *_cure(order.type, PAGE_TYPES)))
        return None
    content = validate(page_type.content, order.node, report, key=order.key)
    if content is not None and booklet is not None and page_type.refers_to:
        report.extend(_dangling(content, page_type.refers_to, booklet))
    return content


def _dangling(content: PageContent, kind: str, booklet: Booklet) -> tuple[Diagnostic, ...]:
    known: Mapping[str, Any] = booklet.cities if kind == "city" else booklet.exchanges
    name: str = getattr(content, kind)
    if name in known:
        return ()
    span: Span | None = content.place_of(kind)
    what = message("there is no {kind} “{name}” in the content", kind=kind, name=name)
    return (error("edition.dangling", what, span, *_cure(name, known)),)


def _cure(name: str, known: Mapping[str, Any]) -> tuple[Message, ...]:
    near = nearest(name, known)
    if near:
        return (message("did you mean “{near}”?", near=near),)
    return (message("known are: {known}", known=", ".join(known)),)
