"""The children's introduction: characters, and what they say to one another."""

from brochure.content.city import Country
from brochure.content.identity import CharacterId, Id
from brochure.content.names import Names
from brochure.content.text import Text
from brochure.source.model import Model


class Character(Model):
    """Someone drawn who leads children through the booklet; `side` is the shore they are from."""

    id: Id
    name: Names
    reading: str = ""
    pinyin: str = ""
    side: Country
    text: Text | None = None
    note: str = ""


class Saying(Model):
    """What a character says, in one breath."""

    id: Id
    who: CharacterId
    text: Text


class Talk(Model):
    """A talk between characters under a title."""

    id: Id
    title: Text
    sayings: tuple[Saying, ...]
    note: str = ""
