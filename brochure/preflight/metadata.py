"""What a file says of itself: XMP properties, Info entries, the ICC profile of its output intent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from struct import unpack_from
from xml.etree import ElementTree

from msgspec import Struct

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?[T ]?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?\s*(Z|[+-])?(\d\d)?'?:?(\d\d)?"
)


class Profile(Struct, frozen=True):
    """An ICC profile's header: version, device class (`prtr`), colour space (`CMYK`), and its description."""

    version: str
    device: str
    space: str
    description: str


class Intent(Struct, frozen=True):
    """An output intent: its subtype, the condition it names, where that is registered, its profile."""

    subtype: str
    identifier: str
    condition: str
    registry: str
    profile: Profile | None
    has_profile: bool
    components: int = 0


def read_xmp(data: bytes) -> Mapping[str, str] | None:
    """The properties of an XMP packet by prefixed name; of lists the first entry, of languages the default. None where
    it is not well-formed."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return None
    text = re.sub(rb"^\s*<\?xpacket[^>]*\?>|<\?xpacket end[^>]*\?>\s*$", b"", data.strip(b"\0 \r\n\t\xef\xbb\xbf"))
    try:
        root = ElementTree.fromstring(text.strip())
    except ElementTree.ParseError:
        return None
    found: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        for name, value in description.attrib.items():
            _put(found, name, value)
        for child in description:
            items = list(child.iter(f"{_RDF}li"))
            first = next((item for item in items if item.get(_LANGUAGE) == "x-default"), items[0] if items else child)
            _put(found, child.tag, "".join(first.itertext()).strip())
            if len(items) > 1 and child.tag.endswith("}creator"):
                found["dc:creator"] = "; ".join("".join(item.itertext()).strip() for item in items)
    return found


def _put(found: dict[str, str], tag: str, value: str) -> None:
    space, _, name = tag[1:].partition("}")
    if space in _PREFIXES:
        found.setdefault(f"{_PREFIXES[space]}:{name}", value)


def read_profile(data: bytes) -> Profile | None:
    """An ICC profile's header (ICC.1, 7.2); None where it is none."""
    if len(data) < 132 or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") > len(data):
        return None
    description = ""
    (count,) = unpack_from(">I", data, 128)
    for at in range(132, min(132 + 12 * count, len(data) - 11), 12):
        if data[at : at + 4] == b"desc":
            offset, size = unpack_from(">II", data, at + 4)
            description = _description(data[offset : offset + size])
    device, space = data[12:16].decode("latin-1").strip(), data[16:20].decode("latin-1").strip()
    return Profile(f"{data[8]}.{data[9] >> 4}", device, space, description)


def _description(tag: bytes) -> str:
    if tag[:4] == b"desc":
        (length,) = unpack_from(">I", tag, 8)
        return tag[12 : 12 + length].rstrip(b"\0").decode("latin-1")
    if tag[:4] == b"mluc" and len(tag) >= 28:
        length, offset = unpack_from(">II", tag, 20)
        return tag[offset : offset + length].decode("utf-16-be", "replace").rstrip("\0")
    return ""


def moment(text: str) -> datetime | None:
    """A date of Info (`D:20300417…`) or XMP as a moment; None where it is none. Without a zone it is taken as UTC."""
    found = _DATE.match(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, sign, zone_hour, zone_minute = found.groups()
    offset = timedelta(hours=int(zone_hour or 0), minutes=int(zone_minute or 0))
    zone = timezone(-offset if sign == "-" else offset) if sign in ("+", "-") else UTC
    try:
        return datetime(
            int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=zone
        )
    except ValueError:
        return None
