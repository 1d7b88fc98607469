"""Font programs as they lie in a file: which glyphs they have, under which numbers, names and codes.

TrueType and OpenType (ISO/IEC 14496-22), bare CFF (Adobe Technical Note 5176), Type 1 (Adobe Type 1 Font Format). Only
what tells a glyph that is there from one that is not is read; nothing is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from struct import error as StructError
from struct import unpack_from
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from pikepdf import PdfError

from brochure.preflight.objects import unpacked
from brochure.typefaces.sfnt import directory

_TABLES = Path(__file__).parent / "tables"
_UNREADABLE = (
    PdfError,
    StructError,
    IndexError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    StopIteration,
)
_FEW = 100  # a whole typeface has more glyphs than this


class Program(Struct, frozen=True):
    """An embedded font. `cids` are the CIDs of a CID-keyed CFF, `names` the glyph names of a name-keyed one or of a
    Type 1 font, `maps` a TrueType font's character maps by (platform, encoding); `empty` counts glyphs without outline.
    """

    kind: str
    count: int
    name: str = ""
    cids: frozenset[int] | None = None
    names: frozenset[str] | None = None
    maps: Mapping[tuple[int, int], Mapping[int, int]] = field(default_factory=dict[tuple[int, int], Mapping[int, int]])
    empty: frozenset[int] = frozenset()

    @property
    def looks_cut_down(self) -> bool:
        """Whether it shows that glyphs were taken away: too few, mostly empty, or numbers left out."""
        if self.name[6:7] == "+":
            return True
        if self.cids is not None:
            return bool(self.cids) and max(self.cids) >= len(self.cids)
        return 0 < self.count < _FEW or len(self.empty) > self.count * 0.5


def read_program(descriptor: Any) -> Program | None:
    """The program a font descriptor embeds; None where it has none or it cannot be read at all (see `is_embedded`)."""
    for key, read in (("/FontFile2", _sfnt), ("/FontFile3", _compact), ("/FontFile", _type1)):
        if key in descriptor:
            try:
                return read(unpacked(descriptor[key]))
            except _UNREADABLE:
                return None
    return None


def is_embedded(descriptor: Any) -> bool:
    """Whether a font descriptor carries its font."""
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _compact(data: bytes) -> Program:
    return _sfnt(data) if data[:4] in (b"OTTO", b"\0\1\0\0", b"true") else _cff(data)


def _sfnt(data: bytes) -> Program:
    tables = directory(data)
    if any(offset + length > len(data) for offset, length in tables.values()):
        raise ValueError("a table is cut off")
    if "CFF " in tables:
        offset, length = tables["CFF "]
        return replace(_cff(data[offset : offset + length]), kind="opentype")
    (count,) = unpack_from(">H", data, tables["maxp"][0] + 4)
    maps = dict(_character_maps(data, tables["cmap"][0])) if "cmap" in tables else {}
    return Program("truetype", count, maps=maps, empty=_empty(data, tables, count))


def _empty(data: bytes, tables: Mapping[str, tuple[int, int]], count: int) -> frozenset[int]:
    if "loca" not in tables or "head" not in tables:
        return frozenset()
    (is_long,) = unpack_from(">h", data, tables["head"][0] + 50)
    form = f">{count + 1}{'I' if is_long else 'H'}"
    places = unpack_from(form, data, tables["loca"][0])
    return frozenset(n for n in range(count) if places[n] == places[n + 1])


def _character_maps(data: bytes, start: int) -> Iterator[tuple[tuple[int, int], Mapping[int, int]]]:
    (number,) = unpack_from(">H", data, start + 2)
    for n in range(number):
        platform, encoding, offset = unpack_from(">HHI", data, start + 4 + 8 * n)
        yield (platform, encoding), _character_map(data, start + offset)


def _character_map(data: bytes, at: int) -> Mapping[int, int]:
    (form,) = unpack_from(">H", data, at)
    if form == 0:
        return {code: glyph for code, glyph in enumerate(data[at + 6 : at + 262]) if glyph}
    if form == 6:
        first, count = unpack_from(">HH", data, at + 6)
        glyphs = unpack_from(f">{count}H", data, at + 10)
        return {first + n: glyph for n, glyph in enumerate(glyphs) if glyph}
    if form == 4:
        return _segments(data, at)
    if form == 12:
        (groups,) = unpack_from(">I", data, at + 12)
        found: dict[int, int] = {}
        for n in range(groups):
            first, last, glyph = unpack_from(">III", data, at + 16 + 12 * n)
            found.update((code, glyph + code - first) for code in range(first, min(last, first + 0xFFFF) + 1))
        return found
    return {}


def _segments(data: bytes, at: int) -> Mapping[int, int]:
    """Format 4: segments with a shift each, or with a table of glyphs."""
    (double,) = unpack_from(">H", data, at + 6)
    ends, starts, shifts, offsets = (at + 14 + n * double + (2 if n else 0) for n in range(4))
    found: dict[int, int] = {}
    for n in range(0, double, 2):
        (end,), (start,) = unpack_from(">H", data, ends + n), unpack_from(">H", data, starts + n)
        (shift,), (offset,) = unpack_from(">H", data, shifts + n), unpack_from(">H", data, offsets + n)
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = unpack_from(">H", data, offsets + n + offset + 2 * (code - start))
            if glyph or not offset:
                found[code] = (glyph + shift) & 0xFFFF
    return {code: glyph for code, glyph in found.items() if glyph}


def _cff(data: bytes) -> Program:
    names, at = _index(data, data[2])
    tops, at = _index(data, at)
    strings, _ = _index(data, at)
    top = dict(_operators(tops[0]))
    (count,) = unpack_from(">H", data, top[17][0])
    charset = _charset(data, top.get(15, [0])[0], count)
    name = names[0].decode("latin-1") if names else ""
    if 0x0C1E in top:
        return Program("cff", count, name, cids=frozenset(charset))
    known = _standard_strings()
    own = [string.decode("latin-1") for string in strings]
    called = (known[n] if n < len(known) else own[n - len(known)] for n in charset if n < len(known) + len(own))
    return Program("cff", count, name, names=frozenset(called))


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """The objects of an INDEX and where it ends (section 5)."""
    (count,) = unpack_from(">H", data, at)
    if not count:
        return [], at + 2
    size = data[at + 2]
    offsets = [int.from_bytes(data[at + 3 + size * n : at + 3 + size * (n + 1)], "big") for n in range(count + 1)]
    base = at + 2 + size * (count + 1)
    return [data[base + a : base + b] for a, b in pairwise(offsets)], base + offsets[-1]


def _operators(top: bytes) -> Iterator[tuple[int, list[int]]]:
    """A DICT's operators with their whole-number operands (section 4)."""
    at, operands = 0, list[int]()
    while at < len(top):
        byte = top[at]
        if byte <= 21:
            yield (byte if byte != 12 else 0x0C00 | top[at + 1]), operands
            at += 2 if byte == 12 else 1
            operands = []
        elif byte == 30:
            at = next(n for n in range(at + 1, len(top)) if top[n] >> 4 == 0x0F or top[n] & 0x0F == 0x0F) + 1
            operands.append(0)
        else:
            length = {28: 3, 29: 5}.get(byte, 1 if byte < 247 else 2)
            operands.append(_integer(top, at, byte))
            at += length


