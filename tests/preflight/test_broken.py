"""Every fault is found by the rule that stands for it, on the page it is on; what is clean has no findings."""

from __future__ import annotations

from collections import Counter

import pytest

from brochure.preflight.inspect import inspect
from brochure.preflight.rules import RULES
from tests.preflight.broken import BROKEN, Broken
from tests.preflight.files import made, x1a, x4


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: f"{broken.rule}: {broken.name}")
def test_fault_is_found_by_its_rule_on_its_page(broken: Broken) -> None:
    found = [(finding.rule, finding.page) for finding in inspect(broken.make()).findings]
    assert (broken.rule, broken.page) in found, found


def test_there_are_at_least_seventy_kinds_of_broken_file() -> None:
    assert len(BROKEN) >= 70
    assert max(Counter(broken.name for broken in BROKEN).values()) == 1


def test_a_fault_is_not_found_on_pages_that_have_none() -> None:
    broken = next(broken for broken in BROKEN if broken.name == "rgb fill")
    assert {finding.page for finding in inspect(broken.make()).findings} == {2}


@pytest.mark.parametrize("pages", [1, 2, 4, 8, 24])
def test_clean_pages_have_no_findings(pages: int) -> None:
    assert inspect(made(pages=pages)).findings == ()


@pytest.mark.parametrize("claim", [x4, x1a])
def test_clean_files_of_a_norm_have_no_findings(claim: object) -> None:
    assert inspect(made(b"", claim)).findings == ()  # type: ignore[arg-type]


def test_rules_have_ids_of_their_own() -> None:
    assert max(Counter(rule.id for rule in RULES).values()) == 1
