"""Runs cases of line composition against the engine and prints how many of each profile, source and kind are followed.

    python benchmarks/line_cases.py FILE.json [--profile P]

The file is a list of cases (id, kind, profile, lang, writing_mode, text, width_em, options, expect, source). What fails
is named with what came instead; what is not followed on principle (`principle` in line_checks.py) stands in a column of
its own, with its reason. Ends with 1 where a case of our own profiles (jlreq, clreq) fails, with 2 where the file
cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.line_checks import Case, principle, wrong

OURS = frozenset({"jlreq", "clreq"})


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 1 where one of our own profiles fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="cases as JSON")
    parser.add_argument("--profile", help="only the cases of this profile")
    options = parser.parse_args(arguments)
    try:
        cases = read(options.file)
    except (OSError, ValueError) as problem:
        print(f"{options.file}: {problem}", file=sys.stderr)
        return 2
    chosen = [case for case in cases if options.profile in (None, case["profile"])]
    if not chosen:
        print(f"{options.file}: no case of profile {options.profile}", file=sys.stderr)
        return 2
    unlike = {number: said for number, case in enumerate(chosen) if (said := _wrong(case))}
    reasons = {number: reason for number in unlike if (reason := principle(chosen[number]))}
    failures = {number: said for number, said in unlike.items() if number not in reasons}
    _print_table(chosen, failures, reasons)
    for number, said in failures.items():
        print(f"FAILED {_named(chosen[number])}: {said}")
    for reason in sorted(set(reasons.values())):
        print(f"NOT FOLLOWED, because {reason}:")
        for number in (number for number, each in reasons.items() if each == reason):
            print(f"  {_named(chosen[number])}: {unlike[number]}")
    return int(any(chosen[number]["profile"] in OURS for number in failures))


def read(path: Path) -> list[Case]:
    """The cases of a file: a list, or a mapping with a list under `cases`."""
    found: Any = json.loads(path.read_text("utf-8"))
    cases = found["cases"] if isinstance(found, dict) else found
    if not isinstance(cases, list) or not all(isinstance(case, dict) and "kind" in case for case in cases):
        raise ValueError("not a list of cases")
    return cases


def _wrong(case: Case) -> str:
    try:
        return wrong(case)
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"


def _print_table(cases: Sequence[Case], failures: Collection[int], reasons: Collection[int]) -> None:
    rows, failed, other = Counter[tuple[str, ...]](), Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for number, case in enumerate(cases):
        key = (case["profile"], case["source"]["name"], case["kind"])
        rows[key] += 1
        failed[key] += number in failures
        other[key] += number in reasons
    print(f"{'profile':<12} {'source':<34} {'kind':<8} {'passed':>7} {'failed':>7} {'not followed':>13}")
    for key in sorted(rows):
        profile, source, kind = key
        passed = rows[key] - failed[key] - other[key]
        print(f"{profile:<12} {source:<34} {kind:<8} {passed:>7} {failed[key]:>7} {other[key]:>13}")
    passed = len(cases) - len(failures) - len(reasons)
    print(f"{'all':<56} {passed:>7} {len(failures):>7} {len(reasons):>13}")


def _named(case: Case) -> str:
    return f"{case['profile']} {case['id']} {case['text']!r}"


if __name__ == "__main__":
    sys.exit(main())
