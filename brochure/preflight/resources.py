"""What names in a content stream mean: one look at each object of the file, however many pages use it (7.8.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct, field
from pikepdf import Dictionary, PdfError

from brochure.preflight.colour import Space, is_dictionary, read_space
from brochure.preflight.fonts import Font, read_font
from brochure.preflight.images import Pixels, read_pixels
from brochure.preflight.objects import text, unpacked

_MOST_FORMS, _LARGEST_FORM = 64, 1 << 18  # of those remembered: how many, and of how many bytes

T = TypeVar("T")


class Store(Struct):
    """Fonts, pictures, colour spaces and forms of one file that have been read, by object number."""

    fonts: dict[tuple[int, int], Font] = field(default_factory=dict[tuple[int, int], Font])
    pictures: dict[tuple[int, int], Pixels] = field(default_factory=dict[tuple[int, int], Pixels])
    spaces: dict[tuple[int, int], Space] = field(default_factory=dict[tuple[int, int], Space])
    forms: dict[tuple[int, int], bytes] = field(default_factory=dict[tuple[int, int], bytes])

    def form(self, stream: Any) -> bytes:
        """What a form XObject is drawn by. The last few are remembered: page after page shows the same."""
        found = self.forms.get(stream.objgen)
        if found is None:
            found = unpacked(stream)
            if len(found) <= _LARGEST_FORM:
                if len(self.forms) >= _MOST_FORMS:
                    self.forms.clear()
                self.forms[stream.objgen] = found
        return found


class Resources(Struct):
    """A resource dictionary with what was found in it; `missing` is told of each (kind, name) that is not there."""

    entries: Any
    store: Store
    missing: Callable[[str, str], None]
    _objects: dict[tuple[str, str], Any] = field(default_factory=dict[tuple[str, str], Any])
    _fonts: dict[str, Font | None] = field(default_factory=dict[str, "Font | None"])
    _spaces: dict[str, Space | None] = field(default_factory=dict[str, "Space | None"])

    def look_up(self, kind: str, name: str) -> Any:
        """The object of a name; None, and told as missing, where there is none."""
        key = kind, name
        if key not in self._objects:
            group = self.entries.get(kind) if is_dictionary(self.entries) else None
            found = group.get(name) if isinstance(group, Dictionary) else None
            if found is None and name.isascii():  # names in an old encoding cannot be looked up
                self.missing(kind[1:], name[1:])
            self._objects[key] = found
        return self._objects[key]

    def font(self, name: str) -> Font | None:
        """The font of a name."""
        if name not in self._fonts:
            thing = self.look_up("/Font", name)
            self._fonts[name] = None if thing is None else _kept(self.store.fonts, thing, _font)
        return self._fonts[name]

    def font_of(self, thing: Any) -> Font:
        """A font by its dictionary."""
        return _kept(self.store.fonts, thing, _font)

    def space(self, name: str) -> Space | None:
        """The colour space of a name, a device's or one of the dictionary."""
        if name not in self._spaces:
            self._spaces[name] = read_space(name, self.space_entry)
        return self._spaces[name]

    def space_entry(self, name: str) -> Any:
        """What the dictionary says a colour space's name means."""
        return self.look_up("/ColorSpace", name)

    def pixels(self, stream: Any) -> Pixels:
        """A picture."""
        return _kept(self.store.pictures, stream, lambda each: read_pixels(each, self.space_entry))


def _font(thing: Any) -> Font:
    try:
        return read_font(thing)
    except (PdfError, KeyError, ValueError, TypeError, IndexError, AttributeError, RuntimeError, OverflowError):
        return Font(text(thing.get("/BaseFont", "/"))[1:] if is_dictionary(thing) else "", "")


def _kept(known: dict[tuple[int, int], T], thing: Any, read: Callable[[Any], T]) -> T:
    number = getattr(thing, "objgen", (0, 0))
    if number == (0, 0):
        return read(thing)
    if number not in known:
        known[number] = read(thing)
    return known[number]
