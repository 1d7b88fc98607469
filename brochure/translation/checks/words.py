"""Rules about words and signs: script, punctuation, terms, what the typefaces draw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from brochure.diagnostics import Diagnostic, Message, error, message, warning
from brochure.languages import SOURCE_LANGUAGE
from brochure.patterns import pattern
from brochure.translation.checks.checked import Checked

_KANA = pattern(r"[ぁ-ゖァ-ヺー]+")
_QUOTED = pattern(r"“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》")
_HAN = "一-鿿〇"
_SCRIPTS = {"zh_CN": "gb2312", "zh_TW": "big5"}  # the character sets of everyday printing on each side
_PRINTED_TOO = {"zh_CN": "瞭镕", "zh_TW": "鮁"}  # and what stands in today's norms but not in those sets
_HALF_WIDTH = (
    rf"(?<=[{_HAN}])[,;:?!]|[,;?!](?=[{_HAN}])|(?<=[{_HAN}])\.(?!\d)",
    message("write it in full width: ，。；：？！"),
)
_BRACKETS = (rf"(?<=[{_HAN}])\(|\)(?=[{_HAN}])", message("write it in full width: （）"))
_ELLIPSIS = (r"\.{3,}|。{2,}|(?<!…)…(?!…)", message("an ellipsis is ……"))
_BLANKS = (
    rf"(?<=[{_HAN}])[ ]+(?=[{_HAN}\dA-Za-z])|(?<=[\dA-Za-z])[ ]+(?=[{_HAN}])",
    message("take the blank away: the program makes the room"),
)
_STRAIGHT = (rf"(?<=[{_HAN}])[\"']|[\"'](?=[{_HAN}])", message("use the language’s own quotation marks"))

_STYLES: dict[str, tuple[tuple[str, Message], ...]] = {
    "zh_CN": (
        _HALF_WIDTH,
        _BRACKETS,
        _ELLIPSIS,
        _BLANKS,
        _STRAIGHT,
        (r"[「」『』]", message("Simplified Chinese quotes with “ ” and ‘ ’")),
        (r"・", message("the middle dot of Chinese is ·")),
        (r"[〜～]", message("a range is written with — or 至")),
    ),
    "zh_TW": (
        _HALF_WIDTH,
        _BRACKETS,
        _ELLIPSIS,
        _BLANKS,
        _STRAIGHT,
        (r"[“”‘’]", message("Traditional Chinese quotes with 「 」 and 『 』")),
    ),
    "en": ((r"[，。；：？！（）「」『』、　]", message("English has its own punctuation")),),
}
"""What a language does not write, and what it writes instead."""

_CLOSING = " \n”’」』）)》"
_ENDS = {"。": "。.？?！!", "！": "！!", "？": "？?"}  # what Japanese asks with か。 Chinese asks with ？


def kana(entry: Checked) -> Iterator[Diagnostic]:
    """No kana in Chinese but in quotes and names."""
    if entry.language == SOURCE_LANGUAGE:
        return
    text = _QUOTED.sub("", entry.unnamed)
    found = _KANA.search(text)
    if found and found[0].strip("ー"):
        what = message("“{key}” has kana in Chinese: {words}", key=entry.key, words=found[0])
        cure = message("translate the word, or put it in quotation marks where it is a Japanese name")
        yield warning("translation.kana", what, entry.at(found[0]), cure)


def script(entry: Checked) -> Iterator[Diagnostic]:
    """Every Han character is one the language's own side prints: 国 is none of Taiwan's, 國 none of the mainland's."""
    charset = _SCRIPTS.get(entry.language)
    if charset is None:
        return
    text = _QUOTED.sub("", entry.unnamed)
    foreign = [sign for sign in dict.fromkeys(text) if "一" <= sign <= "鿿" and not _has(charset, sign)]
    foreign = [sign for sign in foreign if sign not in _PRINTED_TOO[entry.language]]
    if foreign:
        what = message(
            "“{key}” has characters the language does not write: {words}", key=entry.key, words="".join(foreign)
        )
        yield warning("translation.script", what, entry.at(foreign[0]))


def punctuation(entry: Checked) -> Iterator[Diagnostic]:
    """Signs are the language's own, and a sentence ends where its source's does."""
    for wrong, cure in _styles(entry.language):
        found = wrong.search(entry.said)
        if found:
            what = message("“{key}” has a sign the language does not write: {words}", key=entry.key, words=found[0])
            yield warning("translation.punctuation", what, entry.at(found[0]), cure)
    source, text = entry.plain_source.rstrip(_CLOSING)[-1:], entry.plain.rstrip(_CLOSING)[-1:]
    if (source in _ENDS and text not in _ENDS[source]) or (source not in _ENDS and text == "。"):
        what = message(
            "“{key}” does not end as its source does: “{source}”, “{text}”", key=entry.key, source=source, text=text
        )
        yield warning("translation.full-stop", what, entry.span)


def terms(entry: Checked) -> Iterator[Diagnostic]:
    """The words the termbase binds are as it says."""
    for breach in entry.known.termbase.breaches(entry.said_source, entry.said):
        wanted = "／".join(breach.wanted)
        if breach.is_missing:
            what = message("“{key}”: “{word}” must be “{wanted}”", key=entry.key, word=breach.word, wanted=wanted)
            place = entry.span
        else:
            what = message("“{key}” says “{word}”, which is not to be printed", key=entry.key, word=breach.word)
            place = entry.at(breach.word)
        cures = (message("write “{wanted}”", wanted=wanted),) if wanted and not breach.is_missing else ()
        found = error("translation.term", what, place, *cures)
        yield replace(found, related=((breach.place, message("the termbase says so here")),)) if breach.place else found


def glyphs(entry: Checked) -> Iterator[Diagnostic]:
    """Every character is one the language's typefaces have."""
    coverage = entry.known.coverage
    if coverage is None:
        return
    lacking = [sign for sign in dict.fromkeys(entry.text) if ord(sign) not in coverage and sign > " "]
    if lacking:
        what = message(
            "“{key}” has characters no typeface of the language has: {words}", key=entry.key, words="".join(lacking)
        )
        yield error("translation.no-glyph", what, entry.at(lacking[0]))


@cache
def _styles(language: str) -> tuple[tuple[re.Pattern[str], Message], ...]:
    return tuple((re.compile(pattern), cure) for pattern, cure in _STYLES.get(language, ()))


@cache
def _has(charset: str, sign: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
