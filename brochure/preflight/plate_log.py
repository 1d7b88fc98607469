"""What each plate of a page is made of, as one digest a plate: two pages with equal digests have equal plates.

Every painting operator is written down for the plates it changes: those it puts ink on, and those it clears where there
is ink. What overprints leaves the others alone, so black words that overprint are the black plate's affair only.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from msgspec import Struct, field

from brochure.preflight.geometry import Box
from brochure.preflight.ink_map import InkMap

_ANY = 1  # step of ink


class PlateLog(Struct):
    """The digests of one page's plates while it is painted."""

    _digests: dict[str, Any] = field(default_factory=dict[str, Any])

    def take(self, what: bytes, box: Box, inks: Mapping[str, float], keeps_others: bool, below: InkMap) -> None:
        """Write one painting down: `what` tells its shape and place, `inks` its ink, `below` what it covers."""
        for plate, value in inks.items():
            if value > 0:
                self._digest(plate).update(b"%s %d\n" % (what, round(value * 1000)))
        if keeps_others:
            return
        for plate in below.grid.plates:
            if inks.get(plate, 0.0) <= 0 and below.share(box, plate.__eq__, _ANY) > 0:
                self._digest(plate).update(b"%s cleared\n" % what)

    def _digest(self, plate: str) -> Any:
        if plate not in self._digests:
            self._digests[plate] = sha256()
        return self._digests[plate]

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each plate with anything on it."""
        return {plate: digest.hexdigest() for plate, digest in sorted(self._digests.items())}
