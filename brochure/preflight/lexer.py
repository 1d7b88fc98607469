"""A content stream as operators with their operands (ISO 32000-1, 7.8.2).

Paths are most of a drawn page, so a whole run of path operators is one token, its numbers read in one go by whoever
wants them; other operators with nothing but numbers before them are one token too. So Python runs once a path and once
an operator, never once a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

Operand: TypeAlias = "float | bool | str | bytes | list[Operand] | dict[str, Operand] | InlineImage | None"
"""A number, a name (`/Name`), a string (bytes), an array, a dictionary; null is None."""

PATH = "path"
"""The operator of our own that stands for a run of path operators; its operand is the run's bytes."""
BROKEN = "broken"
"""The operator of our own that stands for bytes that are no token; its operand is what stood there."""


class InlineImage(Struct, frozen=True):
    """A picture written into the stream: its entries with their abbreviations written out, its data still packed."""

    entries: dict[str, Operand]
    data: bytes


_LONG = 1 << 18  # bytes of a stream that is not remembered
_NUMBER = rb"[-+]*+(?:\d++\.?+\d*+|\.\d++)"
_SPACE = rb"[\s\0]"
_TOKEN = re.compile(
    rb"""
    (?P<space>(?:[\s\0]++|%%[^\r\n]*+)++)
  | (?P<path>(?:(?:%(number)s%(space)s++)*+(?:re|[mlcvyh])(?=[\s\0]|$)[\s\0]*+)++)
  | (?P<simple>(?:%(number)s%(space)s++)*+(?P<operator>[A-Za-z'"][A-Za-z0-9*]*+)(?=[\s\0/\[<(%%\]>]|$))
  | (?P<name>/[^\s\0()<>\[\]{}/%%]*+)
  | (?P<hex><[0-9A-Fa-f\s\0]*+>)
  | (?P<string>\((?:[^()\\]++|\\[\s\S]|\((?:[^()\\]++|\\[\s\S])*+\))*+\))
  | (?P<open><<|\[)
  | (?P<close>>>|\])
  | (?P<number>%(number)s)
  | (?P<nested>\()
  | (?P<broken>[\s\S])
    """
    % {b"number": _NUMBER, b"space": _SPACE},
    re.VERBOSE,
)
_END_OF_IMAGE = re.compile(rb"[\s\0]EI(?=[\s\0]|$)")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([\s\S]))")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WORDS: dict[bytes, Operand] = {b"true": True, b"false": False, b"null": None}
_LONG_KEYS = {
    "/BPC": "/BitsPerComponent",
    "/CS": "/ColorSpace",
    "/D": "/Decode",
    "/DP": "/DecodeParms",
    "/F": "/Filter",
    "/H": "/Height",
    "/IM": "/ImageMask",
    "/I": "/Interpolate",
    "/W": "/Width",
}  # ISO 32000-1, table 93
_LONG_NAMES = {
    "/G": "/DeviceGray",
    "/RGB": "/DeviceRGB",
    "/CMYK": "/DeviceCMYK",
    "/I": "/Indexed",
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
    "/LZW": "/LZWDecode",
    "/Fl": "/FlateDecode",
    "/RL": "/RunLengthDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}  # table 94


def operators_of_form(data: bytes) -> Iterable[tuple[str, list[Operand]]]:
    """Those of a stream that is followed again and again, wherever it is shown; nobody changes the lists."""
    return _remembered(data) if len(data) < _LONG else operators(data)


@lru_cache(64)
def _remembered(data: bytes) -> tuple[tuple[str, list[Operand]], ...]:
    return tuple(operators(data))


def operators(data: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Each operator with its operands, in order; what cannot be read comes as BROKEN, and the reading goes on."""
    operands: list[Operand] = []
    stack: list[list[Operand]] = []
    match, at, end = _TOKEN.match, 0, len(data)
    while at < end:
        token = match(data, at)
        assert token is not None  # the last alternative takes any byte
        kind, at = token.lastgroup, token.end()
        if kind == "path" and not stack:
            yield PATH, [token.group()]
            operands = []
        elif kind == "simple":
            word = token["operator"]
            numbers = token.group()[: token.start("operator") - token.start()].split()
            operands += map(_number, numbers)
            if word in _WORDS:
                operands.append(_WORDS[word])
            elif stack:
                yield BROKEN, [word]
            elif word == b"BI":
                image, at = _inline_image(data, at)
                yield "BI", [image]
                operands = []
            else:
                yield word.decode("latin-1"), operands
                operands = []
        elif kind == "open":
            stack.append(operands)
            operands = []
        elif kind == "close" and stack:
            inner, operands = operands, stack.pop()
            operands.append(inner if token.group() == b"]" else _pairs(inner))
        elif kind == "nested":
            text, at = _nested_string(data, at)
            operands.append(text)
        elif kind in ("broken", "close"):
            yield BROKEN, [token.group()]
        elif kind != "space":
            operands.append(_operand(kind or "", token.group()))
    if operands or stack:
        yield BROKEN, [b"operands without an operator"]


def _operand(kind: str, token: bytes) -> Operand:
    if kind == "number":
        return _number(token)
    if kind == "name":
        return _name(token)
    if kind == "hex":
        return _from_hex(token)
    return _unescaped(token[1:-1])


def _number(token: bytes) -> float:
    try:
        return float(token)
    except ValueError:  # `--5`: some writers do
        return float(token.lstrip(b"+-"))


def _name(token: bytes) -> str:
    try:
        name = token.decode("utf-8")
    except UnicodeDecodeError:
        name = token.decode("latin-1")
    if "#" in name:
        name = re.sub("#([0-9A-Fa-f]{2})", lambda code: chr(int(code[1], 16)), name)
    return name


def _from_hex(token: bytes) -> bytes:
    digits = b"".join(token[1:-1].replace(b"\0", b"").split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _unescaped(text: bytes) -> bytes:
    if b"\\" not in text:
        return text

    def meant(found: re.Match[bytes]) -> bytes:
        octal, _, sign = found.groups()
        if octal:
            return bytes([int(octal, 8) & 0xFF])
        return _ESCAPED.get(sign, sign) if sign else b""

    return _ESCAPE.sub(meant, text)


def _nested_string(data: bytes, at: int) -> tuple[bytes, int]:
    """A string with brackets in brackets in brackets, from after its first one; where it ends."""
    depth, start = 1, at
    while at < len(data):
        sign = data[at]
        if sign == 0x5C:
            at += 1
        elif sign == 0x28:
            depth += 1
        elif sign == 0x29:
            depth -= 1
            if not depth:
                return _unescaped(data[start:at]), at + 1
        at += 1
    return _unescaped(data[start:]), len(data)


def _pairs(flat: list[Operand]) -> dict[str, Operand]:
    return {key: value for key, value in zip(flat[0::2], flat[1::2], strict=False) if isinstance(key, str)}


def _inline_image(data: bytes, at: int) -> tuple[InlineImage, int]:
    """The picture that begins after BI, and where the stream goes on after EI."""
    flat: list[Operand] = []
    stack: list[list[Operand]] = []
    while at < len(data):
        token = _TOKEN.match(data, at)
        assert token is not None
        kind, at = token.lastgroup, token.end()
        if kind == "simple":
            numbers = token.group()[: token.start("operator") - token.start()].split()
            flat += map(_number, numbers)
            word = token["operator"]
            if word == b"ID":
                break
            flat.append(_WORDS.get(word))
        elif kind == "open":
            stack.append(flat)
            flat = []
        elif kind == "close" and stack:
            inner, flat = flat, stack.pop()
            flat.append(inner if token.group() == b"]" else _pairs(inner))
        elif kind not in ("space", "path", "nested", "broken", "close"):
            flat.append(_operand(kind or "", token.group()))
    entries = {_LONG_KEYS.get(key, key): _long(value) for key, value in _pairs(flat).items()}
    at += 1  # one white-space sign after ID
    length = _unpacked_length(entries)
    found = _END_OF_IMAGE.search(data, max(at, at + length - 1) if length else at)
    if found is None:
        return InlineImage(entries, data[at:]), len(data)
    return InlineImage(entries, data[at : found.start()]), found.end()


def _long(value: Operand) -> Operand:
    if isinstance(value, str):
        return _LONG_NAMES.get(value, value)
    if isinstance(value, list):
        return [_long(each) for each in value]
    return value


def _unpacked_length(entries: dict[str, Operand]) -> int:
    """How many bytes data without a filter take; 0 where they are packed."""
    width, height = entries.get("/Width"), entries.get("/Height")
    if entries.get("/Filter") or not isinstance(width, float) or not isinstance(height, float):
        return 0
    bits = 1.0 if entries.get("/ImageMask") else entries.get("/BitsPerComponent")
    components = {"/DeviceRGB": 3, "/DeviceCMYK": 4}.get(str(entries.get("/ColorSpace")), 1)
    return int((width * components * (bits if isinstance(bits, float) else 8.0) + 7) // 8 * height)
