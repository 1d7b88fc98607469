"""The file as a file: whole, unlocked, packed as printers' machines take it."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.limits import Limits


def _damaged(document: Document, limits: Limits) -> Iterator[Finding]:
    frame = document.frame
    if frame.is_truncated:
        yield error(message("the file is cut off at its end"))
    elif frame.complaints:
        yield error(message("the file is damaged; it could be opened only after mending"))
    if frame.has_leading_bytes:
        yield warning(message("the file does not begin with %PDF"))


def _encrypted(document: Document, limits: Limits) -> Iterator[Finding]:
    if document.frame.is_encrypted:
        yield error(message("the file is locked (encrypted)"))


def _lzw(document: Document, limits: Limits) -> Iterator[Finding]:
    if document.frame.lzw_streams:
        yield error(message("{count} streams are packed with LZW", count=document.frame.lzw_streams))
    for page in document.pages:
        if "LZW" in page.states:
            yield error(message("a picture is packed with LZW"), page.number)


def _new_packing(document: Document, limits: Limits) -> Iterator[Finding]:
    if document.frame.has_object_streams and document.is_flat(limits.standard):
        yield error(message("objects are packed together, which came after PDF 1.3 and 1.4"))


_AGAIN = message("write the PDF anew, or send it again: it may have been cut off on the way")
_UNLOCK = message("save it without a password")
_SAVE = message("save it anew with Flate (ZIP) compression")
RULES = (
    Rule("file.damaged", "ISO 32000-1, 7.5", _AGAIN, _damaged),
    Rule("file.encrypted", "ISO 15930-7; ISO 15930-1", _UNLOCK, _encrypted),
    Rule("file.lzw", "ISO 15930-7; ISO 15930-1", _SAVE, _lzw),
    Rule("file.object-streams", "ISO 15930-1 (PDF 1.3)", _SAVE, _new_packing),
)
