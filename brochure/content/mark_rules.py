"""What is wrong with the marks in copy, each with its place: not ended, unknown, empty, miscounted, no field."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.content.fields import unknown_fields
from brochure.content.marks import Fault, Mark, Piece, Place, parse, plain_of
from brochure.diagnostics import Message, message
from brochure.source.model import Refused
from brochure.source.nearest import nearest

_LONGEST_ACROSS = 4  # characters that can still be read across one em of a vertical line
_SET_APART = frozenset({Mark.ACROSS, Mark.WARICHU, Mark.RAISED})
_TARGETS = ("#", "https://", "http://", "mailto:", "tel:")


def wrong_marks(source: str) -> Iterator[Refused]:
    """What is wrong with the marks in copy, in the order they stand in."""
    for place in parse(source).places:
        wrong = _fault(place, source) if place.fault else _wrong(place)
        if wrong:
            yield Refused(*wrong, offset=place.start, length=place.length)
    for offset, length, what, cure in unknown_fields(source) if "{" in source else ():
        yield Refused("content.unknown-field", what, cure, offset=offset, length=length)


def _fault(place: Place, source: str) -> tuple[str, Message, Message]:
    written = source[place.start : place.start + place.length]
    code = f"content.{place.fault}"
    match place.fault:
        case Fault.UNKNOWN:
            return _unknown(written, code)
        case Fault.MARK:
            what = message("the mark “{mark}” is not ended", mark=written)
            return code, what, message("end it with a closing brace: {example}", example=f"{written}…}}")
        case Fault.EMPTY:
            what = message("the mark “{mark}” holds no words", mark=written)
            return code, what, message("write the words after the colon, or take the mark away")
        case Fault.TARGET:
            what = message("the link “{mark}” leads nowhere", mark=written)
            return code, what, message("a link is written {example}", example="{link:…|https://…}")
        case _:
            what = message("the reading “{mark}” is not ended", mark=written)
            return code, what, message("a reading is written ｜漢字《かな》 or {{漢字|かな}}")


def _unknown(written: str, code: str) -> tuple[str, Message, Message]:
    what = message("there is no mark “{mark}”", mark=written)
    near = nearest(written.strip("{:"), [mark.value for mark in Mark])
    if near:
        return code, what, message("did you mean “{near}”?", near=f"{{{near}:")
    return code, what, message("known are: {known}", known=", ".join(f"{{{mark}:…}}" for mark in Mark))


def _wrong(place: Place) -> tuple[str, Message, Message] | None:
    if place.mark is None:
        return _wrong_reading(place.pieces[0])
    words = plain_of(place.pieces)
    if place.mark is Mark.ACROSS and len(words) > _LONGEST_ACROSS:
        what = message("“{words}” is too long to stand across a line", words=words)
        return "content.long-across", what, message("at most {count} characters fit", count=_LONGEST_ACROSS)
    if place.mark is Mark.LINK and not place.pieces[0].target.startswith(_TARGETS):
        what = message("“{target}” is no address a link can lead to", target=place.pieces[0].target)
        return "content.link-target", what, message("begin it with https://, mailto: or, for a page’s id, with #")
    if place.mark is Mark.NOTE and any(piece.note for piece in place.pieces):
        what = message("a note cannot stand inside another")
        return "content.crowded-mark", what, message("end the first note before the second begins")
    if place.mark in _SET_APART and any(map(_is_crowded, place.pieces)):
        what = message("inside {{{mark}:…}} nothing else can be set apart and no reading set", mark=place.mark.value)
        return "content.crowded-mark", what, message("take the inner mark away, or end the outer one before it")
    return None


def _is_crowded(piece: Piece) -> bool:
    if piece.note:
        return True
    return bool(piece.ruby) or sum(mark in _SET_APART for mark in piece.marks) > 1


def _wrong_reading(piece: Piece) -> tuple[str, Message, Message] | None:
    """The code, the sentence and the cure for a reading that does not answer its characters."""
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
