"""Sets the same justified paragraphs in every engine at hand and prints how well each is set, and how fast.

    python benchmarks/paragraphs.py [--rounds 5] [--engines ours,typst,…]

Forty paragraphs of Japanese and forty of Chinese at 14, 20, 26 and 35 em: a hundred and sixty of each. Counted are
lines that begin or end with what they may not or cut a number; lines but the last that are not flush; lines that run
over; the kanji and kana side by side that stand solid; and how far they stand from solid (root of the mean square).
Then characters a second on one core by the processor's clock, rounds interleaved, the best of each. Ends with 1 where
ours is not as good as it is to be.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.paragraph_engines import ENGINES, OURS, Engine, reportlab_paragraph, texts
from benchmarks.paragraph_measure import Quality, quality
from benchmarks.type_styles import EM, style
from brochure.typesetting.compose import compose, set_lines
from brochure.typesetting.paragraph import Alignment, Fit, paragraph

MEASURES = (14, 20, 26, 35)  # em
LANGUAGES = ("ja", "zh_CN")
SOLID = {"ja": 0.94, "zh_CN": 0.95}
DEVIATION = 0.028  # em
WRAP = "ReportLab wrap"
BROKEN = ", to broken lines"
SPEED = {OURS[0]: 1_000_000, OURS[1]: 250_000}  # characters a second on an idle core


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 1 where ours misses its mark in quality."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the race (0: none)")
    parser.add_argument("--engines", help="only those whose names begin so, parted by commas")
    options = parser.parse_args(arguments)
    chosen = _chosen(options.engines)
    misses = [miss for language in LANGUAGES for miss in _print_quality(language, chosen)]
    if options.rounds:
        _print_speed(options.rounds)
    for miss in misses:
        print(f"MISSED {miss}")
    return int(bool(misses))


def _chosen(names: str | None) -> list[Engine]:
    wanted = [name.strip().lower() for name in names.split(",")] if names else [""]
    found = [engine for engine in ENGINES if any(engine.name.lower().startswith(name) for name in wanted)]
    for engine in found:
        if not engine.is_here():
            print(f"{engine.name} is not installed and left out")
    return [engine for engine in found if engine.is_here()]


def _print_quality(language: str, engines: Sequence[Engine]) -> list[str]:
    copies = [(copy, measure) for measure in MEASURES for copy in texts(language)]
    print(f"\n{language}: {len(copies)} paragraphs, {sum(len(copy) for copy, _ in copies):,} characters")
    print(f"{'':<18}{'lines':>7}{'edges':>7}{'not flush':>11}{'over':>6}{'gaps':>8}{'solid %':>9}{'rms em':>9}")
    misses: list[str] = []
    for engine in engines:
        try:
            found = quality(engine.set_all(language, copies), language)
        except Exception as problem:
            if engine.name in OURS:
                raise
            print(f"{engine.name:<18} could not set them: {type(problem).__name__}: {str(problem)[:80]}")
            continue
        print(
            f"{engine.name:<18}{found.lines:>7}{found.violations:>7}{found.not_flush:>11}{found.overhanging:>6}"
            f"{found.gaps:>8}{100 * found.solid:>9.1f}{found.deviation:>9.4f}"
        )
        if engine.name == OURS[1]:
            misses += _misses(language, found)
    return misses


def _misses(language: str, found: Quality) -> list[str]:
    marks = (
        ("edge violations", found.violations, found.violations == 0),
        ("lines not flush", found.not_flush, found.not_flush == 0),
        ("lines that run over", found.overhanging, found.overhanging == 0),
        ("solid gaps", f"{found.solid:.3f}", found.solid >= SOLID[language]),
        ("rms deviation", f"{found.deviation:.4f} em", found.deviation <= DEVIATION),
    )
    return [f"{language} {what}: {value}" for what, value, is_reached in marks if not is_reached]


def _print_speed(rounds: int) -> None:
    copies = {language: [(copy, m) for m in MEASURES for copy in texts(language)] for language in LANGUAGES}
    runs: dict[tuple[str, str], Callable[[], None]] = {}
    for language in LANGUAGES:
        for name, fit in zip(OURS, (Fit.FIRST, Fit.TOTAL), strict=True):
            runs[name, language] = _composing(language, fit, copies[language])
            runs[f"{name}{BROKEN}", language] = _breaking(language, fit, copies[language])
        runs[WRAP, language] = _wrapping(language, copies[language])
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds + 1):
        for key, run in runs.items():
            begun = time.process_time()
            run()
            best[key] = min(best[key], time.process_time() - begun)
    print(f"\n{'characters a second':<34}{'ja':>12}{'zh_CN':>12}")
    labels = {name: f"{name}, to placed glyphs" for name in OURS}
    labels |= {f"{name}{BROKEN}": f"{name}{BROKEN}" for name in OURS}
    labels[WRAP] = f"{WRAP}{BROKEN}"
    for name, label in labels.items():
        speeds = (sum(len(copy) for copy, _ in copies[lang]) / best[name, lang] for lang in LANGUAGES)
        print(f"{label:<34}" + "".join(f"{speed:>12,.0f}" for speed in speeds))


def _composing(language: str, fit: Fit, copies: Sequence[tuple[str, int]]) -> Callable[[], None]:
    chosen = style(language, Alignment.JUSTIFIED, fit=fit)

    def run() -> None:
        for copy, measure in copies:
            compose(paragraph(copy, chosen), measure * EM)

    return run


def _breaking(language: str, fit: Fit, copies: Sequence[tuple[str, int]]) -> Callable[[], None]:
    """As far as ReportLab's wrap goes: every line's end, width and adjusted gaps, but no run of glyphs."""
    chosen = style(language, Alignment.JUSTIFIED, fit=fit)

    def run() -> None:
        for copy, measure in copies:
            deque(set_lines(paragraph(copy, chosen), measure * EM), maxlen=0)

    return run


def _wrapping(language: str, copies: Sequence[tuple[str, int]]) -> Callable[[], None]:
    """ReportLab's line breaking alone: its paragraphs are made before the clock runs."""
    made = [(reportlab_paragraph(language, copy), measure) for copy, measure in copies]

    def run() -> None:
        for words, measure in made:
            words.wrap(measure * EM, 10_000)

    return run


if __name__ == "__main__":
    sys.exit(main())
