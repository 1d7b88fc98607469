"""The city booklet in English: its catalog and names are whole, and its copy has room on the pages of the others."""

from __future__ import annotations

import re
from pathlib import Path

from brochure import pipeline
from brochure.diagnostics import Report
from tests.projects import ROOT, copied

_EDITION = "content/editions/rumoi.yaml"


def test_the_city_booklet_is_whole_in_english(tmp_path: Path) -> None:
    ids = tuple(re.findall(r"^  - id: (\S+)", (ROOT / _EDITION).read_text("utf-8"), re.M))
    root = copied(tmp_path, ids)
    order = root / _EDITION
    order.write_text(re.sub("languages: .*", "languages: [ja, en]", order.read_text("utf-8")), "utf-8")
    report = Report()
    project = pipeline.read_project(root, report)
    assert project is not None
    book = pipeline.set_book(project, project.editions[0], "en", report)
    assert list(report) == []
    assert len(book.pages) == 16
    assert (book.title, book.language) == ("Two Ports Joined by the Sea", "en")
