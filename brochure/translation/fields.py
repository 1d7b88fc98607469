"""The fields of an author's text, {years} and the like, in its translations: the same there, all and no other."""

from __future__ import annotations

from brochure.content.fields import FIELDS, fields_in
from brochure.diagnostics import Diagnostic, Span, error, message


def lost_fields(key: str, source: str, text: str, span: Span | None) -> Diagnostic | None:
    """The error where a translation of an author's text has not the fields of its source, {years} and the like; a name
    in braces that is no field at all is a wrong mark, and told as one.
    """
    if "{" not in source and "{" not in text:
        return None
    wanted = fields_in(source)
    if not (wanted ^ fields_in(text)) & set(FIELDS):
        return None
    what = message("the fields of “{key}” are not those of its source", key=key)
    cure = message("keep exactly: {fields}", fields=" ".join(f"{{{name}}}" for name in sorted(wanted)) or "–")
    return error("translation.fields", what, span, cure)
