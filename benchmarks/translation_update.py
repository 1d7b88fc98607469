"""Updates of catalogs by three programs: what an update does to translations, and how long it takes.

    python benchmarks/translation_update.py [--rounds N] [--books N]

The same edits (changed, moved, renamed, deleted, new texts, twins among them) are given to `brochure`, `pybabel update`
and msgmerge, all with the same keys as msgctxt. Then a project of 10,740 texts is extracted and brought up to date, and
its status is told, beside `pybabel extract` and `pybabel update`, whole processes, interleaved.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.office import SENTENCES, Item, Office  # noqa: E402
from brochure.content.booklet import read_booklet  # noqa: E402
from brochure.diagnostics import Report  # noqa: E402
from brochure.translation.catalogs import catalog_of  # noqa: E402
from brochure.translation.checks import Knowledge, check_catalog  # noqa: E402
from brochure.translation.extract import SourceEntry, template  # noqa: E402
from brochure.translation.po import PoFile, read_po  # noqa: E402
from brochure.translation.termbase import termbase  # noqa: E402
from brochure.translation.update import filled, updated  # noqa: E402

CITIES, SECTIONS = 179, 30  # two texts a section: 10,740
CHINESE = ("营口市代表团访问留萌市", "留萌市代表团访问营口市", "举办港口摄影展", "接收研修生")
BABEL = (sys.executable, "-m", "babel.messages.frontend")


Update = Callable[[PoFile, Sequence[Item], Path], PoFile]


def ours(old: PoFile, items: Sequence[Item], folder: Path) -> PoFile:
    return updated(old, [item.source for item in items], "zh_CN")[0]


def pybabel(old: PoFile, items: Sequence[Item], folder: Path) -> PoFile:
    return _by_files(
        old, items, folder, [*BABEL, "update", "--previous", "-l", "zh_CN", "-i", "new.pot", "-o", "old.po"]
    )


def msgmerge(old: PoFile, items: Sequence[Item], folder: Path) -> PoFile:
    return _by_files(
        old, items, folder, ["msgmerge", "--quiet", "--previous", "--update", "--backup=off", "old.po", "new.pot"]
    )


def _by_files(old: PoFile, items: Sequence[Item], folder: Path, words: Sequence[str]) -> PoFile:
    (folder / "old.po").write_bytes(old.encoded())
    (folder / "new.pot").write_bytes(template([item.source for item in items]).encoded())
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return read_po((folder / "old.po").read_text("utf-8"))


def _words(rng: random.Random) -> str:
    return rng.choice(SENTENCES) + rng.choice(("", f"、{rng.randint(3, 12)}名", f"（{rng.randint(1985, 2010)}年）"))


def _prose(rng: random.Random) -> str:
    return "。".join(_words(rng) for _ in range(4)) + "。"


def _chinese(text: str) -> str:
    for ours, theirs in zip((*SENTENCES, "名", "、"), (*CHINESE, "人", "，"), strict=True):
        text = text.replace(ours, theirs)
    return text


def work(office: Office) -> None:
    """A quarter of forty texts renamed, a fifth changed, some moved, deleted and new."""
    office.begin()
    for job, times in ((office.rename, 10), (office.edit, 8), (office.move, 6), (office.delete, 4), (office.add, 4)):
        for _ in range(times):
            job()


def judged(before: Sequence[Item], after: Sequence[Item], file: PoFile) -> Counter[str]:
    """What became of the translations: each says which text it was made for."""
    old = {item.identity: item for item in before}
    entries = {entry.key: entry for entry in file.entries if not entry.is_obsolete}
    found: Counter[str] = Counter()
    for item in after:
        entry = entries[item.key]
        owner = int(entry.text[1:].partition("：")[0]) if entry.text else None
        was = old.get(item.identity)
        if owner is not None and owner != item.identity:
            found["another text's, marked" if entry.is_fuzzy else "another text's, unmarked"] += 1
        elif owner is None:
            found["lost" if was else "new"] += 1
        elif was is not None and was.words != item.words:
            found["changed, marked" if entry.is_fuzzy else "changed, unmarked"] += 1
        elif was is not None and was.key != item.key:
            found["renamed, kept" if not entry.is_fuzzy else "renamed, marked"] += 1
        else:
            found["untouched, kept" if not entry.is_fuzzy else "untouched, marked"] += 1
    return found


def translated(items: Sequence[Item]) -> PoFile:
    file, _ = updated(None, [item.source for item in items], "zh_CN")
    return filled(file, {item.key: f"译{item.identity}：{item.words}" for item in items})[0]


ROWS = (
    "untouched, kept",
    "untouched, marked",
    "renamed, kept",
    "renamed, marked",
    "lost",
    "changed, marked",
    "changed, unmarked",
    "another text's, marked",
    "another text's, unmarked",
    "new",
)


def compare(books: int, programs: dict[str, Update]) -> None:
    totals = {name: Counter[str]() for name in programs}
    twins = {name: Counter[str]() for name in programs}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(books):
            rng = random.Random(seed)
            office = Office(rng, 40, _words)
            before = tuple(office.items)
            work(office)
            after = tuple(office.items)
            for name, update in programs.items():
                totals[name] += judged(before, after, update(translated(before), after, Path(folder)))
        ten = [Item(number, f"e{number}", SENTENCES[0]) for number in range(10)]
        renamed = [replace(item, key=f"visit-{item.identity}", former=item.key) for item in ten]
        for name, update in programs.items():
            twins[name] = judged(ten, renamed, update(translated(ten), renamed, Path(folder)))
    print(f"{books} books of 40 texts, each edited once; numbers of texts")
    print(f"{'':28}" + "".join(f"{name:>16}" for name in programs))
    for row in ROWS:
        print(f"{row:28}" + "".join(f"{totals[name][row]:>16}" for name in programs))
    print("ten twins renamed")
    for row in ("renamed, kept", "renamed, marked", "lost", "another text's, marked", "another text's, unmarked"):
        print(f"{row:28}" + "".join(f"{twins[name][row]:>16}" for name in programs))


def write_project(root: Path) -> None:
    """A project of 10,740 texts beside what an edition needs to be read."""
    shutil.copytree(ROOT / "content" / "editions", root / "content" / "editions")
    for each in (root / "content" / "editions").glob("*.yaml"):
        each.unlink()
    (root / "content" / "cities").mkdir()
    rng = random.Random(1)
    for city in range(CITIES):
        sections = "".join(
            f"  - id: s{number}\n    title: {_words(rng)}\n    text: |-\n      {_prose(rng)}\n"
            for number in range(SECTIONS)
        )
        names = f"{{ja: 町{city}, zh_CN: 町{city}, zh_TW: 町{city}}}"
        text = f"id: c{city}\ncountry: japan\nname: {names}\nsections:\n{sections}"
        (root / "content" / "cities" / f"c{city}.yaml").write_text(text, "utf-8")
    (root / "content" / "editions" / "all.yaml").write_text(_EDITION, "utf-8")


_EDITION = """\
id: all
title: x
size: jis-b5
binding: single-sheet
languages: [ja, zh_CN]
theme: harbour
date: 2026-11
pages:
  - id: cover
    type: cover
    title: x
