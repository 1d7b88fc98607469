"""What a printer asks for, in numbers: the defaults are a Japanese offset printer's, a preset replaces them.

Lengths end in `_mm` or are points; inks are shares, 3.0 is 300 %.
"""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """The numbers and names a file is judged by; empty, None and 0 where the printer asks for nothing."""

    name: str = "press"
    standard: str = ""  # the norm ordered, as files name it: "PDF/X-4", "PDF/X-1a:2001"
    output_condition: str = ""  # the output intent's identifier ordered: "JC200103"
    allows_rgb: bool = False
    trims_mm: tuple[tuple[float, float], ...] = ()  # of each page in turn; the last goes on for the rest
    bleed_mm: float = 3.0
    safe_mm: float = 3.0
    folio_mm: float = 5.0
    least_ppi: float = 149.0  # GWG 2022: under this an error
    wanted_ppi: float = 224.0  # GWG 2022: under this a warning
    least_line_art_ppi: float = 549.0
    wanted_line_art_ppi: float = 799.0
    ink_limit: float = 3.0
    least_line: float = 0.25
    least_text: float = 4.0
    least_open_text: float = 8.0  # white or multi-ink
    black_text: float = 12.0  # under this, black text is black ink alone and overprints
    black_line: float = 2.0
    spots: tuple[str, ...] | None = None  # the spot inks ordered; None for any
    binding: str = ""
    signature: int = 0  # pages come in multiples of this
    least_pages: int = 0
    most_pages: int = 0
    binding_is_right: bool | None = None
    least_code_mm: float = 10.0
    folds_mm: tuple[tuple[float, ...], ...] = ()  # of each page in turn, from the trim's left; the last goes on
    spine_mm: float | None = None  # of a cover spread
    blank_pages: tuple[int, ...] | None = None  # the pages that may be blank; None for any
    languages: tuple[str, ...] = ()  # those that speak in the file, as BCP 47 tags; empty for the one it names itself


PRESS = Limits()
