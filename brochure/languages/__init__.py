"""What a language is: its tag, its punctuation, its dates, numbers and lists."""

from brochure.languages.english import ENGLISH
from brochure.languages.japanese import JAPANESE
from brochure.languages.language import Language
from brochure.languages.simplified_chinese import SIMPLIFIED_CHINESE
from brochure.languages.traditional_chinese import TRADITIONAL_CHINESE

LANGUAGES: dict[str, Language] = {
    language.tag: language for language in (JAPANESE, SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, ENGLISH)
}
"""Every language a booklet can be set in, by its tag."""

SOURCE_LANGUAGE = JAPANESE.tag
"""The language the author writes in."""


def language_named(bcp47: str) -> Language:
    """The language documents know by a tag (`zh-CN`). KeyError: there is none."""
    return {language.bcp47: language for language in LANGUAGES.values()}[bcp47]
