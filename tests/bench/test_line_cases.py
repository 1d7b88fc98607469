"""Cases of line composition: what is followed passes, what is not is named and counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.line_cases import main
from benchmarks.line_checks import principle, wrong

SHARED = Path(__file__).resolve().parents[3] / "shared" / "cases" / "line-composition.json"


def _case(kind: str, text: str, expect: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "id": f"own-{text}",
        "kind": kind,
        "profile": "jlreq",
        "lang": "ja",
        "writing_mode": "horizontal-tb",
        "text": text,
        "width_em": None,
        "options": {},
        "expect": expect,
        "source": {"name": "own"},
        **changes,
    }


FOLLOWED = [
    _case("break", "港、町", {"break_allowed_at": [2], "break_prohibited_at": [1]}),
    _case("break", "港……町", {"no_expansion_at": [2], "break_prohibited_at": [2]}),
    _case("advance", "）（", {"total_em": 1.5, "advance_class": "FH"}),
    _case("advance", "）（", {"total_em": 1.5}, writing_mode="vertical-rl"),
    _case("advance", "港A", {"body_gaps_em": [{"between": [0, 1], "value": 0.25}]}),
    _case("lines", "港の町の船", {"lines": ["港の町", "の船"], "break_at": [3]}, width_em=3.2),
    _case(
        "ruby",
        "港",
        {"ruby_start_em": [0, 0.5], "block_width_em": 1.0},
        options={"ruby": [{"base": [0, 1], "text": "みな", "mode": "mono", "scale": 0.5}]},
    ),
]
NOT_FOLLOWED = [
    _case("break", "港、町", {"break_allowed_at": [1]}),
    _case("break", "港町", {"break_prohibited_at": [1]}),
    _case("advance", "港町", {"what_nobody_knows": 1}),
    _case("break", "港町", {"no_expansion_at": [1]}),
    _case("advance", "）（", {"total_em": 2.0}),
    _case("advance", "）（", {"advance_class": "HF"}),
    _case("advance", "港A", {"body_gaps_em": [{"between": [0, 1], "value": 0.125}]}),
    _case("lines", "港の町の船", {"lines": ["港の町の", "船"]}, width_em=3.2),
    _case(
        "ruby",
        "港",
        {"ruby_start_em": [0.25, 0.5]},
        options={"ruby": [{"base": [0, 1], "text": "みな", "mode": "mono", "scale": 0.5}]},
    ),
]


@pytest.mark.parametrize("case", FOLLOWED, ids=lambda case: case["id"])
def test_a_case_that_is_followed_passes(case: dict[str, Any]) -> None:
    assert wrong(case) == ""


@pytest.mark.parametrize("case", NOT_FOLLOWED, ids=lambda case: case["id"])
def test_a_case_that_is_not_followed_says_what_came_instead(case: dict[str, Any]) -> None:
    assert wrong(case)
    assert not principle(case)


def test_the_exit_code_tells_of_our_own_profiles_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.json"
    file.write_text(json.dumps([*FOLLOWED, {**NOT_FOLLOWED[0], "profile": "css"}]), "utf-8")
    assert main([str(file)]) == 0
    assert "FAILED css own-港、町" in capsys.readouterr().out
    file.write_text(json.dumps([*FOLLOWED, NOT_FOLLOWED[0]]), "utf-8")
    assert main([str(file), "--profile", "jlreq"]) == 1
    assert main([str(file), "--profile", "clreq"]) == 2
    file.write_text("{", "utf-8")
    assert main([str(file)]) == 2


@pytest.mark.skipif(not SHARED.is_file(), reason="the shared cases do not stand beside the project")
def test_the_shared_cases_are_followed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(SHARED)]) == 0
    assert "FAILED" not in capsys.readouterr().out
