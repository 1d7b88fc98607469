"""Whether the pages of an edition can be bound or folded as it orders: covers and blanks counted."""

from __future__ import annotations

from brochure.book.panels import fold_of
from brochure.diagnostics import Report, error, message
from brochure.edition.bindings import BINDINGS
from brochure.edition.edition import Edition


def check_page_count(edition: Edition, pages: int, report: Report) -> None:
    """Report pages that cannot be bound or folded as ordered."""
    binding, fold = BINDINGS[edition.binding], fold_of(edition)
    if fold is not None and pages != fold.panels:
        what = message("a {fold} has {panels} panels, not {pages}", fold=fold.name, panels=fold.panels, pages=pages)
        report.add(error("edition.page-count", what, edition.span, message("order as many pages as there are panels")))
    if not binding.accepts(pages):
        report.add(
            error(
                "edition.page-count",
                message(
                    "{pages} pages cannot be bound as {binding}: it takes multiples of {signature}, {least} to {most}",
                    pages=pages,
                    binding=binding.name,
                    signature=binding.signature,
                    least=binding.least,
                    most=binding.most,
                ),
                edition.span,
                message("add or take away pages in the edition file, covers and blanks counted"),
            )
        )
