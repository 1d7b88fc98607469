"""A phrasebook: sentences by situation, in both tongues with their readings. Data: nothing in it is translated."""

from typing import Annotated

from msgspec import Meta

from brochure.content.identity import Id
from brochure.content.names import Names
from brochure.source.model import Model


class Phrase(Model):
    """A sentence as each side says it: the Japanese with kana and romanisation, the Chinese with pinyin.

    `pinyin_tw` is given where Taiwan says another sentence.
    """

    id: Id
    ja: str
    reading: str
    romaji: str
    zh_CN: str
    zh_TW: str
    pinyin: str
    pinyin_tw: str = ""
    note: str = ""

    def pinyin_in(self, language: str) -> str:
        """The pinyin of the sentence as a language writes it."""
        return self.pinyin_tw if language == "zh_TW" and self.pinyin_tw else self.pinyin


class Situation(Model):
    """When one says so, and the phrases for it."""

    id: Id
    name: Names
    phrases: Annotated[tuple[Phrase, ...], Meta(min_length=1)]
