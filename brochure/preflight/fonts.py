"""A font of the file as the page uses it: how strings become codes, how wide they are, what text they stand for, and
whether there is a glyph for them (ISO 32000-1, 9.6 and 9.7)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field
from pikepdf import Array, Dictionary, Name, Stream

from brochure.preflight.cmaps import TWO_BYTES, CMap, is_vertical, named_cmap, read_cmap
from brochure.preflight.font_programs import Program, encoding, is_embedded, read_program
from brochure.preflight.objects import text

_SYMBOLIC = 4  # flag bit 3, table 123
_HEAD = 0.88  # em above its baseline where an ideograph begins, and the vertical origin where no file says (9.7.4.3)


class Font(Struct, frozen=True, eq=False, dict=True):
    """A font. `widths` are in em by code (by CID in a composite font); `encoding` are glyph names by code of a simple
    one; `glyph_of` gives a CID's glyph number where the file says so."""

    name: str
    subtype: str
    is_composite: bool = False
    is_vertical: bool = False
    is_embedded: bool = False
    is_symbolic: bool = False
    descriptor_name: str = ""
    program: Program | None = None
    cmap: CMap = TWO_BYTES
    to_unicode: CMap | None = None
    widths: Mapping[int, float] = field(default_factory=dict[int, float])
    default_width: float = 1.0
    pen_below_head: float = 0.0  # em: how far below an ideograph's head the pen of a vertical line stands
    encoding: Mapping[int, str] = field(default_factory=dict[int, str])
    has_cids: bool = True  # whether codes lead to CIDs without a table of somebody else's
    glyph_of: Callable[[int], int] | None = None

    @property
    def plain_name(self) -> str:
        """The name without the tag of a subset (9.6.4) and the name of a Type 0 font’s CMap at its end (9.7.6)."""
        name = self.name.partition("+")[2] or self.name
        return name.removesuffix("-Identity-H").removesuffix("-Identity-V") if self.is_composite else name

    @property
    def is_type3(self) -> bool:
        """Whether its glyphs are little drawings."""
        return self.subtype == "/Type3"

    @property
    def has_prefix(self) -> bool:
        """Whether its name is marked as a subset's: six capitals and a plus (9.6.4)."""
        return self.name[6:7] == "+" and self.name[:6].isascii() and self.name[:6].isalpha() and self.name[:6].isupper()

    def codes(self, shown: bytes) -> Iterator[int]:
        """The codes a string shows."""
        return self.cmap.codes(shown) if self.is_composite else iter(shown)

    def width(self, code: int) -> float:
        """How far a code moves the pen, in em; a glyph of a vertical line moves it one em."""
        if self.is_vertical:
            return 1.0
        return self.widths.get(self.cid(code), self.default_width)

    def cid(self, code: int) -> int:
        """A code's CID; the code itself in a simple font."""
        return self.cmap.cids.get(code, code) if self.is_composite and self.cmap.cids else code

    def text(self, code: int) -> str:
        """The text a code stands for; a stand-in where the file does not say."""
        if self.to_unicode is not None and code in self.to_unicode.texts:
            return self.to_unicode.texts[code]
        if self.is_composite:
            return "\ufffd"
        return _character(self.encoding.get(code, "")) or (chr(code) if 32 <= code < 127 else "\ufffd")

    def is_missing(self, code: int) -> bool:
        """Whether a code shows .notdef, or nothing where its text is something to see."""
        found = self._known.get(code)
        if found is None:
            found = self._known[code] = self._misses_cid(code) if self.is_composite else self._misses_code(code)
        return found

    @property
    def used(self) -> Collection[int]:
        """The codes that have been shown."""
        return self._known.keys()

    @cached_property
    def _known(self) -> dict[int, bool]:
        return {}

    def _misses_cid(self, code: int) -> bool:
        cid, program = self.cid(code), self.program
        if not self.has_cids:
            return False
        if cid == 0:
            return True
        if program is None or not self.text(code).strip():
            return False
        if program.cids is not None:
            # whole OpenType files are called by CID by the book and by glyph number by many writers and readers
            return cid not in program.cids and (program.kind != "opentype" or cid >= program.count)
        if program.names is not None:
            return cid >= program.count
        if self.glyph_of is None:
            return False
        glyph = self.glyph_of(cid)
        if glyph == 0 or (program.count and glyph >= program.count):
            return True
        return glyph in program.empty and bool(self.to_unicode and self.to_unicode.texts.get(code, "").strip())

    def _misses_code(self, code: int) -> bool:
        name, program = self.encoding.get(code, ""), self.program
        if name == ".notdef":
            return True
        if program is None or self.is_type3 or not self.text(code).strip():
            return False
        if program.names is not None:
            return bool(name) and name not in program.names
        if program.kind == "truetype" and program.maps:
            return not self._glyph_in_maps(code, name, program)
        return False

    def _glyph_in_maps(self, code: int, name: str, program: Program) -> bool:
        """Whether a simple TrueType font's code leads to a glyph (9.6.6.4)."""
        maps = program.maps
        if name and not self.is_symbolic:
            character = _character(name)
            if not character:
                return True
            wanted = ord(character)
            unicode = (maps.get((3, 1)), maps.get((0, 3)), maps.get((3, 10)), maps.get((0, 4)))
            if any(found and wanted in found for found in unicode):
                return True
            mac = _MAC_CODES.get(name, -1)
            return (
                ((1, 0) in maps and mac in maps[(1, 0)]) or ((3, 0) in maps and code in maps[(3, 0)]) or wanted == 0xA0
            )
        tried = ((3, 0), (1, 0), (3, 1), (0, 3))
        return any(code in maps[key] or 0xF000 + code in maps[key] for key in tried if key in maps)