"""


def seconds(words: Sequence[str], root: Path) -> float:
    began = perf_counter()
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return perf_counter() - began


def race(rounds: int) -> None:
    program = [sys.executable, str(ROOT / "make_pdf.py")]
    name = "locales/zh_CN/LC_MESSAGES/content.po"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_project(root)
        seconds([*program, "i18n", "update"], root)
        file = read_po((root / name).read_text("utf-8"))
        translations = {entry.key: _chinese(entry.source) for entry in file.entries}
        full, _ = filled(file, translations)
        jobs = {
            "brochure i18n extract": [*program, "i18n", "extract"],
            "brochure i18n update": [*program, "i18n", "update"],
            "brochure i18n status": [*program, "i18n", "status"],
            "pybabel extract": [*BABEL, "extract", "-F", str(ROOT / "babel.cfg"), "-o", "babel.pot", "content"],
            "pybabel update": [*BABEL, "update", "--previous", "-l", "zh_CN", "-i", "babel.pot", "-o", "babel.po"],
        }
        if shutil.which("msgmerge"):
            jobs["msgmerge"] = ["msgmerge", "-q", "--previous", "-o", "merged.po", "old.po", "babel.pot"]
        taken: dict[str, list[float]] = {job: [] for job in jobs}
        for number in range(rounds):
            edit = root / "content/cities/c7.yaml"
            edit.write_text(edit.read_text("utf-8").replace("title: ", f"title: 第{number}回 ", 1), "utf-8")
            for path in (name, "babel.po", "old.po"):
                (root / path).write_bytes(full.encoded())
            for job, words in jobs.items():
                taken[job].append(seconds(words, root))
        print(f"{len(translations):,} texts, one edited; seconds of wall time, median of {rounds}, whole processes")
        for job, times in taken.items():
            print(f"{job:28}{median(times):>8.2f}")
        catalog = catalog_of(full, name, Report())
        entries = [SourceEntry(entry.source, entry.context) for entry in full.entries]
        terms = read_booklet(ROOT, Report()).termbase.values()
        known = Knowledge("zh_CN", ("留萌市", "营口市"), termbase(terms, "zh_CN"))
        began = perf_counter()
        found = sum(1 for _ in check_catalog(catalog, entries, known))
        print(f"{'all rules, in the process':28}{perf_counter() - began:>8.2f}   ({found:,} findings)")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--books", type=int, default=20)
    asked = parser.parse_args()
    programs: dict[str, Update] = {"brochure": ours, "pybabel update": pybabel}
    if shutil.which("msgmerge"):
        programs["msgmerge"] = msgmerge
    compare(asked.books, programs)
    race(asked.rounds)


if __name__ == "__main__":
    main()
