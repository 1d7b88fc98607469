"""The words of the command line: what may be said, and what is told of those that may not."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from msgspec import Struct, field
from msgspec.structs import replace

from brochure import __version__
from brochure.cli.compose_options import ComposeOptions, add_compose_options
from brochure.cli.console import FORMATS
from brochure.cli.speaker import INTERFACE_LANGUAGES, Speaker
from brochure.diagnostics import Message, UsageError, error, message
from brochure.edition.media import MEDIA
from brochure.languages import LANGUAGES
from brochure.source.nearest import nearest


def _as_it_stands(words: Any) -> Any:
    """argparse's own words, which `misheard` reads: gettext would look for a catalog that says them otherwise."""
    return words


argparse._ = _as_it_stands  # type: ignore[attr-defined]


class Options(Struct, frozen=True):
    """What the command line says; "" and () where it says nothing. `action` is the second word of `i18n`."""

    command: str = "build"
    action: str = ""
    editions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    out: str = ""
    preset: str = ""
    icc: str = ""
    imposition: str = ""
    project: str = ""
    format: str = "text"
    verbosity: int = 0
    is_debug: bool = False
    is_for_messages: bool = False
    is_for_all: bool = False
    is_dry: bool = False
    is_draft: bool = False
    kind: str = ""
    by: str = ""
    catalogs: str = ""
    files: tuple[str, ...] = ()
    lines: ComposeOptions = field(default_factory=ComposeOptions)
    is_uncached: bool = False
    jobs: int = 0
    keeps_going: bool = False
    scheduler: str = ""
    account: str = ""
    is_zipped: bool = False
    sheet: str = ""
    has_ghostscript: bool = False
    file: str = ""
    into: str = ""
    is_check: bool = False
    code: str = ""
    name: str = ""
    title: str = ""
    base: str = ""
    date: str = ""

    @property
    def changes_content(self) -> bool:
        """Whether the command writes into the project's own files."""
        if self.command == "new":
            return self.action != "project"
        return self.command in ("fmt", "import") or (self.command, self.action) in _CHANGING


_CHANGING = (("i18n", "update"), ("i18n", "import"))


def read_arguments(words: Sequence[str], speaker: Speaker) -> Options:
    """The options of a command line; without a command it is a build. Raises UsageError; SystemExit after -h."""
    said = list(words)
    commands = {name for name, _, _ in _rows()}
    if not set(said) & {*commands, "-h", "--help", "--version"} and (not said or said[0].startswith("-")):
        said.insert(0, "build")
    found = _found(said, speaker)
    known = Options.__struct_fields__
    given: dict[str, Any] = {name: value for name, value in found.items() if name in known and value is not None}
    for name in ("editions", "languages", "media", "files"):
        given[name] = tuple(given.get(name, ()))
    lines = {name: found[name] for name in ComposeOptions.__struct_fields__ if name in found}
    return _sorted_out(Options(**given, lines=ComposeOptions(**lines)))


def _found(said: Sequence[str], speaker: Speaker) -> dict[str, Any]:
    """What is said, by the options' names. The parser of a command that comes first is the only one made."""
    row = next((row for row in _rows() if row[0] == said[0]), None)
    if row is None:
        return vars(_parser(speaker).parse_args(said))
    name, about, describe = row
    parser = _Parser(f"brochure {name}", about, speaker)
    describe(parser)
    _common(parser)
    return {"command": name, **vars(parser.parse_args(said[1:]))}


def early(words: Sequence[str], option: str, known: Sequence[str]) -> str:
    """The value of an option before the whole line is understood, for telling what is wrong with it; "" for none."""
    for word, following in zip(words, [*words, ""][1:], strict=True):
        value = word.partition("=")[2] if word.startswith(f"{option}=") else following if word == option else ""
        if value in known:
            return value
    return ""


def _sorted_out(options: Options) -> Options:
    """`--lang ja,zh_CN` in two; and of `--lang ja rumoi` the word that is no language given back to the editions."""
    languages, strays = _split(options.languages, tuple(LANGUAGES))
    media, others = _split(options.media, MEDIA)
    return replace(options, editions=(*options.editions, *strays, *others), languages=languages, media=media)


