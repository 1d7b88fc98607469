"""Characters nobody sees: they come along in copying, and spoil ids and words without a trace."""

from __future__ import annotations

import re

from brochure.diagnostics import Report
from brochure.source import slips
from brochure.source.lines import Lines, Repair

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Control characters, soft hyphens, spaces without width, marks of direction. Joiners and variation selectors are part
of how some characters are written, and stay."""
_LOST = "\ufffd"


def drop_hidden(lines: Lines, report: Report) -> None:
    """Find such characters wherever they stand and take them out in memory; those a conversion lost are told too."""
    text = lines.text
    if not _HIDDEN.search(text) and _LOST not in text:
        return
    for number in range(len(lines.texts)):
        while hidden := _HIDDEN.search(lines.line(number)):
            report.add(slips.hidden_character(lines.span(number, hidden.start()), hidden[0]))
            lines.mend(Repair(number, hidden.start(), 1, ""))
        column = lines.line(number).find(_LOST)
        if column >= 0:
            report.add(slips.broken_character(lines.span(number, column)))
