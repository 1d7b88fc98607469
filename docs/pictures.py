"""Draws the pictures of the README: a few pages of the screen booklet in each language, as they lie on a table.

    .venv/bin/python docs/pictures.py

The pages are set afresh through `brochure.pipeline`, in memory; the same content gives the same pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

from brochure import pipeline
from brochure.diagnostics import Report

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
EDITION = "rumoi"
ROWS = (((1,), (2, 3)), ((4, 5), (9,)))  # page numbers from 1; two in one bracket lie side by side
PAGE_WIDTH = 440  # pixels
GAP = 44
TABLE = "#e9edf1"  # light enough for a white page, dark enough for the paper's edge to show
SHADE = "#8a97a6"
COLOURS = 255  # a palette keeps a picture under some 300 KB


def booklet(project: pipeline.Project, language: str) -> bytes:
    """The screen PDF of the edition in a language. Raises BrochureError where the content has mistakes."""
    edition = next(each for each in project.editions if each.id == EDITION)
    report = Report()
    book = pipeline.set_book(project, edition, language, report)
    report.raise_if_errors()
    return pipeline.printed(project, edition, book, "screen")


def drawn(pdf: bytes, rows: Sequence[Sequence[Sequence[int]]] = ROWS, page_width: int = PAGE_WIDTH) -> Image.Image:
    """The pages named by `rows` on one sheet, `page_width` pixels each."""
    document = pypdfium2.PdfDocument(pdf)
    sheets = [[_joined(document, numbers, page_width) for numbers in row] for row in rows]
    widest = max(sum(sheet.width for sheet in row) + GAP * (len(row) + 1) for row in sheets)
    height = sum(row[0].height + GAP for row in sheets) + GAP
    table = Image.new("RGB", (widest, height), TABLE)
    top = GAP
    for row in sheets:
        left = (widest - sum(sheet.width for sheet in row) - GAP * (len(row) - 1)) // 2
        for sheet in row:
            _laid(table, sheet, left, top)
            left += sheet.width + GAP
        top += row[0].height + GAP
    return table


def _joined(document: pypdfium2.PdfDocument, numbers: Sequence[int], width: int) -> Image.Image:
    """One page, or a spread with the fold between its two."""
    pages = [document[number - 1] for number in numbers]
    images = [page.render(scale=width / page.get_width()).to_pil().convert("RGB") for page in pages]
    sheet = Image.new("RGB", (width * len(images), images[0].height))
    for index, image in enumerate(images):
        sheet.paste(image.resize((width, images[0].height)), (index * width, 0))
    for fold in range(width, sheet.width, width):
        ImageDraw.Draw(sheet).line(((fold, 0), (fold, sheet.height)), fill="#d5dae0")
    return sheet


def _laid(table: Image.Image, sheet: Image.Image, left: int, top: int) -> None:
    """Put a sheet on the table, with a soft shade under it."""
    mask = Image.new("L", table.size, 0)
    ImageDraw.Draw(mask).rectangle((left, top + 6, left + sheet.width, top + sheet.height + 6), fill=120)
    table.paste(Image.new("RGB", table.size, SHADE), mask=mask.filter(ImageFilter.GaussianBlur(9)))
    table.paste(sheet, (left, top))


def png(image: Image.Image) -> bytes:
    """An image as the bytes of a PNG with a palette."""
    held = BytesIO()
    image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    return held.getvalue()


def main() -> None:
    """Draw every language's picture into docs/pictures/."""
    report = Report()
    project = pipeline.read_project(ROOT, report)
    report.raise_if_errors()
    assert project is not None
    FOLDER.mkdir(exist_ok=True)
    for language in next(each for each in project.editions if each.id == EDITION).languages:
        path = FOLDER / f"{EDITION}-{language}.png"
        path.write_bytes(png(drawn(booklet(project, language))))
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
