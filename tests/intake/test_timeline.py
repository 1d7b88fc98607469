"""Five spreadsheets of the kinds offices have: every row is accounted for, and the rest of the file stays as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochure.cli import main
from brochure.content.booklet import read_booklet
from brochure.diagnostics import BrochureError, Report
from brochure.intake.comparison import Outcome
from brochure.intake.sheets import read_sheets
from brochure.intake.timeline import Intake, take_in
from intake.files import CHINESE, ROOT, TABLE, csv_bytes, ods, workbook

PAIR = "content/exchanges/pair.yaml"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "project"
    shutil.copytree(ROOT / "tests/mistakes/project", root)
    monkeypatch.chdir(root)
    return root


def taken(root: Path, path: Path) -> Intake:
    booklet = read_booklet(root, Report())
    return take_in(path, booklet.exchanges["pair"], booklet)


def outcomes(intake: Intake) -> list[tuple[str, str]]:
    """Row and outcome of every verdict."""
    return [
        (f"{each.candidate.sheet}!{each.candidate.row}".removeprefix("!"), each.outcome.value)
        for each in intake.verdicts
    ]


EIGHT = [
    ("5", "same"),
    ("6", "new"),
    ("7", "unclear"),  # 約20名
    ("8", "new"),
    ("10", "new"),
    ("11", "unclear"),  # no date
    ("12", "new"),
]


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("cp932", ","), ("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t")],
)
def test_a_csv_is_read_in_whatever_it_was_saved(project: Path, encoding: str, separator: str) -> None:
    path = project / "list.csv"
    path.write_bytes(csv_bytes(TABLE, encoding, separator))
    intake = taken(project, path)
    assert outcomes(intake) == EIGHT
    (count,) = intake.counts
    assert (count.above, count.heads, count.empty) == (2, 2, 1)
    assert sum((len(intake.verdicts), count.above, count.heads, count.empty)) == len(TABLE)


def test_nothing_of_a_row_is_left_out_silently(project: Path) -> None:
    path = project / "list.csv"
    path.write_bytes(csv_bytes(TABLE, "cp932"))
    said = {
        each.candidate.row: [str(remark) for remark in each.candidate.remarks] for each in taken(project, path).verdicts
    }
    assert said[8] == [
        "E8: “北埠頭” is not among places.yaml; it is left out",
        "G8: column “予算” is not taken",
    ]
    assert said[6] == []
    reasons = {each.candidate.row: [str(reason) for reason in each.reasons] for each in taken(project, path).verdicts}
    assert reasons[7] == ["C7: “約20名” is no sure number of people"]
    assert reasons[11] == ["the row has no date"]


def test_a_chinese_csv_is_told_apart_and_changes_what_is_there(project: Path) -> None:
    path = project / "list.csv"
    path.write_bytes(csv_bytes(CHINESE, "gb18030"))
    intake = taken(project, path)
    assert outcomes(intake) == [("2", "changed"), ("3", "new"), ("4", "new"), ("5", "unclear")]
    first = intake.verdicts[0]
    assert [(each.key, each.before, each.after) for each in first.changes] == [
        ("leader", "", "港一郎"),
        ("people", "11", "12"),
    ]
    assert intake.verdicts[2].candidate.date is not None
    assert intake.verdicts[2].candidate.date.until == (2003, 5, 10)


def test_a_workbook_has_days_numbers_and_merged_years(project: Path) -> None:
    intake = taken(project, workbook(project / "list.xlsx"))
    assert outcomes(intake) == [
        ("交流!4", "changed"),  # the day, where the timeline has the month
        ("交流!5", "new"),
        ("交流!6", "new"),
        ("交流!7", "unclear"),  # 1990.1: January or, with its last 0 lost, October
        ("交流!8", "unclear"),  # row 5 once more
        ("年別!2", "new"),
        ("年別!3", "new"),
    ]
    dates = [each.candidate.date.parts for each in intake.verdicts if each.candidate.date is not None]
    assert dates == [(1984, 10, 12), (1985, 10, 5), (1990,), (1985, 10, 5), (2000, 4, 1), (2000, 5)]
    assert intake.unread == ("メモ",)  # the hidden sheet is not read, and not missed


def test_a_sheet_without_a_head_is_named(project: Path, capsys: Capture) -> None:
    workbook(project / "list.xlsx")
    assert main(["import", "timeline", "list.xlsx", "--into", "pair", "--dry-run"]) == 0
    said = capsys.readouterr().err
    assert "“メモ”" in said
    assert "[intake.unread-sheet]" in said


def test_an_opendocument_sheet_is_read_too(project: Path) -> None:
    rows = (
        ("日付", "内容", "人数"),
        ("1984-10-12", "東町の代表団が西市を訪問", "11"),
        ("H2.4.17", "友好港湾に調印", ""),
    )
    intake = taken(project, ods(project / "list.ods", rows))
    assert outcomes(intake) == [("表1!2", "changed"), ("表1!3", "new")]
    assert [each.key for each in intake.verdicts[0].changes] == ["date"]


def test_a_dry_run_shows_the_table_and_writes_nothing(project: Path, capsys: Capture) -> None:
    path = project / "list.csv"
    path.write_bytes(csv_bytes(TABLE, "cp932"))
    before = (project / PAIR).read_bytes()
    assert main(["import", "timeline", "list.csv", "--into", PAIR, "--dry-run"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "row  result   date        headline",
        "5    same     1984-10     東町の代表団が西市を訪問",
        "6    new      1985-10-05  西市の書道家が来訪",
        "      people: 10",
        "      breakdown: 議員 3 + … 7",
        "      place: east-pier",
        "      kind: delegation-in (supposed from the headline)",
        "7    unclear  —           記念の植樹",
        "      C7: “約20名” is no sure number of people",
        "8    new      2019-05     写真展を開催",
        "      leader: 港一郎",
        "      kind: exhibition (supposed from the headline)",
        "      E8: “北埠頭” is not among places.yaml; it is left out",
        "      G8: column “予算” is not taken",
        "10   new      1990        港の関係者が西市を訪問",
        "      season: spring",
        "      people: 9",
        "      kind: delegation-out (supposed from the headline)",
        "11   unclear  —           日付のない行事",
        "      the row has no date",
        "12   new      1990-04-17  二つの港の青年が交流",
        "      until: 1990-04-20",
        "      people: 8",
        "      kind: other (supposed from the headline)",
        "4 new, 0 changed, 1 the same, 2 unclear; besides these 2 rows above the heads, 2 of heads, 1 empty",
    ]
    assert "[intake.unclear]" in said.err
    assert ":7:1: warning: rows that were not taken in, as they are unclear: 7, 11" in said.err
    assert (project / PAIR).read_bytes() == before


COMMENTED = """# 東港と西港の交流。
id: pair   # 変えないこと
cities: [east, west]
name: {ja: 東港と西港, zh_CN: 东港与西港, zh_TW: 東港與西港}
tie:
  kind: friendship-port
  date: 1990-04-17
