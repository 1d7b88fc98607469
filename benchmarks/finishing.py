"""Finishing beside composing: how long the files of a set book take in both media, and the preflight of the press file.

    python benchmarks/finishing.py [--edition NAME] [--lang LANGUAGE] [--rounds N]

Each round is a process of its own, so that nothing is warm that a person's first build finds cold; the middle one of
the rounds is told, in seconds of the processor (so that a busy machine tells the same), and each time as a share of the
composing time of the same run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import process_time
from unittest.mock import patch

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from brochure import pipeline  # noqa: E402
from brochure.diagnostics import Report  # noqa: E402
from brochure.pdf.linear import LinearFile  # noqa: E402
from brochure.preflight.inspect import inspect  # noqa: E402
from brochure.submission import ordered_limits  # noqa: E402
from brochure.works.collector import unhurried_collector  # noqa: E402

COMPOSING = "composing"
STAGES = (COMPOSING, "screen: written", "screen: linearised", "press: written", "press: preflight")


def measured(root: Path, name: str, language: str) -> dict[str, float]:
    """One round in this process: seconds by stage, and `pages`. Reading the project is no part of any stage."""
    report = Report()
    project = pipeline.read_project(root, report)
    report.raise_if_errors()
    assert project is not None
    edition = next(each for each in project.editions if each.id == name)
    found: dict[str, float] = {}
    finish = LinearFile.bytes

    def timed(file: LinearFile, identifier: str) -> bytes:
        with _clock(found, "screen: linearised"):
            return finish(file, identifier)

    with _clock(found, COMPOSING):
        book = pipeline.set_book(project, edition, language, report)
    with patch.object(LinearFile, "bytes", timed), _clock(found, "screen: written"):
        pipeline.printed(project, edition, book, "screen")
    found["screen: written"] -= found["screen: linearised"]
    made_for = pipeline.profile(project, edition, "press", pipeline.NO_WISHES, report)
    with _clock(found, "press: written"):
        data = pipeline.printed(project, edition, book, made_for)
    with _clock(found, "press: preflight"):
        inspect(data, ordered_limits(edition, book, project.presets[edition.preset], made_for))
    return {**found, "pages": len(book.pages)}


@contextmanager
def _clock(found: dict[str, float], stage: str) -> Iterator[None]:
    begun = process_time()
    yield
    found[stage] = process_time() - begun


def table(rounds: Sequence[Mapping[str, float]]) -> str:
    """The middle of the rounds, a stage a line: seconds, and what share of the composing it is."""
    middle = {stage: median(each[stage] for each in rounds) for stage in STAGES}
    whole = sum(middle[stage] for stage in STAGES if stage != COMPOSING)
    lines = [f"{stage:22}{middle[stage]:8.2f} s{middle[stage] / middle[COMPOSING]:8.2f}" for stage in STAGES]
    lines.append(f"{'finishing, preflight':22}{whole:8.2f} s{whole / middle[COMPOSING]:8.2f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edition", default="rumoi-yingkou-40th")
    parser.add_argument("--lang", default="ja")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        with unhurried_collector():  # as every build has it
            print(json.dumps(measured(ROOT, options.edition, options.lang)))
        return
    words = [sys.executable, __file__, "--once", "--edition", options.edition, "--lang", options.lang]
    runs = [subprocess.run(words, check=True, capture_output=True, text=True) for _ in range(options.rounds)]
    rounds = [json.loads(run.stdout) for run in runs]
    print(f"{options.edition}, {options.lang}: {rounds[0]['pages']} pages, {len(rounds)} rounds")
    print(table(rounds))


if __name__ == "__main__":
    main()
