"""Our copy in an ordinary ReportLab document: wrapped, split over pages, its fonts embedded, its text whole."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import Any

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Spacer

from brochure.content.marks import plain
from brochure.pdf.flowable import SetCopy
from brochure.theme.ready import ready_style

JA = (
    "「港とともに」という言葉のとおり、｜留萌《る|もい》は日本海に面した港町です。｜葛\U000e0100《くず》の字も、"
    "1990年4月17日の数字も、そのまま取り出せます。{link:案内|https://example.jp/}をどうぞ。"
)
ZH = "“友好港口”不是一句空话：｜营口《Yíngkǒu》在辽东湾东岸，留萌在日本海东岸，两地隔着三片海。"


def _built(flowables: list[Any]) -> bytes:
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A5, invariant=1).build(flowables)
    return stream.getvalue()


def _text(data: bytes) -> str:
    """What a program that heeds /ActualText reads, in the order of the page, without spaces."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing: apt-get install poppler-utils")
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return "".join(read.stdout.decode().split())


def test_copy_is_split_over_pages_and_comes_out_as_it_went_in() -> None:
    copy = "\n\n".join([JA] * 12)
    data = _built(
        [Paragraph("Heading", getSampleStyleSheet()["Heading1"]), SetCopy(copy, ready_style("ja", 11)), Spacer(1, 9)]
    )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) >= 2
    assert _text(data) == "Heading" + "".join(plain(copy).split())


def test_fonts_are_embedded_as_subsets_under_names_of_their_own() -> None:
    data = _built([SetCopy(JA, ready_style("ja")), SetCopy(ZH, ready_style("zh_CN", family="gothic"))])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = pdf.pages[0].Resources.Font
        ours = {str(name): font for name, font in fonts.items() if str(name).startswith("/BR")}
        assert len(ours) >= 2
        for font in ours.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            assert "+" in str(font.BaseFont)
        assert "/F1" in fonts  # ReportLab's own stay what they are
        assert [str(each.A.URI) for each in pdf.pages[0].Annots] == ["https://example.jp/"]


def test_a_reading_is_drawn_and_is_no_part_of_the_text() -> None:
    marked, bare = (
        _built([SetCopy("｜留萌《るもい》", ready_style("ja"))]),
        _built([SetCopy("留萌", ready_style("ja"))]),
    )
    assert _text(marked) == _text(bare) == "留萌"
    assert len(marked) > len(bare)


def test_lines_go_on_in_a_frame_of_another_width() -> None:
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=A5, invariant=1)
    frames = [Frame(30, 300, 150, 200, id="a"), Frame(200, 100, 200, 400, id="b")]
    document.addPageTemplates(PageTemplate(frames=frames))
    copy = "\n\n".join([JA] * 6)
    document.build([SetCopy(copy, ready_style("ja", 10))])
    assert _text(stream.getvalue()) == "".join(plain(copy).split())
    widths = _line_lengths(stream.getvalue())
    assert max(widths) > 150


def _line_lengths(data: bytes) -> list[float]:
    page = pypdfium2.PdfDocument(data)[0]
    return [right - left for left, _, right, _ in (each.get_bounds() for each in page.get_objects())]


def test_first_and_last_lines_of_a_paragraph_are_not_left_alone() -> None:
    copy = SetCopy(JA * 2, ready_style("ja", 10))
    _, height = copy.wrap(200, 1000)
    feed = 17.5
    assert round(height / feed) > 4
    assert copy.split(200, feed * 1.5) == []
    head, rest = copy.split(200, height - feed * 0.5)
    assert head.wrap(200, 1000)[1] == height - 2 * feed
    assert rest.wrap(200, 1000)[1] == 2 * feed


@pytest.mark.parametrize("language", ["ja", "zh_CN", "zh_TW"])
def test_vertical_lines_stand_in_tiers_and_split_between_them(language: str) -> None:
    copy = SetCopy(JA * 8, ready_style(language, 10), depth=150)
    _, height = copy.wrap(200, 10_000)
    tiers = round((height + 20) / 170)
    assert tiers >= 3
    upper, lower = copy.split(200, 330)
    assert upper.wrap(200, 1000)[1] == 320
    assert lower.wrap(200, 10_000)[1] == height - 340
    assert _text(_built([SetCopy(JA * 8, ready_style(language, 10), depth=150)])) == plain(JA * 8)


def test_equal_input_gives_equal_bytes_and_findings_are_kept() -> None:
    assert _built([SetCopy(JA, ready_style("ja"))]) == _built([SetCopy(JA, ready_style("ja"))])
    copy = SetCopy("\U0001f9ff港", replace(ready_style("ja"), space_before=7))
    copy.wrap(200, 100)
    assert [finding.code for finding in copy.findings] == ["typesetting.missing-glyph"]
    assert copy.getSpaceBefore() == 7
