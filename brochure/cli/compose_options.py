"""What may be said of the lines `brochure compose` is to set."""

from __future__ import annotations

from argparse import _ArgumentGroup  # pyright: ignore[reportPrivateUsage]: argparse has no other name for it
from typing import Any, Protocol

from msgspec import Struct

from brochure.cli.speaker import Speaker
from brochure.diagnostics import Message, message


class ComposeOptions(Struct, frozen=True):
    """The options of `compose`; "" where nothing is said. `text` is `-` for the standard input."""

    text: str = ""
    measure: str = ""
    is_vertical: bool = False
    ruby: str = ""
    conventions: str = ""
    level: str = ""
    hanging: str = ""
    fit: str = ""
    alignment: str = ""
    family: str = ""
    pdf: str = ""


class OptionParser(Protocol):
    """What takes the options in: the parser of a command."""

    speaker: Speaker
    names: _ArgumentGroup

    def option(self, *names: str, about: Message, **more: Any) -> None:
        """An option; where it is not said it leaves no trace."""
        ...


_CHOICES = (
    ("--conventions", "conventions", ("jis", "gb", "taiwan"), message("the punctuation of a country: jis, gb, taiwan")),
    (
        "--level",
        "level",
        ("very-strict", "strict", "loose", "very-loose"),
        message("how strictly small signs are kept from line heads: very-strict, strict, loose, very-loose"),
    ),
    ("--hanging", "hanging", ("off", "allow", "force"), message("whether 、。 may hang: off, allow, force")),
    ("--fit", "fit", ("first", "total"), message("lines one by one or all together: first, total")),
    (
        "--align",
        "alignment",
        ("justified", "start", "centre", "end", "spread"),
        message("where lines stand: justified, start, centre, end, spread"),
    ),
    ("--ruby", "ruby", ("all", "none", "first"), message("which readings are set: all, none, first")),
    ("--family", "family", ("mincho", "gothic"), message("the typeface: mincho, gothic")),
)
"""Options that choose among a few words: the option, the field, the words, what it does."""


def add_compose_options(parser: OptionParser) -> None:
    """Let a command's parser take the text and all that may be said of its lines."""
    parser.names.add_argument("text", metavar="TEXT", help=parser.speaker.say(message("the text; - reads it")))
    about = message("the language of the text: ja, zh_CN, zh_TW, en")
    parser.option("--lang", nargs=1, action="extend", dest="languages", metavar="LANGUAGE", about=about)
    about = message("the length of a line: 20em, 210pt, 80mm")
    parser.option("--measure", metavar="LENGTH", about=about)
    parser.option("--vertical", action="store_true", dest="is_vertical", about=message("lines from top to bottom"))
    for option, field, words, about in _CHOICES:
        parser.option(option, dest=field, metavar=field.upper(), choices=words, about=about)
    about = message("draw the lines large into a PDF, bodies and gaps shown")
    parser.option("--pdf", metavar="FILE", about=about)
