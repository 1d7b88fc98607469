"""Copy: the author's words with their stable key and their place, and the readings (ruby) written inside them.

A reading is written `｜漢字《かな》` or `{漢字|かんじ}`; the two mean the same.
`｜留萌《る|もい》` or `{留萌|る|もい}` gives each character its own, so that a line may end between them; a part may be
empty: `｜行き先《い||さき》`. Pinyin and bopomofo stand in the same marks: `｜留萌《Liúméng》` over the word,
`｜留萌《Liú méng》` and `｜留萌《ㄌㄧㄡˊ ㄇㄥˊ》` over its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from pydantic_core import core_schema

from brochure.diagnostics import Message, Span, message
from brochure.source.model import Model, Refused, Words
from brochure.source.nodes import ScalarNode

_NOWHERE = Span("")
_MARK = re.compile(
    r"｜(?P<bar_base>[^｜《》\n]+)《(?P<bar_ruby>[^《》\n]+)》"
    r"|\{(?P<base>[^{}|｜《》\n]+)\|(?P<ruby>[^{}《》\n]+)\}"
)
_LEFT_OVER = re.compile(r"｜[^｜《\n]*《?|\{[^{}\n]*\|")  # a mark that was begun and not ended as it should
_BOPOMOFO = re.compile(r"[ㄅ-ㄯㆠ-ㆺ]")
_CHARACTER = re.compile(
    r".[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
)  # with the accents and variation selectors that follow it


class Piece(NamedTuple):
    """A stretch of copy and the reading set over it ("" for none), whose parts, if it has any, are parted by `|`."""

    base: str
    ruby: str = ""

    @property
    def characters(self) -> tuple[str, ...]:
        """The characters of the base, each with what it bears."""
        return tuple(_CHARACTER.findall(self.base))

    @property
    def parts(self) -> tuple[str, ...]:
        """What is written for each character, or the one reading of them all."""
        if "|" in self.ruby:
            return tuple(part.strip() for part in self.ruby.split("|"))
        if _BOPOMOFO.search(self.ruby):
            return tuple(self.ruby.split())
        return (self.ruby.strip(),)


@dataclass(frozen=True, slots=True)
class Text:
    """The author's copy as typed, its key, and where it stands; where it stands is no part of what it is.

    `former` is the key it had before a rename, "" for none: its translations are found by it.
    """

    source: str
    key: str = ""
    span: Span = field(default=_NOWHERE, compare=False)
    node: ScalarNode | None = field(default=None, compare=False, repr=False)
    former: str = field(default="", compare=False)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The copy as stretches with their readings."""
        return parse_marks(self.source)

    @property
    def plain(self) -> str:
        """The copy without readings."""
        return plain(self.source)

    def at(self, offset: int, length: int = 1) -> Span:
        """The place of part of `source`, in code points: exact where the copy is written on one line or after `|`."""
        return self.node.at(offset, length) if self.node else self.span

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_taken)


def _taken(value: Any) -> Text:
    """A field's Text from what the file holds; raises Refused."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str) and not isinstance(value, Words):
        return Text(value)
    if not isinstance(value, Words):
        raise _not_words(value)
    node = value.node
    if "\0" in value.key:
        raise Refused(
            "content.text-without-id",
            message("this text hangs on a list item that has no id, so no translation could be kept for it"),
            message("give the item a line “id: …” of its own; it must never change"),
        )
    source = str(value).rstrip("\n")
    wrong = next(wrong_marks(source), None)
    if wrong:
        raise wrong
    return Text(source, value.key, node.span, node, value.former)


def wrong_marks(source: str) -> Iterator[Refused]:
    """What is wrong with the readings in copy, with the place of each mark: not ended, blank, or miscounted."""
    for broken in _LEFT_OVER.finditer(_MARK.sub(lambda found: "\0" * len(found[0]), source)):
        yield Refused(
            "content.broken-reading",
            message("the reading “{mark}” is not ended", mark=broken[0]),
            message("a reading is written ｜漢字《かな》 or {{漢字|かな}}"),
            offset=broken.start(),
            length=len(broken[0]),
        )
    for found in _MARK.finditer(source):
        wrong = _wrong_reading(_piece(found))
        if wrong:
            yield Refused(*wrong, offset=found.start(), length=len(found[0]))


def _wrong_reading(piece: Piece) -> tuple[str, Message, Message] | None:
    """The code, the sentence and the cure for a mark whose reading does not answer its characters."""
    if not any(piece.parts):
        what = message("“{base}” has an empty reading", base=piece.base)
        return "content.empty-reading", what, message("a reading is written ｜漢字《かな》 or {{漢字|かな}}")
    parts, characters = len(piece.parts), len(piece.characters)
    if parts in (1, characters):
        return None
    what = message(
        "the reading “{reading}” has {parts} parts, but “{base}” has {characters} characters",
        reading=piece.ruby,
        parts=parts,
        base=piece.base,
        characters=characters,
    )
    cure = message(
        "write a part for each character, {parted}, or one reading for the word, {whole}",
        parted=f"｜{piece.base}《{'|'.join('…' * characters)}》",
        whole=f"｜{piece.base}《…》",
    )
    return "content.miscounted-reading", what, cure


def _not_words(value: Any) -> Refused:
    what = message("words are expected here, but here is a list or a mapping")
    if isinstance(value, dict) and len(cast(dict[str, Any], value)) < 2:
        return Refused("content.wrong-type", what, message("words that begin with [ or {{ must be put in quotes"))
    cure = message("write the words after the colon; for several lines, put “|-” there and indent the lines")
    return Refused("content.wrong-type", what, cure)


def parse_marks(source: str) -> tuple[Piece, ...]:
    """Copy cut into stretches with and without readings, in order; joined, the bases are the plain copy."""
    pieces: list[Piece] = []
    end = 0
    for found in _MARK.finditer(source):
        if found.start() > end:
            pieces.append(Piece(source[end : found.start()]))
        pieces.append(_piece(found))
        end = found.end()
    if end < len(source):
        pieces.append(Piece(source[end:]))
    return tuple(pieces)


def _piece(found: re.Match[str]) -> Piece:
    return Piece(found["bar_base"] or found["base"], (found["bar_ruby"] or found["ruby"]).replace("｜", "|"))


def plain(source: str) -> str:
    """Copy without its readings."""
    return _MARK.sub(lambda found: found["bar_base"] or found["base"], source)


def normal_marks(source: str) -> str:
    """Copy with every reading written `｜漢字《かな》`."""
    return "".join(f"｜{base}《{ruby}》" if ruby else base for base, ruby in parse_marks(source))


def iterate_texts(value: Any) -> Iterator[Text]:
    """Every Text in a record, a mapping or a sequence of records, in the order of the fields and of the file."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from iterate_texts(getattr(value, name))
    elif isinstance(value, dict):
        for inner in cast(dict[Any, Any], value).values():
            yield from iterate_texts(inner)
    elif isinstance(value, list | tuple):
        for inner in cast(tuple[Any, ...], value):
            yield from iterate_texts(inner)
