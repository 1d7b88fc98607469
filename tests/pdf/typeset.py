"""Text set for tests without the line composer: HarfBuzz straight into Glyphs, and small PDFs that show them."""

from __future__ import annotations

from itertools import pairwise

import uharfbuzz

from brochure.drawing.frame import Glyphs, Placed
from brochure.pdf.file import PdfFile, pairs
from brochure.pdf.fonts import FontBook
from brochure.typefaces.face import Face
from brochure.typefaces.library import TypefaceLibrary

SIZE = 20.0


def glyphs(text: str, face: Face, language: str = "ja", is_vertical: bool = False) -> Glyphs:
    """A run as the line composer hands it over: ids two bytes each, texts where they are not one to one."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "ttb" if is_vertical else "ltr"
    buffer.script = "Hani"
    buffer.language = language
    uharfbuzz.shape(face.hb_font, buffer, {"kern": False})
    infos = buffer.glyph_infos
    clusters = [info.cluster for info in infos]
    ends = [*(after if after > at else None for at, after in pairwise(clusters)), len(text)]
    texts = tuple("" if end is None else text[at:end] for at, end in zip(clusters, ends, strict=True))
    return Glyphs(
        face.key,
        SIZE,
        b"".join(info.codepoint.to_bytes(2, "big") for info in infos),
        text,
        0.0,
        texts=() if texts == tuple(text) else texts,
        is_vertical=is_vertical,
    )


def placed(*runs: Glyphs) -> tuple[Placed, ...]:
    """The runs one under the other."""
    return tuple(Placed(run, 20.0, 40.0 * number) for number, run in enumerate(runs, 1))


def pdf_of(library: TypefaceLibrary, *runs: Glyphs) -> bytes:
    """A one-page PDF (400 × 400 pt) of the runs, each on a line of its own."""
    fonts = FontBook(library)
    for run in runs:
        fonts.gather(run.face, run.is_vertical, [run])
    lines = "\n".join(
        f"BT /{fonts.resource_name(run.face, run.is_vertical)} {SIZE:g} Tf 1 0 0 1 20 {400 - 40 * number} Tm "
        f"<{run.ids.hex()}> Tj ET"
        for number, run in enumerate(runs, 1)
    )
    file = PdfFile((1, 7))
    mentions = fonts.write(file)
    resources = f"<< /Font << {pairs({name: mentions[use] for name, use in fonts.names.items()})} >> >>"
    content = file.raw_stream("content", "", lines.encode("ascii"))
    page = f"<< /Type /Page /Parent {file.reserve('pages')} /MediaBox [0 0 400 400] /Resources {resources}"
    mention = file.put("page", f"{page} /Contents {content} >>")
    file.put(
        "catalog", f"<< /Type /Catalog /Pages {file.put('pages', f'<< /Type /Pages /Count 1 /Kids [{mention}] >>')} >>"
    )
    file.put("information", "<< >>")
    return file.bytes("0" * 32)