def _split(words: Sequence[str], known: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    parts = [part for word in words for part in word.split(",") if part]
    strays = tuple(part for part in parts[1:] if part not in known and not nearest(part, known))
    return tuple(part for part in parts if part not in strays), strays


class _Parser(argparse.ArgumentParser):
    """argparse in the speaker’s language, without its exit in the middle: complaints are raised, in our own words."""

    def __init__(self, prog: str, about: Message, speaker: Speaker) -> None:
        said = speaker.say(about)
        super().__init__(
            prog, description=said, add_help=False, allow_abbrev=False, formatter_class=_formatter(speaker)
        )
        self.speaker = speaker
        self.names = self.add_argument_group(speaker.say(message("names")))
        self.group = self.add_argument_group(speaker.say(message("options")))

    def error(self, message: str) -> NoReturn:
        from brochure.cli.misheard import told

        what, *cures = told(message)
        raise UsageError([error("usage.arguments", what, None, *cures)])

    def option(self, *names: str, about: Message, **more: Any) -> None:
        """An option under the one heading; where it is not said it leaves no trace."""
        self.group.add_argument(*names, default=argparse.SUPPRESS, help=self.speaker.say(about), **more)

    def commands(self, dest: str, rows: Sequence[Command]) -> None:
        """The commands that may follow, each with its own options and those all commands take."""
        title = self.speaker.say(message("commands"))
        inner: Any = self.add_subparsers(
            dest=dest, metavar=dest.upper(), title=title, required=dest == "action", parser_class=_Parser
        )
        for name, about, describe in rows:
            child = inner.add_parser(
                name, prog=f"{self.prog} {name}", about=about, speaker=self.speaker, help=self.speaker.say(about)
            )
            describe(child)
            _common(child)


Command = tuple[str, Message, Callable[[_Parser], None]]
"""A command's word, what it does, and the function that adds its own options."""


def _formatter(speaker: Speaker) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, speaker.say(message("usage: ")) if prefix is None else prefix)

    return Formatter


def _rows() -> tuple[Command, ...]:
    return (
        ("build", message("make the PDFs; without names, all of them"), _build),
        ("check", message("read and set everything, write nothing"), _nothing),
        ("list", message("the editions with their languages and media"), _nothing),
        ("i18n", message("the catalogs of translations"), _catalogs),
        ("preflight", message("judge PDFs, ours or not, as a printer does"), _preflight),
        ("compose", message("set a text in lines, and tell where every character stands"), add_compose_options),
        ("diff", message("tell the pages, texts and plates in which two PDFs differ"), _files),
        ("plates", message("tell the plates in which two PDFs of one layout differ"), _files),
        ("package", message("put together everything a printer is sent"), _package),
        ("doctor", message("tell what this machine has, and what that enables"), _nothing),
        ("import", message("take a spreadsheet into the content"), _take_in),
        ("fmt", message("bring the content’s files into form: ids, readings"), _fmt),
        ("schema", message("write JSON Schemas for editors that know YAML"), _nothing),
        ("new", message("begin a project, a city, a story, an edition or a language"), _new),
        ("explain", message("tell what a code of a finding means, and what to do"), _explain),
    )


def _parser(speaker: Speaker) -> _Parser:
    about = message("Make booklets for print and screen from content and translations.")
    parser = _Parser("brochure", about, speaker)
    parser.commands("command", _rows())
    parser.option("--version", action="version", version=f"brochure {__version__}", about=message("the version"))
    _common(parser)
    return parser


def _nothing(parser: _Parser) -> None:
    """No options but the common ones."""