def read_font(thing: Any) -> Font:
    """A font from its dictionary, as far as it can be read."""
    subtype = text(thing.get("/Subtype", ""))
    return _composite(thing) if subtype == "/Type0" else _simple(thing, subtype)


def _simple(thing: Any, subtype: str) -> Font:
    descriptor = thing.get("/FontDescriptor")
    descriptor = descriptor if isinstance(descriptor, Dictionary) else None
    first = int(thing.get("/FirstChar", 0))
    scale = _type3_scale(thing) if subtype == "/Type3" else 0.001
    widths = {first + n: float(width) * scale for n, width in enumerate(thing.get("/Widths", ()))}
    flags = int(descriptor.get("/Flags", 0)) if descriptor is not None else 0
    return Font(
        name=text(thing.get("/BaseFont", thing.get("/Name", "/"))).removeprefix("/"),
        subtype=subtype,
        is_embedded=subtype == "/Type3" or (descriptor is not None and is_embedded(descriptor)),
        is_symbolic=bool(flags & _SYMBOLIC),
        descriptor_name=_name_in(descriptor),
        program=read_program(descriptor) if descriptor is not None else None,
        to_unicode=_to_unicode(thing),
        widths=widths,
        default_width=float(descriptor.get("/MissingWidth", 0)) / 1000 if descriptor is not None else 0.5,
        encoding=_encoding(thing.get("/Encoding"), is_symbolic=bool(flags & _SYMBOLIC)),
    )


def _type3_scale(thing: Any) -> float:
    matrix = thing.get("/FontMatrix", ())
    return float(matrix[0]) if len(matrix) else 0.001


