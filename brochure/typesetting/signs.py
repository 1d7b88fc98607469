"""What each character of ordinary copy is: its code and its sort, learned text by text."""

from __future__ import annotations

from brochure.typesetting.character_classes import DIGIT
from brochure.typesetting.conventions import Conventions
from brochure.typesetting.figures import FIGURES, Figures, figures_of
from brochure.typesetting.itemise import printable
from brochure.typesetting.spacing import code, codes_of
from brochure.typesetting.text_style import TextStyle
from brochure.typesetting.type_case import NOT_IN_CASE, TypeCase

RARE = "\0"
"""The code of what is left to the stick."""
FIGURE = code(DIGIT, DIGIT)
"""The code of a figure."""
_STEERING = "\u2060\u200b\ufeff\u00ad\n"


class Signs(dict[int, str]):
    """Code point → its code and its sort, two characters: copy is read in one pass. `RARE` for what the main face lacks
    or what changes what stands beside it; `NOT_IN_CASE` for what has no sort of its own.

    Figures have sorts where all are alike: of those with one code all have one width. `waiting` is what is being read:
    at its first character that is new, all of it is learned.
    """

    def __init__(self, text: TextStyle, conventions: Conventions, case: TypeCase) -> None:
        super().__init__()
        self.waiting = ""
        self._text = text
        self._codes = codes_of(conventions, False)
        self._case = case
        self._figures: Figures | None = None
        self._has_han = text.faces.main.covers("国")

    def __missing__(self, point: int) -> str:
        copy, self.waiting = self.waiting, ""
        self._learn(copy or chr(point))
        return self[point]

    @property
    def figures(self) -> Figures:
        """The figures that are set one by one."""
        if self._figures is None:
            self._figures = figures_of(self._text.faces, self._text.language, self._text.features)
        return self._figures

    def _learn(self, copy: str) -> None:
        case, codes = self._case, self._codes
        new = [sign for sign in dict.fromkeys(copy) if ord(sign) not in self]
        case.cast(new)
        for sign in new:
            point = ord(sign)
            own = codes[point]
            sort = self._figure(sign) if sign in FIGURES else NOT_IN_CASE if own == FIGURE else case[point]
            self[point] = (own if self._is_ordinary(sign, sort) else RARE) + sort

    def _figure(self, sign: str) -> str:
        figures = self.figures
        return figures[sign][0] if len({width for _, width in figures.values()}) == 1 else NOT_IN_CASE

    def _is_ordinary(self, sign: str, sort: str) -> bool:
        if "一" <= sign <= "\u9fff" or "ぁ" <= sign <= "ゖ" or "ァ" <= sign <= "ヺ":
            return sort != NOT_IN_CASE or self._text.faces.main.covers(sign)
        faces = self._text.faces
        if sort != NOT_IN_CASE and self._has_han and faces.main.covers(sign):
            return True
        return (
            sign not in _STEERING
            and not printable(sign)[1]
            and not faces.uncovered(sign)
            and faces.spans("国" + sign) == ((0, 2, faces.main),)
            and faces.spans(sign + "国") == ((0, 2, faces.main),)
        )
