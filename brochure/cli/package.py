"""`brochure package`: everything a printing house is sent, in one folder or one zip file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.cli.speaker import speaker
from brochure.diagnostics import Report
from brochure.press.jobs import jobs
from brochure.press.orders import Wishes
from brochure.source.files import write_safely

if TYPE_CHECKING:
    from brochure.package.job import Job

_SHEETS = ("ja", "zh_CN")  # the languages of the sheets: the office's and the printer's, on either shore
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip file's files bear no day of ours


def package(options: Options, console: Console, report: Report) -> None:
    """Make the packages asked for; the paths of what was made go to standard output."""
    from brochure import pipeline
    from brochure.package.job import made

    here = Path.cwd()
    out = Path(options.out or readable_path(console.root / "out", here))
    project = pipeline.read_project(console.root, report)
    report.raise_if_errors()
    assert project is not None
    wishes = Wishes(options.preset, options.icc)
    known = {edition.id: edition for edition in project.editions}
    for order in jobs(project.editions, options.editions, options.languages, ("press",), wishes):
        job = made(project, known[order.edition], order.language, wishes, report)
        files = dict(_files(job))
        name = f"{job.name}-package"
        if options.is_zipped:
            path = out / f"{name}.zip"
            write_safely(path, _zipped(name, files))
            console.result(readable_path(path, here))
        else:
            for each, data in files.items():
                write_safely(out / name / each, data)
                console.result(readable_path(out / name / each, here))
        _told(job, report)


def _files(job: Job) -> Iterator[tuple[str, bytes]]:
    """The package's files by their names, all of them in ASCII."""
    from brochure.package.specification import fonts_of, inks_of, specification
    from brochure.preflight.check_sheet import check_sheet

    for part in job.parts:
        yield part.name, part.data
    for language in _SHEETS:
        say, tag = speaker(language).say, language.replace("_", "-")
        short = language[:2]
        yield f"{job.name}-specification-{short}.html", specification(job, say, tag).encode()
        for part in job.parts:
            sheet = check_sheet(part.inspection, part.data, part.name, say, tag)
            yield f"{Path(part.name).stem}-check-{short}.html", sheet.encode()
    lines = ["file,side,most_ink_percent", *(f"{p.name},{side},{ink:g}" for p in job.parts for side, ink in inks_of(p))]
    yield f"{job.name}-ink.csv", "\n".join([*lines, ""]).encode("ascii")
    fonts = ["font,embedded", *(f"{name},{'yes' if held else 'no'}" for name, held in fonts_of(job.parts))]
    yield f"{job.name}-fonts.csv", "\n".join([*fonts, ""]).encode("ascii", "replace")


def _zipped(name: str, files: dict[str, bytes]) -> bytes:
    """The files as a zip file, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, data in files.items():
            archive.writestr(zipfile.ZipInfo(f"{name}/{each}", _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _told(job: Job, report: Report) -> None:
    """What preflight found in the files, in the report."""
    from brochure.preflight.telling import diagnostics

    for part in job.parts:
        report.extend(diagnostics(part.inspection, part.name))
