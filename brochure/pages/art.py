"""The drawings an edition file can order for a page, by name, and the finding where it names one there is not."""

from __future__ import annotations

from functools import lru_cache

from brochure.diagnostics import Diagnostic, Message, error, message
from brochure.drawing.frame import Frame
from brochure.drawing.geometry import Size
from brochure.layout.art.motifs import MOTIFS, motif
from brochure.layout.palette import Palette
from brochure.source.nearest import nearest
from brochure.source.nodes import MappingNode, SequenceNode

KEYS = ("art", "foot_art", "portrait_art", "other_art")  # of a page in an edition file, and of what it lists
_OTHER_NAMES = {"blossoms": "cherry"}


def art_name(name: str) -> str:
    """The motif's own name for a name an edition may call it by."""
    return _OTHER_NAMES.get(name, name)


@lru_cache(maxsize=64)
def drawing(name: str, size: Size, palette: Palette, seed: int) -> Frame:
    """The motif of a name that `unknown_art` has let pass, drawn; another name raises KeyError.

    The same drawing is drawn once: a booklet of many towns bears one motif on many pages.
    """
    return motif(art_name(name))(size, palette, seed).as_ornament()


def unknown_art(page: MappingNode) -> tuple[Diagnostic, ...]:
    """A finding for every key of an ordered page that names a drawing there is not, at the name."""
    named = ((part.get(key), part.text(key)) for part in (page, *_listed(page)) for key in KEYS)
    return tuple(
        error(
            "pages.unknown-art",
            message("there is no drawing “{name}”", name=name),
            place.span,
            _cure(name),
        )
        for place, name in named
        if place is not None and name and art_name(name) not in MOTIFS
    )


def _listed(page: MappingNode) -> tuple[MappingNode, ...]:
    """The mappings in the lists of a page: its pictures."""
    lists = (value.items for value in page.values.values() if isinstance(value, SequenceNode))
    return tuple(item for items in lists for item in items if isinstance(item, MappingNode))


def _cure(name: str) -> Message:
    near = nearest(name, MOTIFS)
    if near:
        return message("did you mean “{near}”?", near=near)
    return message("known are: {known}", known=", ".join(MOTIFS))
