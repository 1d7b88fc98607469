"""Times of day, written `9:30` or `14:00` and in no other way."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, ClassVar

from msgspec import Struct

from brochure.diagnostics import message
from brochure.source.nodes import Node, ScalarNode
from brochure.source.words import Refused

_FORM = re.compile(r"(\d{1,2}):(\d\d)", re.ASCII)
_LOOSE = re.compile(r"(午前|午後|上午|下午|AM|PM)?\s*(\d{1,2})\s*[:.時时点點]\s*(?:(\d{1,2}|半)\s*分?)?", re.IGNORECASE)


class ClockTime(Struct, frozen=True, order=True):
    """A time of day to the minute. Raises ValueError for an hour or a minute no clock has."""

    SCHEMA: ClassVar[dict[str, Any]] = {"type": ["string", "integer"], "pattern": r"^([01]?\d|2[0-4]):[0-5]\d$"}

    hour: int
    minute: int = 0

    def __post_init__(self) -> None:
        """Refuse what no clock shows; 24:00 is the end of a day."""
        if not (0 <= self.hour <= 23 and 0 <= self.minute <= 59) and (self.hour, self.minute) != (24, 0):
            raise ValueError("no such time")

    def __str__(self) -> str:
        """The time as an author writes it: 9:30."""
        return f"{self.hour}:{self.minute:02d}"

    @classmethod
    def parse(cls, text: str) -> ClockTime:
        """The time of a text; raises Refused with the cause and the right form."""
        found = _FORM.fullmatch(text)
        if found is not None:
            try:
                return cls(int(found[1]), int(found[2]))
            except ValueError:
                pass
        meant = _meant(text)
        cure = message("write {time}", time=str(meant)) if meant else message("write 9:30 or 14:00")
        raise Refused("content.bad-time", message("“{text}” is not a time of day", text=text[:24]), cure)

    @classmethod
    def taken(cls, node: Node, key: str, former: str) -> ClockTime:
        """The time that stands in a field; raises Refused."""
        if not isinstance(node, ScalarNode):
            what = message("a time of day is expected here, but here is a list or a mapping")
            raise Refused("content.wrong-type", what, message("write 9:30 or 14:00"))
        return cls.parse(node.text)


def _meant(text: str) -> ClockTime | None:
    """The time an office's spelling means (`午後2時半`, `９：３０`), or None where that is unsure."""
    found = _LOOSE.fullmatch(unicodedata.normalize("NFKC", text.strip()))
    if found is None:
        return None
    hour = int(found[2]) + (12 if (found[1] or "").upper() in ("午後", "下午", "PM") and int(found[2]) < 12 else 0)
    try:
        return ClockTime(hour, 30 if found[3] == "半" else int(found[3] or 0))
    except ValueError:
        return None
