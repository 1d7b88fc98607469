"""What a file promises to be and what it is made for: the identifiers in its metadata, and its output intents."""

from __future__ import annotations

from collections.abc import Callable

from brochure.edition.profiles import OutputIntent, Standard
from brochure.pdf.metadata import text_string

SCREEN_INTENT = ("sRGB IEC61966-2.1", "sRGB IEC61966-2.1")
_PDFA = "http://www.aiim.org/pdfa/ns"

_VERSIONS = {Standard.ACCESSIBLE: (1, 7), Standard.X1A: (1, 3)}


def version(standard: Standard) -> tuple[int, int]:
    """The PDF version a standard is written in; X-4 asks for 1.6 (ISO 15930-7, 6.1), X-1a for 1.3."""
    return _VERSIONS.get(standard, (1, 6))


def identification(standard: Standard, identifier: str) -> str:
    """The part of the XMP that names the standards, with the description PDF/A asks of what it does not know itself.

    `identifier` is the file's, 32 hexadecimal digits. X-1a is older than XMP: its identification stands in the
    information dictionary.
    """
    if standard is Standard.ACCESSIBLE:
        schema = _schema("PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", {"part": "Integer"})
        return f"""<rdf:Description rdf:about="" xmlns:pdfaid="{_PDFA}/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{_schemas(schema)}
"""
    if standard is not Standard.X4:
        return ""
    x4 = _schema("PDF/X identification", "http://www.npes.org/pdfx/ns/id/", "pdfxid", {"GTS_PDFXVersion": "Text"})
    trapped = _schema("Adobe PDF, of XMP 2008", "http://ns.adobe.com/pdf/1.3/", "pdf", {"Trapped": "Text"})
    return f"""<rdf:Description rdf:about="" xmlns:pdfaid="{_PDFA}/id/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>{_uuid(identifier)}</xmpMM:DocumentID>
<xmpMM:InstanceID>{_uuid(identifier)}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
{_schemas(x4, trapped)}
"""


def information_entries(standard: Standard) -> dict[str, str]:
    """What the information dictionary says of the standard: X-1a's own two keys (ISO 15930-1, 6.4)."""
    if standard is Standard.X1A:
        return {"GTS_PDFXVersion": "(PDF/X-1:2001)", "GTS_PDFXConformance": "(PDF/X-1a:2001)"}
    return {}


def output_intents(standard: Standard, intent: OutputIntent | None, profile: Callable[[bytes], str]) -> str:
    """The catalog's /OutputIntents, or "": X-4's and PDF/A's name one and the same profile (ISO 19005-2, 6.2.3).

    `profile` writes a profile's bytes as a stream and gives its mention.
    """
    if intent is None:
        return ""
    kinds = {Standard.ACCESSIBLE: ("GTS_PDFA1",), Standard.X4: ("GTS_PDFX", "GTS_PDFA1"), Standard.X1A: ("GTS_PDFX",)}
    entries = f"/OutputConditionIdentifier {text_string(intent.condition)} /Info {text_string(intent.name)}"
    if intent.registry:
        entries += f" /RegistryName {text_string(intent.registry)}"
    if standard is Standard.X1A:
        entries += f" /OutputCondition {text_string(intent.name)}"
    if intent.profile:
        entries += f" /DestOutputProfile {profile(intent.profile)}"
    each = (f"<< /Type /OutputIntent /S /{kind} {entries} >>" for kind in kinds.get(standard, ()))
    return f"/OutputIntents [{' '.join(each)}]"


def _uuid(identifier: str) -> str:
    digits = identifier.lower()
    return f"uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _schemas(*schemas: str) -> str:
    return f"""<rdf:Description rdf:about="" xmlns:pdfaExtension="{_PDFA}/extension/"
 xmlns:pdfaSchema="{_PDFA}/schema#" xmlns:pdfaProperty="{_PDFA}/property#">
<pdfaExtension:schemas><rdf:Bag>{"".join(schemas)}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def _schema(name: str, namespace: str, prefix: str, properties: dict[str, str]) -> str:
    """An extension schema (ISO 19005-2, 6.6.2.3): properties PDF/A does not know, and their types."""
    described = "".join(
        f"""<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{key}</pdfaProperty:name>
<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{key} of the schema {name}</pdfaProperty:description></rdf:li>"""
        for key, kind in properties.items()
    )
    return f"""<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{described}</rdf:Seq></pdfaSchema:property></rdf:li>
"""