def _composite(thing: Any) -> Font:
    below = thing.get("/DescendantFonts")
    descendant: Any = below[0] if isinstance(below, Array) and len(below) else Dictionary()
    descriptor = descendant.get("/FontDescriptor")
    descriptor = descriptor if isinstance(descriptor, Dictionary) else None
    how = thing.get("/Encoding")
    name = text(how) if isinstance(how, Name) else text(how.get("/CMapName", "")) if isinstance(how, Stream) else ""
    cmap = read_cmap(bytes(how.read_bytes())) if isinstance(how, Stream) else named_cmap(name)
    return Font(
        name=text(thing.get("/BaseFont", descendant.get("/BaseFont", "/"))).removeprefix("/"),
        subtype=text(descendant.get("/Subtype", "/Type0")),
        is_composite=True,
        is_vertical=is_vertical(name) or (isinstance(how, Stream) and int(how.get("/WMode", 0)) == 1),
        is_embedded=descriptor is not None and is_embedded(descriptor),
        descriptor_name=_name_in(descriptor),
        program=read_program(descriptor) if descriptor is not None else None,
        cmap=cmap,
        to_unicode=_to_unicode(thing),
        widths=_cid_widths(descendant.get("/W", ())),
        default_width=float(descendant.get("/DW", 1000)) / 1000,
        pen_below_head=_pen_below_head(descendant.get("/DW2", ())),
        has_cids=name.startswith("/Identity") or isinstance(how, Stream),
        glyph_of=_glyph_map(descendant) if name.startswith("/Identity") else None,
    )


def _name_in(descriptor: Any) -> str:
    return text(descriptor.get("/FontName", "/")).removeprefix("/") if descriptor is not None else ""


def _to_unicode(thing: Any) -> CMap | None:
    stream = thing.get("/ToUnicode")
    if stream is None or not isinstance(stream, Stream):
        return None
    try:
        return read_cmap(bytes(stream.read_bytes()))
    except (RuntimeError, ValueError):
        return CMap(is_sound=False)


def _pen_below_head(origin: Any) -> float:
    """From the default place of vertical origins (/DW2, 9.7.4.3), 0.88 em where the file does not say."""
    return _HEAD - float(origin[0]) / 1000 if len(origin) else 0.0


def _cid_widths(array: Any) -> dict[int, float]:
    """The widths of /W by CID, in em (9.7.4.3)."""
    widths: dict[int, float] = {}
    at, items = 0, list(array)
    while at + 1 < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], Array):
            widths.update((first + n, float(width) / 1000) for n, width in enumerate(items[at + 1]))
            at += 2
        elif at + 2 < len(items):
            width = float(items[at + 2]) / 1000
            widths.update((cid, width) for cid in range(first, min(int(items[at + 1]), first + 0xFFFF) + 1))
            at += 3
        else:
            break
    return widths


def _glyph_map(descendant: Any) -> Callable[[int], int] | None:
    how = descendant.get("/CIDToGIDMap")
    if isinstance(how, Stream):
        data = bytes(how.read_bytes())
        return lambda cid: int.from_bytes(data[2 * cid : 2 * cid + 2], "big")
    is_truetype = text(descendant.get("/Subtype", "")) == "/CIDFontType2"
    return (lambda cid: cid) if is_truetype else None


def _encoding(how: Any, is_symbolic: bool) -> dict[int, str]:
    if isinstance(how, Name):
        return dict(encoding(text(how)))
    if not isinstance(how, Dictionary):
        return {}
    base = how.get("/BaseEncoding")
    names = dict(encoding(text(base))) if base is not None else {}
    if base is None and not is_symbolic:
        names = dict(encoding("/StandardEncoding"))
    code = 0
    for each in how.get("/Differences", ()):
        if isinstance(each, Name):
            names[code] = text(each)[1:]
            code += 1
        else:
            code = int(each)
    return names


_MAC_CODES = {name: code for code, name in encoding("/MacRomanEncoding").items()}
_CHARACTERS = {name: bytes([code]) for code, name in encoding("/WinAnsiEncoding").items()}


def _character(name: str) -> str:
    """The character a glyph name means, as far as the usual names and `uniXXXX` go; empty where it is another."""
    if name in _CHARACTERS:
        return _CHARACTERS[name].decode("cp1252", "replace")
    if name.startswith("uni") and len(name) == 7:
        try:
            return chr(int(name[3:], 16))
        except ValueError:
            return ""
    return ""