def _build(parser: _Parser) -> None:
    said = parser.speaker.say(message("an edition by its id"))
    parser.names.add_argument("editions", nargs="*", metavar="EDITION", help=said)
    _language(parser)
    about = message("only these media: screen, press, press-x4, press-x1a, proof")
    parser.option("--medium", action="extend", nargs="+", dest="media", metavar="MEDIUM", about=about)
    _press(parser)
    parser.option("-o", "--out", metavar="DIR", about=message("where the files go (out/)"))
    about = message("for the screen: show what may not be printed instead of refusing it")
    parser.option("--draft", action="store_true", dest="is_draft", about=about)
    about = message("a folder whose locales/ take the place of the project’s")
    parser.option("--catalogs", metavar="DIR", about=about)
    parser.option("--all", action="store_true", dest="is_for_all", about=message("every edition there is"))
    about = message("so many files are made side by side (as many as there are cores)")
    parser.option("--jobs", metavar="N", type=int, about=about)
    about = message("made by the workers of a Dask cluster: tcp://HOST:PORT")
    parser.option("--scheduler", metavar="ADDRESS", about=about)
    about = message("where one file stops the build, make the others all the same")
    parser.option("--keep-going", action="store_true", dest="keeps_going", about=about)
    about = message("write what became of every file, as JSON")
    parser.option("--report", metavar="FILE", dest="account", about=about)
    about = message("make every file anew, taking nothing from the store and keeping nothing in it")
    parser.option("--no-cache", action="store_true", dest="is_uncached", about=about)


def _press(parser: _Parser) -> None:
    """What a printer wants in the place of what the edition says."""
    parser.option("--preset", metavar="NAME", about=message("a printer’s preset in the place of the edition’s"))
    about = message("how pages lie on sheets: spreads, saddle-stitch, signature-16, cover, body, roll-fold …")
    parser.option("--imposition", metavar="WAY", about=about)
    parser.option("--icc", metavar="FILE", about=message("the ICC profile of the printing condition"))


def _package(parser: _Parser) -> None:
    said = parser.speaker.say(message("an edition by its id"))
    parser.names.add_argument("editions", nargs="*", metavar="EDITION", help=said)
    _language(parser)
    parser.option("--preset", metavar="NAME", about=message("a printer’s preset in the place of the edition’s"))
    parser.option("--icc", metavar="FILE", about=message("the ICC profile of the printing condition"))
    parser.option("--zip", action="store_true", dest="is_zipped", about=message("one zip file instead of a folder"))
    parser.option("-o", "--out", metavar="DIR", about=message("where the files go (out/)"))


def _preflight(parser: _Parser) -> None:
    said = parser.speaker.say(message("a PDF"))
    parser.names.add_argument("files", nargs="+", metavar="FILE", help=said)
    about = message("a printer’s preset to judge by; without one, what Japanese printers ask for")
    parser.option("--preset", metavar="NAME", about=about)
    about = message("write the check sheet for the printer too, as an HTML file")
    parser.option("--sheet", metavar="FILE", about=about)
    about = message("measure the ink, and look for slivers, on plates made by Ghostscript, where it is installed")
    parser.option("--ghostscript", action="store_true", dest="has_ghostscript", about=about)


def _files(parser: _Parser) -> None:
    said = parser.speaker.say(message("a PDF"))
    parser.names.add_argument("files", nargs="+", metavar="FILE", help=said)


def _catalogs(parser: _Parser) -> None:
    rows: tuple[Command, ...] = (
        ("extract", message("write what there is to translate as .pot files"), _nothing),
        ("update", message("bring the catalogs up to date with the content"), _update),
        ("status", message("how far the translations have come"), _status),
        ("check", message("what is wrong or doubtful in the translations"), _language),
        ("export", message("write what is to be translated for people without gettext"), _export),
        ("import", message("take in translations that have come back"), _import),
        ("pseudo", message("write catalogs that show on the page what is not translated and what is tight"), _pseudo),
        ("compile", message("write .mo files for programs that read gettext’s own"), _language),
    )
    parser.commands("action", rows)


def _fmt(parser: _Parser) -> None:
    said = parser.speaker.say(message("a file of the content; without names, all of them"))
    parser.names.add_argument("files", nargs="*", metavar="FILE", help=said)
    about = message("only name the files that are not in form")
    parser.option("--check", action="store_true", dest="is_check", about=about)


def _new(parser: _Parser) -> None:
    rows: tuple[Command, ...] = (
        ("project", message("a folder with the least that builds"), _named),
        ("city", message("a city of which only the name is known"), _named),
        ("story", message("a story of one paragraph"), _named),
        ("edition", message("an edition, of its own or made of another"), _new_edition),
        ("language", message("a language for editions, with its catalogs"), _new_language),
    )
    parser.commands("action", rows)


