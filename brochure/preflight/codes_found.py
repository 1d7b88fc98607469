"""A QR code that was found: the value `codes` finds and pages keep."""

from __future__ import annotations

from msgspec import Struct

from brochure.preflight.geometry import Box

_QUIET = 4  # modules of light around a code (ISO/IEC 18004, 6.3.8)


class Code(Struct, frozen=True):
    """A QR code: where it is, how many modules it has on a side, what it is printed in; `first` is where in the page's
    drawings it begins, `end` where it ends."""

    box: Box
    modules: int
    inks: int
    first: int = 0
    end: int = 0

    @property
    def quiet_zone(self) -> Box:
        """The code with the light it needs about it."""
        return self.box.grown(self.box.width / self.modules * _QUIET)
