"""The words of the command line: what may be said, and what is told of those that may not."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NoReturn

from brochure import __version__
from brochure.cli.findings import FORMATS
from brochure.cli.speaker import INTERFACE_LANGUAGES, Speaker
from brochure.diagnostics import Message, UsageError, error, message
from brochure.edition.profiles import PROFILES
from brochure.languages import LANGUAGES
from brochure.source.nearest import nearest

COMMANDS = ("build", "check", "list", "i18n")
CATALOG_ACTIONS = ("extract", "update", "status", "check")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; "" and () where it says nothing. `action` is the second word of `i18n`."""

    command: str = "build"
    action: str = ""
    editions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    out: str = ""
    project: str = ""
    format: str = "text"
    verbosity: int = 0
    is_debug: bool = False
    is_for_messages: bool = False


def read_arguments(words: Sequence[str], speaker: Speaker) -> Options:
    """The options of a command line; without a command it is a build. Raises UsageError; SystemExit after -h."""
    said = list(words)
    if not set(said) & {*COMMANDS, "-h", "--help", "--version"} and (not said or said[0].startswith("-")):
        said.insert(0, "build")
    found = vars(_parser(speaker).parse_args(said))
    known = {field.name for field in fields(Options)}
    given: dict[str, Any] = {name: value for name, value in found.items() if name in known and value is not None}
    for name in ("editions", "languages", "media"):
        given[name] = tuple(given.get(name, ()))
    return _sorted_out(Options(**given))


