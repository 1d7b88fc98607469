"""The specification sheet (仕様書): what is to be printed on what, and what was sent, as one HTML page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from brochure.diagnostics import Message, Severity, message
from brochure.edition.papers import PAPERS
from brochure.edition.profiles import Standard
from brochure.edition.sizes import SIZES
from brochure.package.job import Job, Part

Say = Callable[[Message], str]
Row = tuple[Message, str]

_STYLE = """
body { margin: 2rem auto; max-width: 52rem; padding: 0 1rem; color: #1a1a1a; line-height: 1.6; font-size: 14px;
  font-family: "Noto Sans JP", "Hiragino Sans", "Yu Gothic", sans-serif; }
html:lang(zh) body { font-family: "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6rem; font-weight: 600; margin: 0; }
h2 { font-size: 1.05rem; font-weight: 600; margin: 2rem 0 .4rem; padding-bottom: .2rem; border-bottom: 2px solid; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #c8c8c8; }
th { font-weight: 500; white-space: nowrap; }
tbody th { width: 12rem; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
code { font-size: .8em; word-break: break-all; }
code.sum { font-size: .68em; }
td.found { white-space: nowrap; }
@media print { body { margin: 0; } }
"""
_BINDINGS = {
    "saddle-stitch": message("saddle stitch"),
    "perfect": message("perfect binding"),
    "single-sheet": message("single sheet"),
    "unbound": message("not bound"),
}
_KINDS = {"cover": message("cover"), "body": message("body"), "pages": message("all pages")}
_NAMES = {Standard.X4: "PDF/X-4（PDF/A-2u）", Standard.X1A: "PDF/X-1a:2001"}


def specification(job: Job, say: Say, language: str) -> str:
    """The sheet as a whole HTML page in the language `say` speaks; `language` is its tag."""
    title = say(message("specification sheet"))
    body = (
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(job.book.title)}　<code>{escape(job.name)}</code></p>",
        f"<h2>{escape(say(message('specification')))}</h2>",
        _table(_rows(job, say), say),
        f"<h2>{escape(say(message('files')))}</h2>",
        _files(job, say),
        f"<h2>{escape(say(message('fonts')))}</h2>",
        _fonts(job, say),
        f"<h2>{escape(say(message('ink')))}</h2>",
        _inks(job, say),
    )
    head = f'<meta charset="utf-8"><title>{escape(title)} {escape(job.name)}</title><style>{_STYLE}</style>'
    page = "\n".join(body)
    return f'<!doctype html>\n<html lang="{language}"><head>{head}</head>\n<body>\n{page}\n</body></html>\n'


def _rows(job: Job, say: Say) -> Iterator[Row]:
    edition, preset, profile = job.edition, job.preset, job.profile
    size = SIZES[edition.size]
    yield (
        message("trim size"),
        f"{size.name.upper().replace('JIS-', 'JIS ')}　{size.width_mm:g} × {size.height_mm:g} mm",
    )
    yield message("binding"), say(_BINDINGS[edition.binding])
    side = message("right") if job.book.binding_is_right else message("left")
    yield message("binding side"), say(side)
    yield message("pages, covers and blanks counted"), str(len(job.book.pages))
    if edition.paper:
        yield message("paper of the body"), _paper(edition.paper)
    if edition.cover_paper:
        yield message("paper of the cover"), _paper(edition.cover_paper)
    if job.spine_mm:
        yield message("spine"), f"{job.spine_mm:g} mm"
    inks = "C・M・Y・K" + "".join(f"・{spot.name}" for spot in profile.spots)
    yield message("inks"), inks
    yield message("format"), _NAMES[profile.standard]
    yield message("bleed"), f"{preset.bleed_mm:g} mm"
    yield message("marks"), say(_MARKS[preset.marks.style])
    yield message("printing condition"), f"{preset.output.name}（{preset.output.condition}）"
    yield message("output intent of the files"), _intent(job, say)
    yield message("most ink"), f"{preset.ink_limit:g} %"
    yield message("printer’s preset"), f"{preset.title}（{preset.id}）"


_MARKS = {
    "japanese": message("Japanese corner marks (double), centre marks"),
    "crop": message("crop marks, centre marks"),
    "none": message("none"),
}


def _paper(name: str) -> str:
    paper = PAPERS[name]
    return f"{paper.name}　{paper.weight:g} g/m²　{paper.thickness_mm:g} mm"


def _intent(job: Job, say: Say) -> str:
    intent = job.profile.intent
    assert intent is not None
    held = message("ICC profile embedded") if intent.profile else message("named, no ICC profile embedded")
    return f"{intent.name}（{intent.condition}）　{say(held)}"


def _table(rows: Iterator[Row], say: Say) -> str:
    lines = (f"<tr><th>{escape(say(name))}</th><td>{escape(value)}</td></tr>" for name, value in rows)
    return f"<table><tbody>{''.join(lines)}</tbody></table>"


def _files(job: Job, say: Say) -> str:
    heads = (message("file"), message("content"), message("sides"), message("bytes"), message("found"))
    lines = [_head(heads, say)]
    for part in job.parts:
        errors = part.inspection.errors
        warnings = sum(each.severity is Severity.WARNING for each in part.inspection.findings)
        found = say(message("errors: {errors}, warnings: {warnings}", errors=errors, warnings=warnings))
        name = f"<code>{escape(part.name)}</code><br><code class=sum>SHA-256 {part.digest}</code>"
        cells = (
            name,
            escape(say(_KINDS[part.kind])),
            str(part.inspection.page_count),
            f"{len(part.data):,}",
        )
        held = "".join(f"<td>{cell}</td>" for cell in cells)
        lines.append(f"<tr>{held}<td class=found>{escape(found)}</td></tr>")
    return f"<table>{''.join(lines)}</table>"


def _fonts(job: Job, say: Say) -> str:
    lines = [_head((message("font"), message("embedding")), say)]
    for name, is_embedded in fonts_of(job.parts):
        held = say(message("embedded, subset") if is_embedded else message("not embedded"))
        lines.append(f"<tr><td>{escape(name)}</td><td>{escape(held)}</td></tr>")
    return f"<table>{''.join(lines)}</table>"


def fonts_of(parts: tuple[Part, ...]) -> tuple[tuple[str, bool], ...]:
    """The fonts of all files by name, without the tags of subsets, and whether each is embedded."""
    found: dict[str, bool] = {}
    for part in parts:
        if part.inspection.document is not None:
            for page in part.inspection.document.pages:
                for font in page.fonts:
                    name = font.plain_name
                    found[name] = found.get(name, True) and font.is_embedded
    return tuple(sorted(found.items()))


def inks_of(part: Part) -> tuple[tuple[int, float], ...]:
    """Each side's number and the most ink of any 15 mm square of it, in percent."""
    if part.inspection.document is None:
        return ()
    return tuple(
        (number, round(100 * page.inks.grid.heaviest()[0], 1))
        for number, page in enumerate(part.inspection.document.pages, 1)
        if page.inks is not None
    )


def _inks(job: Job, say: Say) -> str:
    heads = (message("file"), message("side"), message("most ink in any 15 mm square"))
    lines = [_head(heads, say)]
    for part in job.parts:
        for number, ink in inks_of(part):
            cells = f"<td><code>{escape(part.name)}</code></td><td class=n>{number}</td><td class=n>{ink:g} %</td>"
            lines.append(f"<tr>{cells}</tr>")
    return f"<table>{''.join(lines)}</table>"


def _head(heads: tuple[Message, ...], say: Say) -> str:
    return f"<thead><tr>{''.join(f'<th>{escape(say(head))}</th>' for head in heads)}</tr></thead>"
