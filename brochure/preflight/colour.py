"""Colour spaces and what is painted in them, as ink on plates (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Stream, String

from brochure.preflight.functions import Function, FunctionError, read_function
from brochure.preflight.objects import text

CYAN, MAGENTA, YELLOW, BLACK = "Cyan", "Magenta", "Yellow", "Black"
PROCESS = (CYAN, MAGENTA, YELLOW, BLACK)
ALL = "All"
"""The registration colour's name: ink on every plate."""
_SOLID, _NONE = 0.995, 0.005  # what counts as a solid and as no ink: half a percent off each


class Family(StrEnum):
    """What kind of colour a space holds; the value is the PDF's own name."""

    GREY = "DeviceGray"
    RGB = "DeviceRGB"
    CMYK = "DeviceCMYK"
    CAL_GREY = "CalGray"
    CAL_RGB = "CalRGB"
    LAB = "Lab"
    ICC = "ICCBased"
    INDEXED = "Indexed"
    SEPARATION = "Separation"
    DEVICE_N = "DeviceN"
    PATTERN = "Pattern"


class Space(Struct, frozen=True, eq=False, dict=True):
    """A colour space. `names` are its inks where it names them, `base` is what it is told in otherwise: the alternate
    space of an ink, the space of an indexed palette or of an uncoloured pattern. `tint` goes from inks to `base`."""

    family: Family
    count: int
    names: tuple[str, ...] = ()
    base: Space | None = None
    tint: Function | None = None
    palette: bytes = b""
    top: int = 0

    @cached_property
    def is_rgb(self) -> bool:
        """Whether a press has no such inks: red, green and blue, under whatever name."""
        if self.family in (Family.RGB, Family.CAL_RGB):
            return True
        if self.family is Family.ICC:
            return self.count == 3
        return self.family in (Family.INDEXED, Family.PATTERN) and self.base is not None and self.base.is_rgb

    @cached_property
    def needs_no_device(self) -> bool:
        """Whether its colours are defined by measurement (ICC profiles, CIE) and not by a device's inks."""
        if self.family in (Family.INDEXED, Family.PATTERN):
            return self.base is not None and self.base.needs_no_device
        return self.family in (Family.ICC, Family.LAB, Family.CAL_GREY, Family.CAL_RGB)

    @cached_property
    def is_named(self) -> bool:
        """Whether its components are inks with names."""
        return self.family in (Family.SEPARATION, Family.DEVICE_N)

    @property
    def initial(self) -> tuple[float, ...]:
        """The colour a space begins with (8.6.5.1)."""
        if self.is_named:
            return (1.0,) * self.count
        return (0.0, 0.0, 0.0, 1.0) if self.count == 4 and not self.is_named else (0.0,) * self.count

    def plates(self, values: Sequence[float]) -> Mapping[str, float]:
        """Ink by plate, 0 to 1, of a colour of this space; what names no ink is separated the plain way."""
        values = [min(max(value, 0.0), 1.0) for value in values] if self.family is not Family.LAB else list(values)
        if self.is_named:
            return {name: value for name, value in zip(self.names, values, strict=False) if name != "None"}
        if self.family is Family.INDEXED and self.base is not None:
            return self.base.plates(self.entry(int(values[0]) if values else 0))
        if self.family is Family.LAB:
            return {BLACK: 1.0 - min(max(values[0] / 100, 0.0), 1.0)} if values else {}
        if len(values) == 4:
            return dict(zip(PROCESS, values, strict=True))
        if len(values) == 3:
            key = 1.0 - max(values)
            return {**{ink: 1.0 - value - key for ink, value in zip(PROCESS, values, strict=False)}, BLACK: key}
        return {BLACK: 1.0 - values[0]} if len(values) == 1 else {}

    def entry(self, index: int) -> tuple[float, ...]:
        """A colour of an indexed space's palette, in its base."""
        count = self.base.count if self.base else 1
        index = min(max(index, 0), self.top)
        return tuple(byte / 255 for byte in self.palette[index * count : (index + 1) * count])


GREY = Space(Family.GREY, 1)
RGB = Space(Family.RGB, 3)
CMYK = Space(Family.CMYK, 4)
PATTERN = Space(Family.PATTERN, 0)
_DEVICE = {
    "/DeviceGray": GREY,
    "/DeviceRGB": RGB,
    "/DeviceCMYK": CMYK,
    "/G": GREY,
    "/RGB": RGB,
    "/CMYK": CMYK,
    "/Pattern": PATTERN,
    "/CalGray": Space(Family.CAL_GREY, 1),
    "/CalRGB": Space(Family.CAL_RGB, 3),
    "/CalCMYK": CMYK,
}


