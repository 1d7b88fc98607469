"""Every fault is found by the rule that stands for it, on the page it is on; what is clean has no findings."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec.structs import replace

from brochure.preflight.inspect import inspect
from brochure.preflight.limits import PRESS, Limits
from brochure.preflight.rules import RULES
from tests.preflight.broken import BROKEN, Broken, blank_page, qr_code
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


def _rules(data: bytes, limits: Limits) -> set[str]:
    return {finding.rule for finding in inspect(data, limits).findings}


def test_ideographs_alone_do_not_say_whose_they_are_where_two_languages_share_a_file() -> None:
    shared = replace(PRESS, languages=("ja", "zh_CN"))
    made_of = {broken.name: broken.make() for broken in BROKEN if broken.rule == "copy.region"}
    assert "copy.region" not in _rules(made_of["Japanese in Chinese shapes"], shared)
    assert "copy.region" in _rules(made_of["Japanese with kana in Chinese shapes"], shared)


def test_a_sound_code_is_left_alone() -> None:
    content = next(broken for broken in BROKEN if broken.name == "a code in four inks").make()
    assert _rules(content, PRESS) >= {"code.inks"}
    assert inspect(made(qr_code(60).encode())).findings == ()


@pytest.mark.parametrize(
    ("rule", "limits"),
    [
        ("page.count", Limits(binding="saddle-stitch", signature=4, least_pages=8, most_pages=40)),
        ("page.ordered-size", Limits(trims_mm=((182.0, 257.0),))),
        ("page.direction", Limits(binding_is_right=True)),
        ("page.blank", Limits(blank_pages=(4,))),
        ("intent.missing", Limits(standard="PDF/X-4")),
        ("standard.version-key", Limits(standard="PDF/X-4")),
        ("spot.not-ordered", Limits(spots=("DIC 200",))),
        ("copy.fold", Limits(folds_mm=((15.0,),))),
        ("copy.thin-spine", Limits(spine_mm=2.0)),
        ("text.tiny", Limits(least_text=11.0)),
        ("ink.limit", Limits(ink_limit=0.1)),
    ],
)
def test_what_was_ordered_is_what_is_judged_by(rule: str, limits: Limits) -> None:
    tall = b"/Over gs BT /F1 10 Tf 0 0 0 1 k 0 1 -1 0 152 100 Tm (spine) Tj ET /Spot cs 1 scn 60 60 20 20 re f"
    clean = made(tall, blank_page, pages=4, bad=3)
    assert rule not in _rules(clean, PRESS)
    assert rule in _rules(clean, limits)


def test_panels_of_several_widths_may_be_ordered_and_are_measured_one_by_one() -> None:
    narrow = made(b"", lambda pdf: pdf.pages[1].obj.__setitem__("/TrimBox", [50, 50, 241, 350]), pages=2)
    ordered = Limits(trims_mm=((70.6, 105.8), (67.4, 105.8)))
    assert "page.sizes" in _rules(narrow, PRESS)
    assert not {"page.sizes", "page.ordered-size"} & _rules(narrow, ordered)
    assert "page.ordered-size" in _rules(narrow, Limits(trims_mm=((70.6, 105.8), (64.0, 105.8))))


def test_the_folds_of_one_face_are_not_those_of_the_other() -> None:
    words = b"/Over gs BT /F1 10 Tf 0 0 0 1 k 80 120 Td (Harbour) Tj ET"
    found = inspect(made(words, pages=2, bad=2), Limits(folds_mm=((5.0,), (15.0,)))).findings
    assert [(finding.rule, finding.page) for finding in found] == [("copy.fold", 2)]


def test_a_box_cut_by_its_clip_is_no_line() -> None:
    shape = b"q 100 100 0.1 40 re W n 0 0 0 1 k %s 100 20 40 re f Q"
    assert "line.hairline" not in _rules(made(shape % b"100"), PRESS)
    assert "line.hairline" in _rules(made(b"0 0 0 1 k 100 100 0.1 40 re f"), PRESS)


def test_an_output_intent_of_another_condition_than_ordered_is_told() -> None:
    assert "intent.ordered" in _rules(made(b"", x4), Limits(output_condition="JC200103"))
    assert "intent.ordered" not in _rules(made(b"", x4), Limits(output_condition="FOGRA39"))
