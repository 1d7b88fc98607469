"""What a language is: its tag, its punctuation, its dates, numbers and lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from brochure.rows import Rows

if TYPE_CHECKING:
    from brochure.languages.language import Language

LANGUAGES: Mapping[str, Language] = Rows(
    {
        "ja": "brochure.languages.japanese:JAPANESE",
        "zh_CN": "brochure.languages.simplified_chinese:SIMPLIFIED_CHINESE",
        "zh_TW": "brochure.languages.traditional_chinese:TRADITIONAL_CHINESE",
        "en": "brochure.languages.english:ENGLISH",
    }
)
"""Every language a booklet can be set in, by its tag."""

SOURCE_LANGUAGE = "ja"
"""The language the author writes in."""


def language_named(bcp47: str) -> Language:
    """The language documents know by a tag (`zh-CN`). KeyError: there is none."""
    return LANGUAGES[bcp47.replace("-", "_")]
