"""`brochure explain CODE`: what a finding's code means, why it matters, and what to do, in the reader's language.

The pages of preflight's rules are made of the rules themselves. The others stand in `explanations/`, a file for each
room: under `## code` a paragraph for each language (`en: …`, `ja: …`, `zh_CN: …`, `zh_TW: …`) and, indented,
an example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brochure.cli.console import Console
from brochure.diagnostics import UsageError, error, message
from brochure.source.nearest import nearest

if TYPE_CHECKING:
    from brochure.preflight.findings import Rule

FOLDER = Path(__file__).parent / "explanations"
_HEAD = re.compile(r"(?m)^## (\S+)$")
_PARAGRAPH = re.compile(r"(?P<language>en|ja|zh_CN|zh_TW): (?P<words>.*)", re.S)


class Explanation(Struct, frozen=True):
    """A code's page: its words by language, and lines of an example."""

    code: str
    words: Mapping[str, str] = field(default_factory=dict[str, str])
    example: tuple[str, ...] = ()


def explanations() -> dict[str, Explanation]:
    """Every page by its code, in the order of the codes."""
    found = (each for path in sorted(FOLDER.glob("*.md")) for each in _pages(path.read_text("utf-8")))
    return {each.code: each for each in sorted(found, key=lambda each: each.code)}


def _pages(text: str) -> Iterator[Explanation]:
    _, *parts = _HEAD.split(text)
    for code, body in zip(parts[::2], parts[1::2], strict=True):
        words: dict[str, str] = {}
        example: list[str] = []
        for paragraph in re.split(r"\n\s*\n", body.strip("\n")):
            if found := _PARAGRAPH.fullmatch(paragraph):
                words[found["language"]] = _joined(found["words"], found["language"])
            else:
                example += [line[4:] for line in paragraph.split("\n")]
        yield Explanation(code, words, tuple(example))


def _joined(words: str, language: str) -> str:
    """A paragraph on one line: lines of Japanese and Chinese go on without a space."""
    return re.sub(r"\s*\n\s*", " " if language == "en" else "", words.strip())


def explain(code: str, console: Console) -> None:
    """Tell a code's page; without a code, the list of all codes."""
    pages = explanations()
    rules: dict[str, Rule] = {}
    if code not in pages or code.startswith("preflight."):
        from brochure.preflight.rules import RULES

        rules = {f"preflight.{rule.id}": rule for rule in RULES}
    if not code:
        for name in sorted((*pages, *rules)):
            console.result(name)
        return
    if code in rules:
        _explain_rule(code, rules[code], console, pages.get(code))
        return
    if code in pages:
        _explain_page(pages[code], console)
        return
    meant = nearest(code, (*pages, *rules))
    hints = (message("did you mean “{meant}”?", meant=meant),) if meant else ()
    listed = message("“brochure explain” without a code lists them all")
    raise UsageError([error("usage.unknown", message("there is no code “{code}”", code=code), None, *hints, listed)])


def _explain_page(page: Explanation, console: Console) -> None:
    console.result(page.code)
    console.result("")
    console.result(page.words[console.speaker.language])
    if page.example:
        console.result("")
    for line in page.example:
        console.result(f"    {line}".rstrip())


def _explain_rule(code: str, rule: Rule, console: Console, page: Explanation | None) -> None:
    """A rule of the preflight: whose demand it is, the cure, and what more there is to say of it."""
    from brochure.preflight.findings import whose

    say = console.speaker.say
    console.result(code)
    console.result("")
    console.result(
        say(message("the rule “{id}” of the preflight: {standard}", id=rule.id, standard=whose(rule.standard, say)))
    )
    console.result(console.speaker.say(rule.cure))
    if page is not None:
        console.result("")
        console.result(page.words[console.speaker.language])
