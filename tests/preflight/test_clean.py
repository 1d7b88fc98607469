"""Clean press files by other programs have no findings."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.colors import CMYKColor, CMYKColorSep
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from brochure.preflight.inspect import inspect
from tests.preflight.files import jpeg, typeface

_PROGRAM = b"""%!PS
<< /PageSize [340 440] >> setpagedevice
1 1 4 { pop
[ /TrimBox [20 20 320 420] /PAGE pdfmark
[ /BleedBox [11.5 11.5 328.5 428.5] /PAGE pdfmark
0.2 0.1 0 0 setcmykcolor 11.5 11.5 317 417 rectfill
true setoverprint 0 0 0 1 setcmykcolor
/Helvetica findfont 12 scalefont setfont 60 300 moveto (Two harbours) show
/Times-Roman findfont 9 scalefont setfont 60 280 moveto (set by PostScript, made by Ghostscript) show
false setoverprint 0 0.9 0.8 0 setcmykcolor 2 setlinewidth 60 200 moveto 200 200 lineto stroke
[/Separation (DIC 156) /DeviceCMYK {dup 0 3 1 roll 0.8 mul 0}] setcolorspace 1 setcolor 220 200 40 40 rectfill
showpage } for
"""


def _by_reportlab() -> bytes:
    pdfmetrics.registerFont(TTFont("Vera", BytesIO(typeface())))
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(156 * mm, 216 * mm),
        pageCompression=1,
        trimBox=(3 * mm, 3 * mm, 153 * mm, 213 * mm),
        bleedBox=(0, 0, 156 * mm, 216 * mm),
    )
    for number in range(1, 5):
        canvas.setFillColor(CMYKColor(0.1, 0.05, 0, 0))
        canvas.rect(0, 0, 156 * mm, 40 * mm, fill=1, stroke=0)
        canvas.setFont("Vera", 10)
        canvas.setFillColor(CMYKColor(0, 0, 0, 1))
        canvas.drawString(20 * mm, 100 * mm, "Black words on paper, which knock out of nothing")
        canvas.drawCentredString(78 * mm, 10 * mm, str(number))
        canvas.setFont("Vera", 18)
        canvas.setFillColor(CMYKColor(0.8, 0.5, 0, 0.1))
        canvas.drawString(20 * mm, 150 * mm, "A heading in three inks")
        canvas.setLineWidth(0.3)
        canvas.line(20 * mm, 90 * mm, 100 * mm, 90 * mm)
        canvas.setFillColor(CMYKColorSep(0, 0.8, 0.9, 0, spotName="DIC 156"))
        canvas.circle(110 * mm, 120 * mm, 8 * mm, fill=1, stroke=0)
        canvas.drawImage(_picture(), 20 * mm, 50 * mm, 40 * mm, 24 * mm)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _picture():  # ReportLab has no types
    from reportlab.lib.utils import ImageReader

    return ImageReader(BytesIO(jpeg(500, 300)))


def _by_ghostscript(tmp_path: Path, *words: str) -> bytes:
    source = tmp_path / "page.ps"
    source.write_bytes(_PROGRAM)
    out = tmp_path / "page.pdf"
    common = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-dPDFSETTINGS=/prepress"]
    how = ["-sColorConversionStrategy=LeaveColorUnchanged", *words, "-o", str(out), str(source)]
    subprocess.run([*common, *how], check=True, capture_output=True, timeout=60)
    return out.read_bytes()


needs_ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")


def test_a_file_by_reportlab_is_clean() -> None:
    assert inspect(_by_reportlab()).findings == ()


@needs_ghostscript
def test_a_file_by_ghostscript_is_clean(tmp_path: Path) -> None:
    assert inspect(_by_ghostscript(tmp_path)).findings == ()


@pytest.mark.parametrize("options", [{"linearize": True}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}])
def test_a_file_that_qpdf_has_packed_anew_is_clean(options: dict[str, object]) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(_by_reportlab())) as pdf:
        pdf.save(out, **options)  # type: ignore[arg-type]
    assert inspect(out.getvalue()).findings == ()


@needs_ghostscript
def test_a_file_with_fonts_of_another_kind_is_clean(tmp_path: Path) -> None:
    assert inspect(_by_ghostscript(tmp_path, "-dCompatibilityLevel=1.3", "-dCompressFonts=false")).findings == ()
