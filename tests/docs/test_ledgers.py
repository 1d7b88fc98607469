"""The ledgers name rules that exist, name all of them, and link to files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brochure.preflight.rules import RULES
from tests.preflight.broken import BROKEN

LEDGERS = Path(__file__).parents[2] / "docs" / "ledgers"
_RULE = re.compile(r"`([a-z0-9]+\.[a-z0-9-]+)`")
_LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.mark.parametrize("path", sorted(LEDGERS.glob("*.md")), ids=lambda path: path.name)
def test_a_ledger_names_rules_and_files_that_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    assert set(_RULE.findall(text)) <= {rule.id for rule in RULES}
    assert all((LEDGERS / link).exists() for link in _LINK.findall(text))


def test_every_rule_stands_in_a_ledger() -> None:
    named = {rule for path in LEDGERS.glob("*.md") for rule in _RULE.findall(path.read_text("utf-8"))}
    assert {rule.id for rule in RULES} - named <= {"page.none", "box.media"}  # PDF itself asks for these


def test_every_rule_of_a_ledger_is_tried_on_a_broken_file() -> None:
    tried = {broken.rule for broken in BROKEN}
    ordered = {"page.ordered-size", "page.direction", "page.blank", "spot.not-ordered", "copy.fold", "copy.thin-spine"}
    assert {rule.id for rule in RULES} - tried - ordered == {
        "intent.ordered",
        "ink.sliver",
    }  # tested with the presets, and on Ghostscript's plates
