"""A proper name in each language of the booklets: data, never a translator's guess."""

from __future__ import annotations

from brochure.source.model import Model

LANGUAGES = ("ja", "zh_CN", "zh_TW")
"""The languages every name is written in; `en` may be added."""


class Names(Model):
    """A name as each language writes it."""

    ja: str
    zh_CN: str
    zh_TW: str
    en: str = ""

    def in_(self, language: str) -> str:
        """The name in a language by its tag; raises LookupError where it has none, as a name is never guessed."""
        name = getattr(self, language, "") if language in (*LANGUAGES, "en") else ""
        if not name:
            raise LookupError(f"the name {self.ja} is not written in {language}")
        return name

    def has(self, language: str) -> bool:
        """Whether the name is written in a language."""
        return bool(getattr(self, language, "")) if language in (*LANGUAGES, "en") else False