class Paint(Struct, frozen=True, eq=False, dict=True):
    """What an operator paints with: a colour of a space, or a pattern (`pattern` is its name in the resources)."""

    space: Space
    values: tuple[float, ...]
    pattern: str = ""

    @cached_property
    def inks(self) -> Mapping[str, float]:
        """Ink by plate; a pattern has none of its own."""
        if self.pattern:
            return self.space.base.plates(self.values) if self.space.base and self.values else {}
        return self.space.plates(self.values)

    @cached_property
    def total(self) -> float:
        """The sum of all inks; 3.0 is 300 %."""
        return sum(self.inks.values())

    @cached_property
    def is_registration(self) -> bool:
        """Whether it is the ink that prints on every plate."""
        return self.inks.get(ALL, 0.0) > _NONE

    @cached_property
    def is_white(self) -> bool:
        """Whether it puts no ink down anywhere."""
        return not self.pattern and all(value <= _NONE for value in self.inks.values())

    @cached_property
    def is_black(self) -> bool:
        """Whether it is black ink alone, and solid."""
        return self.inks.get(BLACK, 0.0) >= _SOLID and self.colourful <= _NONE

    @cached_property
    def is_grey(self) -> bool:
        """Whether it is a tint of black ink alone."""
        return _NONE < self.inks.get(BLACK, 0.0) < _SOLID and self.colourful <= _NONE

    @cached_property
    def colourful(self) -> float:
        """How much ink there is on all plates but the black one."""
        return self.total - self.inks.get(BLACK, 0.0)

    @cached_property
    def ink_count(self) -> int:
        """On how many plates it shows."""
        return sum(value > _NONE for value in self.inks.values())

    @cached_property
    def is_rich_black(self) -> bool:
        """Whether it is black with other inks under it."""
        return self.inks.get(BLACK, 0.0) >= 0.85 and self.colourful > 0.1 and not self.is_registration


BLACK_PAINT = Paint(GREY, (0.0,))


def read_space(thing: Any, look_up: Callable[[str], Any], depth: int = 0) -> Space | None:
    """A colour space from its name or array; `look_up` finds a name in the resources. None where it cannot be read."""
    if depth > 8:
        return None
    name = text(thing) if isinstance(thing, Name | str) else ""
    if name:
        if name in _DEVICE:
            return _DEVICE[name]
        found = look_up(name)
        return None if found is None or found == thing else read_space(found, look_up, depth + 1)
    if not isinstance(thing, Array | list):
        return None
    try:
        return _from_array(thing, look_up, depth)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None


def _from_array(thing: Any, look_up: Callable[[str], Any], depth: int) -> Space | None:
    family = text(thing[0])
    if family in ("/CalGray", "/CalRGB") or (family in _DEVICE and len(thing) == 1):
        return _DEVICE[family]
    if family == "/Lab":
        return Space(Family.LAB, 3)
    if family == "/ICCBased":
        return Space(Family.ICC, int(thing[1]["/N"]))
    if family == "/Pattern":
        return Space(Family.PATTERN, 0, base=read_space(thing[1], look_up, depth + 1))
    if family in ("/Indexed", "/I"):
        base = read_space(thing[1], look_up, depth + 1)
        palette = _bytes(thing[3])
        return Space(Family.INDEXED, 1, base=base, palette=palette, top=int(thing[2])) if base else None
    if family in ("/Separation", "/DeviceN"):
        names = (thing[1],) if family == "/Separation" else tuple(thing[1])
        base = read_space(thing[2], look_up, depth + 1)
        kind = Family.SEPARATION if family == "/Separation" else Family.DEVICE_N
        return Space(kind, len(names), tuple(text(name)[1:] for name in names), base, _tint(thing[3]))
    return None


def _tint(thing: Any) -> Function | None:
    try:
        return read_function(thing)
    except FunctionError:
        return None


def _bytes(thing: Any) -> bytes:
    if isinstance(thing, Stream):
        return bytes(thing.read_bytes())
    return bytes(thing) if isinstance(thing, String | bytes) else b""


def solid(space: Space) -> tuple[float, ...] | None:
    """What an ink looks like where it is solid, in its alternate space; None where its tint cannot be evaluated."""
    if space.tint is None:
        return None
    try:
        return tuple(round(value, 3) for value in space.tint((1.0,) * space.count))
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def is_dictionary(thing: Any) -> bool:
    """Whether an object has entries: a dictionary, or a stream with its dictionary."""
    return isinstance(thing, Dictionary | Stream)