timeline:
  # 最初の訪問
  - id: 1984-first
    date: 1984-10
    kind:   delegation-out   # 訪中団
    headline: "東町の代表団が西市を訪問"
    people: 11  # 資料は11人

  # 二十年目
  - id: 2010-twentieth
    date: 2010-04
    kind: ceremony
    headline: 二十周年の式典
# 終わり
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_file_keeps_its_comments_its_order_and_its_line_ends(project: Path, capsys: Capture, end: str) -> None:
    file = project / PAIR
    file.write_bytes(b"\xef\xbb\xbf" + COMMENTED.replace("\n", end).encode())
    (project / "list.csv").write_bytes(csv_bytes(CHINESE[:4], "gb18030"))
    assert main(["import", "timeline", "list.csv", "--into", "pair"]) == 0
    capsys.readouterr()
    expected = COMMENTED.replace("people: 11  # 資料は11人\n", "people: 12  # 資料は11人\n    leader: 港一郎\n")
    expected = expected.replace(
        "    leader: 港一郎\n",
        "    leader: 港一郎\n"
        "  - id: 1985-10-delegation-in\n"
        "    date: 1985-10-05\n"
        "    kind: delegation-in  # 要確認：見出しからの推定\n"
        "    headline: 书法家来访\n"
        "    people: 10\n"
        "    breakdown: [{what: {ja: 議員, zh_CN: 议员, zh_TW: 議員}, people: 3}, "
        "{what: {ja: ほか, zh_CN: 其他, zh_TW: 其他}, people: 7}]\n"
        "  - id: 2003-05-delegation-out\n"
        "    date: 2003-05-08\n"
        "    until: 2003-05-10\n"
        "    kind: delegation-out  # 要確認：見出しからの推定\n"
        "    headline: 青年访问西市\n"
        "    note: 增补\n"
        "    people: 8\n",
    )
    assert file.read_bytes() == b"\xef\xbb\xbf" + expected.replace("\n", end).encode()
    report = Report()
    assert len(read_booklet(project, report).exchanges["pair"].timeline) == 4
    assert list(report) == []


@pytest.mark.parametrize("timeline", ["timeline: []\n", "timeline: []  # まだない", "timeline:\n", "timeline:", ""])
def test_a_timeline_that_has_no_entries_gets_its_first(project: Path, capsys: Capture, timeline: str) -> None:
    file = project / PAIR
    file.write_text(file.read_text("utf-8").split("timeline:")[0] + timeline, "utf-8")
    (project / "list.csv").write_bytes(csv_bytes(TABLE, "cp932"))
    assert main(["import", "timeline", "list.csv", "--into", "pair"]) == 0
    capsys.readouterr()
    report = Report()
    told = [entry.id for entry in read_booklet(project, report).exchanges["pair"].timeline]
    assert list(report) == []
    assert told == [
        "1984-10-delegation-out",
        "1985-10-delegation-in",
        "1990-delegation-out",
        "1990-04-other",
        "2019-05-exhibition",
    ]


