"""Says messages in the language of the person at the keyboard; what is printed in booklets is none of its business."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from brochure.diagnostics import Message, Severity, message
from brochure.patterns import pattern

PROGRAM = Path(__file__).resolve().parent.parent.parent
"""The folder the program stands in, with its own `locales/`."""

_TRADITIONAL = pattern(r"zh[-_](tw|hk|mo|hant)", re.I)
INTERFACE_LANGUAGES = ("ja", "zh_CN", "zh_TW", "en")

SEVERITIES: Mapping[Severity, Message] = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.NOTE: message("note"),
}

TERMS: tuple[Message, ...] = (
    message("edition"),
    message("language"),
    message("medium"),
    message("unknown reason"),
    message("Permission denied"),
    message("No such file or directory"),
    message("Not a directory"),
    message("Is a directory"),
    message("Read-only file system"),
    message("File name too long"),
    message("File exists"),
    message("could not find expected ':'"),
    message("mapping values are not allowed in this context"),
    message("found character that cannot start any token"),
    message("found character '\\t(TAB)' that cannot start any token"),
    message("found unexpected end of stream"),
    message("did not find expected key"),
    message("did not find expected '-' indicator"),
    message("did not find expected ',' or ']'"),
    message("did not find expected ',' or '}}'"),
    message("found unknown escape character"),
    message("control characters are not allowed"),
)
"""Values of messages' fields that are words themselves: kinds of things, the system's reasons, the YAML reader's."""

_FIELDS_WITH_TERMS = frozenset({"what", "reason", "problem"})


class Speaker(Struct, frozen=True):
    """A language and the translations of the templates; a template without one is said in English."""

    language: str = "en"
    translations: Mapping[str, str] = field(default_factory=dict[str, str])

    def say(self, what: Message) -> str:
        """A message in words. A translation whose fields are off is passed over, never a crash while reporting one."""
        template = self.translations.get(what.template)
        if template is None:
            return str(what)
        try:
            return template.format(**{name: self._term(name, value) for name, value in what.values})
        except (KeyError, IndexError, ValueError):
            return str(what)

    def _term(self, name: str, value: str | int | float | Message) -> str | int | float:
        if isinstance(value, Message):
            return self.say(value)
        if name in _FIELDS_WITH_TERMS and isinstance(value, str):
            found = self.translations.get(value.replace("{", "{{").replace("}", "}}"))
            return value if found is None else found.format()
        return value


def speaker(language: str) -> Speaker:
    """The speaker of a language, its messages read from the program's own catalog."""
    if language == "en":
        return Speaker()
    from brochure.translation.messages import read_messages

    return Speaker(language, read_messages(PROGRAM, language))


def interface_language(asked: str, environ: Mapping[str, str]) -> str:
    """The language to speak: the one asked for, else the locale's, else English. Chinese is zh_TW in Taiwan, Hong Kong,
    Macau and wherever the locale says Hant, else zh_CN.
    """
    wish = asked or next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "en")
    if wish[:2].lower() == "zh" and _TRADITIONAL.match(wish):
        return "zh_TW"
    return next((tag for tag in INTERFACE_LANGUAGES if wish.lower().startswith(tag[:2])), "en")