def _integer(top: bytes, at: int, byte: int) -> int:
    if byte == 28:
        return int(unpack_from(">h", top, at + 1)[0])
    if byte == 29:
        return int(unpack_from(">i", top, at + 1)[0])
    if byte < 247:
        return byte - 139
    return (byte - 247) * 256 + top[at + 1] + 108 if byte < 251 else -(byte - 251) * 256 - top[at + 1] - 108


def _charset(data: bytes, at: int, count: int) -> list[int]:
    """The name or CID of each glyph, .notdef first (section 13); the three that are built in count up."""
    if at <= 2:
        return list(range(count))
    form, found = data[at], [0]
    at += 1
    if form == 0:
        return [0, *unpack_from(f">{count - 1}H", data, at)]
    while len(found) < count:
        first, more = unpack_from(">HB" if form == 1 else ">HH", data, at)
        found.extend(range(first, first + more + 1))
        at += 3 if form == 1 else 4
    return found[:count]


def _type1(data: bytes) -> Program:
    """A Type 1 font's glyph names, out of its encrypted part (chapter 7)."""
    at = data.find(b"eexec")
    clear, secret = data[:at], data[at + 5 :].lstrip(b" \t\r\n")
    digits = re.match(rb"[0-9A-Fa-f\s]{8,}", secret)
    if digits is not None:
        written = b"".join(digits.group().split()).decode("ascii")
        secret = bytes.fromhex(written[: len(written) // 2 * 2])
    plain, key = bytearray(), 55665
    for byte in secret:
        plain.append(byte ^ key >> 8)
        key = (byte + key) * 52845 + 22719 & 0xFFFF
    named = re.search(rb"/FontName\s*/(\S+)", clear)
    names = {name.decode("latin-1") for name in re.findall(rb"/(\S+)\s+\d+\s+(?:RD|-\|)\s", bytes(plain))}
    return Program("type1", len(names), named[1].decode("latin-1") if named else "", names=frozenset(names))


@cache
def _standard_strings() -> tuple[str, ...]:
    return tuple(row[1] for row in _rows("cff_strings.tsv"))


@cache
def encoding(name: str) -> Mapping[int, str]:
    """A named encoding: glyph names by code; empty where there is none of that name."""
    column = {"/StandardEncoding": 1, "/MacRomanEncoding": 2, "/WinAnsiEncoding": 3}.get(name, 0)
    rows = _rows("encodings.tsv") if column else ()
    return {int(row[0]): row[column] for row in rows if row[column] != ".notdef"}


def _rows(file: str) -> list[list[str]]:
    lines = (_TABLES / file).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("# ")]
