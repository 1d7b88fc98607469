"""Whether translations can be right: rules about one entry each, a small function a rule."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from brochure.content.mark_rules import wrong_marks
from brochure.content.marks import plain
from brochure.diagnostics import Diagnostic, Span, error, message, warning
from brochure.languages import SOURCE_LANGUAGE
from brochure.translation.catalogs import Catalog, State
from brochure.translation.extract import SourceEntry, fields_of

_KANA = re.compile(r"[ぁ-ゖァ-ヺー]+")
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SCRIPTS = {"zh_CN": "gb2312", "zh_TW": "big5"}  # the character sets of everyday printing on each side
_PRINTED_TOO = {"zh_CN": "瞭镕", "zh_TW": "鮁"}  # and what stands in today's norms but not in those sets
_CHECKED = (State.TRANSLATED, State.APPROVED, State.DRAFT)


@dataclass(frozen=True, slots=True)
class Checked:
    """One translated entry: what it is of, its words, their language and place; `names` are never complained of."""

    source: SourceEntry
    text: str
    language: str
    span: Span
    names: Collection[str] = ()

    def at(self, words: str) -> Span:
        """The place of some of the words: exact where the translation is one line of the file without escapes."""
        opening = len('msgstr "')
        offset = self.text.find(words)
        if offset < 0 or self.span.end_column - self.span.column != opening + len(self.text) + 1:
            return self.span
        column = self.span.column + opening + offset
        return Span(self.span.file, self.span.line, column, self.span.line, column + len(words))


def check_catalog(
    catalog: Catalog, sources: Iterable[SourceEntry], language: str, names: Collection[str] = ()
) -> Iterator[Diagnostic]:
    """What is wrong or doubtful in the translations of a catalog; those missing or fuzzy are told by `status`.

    `names` are proper names as the language writes them, which may have kana or rare characters.
    """
    for source in sources:
        entry = catalog[source.key]
        if entry is not None and entry.state_for(source.source) in _CHECKED:
            checked = Checked(source, entry.text, language, entry.span, names)
            for rule in RULES:
                yield from rule(checked)


def _fields(entry: Checked) -> Iterator[Diagnostic]:
    """A translated label or message has the fields of its source, all and no other."""
    if entry.source.span is not None:
        return  # an author's text, where braces are readings
    try:
        found = fields_of(entry.text)
    except ValueError:
        found = None
    if found != entry.source.fields:
        what = message("the fields of “{key}” are not those of its source", key=entry.source.key)
        cure = message("keep exactly: {fields}", fields=" ".join(f"{{{name}}}" for name in entry.source.fields))
        yield error("translation.fields", what, entry.span, cure)


def _blank(entry: Checked) -> Iterator[Diagnostic]:
    """A translation has words."""
    if not entry.text.strip():
        what = message("the translation of “{key}” is blank", key=entry.source.key)
        yield error("translation.blank", what, entry.span)


def _readings(entry: Checked) -> Iterator[Diagnostic]:
    """Marks are written as they must be, readings answer their characters."""
    if entry.source.span is None:
        return  # one of the program's own words, where braces are fields
    for wrong in wrong_marks(entry.text):
        words = entry.text[wrong.offset : wrong.offset + wrong.length]
        yield error("translation.reading", wrong.what, entry.at(words), *wrong.hints)


def _kana(entry: Checked) -> Iterator[Diagnostic]:
    """No kana in Chinese but in quotes and names."""
    if entry.language == SOURCE_LANGUAGE:
        return
    text = _QUOTED.sub("", _without(plain(entry.text), entry.names))
    found = _KANA.search(text)
    if found and found[0].strip("ー"):
        what = message("“{key}” has kana in Chinese: {words}", key=entry.source.key, words=found[0])
        cure = message("translate the word, or put it in quotation marks where it is a Japanese name")
        yield warning("translation.kana", what, entry.at(found[0]), cure)


def _script(entry: Checked) -> Iterator[Diagnostic]:
    """Every Han character is one the language's own side prints: 国 is none of Taiwan's, 國 none of the mainland's."""
    charset = _SCRIPTS.get(entry.language)
    if charset is None:
        return
    text = _QUOTED.sub("", _without(plain(entry.text), entry.names))
    foreign = [sign for sign in dict.fromkeys(text) if "一" <= sign <= "鿿" and not _has(charset, sign)]
    foreign = [sign for sign in foreign if sign not in _PRINTED_TOO[entry.language]]
    if foreign:
        what = message(
            "“{key}” has characters the language does not write: {words}", key=entry.source.key, words="".join(foreign)
        )
        yield warning("translation.script", what, entry.at(foreign[0]))


def _numbers(entry: Checked) -> Iterator[Diagnostic]:
    """The numbers of the source are in the translation."""
    found = _numbers_in(entry.text)
    lost = [number for number in dict.fromkeys(_numbers_in(entry.source.source)) if number not in found]
    if lost:
        what = message("“{key}” has lost a number of its source: {words}", key=entry.source.key, words=", ".join(lost))
        yield warning("translation.number", what, entry.span)


def _lines(entry: Checked) -> Iterator[Diagnostic]:
    """A text of one line stays one; titles may be broken otherwise, but paragraphs are not run together."""
    if entry.text.count("\n\n") != entry.source.source.count("\n\n"):
        what = message("“{key}” has not as many paragraphs as its source", key=entry.source.key)
        yield warning("translation.paragraphs", what, entry.span)


RULES: tuple[Callable[[Checked], Iterator[Diagnostic]], ...] = (
    _blank,
    _fields,
    _readings,
    _kana,
    _script,
    _numbers,
    _lines,
)
"""Every rule, in the order its findings are told."""


def _numbers_in(text: str) -> list[str]:
    return [number.replace(",", "") for number in _NUMBER.findall(unicodedata.normalize("NFKC", plain(text)))]


def _without(text: str, names: Collection[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def _has(charset: str, sign: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
