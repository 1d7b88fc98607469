"""Series: one form for many booklets of the same make, “a booklet for each town”, filled in record by record.

An edition file with `for_each` is a form: `where` and `order_by` say which records and in what order, as in a group of
pages. Each gets an edition, its id put after the form's (`town-rumoi`). In the form `{id}` is the record's id, in its
copy `{name}` the record's name; the copy is one text, translated once for all of them. The pages of a group inside are
for the group's own records, `{id}` in its `where` for the form's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brochure.content.booklet import Booklet
from brochure.diagnostics import Report, error, message
from brochure.edition.edition import GROUP, Edition
from brochure.pages.groups import filled, records_of
from brochure.source.nodes import MappingNode, mapping


def written_out(editions: Iterable[Edition], booklet: Booklet, report: Report) -> tuple[Edition, ...]:
    """The editions in order, forms filled in. Two of one id are told: their files would bear one name."""
    found: dict[str, Edition] = {}
    for form in editions:
        for edition in _filled_in(form, booklet, report):
            if edition.id in found:
                what = message("two editions are called “{id}”", id=edition.id)
                cure = message("give one of them another id: their files would bear the same name")
                report.add(error("edition.twice", what, form.place_of("id"), cure))
            found.setdefault(edition.id, edition)
    return tuple(found.values())


def _filled_in(form: Edition, booklet: Booklet, report: Report) -> Iterator[Edition]:
    if form.group is None:
        for key in ("where", "order_by"):
            if getattr(form, key):
                what = message("“{key}” says which records a form is for: it needs “for_each” beside it", key=key)
                cure = message("add “for_each: cities”, or take the line away")
                report.add(error("edition.group", what, form.place_of(key), cure))
        yield form
        return
    pages = [page for page in form.pages if isinstance(page, MappingNode)]
    for record, names in records_of(form.group, booklet, report):
        yield form.filled_in(record, names, [_page(page, record) for page in pages])


def _page(page: MappingNode, record: str) -> MappingNode:
    """A page of a form for one record; of a group only what says which records it is of."""
    kept = ("pages",) if page.get(GROUP) is not None else ()
    entries = ((key, value if key.text in kept else filled(value, record)) for key, value in page.entries)
    return mapping(entries, page.place)
