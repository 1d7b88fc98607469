"""Slips are mended without moving a place, and what is no slip is left alone."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.diagnostics import Report
from brochure.source.handwriting import mend_slips
from brochure.source.lines import Lines
from brochure.source.nodes import MappingNode, Node, ScalarNode
from brochure.source.reader import read_yaml

ROOT = Path(__file__).parent.parent.parent
SHIPPED = sorted((ROOT / "content").rglob("*.yaml"))
SAMPLE = (ROOT / "tests/mistakes/project/content/exchanges/pair.yaml").read_text("utf-8")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_files_have_no_slips(path: Path) -> None:
    lines, report = Lines.of(path.name, path.read_text("utf-8")), Report()
    before = list(lines.texts)
    mend_slips(lines, report)
    assert list(report) == []
    assert lines.texts == before


@pytest.mark.parametrize(
    "text",
    [
        "a: http://example.jp/#top\n",
        "a: 港#2\n",  # no space before #: YAML keeps it
        "a: 港 # 覚え書き\n",
        "a:  # 覚え書き\n  b: 1\n",
        "a: |-\n  key： 全角\n  date:1990 #2\n  – 港\n  ・港\nb: 1\n",
        "a: >-\n  一行\n\n  二行\nb: 1\n",
        "a: |2\n    字下げ\n  本文\n",
        "a:\n- b: 1\n  c: 2\n- b: 3\nd: 4\n",
        "a:\n  - - x\n    - y\n  - - z\n",
        "a: [x,\n  y,\n  z]\nb: {c: 1,\n    d: 2}\n",
        "a: 'それは''港'' #2: です'\n",
        'a: "引用\n  符号: 続き #1"\nb: 1\n',
        "a: 長い文\n  の続き\nb: 1\n",
        "a:\n  長い文\n  の続き\nb: 1\n",
        "\"a\": 1\n'b': 2\n",
        "a: 「港」：町\n",
        "a: 12:30\n",
        "- a\n- b\n",
        "a : 1\n",
        "zh_CN: 港\n日付: 1990\n",
        "a: “海”と“山”\n",
        "a:\tb\n",
        "---\na: 1\n...\n",
    ],
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    report = Report()
    assert read_yaml(text, "a.yaml", report) is not None
    assert [str(each.message) for each in report] == []


WORDS = st.text(st.sampled_from("港町海。、「」ABC 12-.：#:'\"[]{},|>*&!%@`\n"), min_size=1, max_size=12)
KEYS = st.text(string.ascii_lowercase, min_size=1, max_size=4).filter(lambda key: key not in ("y", "n", "on", "off"))
DATA = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_what_yaml_itself_writes_is_read_back_the_same(data: dict[str, Any]) -> None:
    report = Report()
    node = read_yaml(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "a.yaml", report)
    assert [str(each.message) for each in report] == []
    assert node is not None
    assert plain(node) == data


def plain(node: Node) -> Any:
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, MappingNode):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_places_stay_inside_the_file(data: st.DataObject) -> None:
    text = SAMPLE
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 3))
        put = data.draw(st.text(st.sampled_from("　\t ：:；、，“”\"'[]{}｛-–・#|>*&!@\0\u200b\n\r港a1"), max_size=3))
        text = text[:at] + put + text[at + cut :]
    report = Report()
    read_yaml(text, "a.yaml", report)
    lines = Lines.of("a.yaml", text).texts
    for each in report:
        assert each.span is not None
        assert 1 <= each.span.line <= len(lines)
        assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 2, (each, text)
        assert (each.span.end_line, each.span.end_column) > (each.span.line, each.span.column)
