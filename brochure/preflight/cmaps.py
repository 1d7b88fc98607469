"""CMaps: which bytes are one code, which CID a code is, what text it stands for (ISO 32000-1, 9.7.5 and 9.10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct, field

_SECTION = re.compile(rb"begin(codespacerange|bfchar|bfrange|cidchar|cidrange)\b([\s\S]*?)end\1\b")
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[([^\]]*)\]|(\d+)|/([^\s<>\[\]/]+)")
_MOST = 0x10000  # entries a single range may have


class CMap(Struct, frozen=True):
    """`lengths` are the byte lengths codes may have with the ranges they lie in; `cids` and `texts` are by code."""

    ranges: tuple[tuple[bytes, bytes], ...] = ()
    cids: Mapping[int, int] = field(default_factory=dict[int, int])
    texts: Mapping[int, str] = field(default_factory=dict[int, str])
    is_sound: bool = True

    def codes(self, shown: bytes) -> Iterator[int]:
        """The codes of a string; where no range takes the bytes, the shortest length there is goes by."""
        at, lengths = 0, sorted({len(low) for low, _ in self.ranges}) or [2]
        while at < len(shown):
            length = next((n for n in lengths if self._holds(shown[at : at + n])), lengths[0])
            yield int.from_bytes(shown[at : at + length], "big")
            at += length

    def _holds(self, code: bytes) -> bool:
        return any(
            len(low) == len(code) and all(a <= b <= c for a, b, c in zip(low, code, high, strict=True))
            for low, high in self.ranges
        )


TWO_BYTES = CMap(((b"\0\0", b"\xff\xff"),))
_LEAD_BYTES = {
    "RKSJ": (((b"\x00", b"\x80"), (b"\xa0", b"\xdf")), ((b"\x81\x40", b"\x9f\xfc"), (b"\xe0\x40", b"\xfc\xfc"))),
    "EUC": (((b"\x00", b"\x80"),), ((b"\xa1\xa1", b"\xfe\xfe"),)),
    "GBK": (((b"\x00", b"\x80"),), ((b"\x81\x40", b"\xfe\xfe"),)),
    "B5": (((b"\x00", b"\x80"),), ((b"\xa1\x40", b"\xfe\xfe"),)),
    "KSC": (((b"\x00", b"\x80"),), ((b"\x81\x41", b"\xfe\xfe"),)),
}


def named_cmap(name: str) -> CMap:
    """A predefined CMap by its name, as far as cutting strings into codes goes (table 118)."""
    if name.startswith("/Identity") or "UCS2" in name or "UTF16" in name:
        return TWO_BYTES
    for word, (one, two) in _LEAD_BYTES.items():
        if word in name:
            return CMap((*one, *two))
    return TWO_BYTES


def read_cmap(data: bytes) -> CMap:
    """A CMap from its stream. `is_sound` is False where its sections cannot be read or hold no pairs."""
    ranges: list[tuple[bytes, bytes]] = []
    cids: dict[int, int] = {}
    texts: dict[int, str] = {}
    is_sound = b"begincmap" in data and b"endcmap" in data
    for found in _SECTION.finditer(data):
        kind = found[1].decode("ascii")
        items = [_item(each) for each in _ITEM.finditer(found[2])]
        width = 2 if kind in ("codespacerange", "bfchar", "cidchar") else 3
        is_sound = is_sound and len(items) % width == 0
        for n in range(0, len(items) - width + 1, width):
            is_sound = _take(kind, items[n : n + width], ranges, cids, texts) and is_sound
    return CMap(tuple(ranges), cids, texts, is_sound and bool(ranges or texts or cids))


def _item(found: re.Match[bytes]) -> bytes | int | list[bytes]:
    code, array, number, _ = found.groups()
    if code is not None:
        return _hex(code)
    if array is not None:
        return [_hex(each) for each in re.findall(rb"<([0-9A-Fa-f\s]*)>", array)]
    return int(number) if number is not None else b""


def _hex(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _take(
    kind: str,
    items: list[bytes | int | list[bytes]],
    ranges: list[tuple[bytes, bytes]],
    cids: dict[int, int],
    texts: dict[int, str],
) -> bool:
    """Take one entry in; whether it was one."""
    match kind, items:
        case "codespacerange", [bytes(low), bytes(high)] if len(low) == len(high):
            ranges.append((low, high))
        case "bfchar", [bytes(code), bytes(text)]:
            texts[int.from_bytes(code, "big")] = _text(text)
        case "cidchar", [bytes(code), int(cid)]:
            cids[int.from_bytes(code, "big")] = cid
        case (("bfrange" | "cidrange"), [bytes(low), bytes(high), value]):
            first, last = int.from_bytes(low, "big"), int.from_bytes(high, "big")
            if not first <= last < first + _MOST:
                return False
            if isinstance(value, int):
                cids.update(zip(range(first, last + 1), range(value, value + _MOST), strict=False))
            elif isinstance(value, list):
                texts.update(zip(range(first, last + 1), map(_text, value), strict=False))
            else:
                base = int.from_bytes(value, "big")
                size = max(len(value), 2)
                texts.update(
                    (first + n, _text((base + n).to_bytes(size + 1, "big")[-size:])) for n in range(last - first + 1)
                )
        case _:
            return False
    return True


def _text(utf16: bytes) -> str:
    return (utf16 if len(utf16) % 2 == 0 else b"\0" + utf16).decode("utf-16-be", "replace")


def is_vertical(name: str) -> bool:
    """Whether a CMap of this name writes downwards."""
    return name.endswith("-V") or name == "/V"


def has_gaps(numbers: list[int]) -> bool:
    """Whether numbers, sorted, leave some out."""
    return any(b - a > 1 for a, b in pairwise(numbers))
