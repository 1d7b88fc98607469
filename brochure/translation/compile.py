"""A catalog as gettext's binary file (.mo), what cannot be printed left out."""

from __future__ import annotations

from collections.abc import Mapping

import polib

from brochure.translation.marks import Mark, mark_of
from brochure.translation.po import PoFile


def compiled(file: PoFile, sources: Mapping[str, str]) -> bytes:
    """The bytes of the .mo file: the header, and each translation of a present source that is not in doubt."""
    binary = polib.MOFile(encoding="utf-8")
    binary.metadata = file.metadata()
    for entry in file.entries:
        is_present = not entry.is_obsolete and sources.get(entry.key) == entry.source
        if is_present and entry.text and not entry.is_fuzzy and mark_of(entry.comments) is not Mark.DRAFT:
            binary.append(polib.MOEntry(msgid=entry.source, msgstr=entry.text, msgctxt=entry.context or None))
    return binary.to_binary()
