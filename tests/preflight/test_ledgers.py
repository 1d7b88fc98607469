"""The ledgers name rules that are there, and leave none out."""

from __future__ import annotations

import re
from pathlib import Path

from brochure.preflight.rules import RULES

LEDGERS = sorted((Path(__file__).parents[2] / "docs/ledgers").glob("*.md"))
IDS = {rule.id for rule in RULES}


def test_every_rule_stands_in_a_ledger_and_every_one_named_is_a_rule() -> None:
    named = {each for path in LEDGERS for each in re.findall(r"`([a-z]+\.[a-z0-9-]+)`", path.read_text("utf-8"))}
    assert named == IDS
