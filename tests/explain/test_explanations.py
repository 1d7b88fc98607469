"""`brochure explain`: every code of the program has its page in three languages, and is held by a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brochure.cli import main
from brochure.cli.explain import FOLDER, explanations
from brochure.preflight.findings import Rule
from brochure.preflight.rules import RULES
from explain.codes import codes, constants

TESTS = Path(__file__).parent.parent
PAGES = explanations()
CODES = codes()
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_page(code: str) -> None:
    assert code in PAGES, f"{CODES[code]} says {code}: write a page “## {code}” in {FOLDER.name}/"


@pytest.mark.parametrize("code", PAGES)
def test_a_page_speaks_three_languages(code: str) -> None:
    page = PAGES[code]
    assert set(page.words) == {"en", "ja", "zh_CN", "zh_TW"}
    assert not re.search(r"[ぁ-んァ-ヶ]", page.words["en"]), page.words["en"]
    assert re.search(r"[ぁ-ん]", page.words["ja"]), page.words["ja"]
    assert not re.search(r"[ぁ-んァ-ヶ]", page.words["zh_CN"] + page.words["zh_TW"]), page.words["zh_CN"]
    for words in page.words.values():
        assert words.rstrip()[-1] in ".。", words


def test_no_page_is_left_of_a_code_that_is_gone() -> None:
    assert set(PAGES) - set(CODES) - {f"preflight.{rule.id}" for rule in RULES} == set()


def test_pages_stand_with_their_room() -> None:
    for path in FOLDER.glob("*.md"):
        heads = re.findall(r"(?m)^## (\S+)$", path.read_text("utf-8"))
        assert heads
        assert {head.partition(".")[0] for head in heads} == {path.stem}
        assert len(heads) == len(set(heads))


def test_every_code_is_held_by_a_fixture_or_a_test() -> None:
    held = "".join(
        path.read_text("utf-8", "replace")
        for path in (*TESTS.rglob("*.py"), *TESTS.rglob("*.yaml"), *(TESTS.parent / "docs").rglob("*.md"))
        if path != Path(__file__)
    )
    names = constants()
    assert {code for code in CODES if code not in held and names.get(code, code) not in held} == set()


def test_a_page_is_told_in_the_language_asked_for(capsys: Capture) -> None:
    assert main(["explain", "source.wide-colon", "--lang-ui", "ja"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "source.wide-colon"
    assert said[2].startswith("キーの後のコロンが全角です")
    assert said[-1] == "    country: japan     ○"


def test_without_a_code_all_of_them_are_listed(capsys: Capture) -> None:
    assert main(["explain"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert set(listed) == {*PAGES, *(f"preflight.{rule.id}" for rule in RULES)}
    assert listed == sorted(listed)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("language", ["en", "ja", "zh"])
def test_the_rules_of_the_preflight_are_told_too(rule: Rule, language: str, capsys: Capture) -> None:
    code = f"preflight.{rule.id}"
    assert main(["explain", code, "--lang-ui", language]) == 0
    assert len(capsys.readouterr().out.splitlines()) == (6 if code in PAGES else 4)


def test_a_code_with_a_slip_is_guessed(capsys: Capture) -> None:
    assert main(["explain", "source.wide-colom", "--lang-ui", "en"]) == 2
    assert "source.wide-colon" in capsys.readouterr().err


def test_a_rule_that_has_a_page_tells_it_after_its_cure(capsys: Capture) -> None:
    assert main(["explain", "preflight.ink.sliver", "--lang-ui", "en"]) == 0
    said = capsys.readouterr().out
    assert said.index("let the colours overlap") < said.index("no ink in common")
