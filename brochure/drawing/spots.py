"""Spot inks by their one spelling: “DIC156”, “ＤＩＣ 156” and “dic-156” are one ink, and must be one plate."""

from __future__ import annotations

import re
from unicodedata import normalize

from brochure.patterns import pattern

_DIC = pattern(r"DIC[\s\-_.]*(?:NO\.?)?[\s\-_.]*(F|C|N)?[\s\-_]*(\d{1,4})([A-Z])?(?:[\s\-_*]*)", re.IGNORECASE)
_PANTONE = pattern(r"PANTONE[\s\-_]*(.+?)[\s\-_]*(C|U|CP|UP|M|EC|PC|TCX|TPG)?", re.IGNORECASE)
_TOYO = pattern(r"TOYO[\s\-_]*(?:CF)?[\s\-_]*(\d{1,5})", re.IGNORECASE)


def spelled(name: str) -> str:
    """The name a plate bears: `DIC 156s`, `PANTONE 286 C`, `TOYO 0457`; other names with their spaces set in order.

    The form is the one the makers' own colour books have in layout programs, where the solid DIC colours end in s.
    """
    plain = " ".join(normalize("NFKC", name).split())
    if found := _DIC.fullmatch(plain):
        family, number, suffix = found.groups()
        return f"DIC {(family or '').upper()}{number}{(suffix or '').lower()}"
    if found := _PANTONE.fullmatch(plain):
        number, paper = found.groups()
        return " ".join(part for part in ("PANTONE", _title(number), (paper or "").upper()) if part)
    if found := _TOYO.fullmatch(plain):
        return f"TOYO {found[1].zfill(4)}"
    return plain


def _title(words: str) -> str:
    return " ".join(word if any(sign.isdigit() for sign in word) else word.capitalize() for word in words.split())
