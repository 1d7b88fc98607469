"""What the file says it is: its norm, title, dates, whether it is trapped; and whether it says so twice alike."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.limits import Limits
from brochure.preflight.metadata import moment

_KNOWN = (
    "PDF/X-1:2001",
    "PDF/X-1a:2001",
    "PDF/X-1a:2003",
    "PDF/X-3:2002",
    "PDF/X-3:2003",
    "PDF/X-4",
    "PDF/X-4p",
    "PDF/X-5g",
    "PDF/X-5pg",
    "PDF/X-5n",
    "PDF/X-6",
)
_TWINS = (
    ("Title", "dc:title"),
    ("Author", "dc:creator"),
    ("Subject", "dc:description"),
    ("Keywords", "pdf:Keywords"),
    ("Creator", "xmp:CreatorTool"),
    ("Producer", "pdf:Producer"),
)
_DATES = (("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate"))


def _version(document: Document, limits: Limits) -> Iterator[Finding]:
    claim, info, xmp = document.claim, document.info, document.xmp or {}
    if limits.standard and not claim:
        yield error(message("the file does not say that it is {standard}", standard=limits.standard))
        return
    if not claim:
        if any(intent.subtype == "GTS_PDFX" for intent in document.intents):
            yield warning(message("the file has an output intent for print, but does not say which norm it keeps"))
        return
    if claim not in _KNOWN:
        yield error(message("there is no norm {claim}", claim=claim))
    elif limits.standard and not claim.startswith(limits.standard.split(":")[0]):
        yield error(message("the file is {claim}; {standard} was ordered", claim=claim, standard=limits.standard))
    if claim.startswith("PDF/X-1"):
        if info.get("GTS_PDFXVersion") != "PDF/X-1:2001" and "2001" in claim:
            yield error(message("the entry {name} of PDF/X-1a:2001 is missing or wrong", name="GTS_PDFXVersion"))
        if info.get("GTS_PDFXConformance") != claim and "2001" in claim:
            yield error(message("the entry {name} of PDF/X-1a:2001 is missing or wrong", name="GTS_PDFXConformance"))
    if claim.startswith(("PDF/X-1", "PDF/X-3")) and "GTS_PDFXVersion" not in info:
        yield error(message("the file says it is {claim} in one of two places only", claim=claim))
    inside, outside = info.get("GTS_PDFXVersion", ""), xmp.get("pdfxid:GTS_PDFXVersion", "")
    if inside and outside and inside != outside:
        yield error(message("the file says it is {one} and {other}", one=inside, other=outside))


def _pdf_version(document: Document, limits: Limits) -> Iterator[Finding]:
    claim, version = document.claim, document.frame.version
    most = next((most for name, most in _MOST_VERSION if claim.startswith(name)), "")
    if most and version > most:
        yield error(message("PDF {version}; {claim} goes up to {most}", version=version, claim=claim, most=most))


_MOST_VERSION = (
    ("PDF/X-1:2001", "1.3"),
    ("PDF/X-1a:2001", "1.3"),
    ("PDF/X-1a:2003", "1.4"),
    ("PDF/X-3:2002", "1.3"),
    ("PDF/X-3:2003", "1.4"),
    ("PDF/X-4", "1.7"),
)  # PDF/X-4 asks for 1.6; readers take 1.7 headers (ISO 15930-7 forbids to judge by the header alone)


def _trapped(document: Document, limits: Limits) -> Iterator[Finding]:
    in_info, in_xmp = document.info.get("Trapped", ""), (document.xmp or {}).get("pdf:Trapped", "")
    if "Unknown" in (in_info, in_xmp):
        yield warning(message("the file says it does not know whether it is trapped"))
    elif document.claim and not in_info and not in_xmp:
        yield error(message("the file does not say whether it is trapped"))
    elif in_info and in_xmp and in_info != in_xmp:
        yield error(message("the file says it is trapped, and that it is not"))
    elif in_info not in ("", "True", "False") or in_xmp not in ("", "True", "False"):
        yield error(message("the file does not say whether it is trapped"))


def _packet(document: Document, limits: Limits) -> Iterator[Finding]:
    if document.xmp is None:
        yield error(message("the file’s metadata (XMP) cannot be read"))
    elif document.claim.startswith(("PDF/X-4", "PDF/X-5", "PDF/X-6")) and not document.has_xmp:
        yield error(message("the file has no metadata (XMP)"))


def _wanted(document: Document, limits: Limits) -> Iterator[Finding]:
    """The title, the dates and the identifier PDF/X wants."""
    if not document.claim:
        return
    xmp, info = document.xmp or {}, document.info
    is_new = document.claim.startswith(("PDF/X-4", "PDF/X-5", "PDF/X-6"))
    for entry, name in (("Title", "dc:title"), *_DATES):
        if not (xmp.get(name) if is_new else info.get(entry)):
            yield error(message("the file has no {name}, which {claim} wants", name=entry, claim=document.claim))
    if not document.frame.has_identifier:
        yield error(message("the file has no {name}, which {claim} wants", name="ID", claim=document.claim))


def _twins(document: Document, limits: Limits) -> Iterator[Finding]:
    xmp = document.xmp or {}
    for entry, name in _TWINS:
        inside, outside = document.info.get(entry, ""), xmp.get(name, "")
        if inside and outside and _said(inside) != _said(outside) and _LOST not in outside:
            yield warning(message("{name} differs between the file’s two kinds of metadata", name=entry))
    for entry, name in _DATES:
        if _differ(document.info.get(entry, ""), xmp.get(name, "")):
            yield warning(message("{name} differs between the file’s two kinds of metadata", name=entry))


_LOST = "\ufffd"  # Ghostscript writes letters beyond ASCII so


def _said(text: str) -> str:
    """A value without what writers set differently: space, and the marks between several names."""
    return " ".join(text.replace(";", " ").replace(",", " ").split())


def _differ(inside: str, outside: str) -> bool:
    """Whether two dates are different moments, and not the same hour of a clock whose zone one of them leaves out."""
    one, other = moment(inside), moment(outside)
    if one is None or other is None:
        return False
    clocks = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return abs((one - other).total_seconds()) > 1 and abs((clocks[0] - clocks[1]).total_seconds()) > 1


_AGAIN = message("write the PDF anew from the program it was made with")
_CHOOSE = message("choose the norm the printer wants when writing the PDF")
RULES = (
    Rule("standard.version-key", "ISO 15930-7; ISO 15930-1", _CHOOSE, _version),
    Rule("standard.pdf-version", "ISO 15930-1 (PDF 1.3)", _CHOOSE, _pdf_version),
    Rule("standard.trapped", "ISO 15930-7; ISO 15930-1", message("set Trapped to True or False"), _trapped),
    Rule("metadata.packet", "ISO 15930-7; ISO 32000-1, 14.3.2", _AGAIN, _packet),
    Rule("metadata.wanted", "ISO 15930-7; ISO 15930-1", _AGAIN, _wanted),
    Rule("metadata.twins", "ISO 15930-7; ISO 19005-2, 6.6.3", _AGAIN, _twins),
)
