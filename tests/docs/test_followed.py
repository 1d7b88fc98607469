"""Each guide works when it is followed, and the program says what the guide says it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.follow import ROOT, Fence, commands, copied, edited, fences, follow, without_numbers

FOLLOWED = tuple(
    document
    for document in sorted((ROOT / "docs").rglob("*.md"))
    if any(fence.title for fence in fences(document.read_text("utf-8")))
)
MISTAKES = ("error:", "エラー:", "错误:")


@pytest.mark.parametrize("document", FOLLOWED, ids=lambda path: path.name)
def test_a_guide_works_when_followed(document: Path, tmp_path: Path) -> None:
    name = document.relative_to(ROOT).as_posix()
    for ran in follow(document, copied(tmp_path)):
        where = f"{name}:{ran.fence.line}: {' · '.join(commands(ran.fence))}\n{ran.said}"
        shows_mistakes = ran.told is not None and any(word in ran.told.body for word in MISTAKES)
        assert set(ran.codes) <= ({0, 1} if shows_mistakes else {0}), where
        if ran.told is not None:
            renew = f"{where}\nrun “.venv/bin/python -m tests.docs.follow {name}” and read what has changed"
            assert without_numbers(ran.said) == without_numbers(ran.told.body), renew


def test_every_row_of_the_architecture_has_its_guide() -> None:
    guides = {path.stem for path in (ROOT / "docs/how-to").glob("*.md")}
    assert guides == {"page-type", "language", "trim-size", "profile", "theme", "edition", "diagnostic", "town"}
    assert {f"docs/how-to/{guide}.md" for guide in guides} <= {path.relative_to(ROOT).as_posix() for path in FOLLOWED}


def test_an_edit_must_find_its_place_once() -> None:
    fence = Fence("diff", "a.yaml", " id: a\n-size: a4\n+size: a5\n", 1, 0, 0)
    assert edited("id: a\nsize: a4\n", fence) == "id: a\nsize: a5\n"
    for text in ("id: a\nsize: a6\n", "id: a\nsize: a4\nid: a\nsize: a4\n"):
        with pytest.raises(AssertionError, match="times in"):
            edited(text, fence)


def test_numbers_may_drift_and_words_may_not() -> None:
    assert without_numbers("a.yaml:34:16: error\n   34 | x\n      | ^~~") == without_numbers(
        "a.yaml:134:6: error\n  134 | x\n      | ^~"
    )
    assert without_numbers("192 of 192 translated") != without_numbers("192 of 192 fuzzy")
