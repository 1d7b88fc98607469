"""A timeline's file with what a sheet brought: entries put in by date, values changed in place, all else untouched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from brochure.content.exchange import Entry
from brochure.intake.comparison import Outcome, Verdict, written
from brochure.source.edits import Edit, Manuscript, scalar
from brochure.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

_STRUCTURED = frozenset({"actors", "breakdown", "duration"})
"""Keys whose values are YAML already, and no words."""


def edits(
    manuscript: Manuscript,
    root: MappingNode,
    entries: Sequence[Entry],
    verdicts: Sequence[Verdict],
    reserved: Collection[str] = (),
) -> Iterator[Edit]:
    """The edits that bring new and changed rows into a file; no new entry is given an id that is `reserved`."""
    timeline = root.get("timeline")
    items = timeline.items if isinstance(timeline, SequenceNode) else ()
    nodes = {item.text("id"): item for item in items if isinstance(item, MappingNode)}
    for verdict in verdicts:
        if verdict.outcome is Outcome.CHANGED and verdict.entry is not None:
            yield from _changed(manuscript, nodes[verdict.entry.id], verdict)
    new = [verdict for verdict in verdicts if verdict.outcome is Outcome.NEW]
    yield from _new(manuscript, root, entries, nodes, new, reserved)


def _changed(manuscript: Manuscript, node: MappingNode, verdict: Verdict) -> Iterator[Edit]:
    """Values that are there are put in the place of the old; those that are not come after the entry's last key."""
    added: list[str] = []
    column = node.entries[0][0].span.column - 1
    for change in verdict.changes:
        value = node.get(change.key)
        words = _value(change.key, change.after)
        if value is None or (isinstance(value, ScalarNode) and value.is_nothing):
            added.append(" " * column + f"{change.key}: {words}")
        else:
            yield manuscript.replaced(value.span, words)
    if added:
        yield manuscript.lines_put_in(last_line(node), added)


def _value(key: str, words: str) -> str:
    return words if key in _STRUCTURED else scalar(words)


def last_line(node: Node) -> int:
    """The line a node ends in, from 1."""
    return node.span.end_line


def _new(
    manuscript: Manuscript,
    root: MappingNode,
    entries: Sequence[Entry],
    nodes: dict[str, MappingNode],
    new: Sequence[Verdict],
    reserved: Collection[str],
) -> Iterator[Edit]:
    """New entries, each after the last entry that is not later than it."""
    if not new:
        return
    taken = {*nodes, *reserved}
    indent = next((node.entries[0][0].span.column - 3 for node in nodes.values()), 2)
    first: list[str] = []
    for verdict in sorted(new, key=_order):
        name = new_id(verdict, taken)
        taken.add(name)
        lines = entry_lines(verdict, name, indent)
        before = [entry for entry in entries if entry.date.parts <= _order(verdict)]
        if before:
            yield manuscript.lines_put_in(last_line(nodes[before[-1].id]), lines)
        elif nodes:
            head = next(iter(nodes.values()))
            yield manuscript.lines_put_in(head.entries[0][0].span.line - 1, lines)
        else:
            first += lines
    if first:
        yield _first(manuscript, root, first)


def _first(manuscript: Manuscript, root: MappingNode, lines: list[str]) -> Edit:
    """The entries of a timeline that had none: in the place of `[]`, below the key, or with a key of their own."""
    key, value = root.key("timeline"), root.get("timeline")
    if key is None or value is None:
        return manuscript.lines_put_in(len(manuscript.begins), ["timeline:", *lines])
    if isinstance(value, SequenceNode):
        return manuscript.replaced(value.span, "".join(manuscript.line_end + line for line in lines))
    return manuscript.lines_put_in(key.span.line, lines)


def _order(verdict: Verdict) -> tuple[int, ...]:
    date = verdict.candidate.date
    assert date is not None
    return date.parts


def new_id(verdict: Verdict, taken: Iterable[str]) -> str:
    """An id that is free: the sheet's own, or the year and month and what it was: `1985-10-delegation-out`."""
    candidate = verdict.candidate
    date = candidate.date
    assert date is not None
    stem = candidate.id or "-".join(
        (f"{date.year:04d}", *((f"{date.month:02d}",) if date.month else ()), candidate.values["kind"])
    )
    number, name = 1, stem
    known = set(taken)
    while name in known:
        number += 1
        name = f"{stem}-{number}"
    return name


def entry_lines(verdict: Verdict, name: str, indent: int) -> list[str]:
    """The lines of a new entry; a kind that was supposed is marked for the editor."""
    candidate = verdict.candidate
    lines = [" " * indent + f"- id: {name}"]
    for key, words in written(candidate).items():
        note = "  # 要確認：見出しからの推定" if key == "kind" and candidate.is_kind_supposed else ""
        lines.append(" " * (indent + 2) + f"{key}: {_value(key, words)}{note}")
    return lines
