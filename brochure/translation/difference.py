"""What has changed between two wordings, told as people tell it: 「7名」→「9名」."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeAlias

from brochure.patterns import pattern

_TOKEN = pattern(
    r"\d+(?:[.,]\d+)*\s?[^\W\d_a-zA-Zぁ-ゖ]?"  # a number with the counter after it
    r"|[A-Za-zÀ-ɏ]+|[ァ-ヺー]+|｜[^《]*《[^》]*》|\s+|.",
    re.S,
)
Code: TypeAlias = tuple[str, int, int, int, int]
"""What difflib says of a stretch: what happened, and where it stands before and after."""

_MOST = 3  # changes told; the rest is "…"
_LONGEST = 40  # characters of one side


def difference(before: str, after: str) -> str:
    """The parts that were replaced: each as 「old」→「new」 with the counters of numbers; what came as +「new」, what
    went as −「old」.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    changes = [(old[a:b], new[c:d]) for kind, a, b, c, d in _joined(matcher.get_opcodes(), old) if kind != "equal"]
    told = [_told("".join(was), "".join(now)) for was, now in changes[:_MOST]]
    return "、".join(told) + ("…" if len(changes) > _MOST else "")


def _joined(codes: Sequence[Code], old: Sequence[str]) -> list[Code]:
    """Changes with hardly anything between them as one: 名 alone between two changes says nothing."""
    done: list[Code] = []
    for code in codes:
        if done and code[0] != "equal" and len(done) > 1 and done[-1][0] == "equal" and done[-2][0] != "equal":
            between = "".join(old[done[-1][1] : done[-1][2]])
            if len(between) < 2:
                _, a, _, c, _ = done[-2]
                done[-2:] = [("replace", a, code[2], c, code[4])]
                continue
        done.append(code)
    assert all(one[2] == two[1] for one, two in pairwise(done))
    return done


def _told(was: str, now: str) -> str:
    if not was:
        return f"+「{_short(now)}」"
    return f"「{_short(was)}」→「{_short(now)}」" if now else f"−「{_short(was)}」"


def _short(words: str) -> str:
    words = words.replace("\n", "⏎")
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
