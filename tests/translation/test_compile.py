"""Compiled catalogs: gettext reads in them what can be printed and nothing else."""

from __future__ import annotations

import gettext
import io

from brochure.translation.compile import compiled
from brochure.translation.po import read_po

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "a"
msgid "港"
msgstr "港口"

# draft
msgctxt "b"
msgid "港"
msgstr "码头"

#, fuzzy
msgctxt "c"
msgid "港"
msgstr "?"

msgctxt "d"
msgid "古い港"
msgstr "旧港"

#~ msgctxt "e"
#~ msgid "港"
#~ msgstr "!"
"""


def test_only_what_can_be_printed_is_compiled() -> None:
    data = compiled(read_po(PO), dict.fromkeys("abcde", "港"))
    translations = gettext.GNUTranslations(io.BytesIO(data))
    assert {key: translations.pgettext(key, "港") for key in "abcde"} == {"a": "港口"} | dict.fromkeys("bcde", "港")
    assert data == compiled(read_po(PO), dict.fromkeys("abcde", "港"))
