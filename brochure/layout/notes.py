"""Notes called by number in copy (注): who counts them, and what leads from a call to its note and back.

A call stands small and high after its word and leads to the note; the number before the note leads back to the call.
For a hearing reader the call is a reference and the number the note's label (ISO 32000-1, 14.8.4.4.1 and 14.8.4.2).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from brochure.content.marks import Mark, Piece, plain_of
from brochure.drawing.frame import Anchor, Link, Placed, Tagged
from brochure.drawing.structure import Role
from brochure.layout.strip import Strip
from brochure.layout.text_block import Words

_BLANK = "　"  # between a note's number and its words


class Note(Struct, frozen=True):
    """A note as it is set: its number, its words with the number before them, and the anchors of the call and of the
    note itself.
    """

    number: int
    words: Words
    call: Anchor
    place: Anchor


class Numbering(Struct):
    """Counts the notes of some prose in one language, from 1. `name` begins the names of their anchors and is no other
    prose's of the book; `at_note` and `at_call` say, by the number, what a link to a note and one back to its call lead
    to.
    """

    name: str
    at_note: Callable[[int], str]
    at_call: Callable[[int], str]
    notes: list[Note] = field(default_factory=list[Note])

    def numbered(self, words: Words) -> Words:
        """The words with a number in the place of each note, which leads to it."""
        if not any(piece.note for piece in words.pieces):
            return words
        pieces: list[Piece] = []
        for piece in words.pieces:
            if piece.note:
                note = self._taken(piece.note, words)
                piece = replace(piece, base=str(note.number), marks=(Mark.RAISED,), target=f"#{note.place.name}")
            pieces.append(piece)
        return replace(words, text=plain_of(pieces), pieces=tuple(pieces))

    def _taken(self, noted: tuple[Piece, ...], words: Words) -> Note:
        number = len(self.notes) + 1
        call = Anchor(f"call:{self.name}:{number}", self.at_call(number))
        place = Anchor(f"note:{self.name}:{number}", self.at_note(number))
        pieces = (Piece(str(number), target=f"#{call.name}"), Piece(_BLANK), *noted)
        note = Note(number, Words(plain_of(pieces), words.origin, words.language, pieces), call, place)
        self.notes.append(note)
        return note

    def called(self, strips: Sequence[Strip]) -> tuple[Strip, ...]:
        """The strips of numbered words, each call in them a reference to its note."""
        if not self.notes:
            return tuple(strips)
        calls = {f"#{note.place.name}": note.call for note in self.notes}
        return tuple(
            replace(strip, items=_led(strip.items, calls, Role.REFERENCE)) if strip.calls else strip for strip in strips
        )


def noted(note: Note, strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The strips of a note's words as one element, whatever its paragraphs, its number the label."""
    places = {f"#{note.call.name}": note.place}
    return tuple(
        replace(
            strip,
            items=strip.items if index else _led(strip.items, places, Role.LABEL),
            element=replace(strip.element, number=note.number),
        )
        for index, strip in enumerate(strips)
    )


def _led(items: tuple[Placed, ...], anchors: dict[str, Anchor], role: Role) -> tuple[Placed, ...]:
    """Items, each run with a link of these targets over it an element of a role, with the anchor it is known by."""
    led: list[Placed] = []
    for each in items:
        anchor = anchors.get(each.item.target) if isinstance(each.item, Link) else None
        if anchor is None or not led:
            led.append(each)
            continue
        run = led.pop()
        led.append(Placed(Tagged(role, (replace(each, item=anchor), run, each))))
    return tuple(led)
