"""What a country's setting of punctuation is: values a language owns and a theme may set.

JIS     JIS X 4051 and JLReq: marks have a half-em body and half an em of gap; a line's last keeps or gives it
GB      GB/T 15834 and CLReq: as JIS, ：；！？ too, and a full-width mark at a line's end is always half an em
TAIWAN  CLReq, Traditional Chinese: ，。、；：！？ stand in the middle of a whole em; brackets are compressed
LATIN   English and its like: word spaces, ragged lines
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from brochure.typesetting.character_classes import CENTRED_MARK, COMMA


class KinsokuLevel(StrEnum):
    """How strictly lines are kept from beginning with small signs (JLReq 3.1.7, C.2)."""

    VERY_STRICT = "very-strict"
    STRICT = "strict"  # 々 ー and small kana may begin a line


class LineEnd(StrEnum):
    """What a comma, a stop or a closing bracket at the line's end does with its half em."""

    EITHER = "either"  # keeps it whole or gives it all (JLReq 3.1.9)
    HALF = "half"  # always gives it (GB/T 15834, 5.1.4)


class Hanging(StrEnum):
    """Whether a comma or full stop may hang beyond the measure (ぶら下げ)."""

    OFF = "off"
    ALLOW = "allow"


@dataclass(frozen=True, slots=True)
class Conventions:
    """A country's punctuation setting.

    `classes` sets characters in another class than JLReq's for spacing; for line ends they keep their own. `latin_gap`
    is the gap between Han or kana and Latin in thousandths of an em.
    """

    name: str
    level: KinsokuLevel = KinsokuLevel.VERY_STRICT
    line_end: LineEnd = LineEnd.EITHER
    hanging: Hanging = Hanging.OFF
    latin_gap: int = 250
    classes: Mapping[str, int] = field(default_factory=dict[str, int], hash=False)


JIS = Conventions("JIS")
GB = Conventions("GB", line_end=LineEnd.HALF, classes=dict.fromkeys("！？：；", COMMA))
TAIWAN = Conventions("TAIWAN", line_end=LineEnd.HALF, classes=dict.fromkeys("，。、；：！？", CENTRED_MARK))
LATIN = Conventions("LATIN", level=KinsokuLevel.STRICT, latin_gap=250)
