"""The check sheet that goes to the printer with the files (入稿チェックシート): one HTML page, nothing outside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from brochure.diagnostics import Message, Severity, message
from brochure.preflight.colour import PROCESS
from brochure.preflight.document import Document
from brochure.preflight.findings import Finding, whose
from brochure.preflight.geometry import Box
from brochure.preflight.inspect import Inspection
from brochure.preflight.rules import GROUPS
from brochure.preflight.rules.spots import spots
from brochure.preflight.telling import Say
from brochure.preflight.thumbnails import Thumbnail, thumbnails

_STYLE = """
:root { --ink: #1a1a1a; --line: #c8c8c8; --error: #b3261e; --warning: #9a6700; --sound: #1b6e3c; }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: var(--ink); line-height: 1.6;
  font-family: "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "Noto Sans SC", "PingFang SC", "Microsoft YaHei",
  sans-serif; font-size: 15px; }
html:lang(zh) body { font-family: "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6rem; font-weight: 600; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; font-weight: 600; margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 500; white-space: nowrap; width: 12rem; }
.verdict { font-weight: 600; white-space: nowrap; width: 9rem; }
.error { color: var(--error); } .warning { color: var(--warning); } .sound { color: var(--sound); }
.page { display: grid; grid-template-columns: 15rem 1fr; gap: 1.2rem; padding: 1rem 0;
  border-bottom: 1px solid var(--line); break-inside: avoid; }
.paper { position: relative; align-self: start; border: 1px solid var(--line); }
.paper img { display: block; width: 100%; }
.paper i { position: absolute; min-width: 3px; min-height: 3px; border: 1.5px solid var(--error); }
.paper i.warning { border-color: var(--warning); }
.paper b { position: absolute; border: 1px dashed #0a7ea4; }
ol { margin: 0; padding-left: 1.4rem; } li { margin-bottom: .6rem; }
small { color: #595959; } code { font-size: .85em; }
footer { margin-top: 2rem; color: #595959; font-size: .85rem; }
@media print { body { margin: 0; font-size: 12px; } }
"""
_MOST_MARKS = 60  # boxes drawn on one thumbnail

_VERDICTS: dict[Severity | None, Message] = {
    Severity.ERROR: message("to be mended"),
    Severity.WARNING: message("to be confirmed"),
    None: message("sound"),
}


def check_sheet(inspection: Inspection, data: bytes, file: str, say: Say, language: str) -> str:
    """The sheet as a whole HTML page in the language `say` speaks; `language` is its tag, `file` the file's name."""
    title = say(message("check sheet for submission"))
    body = "\n".join(
        (
            f"<h1>{escape(title)}</h1>",
            f"<p><code>{escape(file)}</code></p>",
            *_summary(inspection, say),
            *_groups(inspection, say),
            *_whole_file(inspection, say),
            *_pages(inspection, data, say),
        )
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}: {escape(file)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    )


def _summary(inspection: Inspection, say: Say) -> Iterator[str]:
    worst = _worst(inspection.findings)
    verdict = say(_VERDICTS[worst])
    warnings = len(inspection.findings) - inspection.errors
    rows: list[tuple[Message, str]] = [(message("pages"), str(inspection.page_count))]
    document = inspection.document
    if document is not None:
        rows += list(_described(document))
    rows.append((message("judged by"), _asked(inspection)))
    counts = say(message("errors: {errors}, warnings: {warnings}", errors=inspection.errors, warnings=warnings))
    yield f'<p class="{_class(worst)}"><strong>{escape(verdict)}</strong> · {escape(counts)}</p>'
    yield _table((say(name), value) for name, value in rows)


def _described(document: Document) -> Iterator[tuple[Message, str]]:
    """What the printer reads first: size, norm, press, inks, fonts."""
    sizes = dict.fromkeys(f"{page.size_mm[0]:.1f} × {page.size_mm[1]:.1f} mm" for page in document.pages)
    yield message("trimmed size"), ", ".join(sizes)
    yield message("norm"), document.claim or "–"
    intents = (intent.identifier or intent.condition for intent in document.intents)
    yield message("printing condition"), ", ".join(dict.fromkeys(intents)) or "–"
    yield message("PDF version"), document.frame.version
    plates = dict.fromkeys(plate for page in document.pages if page.inks for plate in page.inks.grid.used())
    named = dict.fromkeys(name for _, name, _ in spots(document))
    used = {**plates, **named}
    inks = [*(plate for plate in PROCESS if plate in used), *(plate for plate in used if plate not in PROCESS)]
    yield message("inks"), ", ".join(plate for plate in inks if plate != "All") or "–"
    yield message("fonts"), ", ".join(sorted({font.plain_name for _, font in document.fonts})) or "–"


def _asked(inspection: Inspection) -> str:
    limits = inspection.limits
    return (
        f"{limits.name}: {limits.bleed_mm:g} mm / {limits.safe_mm:g} mm / {limits.ink_limit:.0%}"
        f" / {limits.wanted_ppi:g} ppi / {limits.least_line:g} pt / {limits.least_text:g} pt"
    )


def _groups(inspection: Inspection, say: Say) -> Iterator[str]:
    """A row for each group of rules, whether anything was found or not."""
    yield f"<h2>{escape(say(message('what was looked at')))}</h2>"
    yield "<table>"
    for name, rules in GROUPS:
        ids = {rule.id for rule in rules}
        found = [finding for finding in inspection.findings if finding.rule in ids]
        worst = _worst(found)
        pages = sorted({finding.page for finding in found if finding.page})
        where = say(message("pages {pages}", pages=", ".join(map(str, pages)))) if pages else ""
        yield (
            f'<tr><th scope="row">{escape(say(name))}</th><td class="verdict {_class(worst)}">'
            f"{escape(say(_VERDICTS[worst]))}</td><td>{escape(where)}</td></tr>"
        )
    yield "</table>"


def _whole_file(inspection: Inspection, say: Say) -> Iterator[str]:
    found = [finding for finding in inspection.findings if not finding.page]
    if found:
        yield f"<h2>{escape(say(message('the file as a whole')))}</h2>"
        yield _list(found, say)


def _pages(inspection: Inspection, data: bytes, say: Say) -> Iterator[str]:
    """Each page with its picture, the trim dashed, what was found framed and said beside it."""
    if inspection.document is None:
        return
    yield f"<h2>{escape(say(message('page by page')))}</h2>"
    pictures = list(thumbnails(data))
    for number, page in enumerate(inspection.document.pages):
        found = [finding for finding in inspection.findings if finding.page == page.number]
        picture = pictures[number] if number < len(pictures) else None
        said = _list(found, say) if found else f'<p class="sound">{escape(say(_VERDICTS[None]))}</p>'
        head = escape(say(message("page {page}", page=page.number)))
        paper = _paper(picture, page.boxes.trim, found, head)
        yield f'<section class="page">{paper}<div><strong>{head}</strong>{said}</div></section>'


def _paper(picture: Thumbnail | None, trim: Box, found: Sequence[Finding], head: str) -> str:
    if picture is None:
        return '<div class="paper"></div>'
    marks = [f'<b style="{_place(trim, picture.shown)}"></b>']
    for finding in found:
        kind = _class(finding.severity)
        marks += [f'<i class="{kind}" style="{_place(box, picture.shown)}"></i>' for box in finding.boxes]
    drawn = "".join(marks[:_MOST_MARKS])
    return f'<div class="paper"><img src="{picture.address}" alt="{head}">{drawn}</div>'


def _place(box: Box, shown: Box) -> str:
    """A box as shares of the picture, from its top left corner."""
    box = box.meet(shown)
    left, top = (box.left - shown.left) / shown.width, (shown.top - box.top) / shown.height
    width, height = max(box.width, 0.0) / shown.width, max(box.height, 0.0) / shown.height
    return f"left:{left:.2%};top:{top:.2%};width:{width:.2%};height:{height:.2%}"


def _list(found: Iterable[Finding], say: Say) -> str:
    items: list[str] = []
    for finding in found:
        kind = _class(finding.severity)
        cure = f"<br>→ {escape(say(finding.cure))}" if finding.cure is not None else ""
        words = f"<br><small>「{escape(finding.words[:60])}」</small>" if finding.words.strip() else ""
        place = f"<br><small>{escape(str(finding.span))}</small>" if finding.span is not None else ""
        items.append(
            f'<li><strong class="{kind}">{escape(say(finding.message))}</strong>{words}{cure}{place}'
            f"<br><small><code>{escape(finding.rule)}</code> · {escape(whose(finding.standard, say))}</small></li>"
        )
    return f"<ol>{''.join(items)}</ol>"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = (f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>' for name, value in rows)
    return f"<table>{''.join(cells)}</table>"


def _worst(findings: Sequence[Finding]) -> Severity | None:
    severities = {finding.severity for finding in findings}
    return next((each for each in (Severity.ERROR, Severity.WARNING) if each in severities), None)


def _class(severity: Severity | None) -> str:
    return severity.value if severity is not None else "sound"