def test_what_was_imported_is_the_same_the_next_time(project: Path, capsys: Capture) -> None:
    path = project / "list.csv"
    path.write_bytes(csv_bytes(TABLE, "cp932"))
    for _ in range(2):
        assert main(["import", "timeline", "list.csv", "--into", "pair"]) == 0
    capsys.readouterr()
    intake = taken(project, path)
    assert [outcome for _, outcome in outcomes(intake)] == [
        "unclear" if outcome == "unclear" else "same" for _, outcome in EIGHT
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("list.pdf", b"%PDF-1.7", "intake.format"),
        ("list.xlsx", b"no workbook", "intake.damaged"),
        ("list.csv", b"\xff\xfd\x80\x81,\x82", "intake.encoding"),
        ("list.csv", "あ,い\n1,2\n".encode(), "intake.no-head"),
    ],
)
def test_a_file_that_will_not_do_is_refused_with_a_cure(project: Path, name: str, data: bytes, code: str) -> None:
    path = project / name
    path.write_bytes(data)
    with pytest.raises(BrochureError) as caught:
        taken(project, path)
    (finding,) = caught.value.diagnostics
    assert finding.code == code
    assert finding.hints


def test_a_file_that_is_not_there_is_told(project: Path) -> None:
    with pytest.raises(BrochureError, match="cannot be read"):
        read_sheets(project / "none.csv")


def test_an_exchange_that_is_not_there_is_told_with_those_that_are(project: Path, capsys: Capture) -> None:
    (project / "list.csv").write_bytes(csv_bytes(TABLE, "cp932"))
    assert main(["import", "timeline", "list.csv", "--into", "content/exchanges/pear.yaml"]) == 2
    assert "content/exchanges/pair.yaml" in capsys.readouterr().err


def test_a_row_that_may_be_two_entries_is_unclear(project: Path) -> None:
    file = project / PAIR
    twice = file.read_text("utf-8") + (
        "  - id: 1984-second\n    date: 1984-10\n    kind: delegation-out\n    headline: 東町の代表団が西市を訪問\n"
    )
    file.write_text(twice, "utf-8")
    (project / "list.csv").write_bytes(csv_bytes(TABLE[3:5], "cp932"))
    intake = taken(project, project / "list.csv")
    assert [each.outcome for each in intake.verdicts] == [Outcome.UNCLEAR]
    assert "1984-first, 1984-second" in str(intake.verdicts[0].reasons[0])


def test_what_a_language_has_otherwise_is_told_and_kept(project: Path, capsys: Capture) -> None:
    own = project / "content/overrides/zh_CN/exchanges/pair.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(
        "id: pair\ntimeline:\n  - id: 1984-first\n    people: 7\n"
        "  - id: 1999-05-exhibition\n    after: 1984-first\n    date: 1999-05\n    kind: exhibition\n"
        "    headline: 举办港口摄影展\n",
        "utf-8",
    )
    first = next(each for each in read_booklet(project, Report()).exchanges["pair"].timeline if each.id == "1984-first")
    rows = (
        ("年月", "内容", "人数"),
        (f"{first.date.year}年{first.date.month}月", first.headline.plain, "99名"),
        ("1999年5月", "举办港口摄影展", ""),
    )
    (project / "list.csv").write_bytes(csv_bytes(rows, "utf-8"))
    assert main(["import", "timeline", "list.csv", "--into", PAIR, "--lang-ui", "en"]) == 0
    told = capsys.readouterr().err
    assert "content/overrides/zh_CN/exchanges/pair.yaml:4:13: warning: row 2 changes “people” of 1984-first" in told
    assert "content/overrides/zh_CN/exchanges/pair.yaml:5:5: warning: row 3 is new, and zh_CN may have it" in told
    assert told.count("[intake.overridden]") == 2
    shared = {each.id for each in read_booklet(project, Report()).exchanges["pair"].timeline}
    assert "1999-05-exhibition-2" in shared  # the id of the language's own entry is not taken
    assert "    people: 7\n" in own.read_text("utf-8")


def test_a_sheet_never_goes_into_another_file_than_the_one_named(project: Path, capsys: Capture) -> None:
    (project / "list.csv").write_bytes(csv_bytes(TABLE, "cp932"))
    assert main(["import", "timeline", "list.csv", "--into", "content/overrides/zh_CN/exchanges/pair.yaml"]) == 2
    assert "content/exchanges/pair.yaml" in capsys.readouterr().err
