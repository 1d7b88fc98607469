"""The case (字箱): the sorts of a face for characters that never depend on their neighbours.

Most of Japanese and Chinese copy is such characters, each one glyph an em wide. They are picked from the case in one
pass at C speed; anything else is shaped by HarfBuzz. Each sort is itself what HarfBuzz makes of the character alone,
and a face whose kana change beside one another has no case.
"""

from __future__ import annotations

from bisect import bisect_right
from codecs import utf_16_be_encode
from collections.abc import Iterable
from functools import cache

import uharfbuzz

from brochure.typefaces.face import Face

_LANGUAGES = {"ja": "ja", "zh_CN": "zh-cn", "zh_TW": "zh-tw", "en": "en"}
_CONTEXTUAL = {"calt", "clig", "rclt", "rlig", "chws", "vchw"}
_NEIGHBOURLY = "のりしいうよトールスン"
_SORTED = (
    *(0x2460, 0x2500, 0x25A0, 0x2600, 0x3000, 0x3004, 0x3005, 0x302A, 0x3030, 0x3036, 0x3037, 0x3097),
    *(0x309B, 0x3100, 0x31F0, 0x3200, 0x3400, 0xA000, 0xF900, 0xFB00, 0xFF01, 0xFF5F, 0x20000, 0x40000),
)
"""Where the characters of a case begin and end, by turns: a pattern of so many would take long to make."""

NOT_IN_CASE = "\0"  # no sort has the number of the glyph for what a face lacks


class TypeCase(dict[int, str]):
    """Code point → the glyph's number as a character; `NOT_IN_CASE` where it must be shaped with its neighbours."""

    def __init__(self, face: Face, language: str, is_vertical: bool) -> None:
        super().__init__()
        self._face = face
        self._language = language
        self._is_vertical = is_vertical

    def __missing__(self, code: int) -> str:
        found = self[code] = self._sort(chr(code)) if bisect_right(_SORTED, code) % 2 else NOT_IN_CASE
        return found

    def cast(self, signs: Iterable[str]) -> None:
        """Have the sorts of characters, each named once, made together: HarfBuzz is asked once for all that are not
        there yet.

        Where two of them are drawn as one, each is left to be made when it is first looked for.
        """
        new = [sign for sign in signs if ord(sign) not in self and bisect_right(_SORTED, ord(sign)) % 2]
        if not new:
            return
        buffer = self._shaped("".join(new))
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        if positions and [info.cluster for info in infos] == [*range(len(new))]:
            self.update(zip(map(ord, new), map(self._picked, infos, positions), strict=True))

    def sorts(self, text: str) -> bytes | None:
        """The glyphs of a text, two bytes each; None where some character is not in the case."""
        picked = text.translate(self)
        return None if NOT_IN_CASE in picked else numbers_of(picked)

    def _sort(self, character: str) -> str:
        buffer = self._shaped(character)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        return self._picked(infos[0], positions[0]) if len(infos) == 1 and positions else NOT_IN_CASE

    def _picked(self, info: uharfbuzz.GlyphInfo, position: uharfbuzz.GlyphPosition) -> str:
        move = -position.y_advance if self._is_vertical else position.x_advance
        is_plain = move == self._face.units_per_em and (self._is_vertical or not position.x_offset)
        return chr(info.codepoint) if is_plain and 0 < info.codepoint <= 0xFFFF else NOT_IN_CASE

    def _shaped(self, text: str) -> uharfbuzz.Buffer:
        return shaped_buffer(self._face, text, self._language, "Hani", self._is_vertical, {"kern": False})


def numbers_of(sorts: str) -> bytes:
    """The glyphs' numbers of sorts, two bytes each, the big end first."""
    return utf_16_be_encode(sorts, "surrogatepass")[0]  # by its name the codec is a module that takes time to load


@cache
def type_case(face: Face, language: str, is_vertical: bool) -> TypeCase | None:
    """The case of a face for a language and a writing direction; None where its characters change by context."""
    hb_face = face.hb_face
    for table in ("GSUB", "GPOS"):
        for script, tag in enumerate(hb_face.get_table_script_tags(table)):
            if tag in ("hani", "kana", "DFLT") and _CONTEXTUAL & set(hb_face.get_language_feature_tags(table, script)):
                return None
    case = TypeCase(face, language, is_vertical)
    if not all(map(face.covers, _NEIGHBOURLY)):
        return case
    case.cast(_NEIGHBOURLY)
    neighbours = beside_one_another(_NEIGHBOURLY)
    together = shaped_buffer(face, neighbours, language, "Hani", is_vertical, {"kern": False}).glyph_infos
    apart = [*map(ord, neighbours.translate(case))]
    return case if [info.codepoint for info in together] == apart else None


def beside_one_another(signs: str) -> str:
    """The signs in such an order that each stands once before every one of them, itself among them."""
    return (
        "".join([one + "".join([one + other for other in signs[at + 1 :]]) for at, one in enumerate(signs)]) + signs[0]
    )


def shaped_buffer(
    face: Face, text: str, language: str, script: str, is_vertical: bool, features: dict[str, bool | int]
) -> uharfbuzz.Buffer:
    """Text shaped by HarfBuzz: script, language and direction always set."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "ttb" if is_vertical else "ltr"
    buffer.script = script
    buffer.language = _LANGUAGES.get(language, "en")
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    uharfbuzz.shape(face.hb_font, buffer, features)  # pyright: ignore[reportArgumentType]
    return buffer
