"""What a file promises to be and what it prints on: the identifiers in its metadata, and its output intent."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from brochure.edition.profiles import Standard

_SCREEN_CONDITION = "sRGB IEC61966-2.1"


def version(standard: Standard) -> tuple[int, int]:
    """The PDF version a standard is written in."""
    return (1, 7) if standard is Standard.ACCESSIBLE else (1, 6)


def identification(standard: Standard) -> str:
    """The part of the XMP that names the standards, with the description PDF/A asks of what it does not know itself."""
    if standard is not Standard.ACCESSIBLE:
        return ""
    return f"""<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{_schema("PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", (("part", "Integer"),))}
"""


def _schema(name: str, namespace: str, prefix: str, properties: tuple[tuple[str, str], ...]) -> str:
    """An extension schema (ISO 19005-2, 6.6.2.3): properties of ours and their types."""
    described = "".join(
        f"""<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{key}</pdfaProperty:name>
<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{key} of the {name}</pdfaProperty:description></rdf:li>"""
        for key, kind in properties
    )
    return f"""<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{described}</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def screen_intent(profile: str) -> str:
    """The output intent of a file for screens; `profile` is the mention of the sRGB profile's object."""
    return (
        f"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({_SCREEN_CONDITION})"
        f" /Info ({_SCREEN_CONDITION}) /DestOutputProfile {profile} >>"
    )


@cache
def shipped_profile(name: str) -> bytes:
    """An ICC profile that ships with the program, by its file's name."""
    return files("brochure.pdf").joinpath("icc", name).read_bytes()
