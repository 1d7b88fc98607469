"""版替え: where the art stands still, two languages of one press edition differ in the black plate alone."""

from __future__ import annotations

from pathlib import Path

from projects import copied, edited

from brochure.diagnostics import Report
from brochure.preflight.comparison import plate_changes
from brochure.preflight.reader import read_document
from brochure.works.build import build

EDITION = "content/editions/rumoi.yaml"
FIXED = ("cover", "background", "back")  # pages whose art does not move with the length of their words


def test_plates_of_two_languages_differ_in_black_alone_where_the_art_is_fixed(tmp_path: Path) -> None:
    root = copied(tmp_path, FIXED)
    edited(root, EDITION, "binding: saddle-stitch\n", "binding: unbound\n")
    report = Report()
    made = build(root, (), ("ja", "zh_CN"), ("press",), tmp_path / "out", report)
    assert not report.has_errors, report.ordered()
    one, other = (read_document(path.read_bytes(), has_plates=True) for path in made.paths)
    found = {change.before: change.plates for change in plate_changes(one, other)}
    assert set(found) == {1, 2, 3}  # every page has words of its own language
    assert {plate for plates in found.values() for plate in plates} == {"Black"}