def early(words: Sequence[str], option: str, known: Sequence[str]) -> str:
    """The value of an option before the whole line is understood, for telling what is wrong with it; "" for none."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        value = word.partition("=")[2] if word.startswith(f"{option}=") else following if word == option else ""
        if value in known:
            return value
    return ""


def _sorted_out(options: Options) -> Options:
    """`--lang ja,zh_CN` in two; and of `--lang ja rumoi` the word that is no language given back to the editions."""
    languages, strays = _split(options.languages, tuple(LANGUAGES))
    media, others = _split(options.media, tuple(PROFILES))
    return replace(options, editions=(*options.editions, *strays, *others), languages=languages, media=media)


def _split(words: Sequence[str], known: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    parts = [part for word in words for part in word.split(",") if part]
    strays = tuple(part for part in parts[1:] if part not in known and not nearest(part, known))
    return tuple(part for part in parts if part not in strays), strays


class _Parser(argparse.ArgumentParser):
    """argparse without its exit in the middle: what it complains of is raised, in words that can be translated."""

    def error(self, message: str) -> NoReturn:
        what, *cures = _told(message)
        raise UsageError([error("usage.arguments", what, None, *cures)])


def _parser(speaker: Speaker) -> _Parser:
    say = speaker.say
    top = _new(speaker, "brochure", message("Make booklets for print and screen from content and translations."))
    top.add_argument("--version", action="version", version=f"brochure {__version__}", help=say(message("the version")))
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title=say(message("commands")))
    build = _added(commands, speaker, "build", message("make the PDFs; without names, all of them"))
    build.add_argument("editions", nargs="*", metavar="EDITION", help=say(message("an edition by its id")))
    _choices(build, say)
    build.add_argument("-o", "--out", metavar="DIR", help=say(message("where the files go (out/)")))
    _added(commands, speaker, "check", message("read and set everything, write nothing"))
    _added(commands, speaker, "list", message("the editions with their languages and media"))
    catalogs = _added(commands, speaker, "i18n", message("the catalogs of translations"))
    actions = catalogs.add_subparsers(dest="action", metavar="ACTION", title=say(message("commands")), required=True)
    _added(actions, speaker, "extract", message("write what there is to translate as .pot files"))
    update = _added(actions, speaker, "update", message("bring the catalogs up to date with the content"))
    update.add_argument(
        "--messages",
        action="store_true",
        dest="is_for_messages",
        help=say(message("instead, those of the program’s own messages")),
    )
    status = _added(actions, speaker, "status", message("how far the translations have come"))
    check = _added(actions, speaker, "check", message("what is wrong or doubtful in the translations"))
    for each in (update, status, check):
        _language_choice(each, say)
    return top


def _new(speaker: Speaker, name: str, about: Message) -> _Parser:
    parser = _Parser(name, description=speaker.say(about), **_manner(speaker))
    _common(parser, speaker.say)
    return parser


def _added(commands: Any, speaker: Speaker, name: str, about: Message) -> _Parser:
    said = speaker.say(about)
    parser: _Parser = commands.add_parser(name, help=said, description=said, **_manner(speaker))
    _common(parser, speaker.say)
    return parser


def _manner(speaker: Speaker) -> dict[str, Any]:
    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, speaker.say(message("usage: ")) if prefix is None else prefix)

    return {"add_help": False, "allow_abbrev": False, "formatter_class": Formatter}


def _common(parser: _Parser, say: Callable[[Message], str]) -> None:
    """The options every command takes, before or after its name."""
    group = parser.add_argument_group(say(message("options")))

    def option(*names: str, about: Message, **more: Any) -> None:
        group.add_argument(*names, default=argparse.SUPPRESS, help=say(about), **more)

    option("-h", "--help", action="help", about=message("this help"))
    option("--project", metavar="DIR", about=message("the project’s folder, which holds content/"))
    option(
        "--lang-ui",
        metavar="LANGUAGE",
        choices=(*INTERFACE_LANGUAGES, "zh"),
        about=message("the language of messages: ja, zh_CN or en; what is printed stays as it is"),
    )
    option(
        "--format", metavar="FORMAT", choices=tuple(FORMATS), about=message("how findings are told: text, json, github")
    )
    option("-q", "--quiet", action="store_const", const=-1, dest="verbosity", about=message("tell errors only"))
    option("-v", "--verbose", action="store_const", const=1, dest="verbosity", about=message("tell every step"))
    option("--debug", action="store_true", dest="is_debug", about=message("show where the program itself failed"))


def _choices(parser: _Parser, say: Callable[[Message], str]) -> None:
    _language_choice(parser, say)
    parser.add_argument(
        "--medium",
        action="extend",
        nargs="+",
        dest="media",
        metavar="MEDIUM",
        help=say(message("only these media: screen, press")),
    )


def _language_choice(parser: _Parser, say: Callable[[Message], str]) -> None:
    parser.add_argument(
        "--lang",
        action="extend",
        nargs="+",
        dest="languages",
        metavar="LANGUAGE",
        help=say(message("only these languages: ja, zh_CN, zh_TW")),
    )


_CHOICE = re.compile(r"argument (\S+): invalid choice: '(.*?)' \(choose from (.*)\)")
_UNKNOWN = re.compile(r"unrecognized arguments: (.*)")
_WITHOUT_VALUE = re.compile(r"argument (\S+): expected (?:one|at least one) argument")
_OPTIONS = ("--help", "--project", "--lang-ui", "--format", "--quiet", "--verbose", "--debug", "--lang", "--medium")


def _told(problem: str) -> tuple[Message, ...]:
    """What argparse complains of, in our words: what is wrong, then the cures."""
    if found := _CHOICE.fullmatch(problem):
        option, value, listed = found.groups()
        known = re.findall(r"[\w-]+", listed)
        if option in ("COMMAND", "ACTION"):
            what = message("there is no command “{name}”", name=value)
        else:
            what = message("{option} cannot be “{value}”", option=option, value=value)
        return what, *_meant(value, known), message("known are: {known}", known=", ".join(known))
    if found := _UNKNOWN.fullmatch(problem):
        words = found[1]
        return message("“{words}” is not understood", words=words), *_meant(words.split()[0], (*_OPTIONS, "--out"))
    if found := _WITHOUT_VALUE.fullmatch(problem):
        return (message("{option} needs a value after it", option=found[1]),)
    if problem.endswith("ACTION"):
        return message("i18n needs a command"), message("known are: {known}", known=", ".join(CATALOG_ACTIONS))
    return (message("the command line is not understood: {problem}", problem=problem),)


def _meant(word: str, known: Sequence[str]) -> tuple[Message, ...]:
    meant = nearest(word, known)
    return (message("did you mean “{meant}”?", meant=meant),) if meant else ()
