"""What paper cannot do: notes, forms, scripts, attachments, layers."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.diagnostics import message
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, Rule, error, warning
from brochure.preflight.limits import Limits

_HARMLESS = ("PrinterMark", "TrapNet", "Popup")
_MEDIA = ("Movie", "Sound", "Screen", "RichMedia", "3D")


def _notes(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for note in page.notes:
            if note.subtype in (*_HARMLESS, *_MEDIA, "Widget", "FileAttachment"):
                continue
            if note.box.touches(page.printed):
                what = message("a note or link ({kind}) lies on the page", kind=note.subtype or "?")
                yield warning(what, page.number, note.box)


def _media(document: Document, limits: Limits) -> Iterator[Finding]:
    for page in document.pages:
        for note in page.notes:
            if note.subtype in _MEDIA:
                yield error(message("the page has film or sound ({kind})", kind=note.subtype), page.number, note.box)


def _forms(document: Document, limits: Limits) -> Iterator[Finding]:
    widgets = [(page.number, note.box) for page in document.pages for note in page.notes if note.subtype == "Widget"]
    for number, box in widgets:
        yield error(message("a form’s field lies on the page"), number, box)
    if not widgets and (document.extras.fields or document.extras.has_xfa):
        yield error(message("the file has a form in it"))


def _scripts(document: Document, limits: Limits) -> Iterator[Finding]:
    if document.extras.scripts:
        yield error(message("the file has a script (JavaScript)"))
    for page in document.pages:
        for note in page.notes:
            if note.action == "JavaScript":
                yield error(message("the page has a script (JavaScript)"), page.number, note.box)


def _actions(document: Document, limits: Limits) -> Iterator[Finding]:
    for action in document.extras.actions:
        yield error(message("the file does something by itself when opened or closed ({action})", action=action))
    for page in document.pages:
        for action in page.actions:
            yield error(message("the page does something by itself ({action})", action=action), page.number)
    for number in document.extras.transitions:
        yield warning(message("the page does something by itself ({action})", action="Trans"), number)


def _attachments(document: Document, limits: Limits) -> Iterator[Finding]:
    for name in document.extras.attachments:
        yield error(message("a file is attached: “{name}”", name=name))
    for page in document.pages:
        for note in page.notes:
            if note.subtype == "FileAttachment":
                yield error(message("a file is attached to the page"), page.number, note.box)
    if document.extras.is_portfolio:
        yield error(message("the file is a portfolio of other files"))


def _layers(document: Document, limits: Limits) -> Iterator[Finding]:
    if document.extras.layers:
        what = message("the file has {count} layers that can be switched off", count=document.extras.layers)
        yield warning(what)


_REMOVE = message("take it out; paper cannot do that")
RULES = (
    Rule("extra.notes", "ISO 15930-7; ISO 15930-1; GWG 2022", _REMOVE, _notes),
    Rule("extra.media", "ISO 15930-7; ISO 15930-1", _REMOVE, _media),
    Rule("extra.forms", "ISO 15930-7; ISO 15930-1", _REMOVE, _forms),
    Rule("extra.scripts", "ISO 15930-7; ISO 15930-1", _REMOVE, _scripts),
    Rule("extra.actions", "ISO 15930-7; ISO 15930-1", _REMOVE, _actions),
    Rule("extra.attachments", "ISO 15930-7; ISO 15930-1", _REMOVE, _attachments),
    Rule("extra.layers", "ISO 15930-1 (PDF 1.3); GWG 2022", message("merge the layers into one"), _layers),
)