def _named(parser: _Parser) -> None:
    said = parser.speaker.say(message("its id, or the folder of the project"))
    parser.names.add_argument("name", metavar="NAME", help=said)
    parser.option("--title", metavar="TITLE", about=message("the title or the name that is printed"))


def _new_edition(parser: _Parser) -> None:
    _named(parser)
    about = message("the edition it is made of; what has aged is told")
    parser.option("--from", metavar="EDITION", dest="base", about=about)
    parser.option("--date", metavar="DATE", about=message("the day of issue: 2030-04"))


def _new_language(parser: _Parser) -> None:
    _named(parser)
    about = message("only these editions")
    parser.option("--edition", action="extend", nargs="+", dest="editions", metavar="EDITION", about=about)


def _explain(parser: _Parser) -> None:
    said = parser.speaker.say(message("a code as findings show it: content.bad-date; without one, all of them"))
    parser.names.add_argument("code", nargs="?", default="", metavar="CODE", help=said)


def _take_in(parser: _Parser) -> None:
    rows: tuple[Command, ...] = (("timeline", message("dated events into the timeline of an exchange"), _timeline),)
    parser.commands("action", rows)


def _timeline(parser: _Parser) -> None:
    said = parser.speaker.say(message("a spreadsheet: xlsx, ods or csv"))
    parser.names.add_argument("file", metavar="FILE", help=said)
    about = message("the exchange: its file or its id")
    parser.option("--into", metavar="FILE", required=True, about=about)
    about = message("show what would be written, and write nothing")
    parser.option("--dry-run", action="store_true", dest="is_dry", about=about)


def _update(parser: _Parser) -> None:
    _language(parser)
    about = message("instead, those of the program’s own messages")
    parser.option("--messages", action="store_true", dest="is_for_messages", about=about)


def _status(parser: _Parser) -> None:
    _language(parser)
    about = message("by language, or what each edition or each page places: language, edition, page")
    parser.option("--by", metavar="WHAT", choices=("language", "edition", "page"), about=about)


def _export(parser: _Parser) -> None:
    _language(parser)
    about = message("the kind of file: xlsx, csv, po; else the ending of -o tells")
    parser.option("--as", dest="kind", metavar="KIND", choices=("xlsx", "csv", "po"), about=about)
    parser.option("--all", action="store_true", dest="is_for_all", about=message("also what is translated already"))
    parser.option("-o", "--out", metavar="PATH", about=message("the file, or the folder for it (out/)"))


def _import(parser: _Parser) -> None:
    said = parser.speaker.say(message("a file that has come back: xlsx, ods, csv, po"))
    parser.names.add_argument("files", nargs="+", metavar="FILE", help=said)
    _language(parser)
    about = message("tell what would be taken in, write nothing")
    parser.option("--dry-run", action="store_true", dest="is_dry", about=about)


def _pseudo(parser: _Parser) -> None:
    _language(parser)
    parser.option("-o", "--out", metavar="DIR", about=message("where the catalogs go (out/pseudo/)"))


def _language(parser: _Parser) -> None:
    about = message("only these languages: ja, zh_CN, zh_TW, en")
    parser.option("--lang", action="extend", nargs="+", dest="languages", metavar="LANGUAGE", about=about)


def _common(parser: _Parser) -> None:
    """The options every command takes, before or after its name."""
    option = parser.option
    option("--project", metavar="DIR", about=message("the project’s folder, which holds content/"))
    about = message("the language of messages: ja, zh_CN, zh_TW or en; what is printed stays as it is")
    option("--lang-ui", metavar="LANGUAGE", choices=(*INTERFACE_LANGUAGES, "zh"), about=about)
    about = message("how findings are told: text, json, github")
    option("--format", metavar="FORMAT", choices=tuple(FORMATS), about=about)
    option("-q", "--quiet", action="store_const", const=-1, dest="verbosity", about=message("tell errors only"))
    option("-v", "--verbose", action="store_const", const=1, dest="verbosity", about=message("tell every step"))
    option("--debug", action="store_true", dest="is_debug", about=message("show where the program itself failed"))
    option("-h", "--help", action="help", about=message("this help"))
