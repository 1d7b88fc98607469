"""What a file says of itself: the information dictionary and the same in XMP (ISO 16684-1), and text strings."""

from __future__ import annotations

from codecs import utf_16_be_encode
from collections.abc import Mapping
from datetime import datetime

from brochure import __version__
from brochure.layout.page import Book

CREATOR = "brochure"
PRODUCER = f"brochure {__version__}"


def _escaped(text: str) -> str:
    """Text as it may stand in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text_string(text: str) -> str:
    """A PDF text string: literal where it is ASCII, else UTF-16BE in hexadecimal (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{utf_16_be_encode(text)[0].hex().upper()}>"


def information(book: Book, when: datetime, more: Mapping[str, str]) -> str:
    """The information dictionary; a date without an office hour is given in UTC. `more` is what a standard adds."""
    date = f"(D:{when:%Y%m%d%H%M%S}Z)"
    entries = {
        "Title": text_string(book.title),
        "Author": text_string(book.author) if book.author else "",
        "Subject": text_string(book.subject) if book.subject else "",
        "Keywords": text_string(", ".join(book.keywords)) if book.keywords else "",
        "Creator": text_string(CREATOR),
        "Producer": text_string(PRODUCER),
        "CreationDate": date,
        "ModDate": date,
        "Trapped": "/False",
        **more,
    }
    return f"<< {' '.join(f'/{name} {value}' for name, value in entries.items() if value)} >>"


def xmp(book: Book, when: datetime, identification: str = "") -> bytes:
    """The metadata stream: the same values, the title under each language there is one in; `identification` is what
    names the standards kept."""
    date = f"{when:%Y-%m-%dT%H:%M:%S}Z"
    spoken = dict.fromkeys((book.language, *(language for language, _ in book.titles)))
    languages = "".join(f"<rdf:li>{_escaped(language)}</rdf:li>" for language in spoken)
    titles = _alternatives("dc:title", ((book.language, book.title), *book.titles))
    described = _alternatives("dc:description", ((book.language, book.subject),)) if book.subject else ""
    author = (
        f"<dc:creator><rdf:Seq><rdf:li>{_escaped(book.author)}</rdf:li></rdf:Seq></dc:creator>" if book.author else ""
    )
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
{titles}
{described}{author}
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
{identification}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _alternatives(name: str, texts: tuple[tuple[str, str], ...]) -> str:
    """A text in each of its languages, the first one also for whoever reads none of them."""
    said = (("x-default", texts[0][1]), *dict(texts).items())
    inside = "".join(f'<rdf:li xml:lang="{_escaped(language)}">{_escaped(text)}</rdf:li>' for language, text in said)
    return f"<{name}><rdf:Alt>{inside}</rdf:Alt></{name}>"
