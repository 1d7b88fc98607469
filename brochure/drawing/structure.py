"""What a part of the page is to a reader who hears it: the structure roles of ISO 32000-1, 14.8.4, under our names."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A structure role; the value is the PDF structure type. ARTIFACT is what no reader is told of (folios, art)."""

    __hash__ = str.__hash__  # an enumeration's own is a function in Python

    ARTIFACT = "Artifact"
    DOCUMENT = "Document"
    PART = "Part"
    SECTION = "Sect"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    SPAN = "Span"
    CAPTION = "Caption"
    FIGURE = "Figure"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    TABLE = "Table"
    TABLE_ROW = "TR"
    TABLE_HEADER = "TH"
    TABLE_CELL = "TD"
    CONTENTS = "TOC"
    CONTENTS_ITEM = "TOCI"
    REFERENCE = "Reference"
    LINK = "Link"
    NOTE = "Note"
    QUOTE = "BlockQuote"
    RUBY = "Ruby"
    RUBY_BASE = "RB"
    RUBY_TEXT = "RT"
