"""A proper name in each language of the booklets: data, never a translator's guess."""

from brochure.source.model import Model

LANGUAGES = ("ja", "zh_CN", "zh_TW")
"""The languages every name is written in; `en` may be added."""


class NameNotWritten(LookupError):
    """A name that a page prints, by its Japanese form, and the language it is not written in."""

    def __init__(self, name: str, language: str) -> None:
        self.name, self.language = name, language
        super().__init__(f"the name {name} is not written in {language}")


class Names(Model):
    """A name as each language writes it."""

    ja: str
    zh_CN: str
    zh_TW: str
    en: str = ""

    def in_(self, language: str) -> str:
        """The name in a language by its tag; raises NameNotWritten where it has none, as a name is never guessed."""
        name = getattr(self, language, "") if language in (*LANGUAGES, "en") else ""
        if not name:
            raise NameNotWritten(self.ja, language)
        return name

    def has(self, language: str) -> bool:
        """Whether the name is written in a language."""
        return bool(getattr(self, language, "")) if language in (*LANGUAGES, "en") else False
