"""A foundry (鋳造所) of several processes: while the first writes a book's file, the others cut its founts.

They have the faces open from setting the book. What is wanted is told them by number of glyph, what they cut comes back
as it is embedded; the first process helps with what is left when it has nothing else to write.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.msgpack import decode, encode

from brochure.pdf.fount import Cut, Foundry, Fount
from brochure.store import Store
from brochure.typefaces.library import TypefaceLibrary
from brochure.works.companionship import Companionship, Errand


def load() -> None:
    """Load what founts are cut with, while there is nothing else to do."""
    import brochure.pdf.cid_font as _  # noqa: F401


def cutting(library: TypefaceLibrary, kept: Store | None) -> Errand:
    """Cuts a fount of a library's faces, or finds it where it is `kept`: the errand companions are sent on."""

    def cut(wanted: bytes) -> bytes:
        from brochure.pdf.cid_font import cut_of

        fount = decode(wanted, type=Fount)
        return encode(cut_of(library.by_key(fount.face), fount, kept))

    return cut


def foundry_of(companions: Companionship) -> Foundry:
    """The foundry of companions whose errand is `cutting`."""

    def begun(founts: Sequence[Fount]) -> Callable[[], Sequence[Cut]]:
        order = sorted(range(len(founts)), key=lambda place: -len(founts[place].texts))  # the longest work first
        ended = companions.run([encode(founts[place]) for place in order])

        def cuts() -> Sequence[Cut]:
            found = dict(zip(order, ended(), strict=True))
            return [decode(found[place], type=Cut) for place in range(len(founts))]

        return cuts

    return begun
