"""`brochure build`: the PDFs."""

from __future__ import annotations

from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.diagnostics import BrochureError, Report, message


def build(options: Options, console: Console, report: Report) -> None:
    """Make what was asked for; paths of what was made go to standard output, as soon as they are known."""
    from brochure import pipeline

    here = Path.cwd()
    out = Path(options.out or readable_path(console.root / "out", here))
    with console.progress() as step:
        paths = pipeline.build(
            console.root,
            options.editions,
            options.languages,
            options.media,
            out,
            report,
            lambda job: step(message("making {file}", file=job.file_name)),
            lambda path: console.result(readable_path(path, here)),
            pipeline.Wishes(options.preset, options.icc),
        )
    if not paths:
        raise BrochureError(())
    console.say(message("files written to {folder}: {count}", count=len(paths), folder=readable_path(out, here)))
