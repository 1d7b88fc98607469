"""A file in a fair hand is read as the YAML reader reads it, and nothing that could be a slip is taken for one."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from brochure.diagnostics import Report
from brochure.source.compose import compose
from brochure.source.fair_hand import read_fair
from brochure.source.handwriting import mend_slips
from brochure.source.lines import Lines
from brochure.source.nodes import Node

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "content").rglob("*.yaml"))
FAIR = """\
# a note
id: rumoi
name: {ja: 留萌市, zh_CN: "留萌", en: Rumoi}
languages: [ja, zh_CN]
empty: []
population: {value: 123, as_of: 2025}
lead: |-
  海に開けた町。# 注ではない

    二段目: 字下げあり。
sections:
  - id: port
    title: '港　と鉄道'
    text: |
      本文。
  - id: coal
    date: 1990-04-17
    people:
      - 山田
      - yamada-2
pages:
  - {id: port, type: story, title: 港と鉄道, note: 'x, y', is_listed: false}
styles:
  body: {family: gothic, indent: {ja: 1, zh_CN: 2.5}, kinds: [a, "b, c"], none: {}, empty: []}
  zh_CN-song: {a: {b: {c: d}}, e: 'x, y'}
"""
_SIGNS = " \n\t-:#,'\"[]{}|>&*!%@`?=;a1あ　：、，“”・—\u200b\\~"


def _as_yaml(text: str) -> tuple[Node | object, Report]:
    report = Report()
    lines = Lines.of("a.yaml", text)
    mend_slips(lines, report)
    return compose(lines, report), report


def test_the_usual_things_are_read_with_the_places_the_yaml_reader_gives() -> None:
    node = read_fair(Lines.of("a.yaml", FAIR))
    assert node is not None
    assert node == _as_yaml(FAIR)[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_booklet_is_read_alike(path: Path) -> None:
    text = path.read_text("utf-8")
    node = read_fair(Lines.of("a.yaml", text))
    if node is not None:
        found, report = _as_yaml(text)
        assert node == found
        assert not list(report)


@pytest.mark.parametrize("name", ["theme/builtin", "edition/presets"])
def test_what_every_build_reads_of_the_programs_own_is_in_a_fair_hand(name: str) -> None:
    paths = [*(ROOT / "brochure" / name).glob("*.yaml"), ROOT / "fonts/fonts.yaml"]
    assert [path.name for path in paths if read_fair(Lines.of("a.yaml", path.read_text("utf-8"))) is None] == []


def test_most_files_of_the_booklet_are_in_a_fair_hand() -> None:
    fair = [path for path in FILES if read_fair(Lines.of("a.yaml", path.read_text("utf-8"))) is not None]
    assert len(fair) > len(FILES) // 2


def test_whatever_is_typed_wrong_nothing_is_read_that_the_other_reader_reads_otherwise() -> None:
    dice = Random(7)
    read = 0
    for _ in range(2500):
        text = FAIR
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(text))
            text = text[:at] + dice.choice(("", dice.choice(_SIGNS), "  ")) + text[at + dice.randint(0, 2) :]
        node = read_fair(Lines.of("a.yaml", text))
        if node is not None:
            read += 1
            found, report = _as_yaml(text)
            assert node == found, text
            assert not list(report), text
    assert read > 100


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id:\n",
        "id: a\nid: b\n",
        "id: a\n  more words\n",
        "date：1990\n",
        "id: a # note\n",
        "title: “港”\n",
        "people: ［山, 田］\n",
        "pages:\n- id: a\n",
        "name: {ja: 港、en: Port}\n",
        "text: |-\n  一行目\n 二行目\n",
        "text: |\n  終わり",
        "time: 9:30 : x\n",
        "- [id: a, title: 港}\n",
        "- ・ 港\n",
    ],
)
def test_what_may_be_a_slip_is_left_to_the_other_readers(text: str) -> None:
    assert read_fair(Lines.of("a.yaml", text)) is None
