"""`brochure build`: the PDFs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.diagnostics import BrochureError, Diagnostic, Report, UsageError, error, message
from brochure.works import standing

if TYPE_CHECKING:
    from brochure.works.batch import Outcome


def build(options: Options, console: Console, report: Report) -> None:
    """Make what was asked for; paths of what was made go to standard output, as soon as they are known."""
    if options.is_for_all and options.editions:
        what = message("“--all” is every edition: name editions, or say “--all”")
        raise UsageError([error("usage.all", what)])
    if options.jobs < 0:
        raise UsageError([error("usage.jobs", message("“--jobs” is how many files are made side by side: 1, 2, 4"))])
    if options.scheduler:
        from brochure.works.cluster import check_address

        if options.jobs:
            what = message("“--jobs” is for this machine: say it or “--scheduler”")
            raise UsageError([error("usage.scheduler", what)])
        check_address(options.scheduler)
    here = Path.cwd()
    out = Path(options.out or readable_path(console.root / "out", here))
    files = {} if options.is_uncached else standing.files_of(console.root)
    key = "" if options.is_uncached else standing.fingerprint(files, _words(options))
    paths = _recalled(options, console, out, here, key) or _made(options, console, out, here, report, files, key)
    if not paths:
        raise BrochureError(())
    console.say(message("files written to {folder}: {count}", count=len(paths), folder=readable_path(out, here)))


def _words(options: Options) -> tuple[str, ...]:
    """What of the command line a file depends on."""
    wishes = (options.preset, options.icc, options.imposition, "draft" if options.is_draft else "")
    asked = (options.editions, options.languages, options.media, wishes)
    return tuple("\0".join(words) for words in asked)


def _recalled(options: Options, console: Console, out: Path, here: Path, key: str) -> tuple[Path, ...]:
    """The files of the same build made before; none where anything has changed."""
    if options.is_uncached or options.catalogs:
        return ()
    store = standing.store_in(console.root)
    paths: list[Path] = []
    for each in standing.recalled(store, key):
        path = standing.lay_down(each, store, out)
        if path is None:
            return ()
        paths.append(path)
    for path in paths:
        console.result(readable_path(path, here))
    if paths and options.account:
        from brochure.cli.account import of_recalled, write_account

        write_account(Path(options.account), of_recalled(paths), (), console)
    return tuple(paths)


def _made(
    options: Options, console: Console, out: Path, here: Path, report: Report, files: Mapping[str, str], key: str
) -> tuple[Path, ...]:
    from brochure.cli.progress import progress
    from brochure.press.orders import Wishes
    from brochure.works import build as works

    kept = None if options.is_uncached else standing.store_in(console.root)
    outcomes: list[Outcome] = []
    with progress(console) as shown:

        def done(path: Path) -> None:
            console.result(readable_path(path, here))
            shown.done()

        try:
            built = works.build(
                console.root,
                options.editions,
                options.languages,
                options.media,
                out,
                report,
                lambda job: shown.begun(job.file_name),
                done,
                wishes=Wishes(options.preset, options.icc, options.imposition, options.is_draft, options.catalogs),
                kept=kept,
                files=files,
                manner=works.Manner(options.jobs, options.keeps_going, options.scheduler),
                planned=shown.planned,
                told=outcomes.append,
            )
        except BrochureError as stopped:
            _account(options, console, outcomes, (*report, *stopped.diagnostics))
            raise
    _account(options, console, outcomes, report.ordered())
    if kept is not None:
        if built.is_as_found and not report and not options.catalogs:
            standing.keep(kept, key, zip(built.paths, built.digests, strict=True), built.read)
        kept.trim()
    return built.paths


def _account(options: Options, console: Console, outcomes: Iterable[Outcome], findings: Iterable[Diagnostic]) -> None:
    """Write the account where one is asked for."""
    if options.account:
        from brochure.cli.account import of_outcomes, write_account

        write_account(Path(options.account), of_outcomes(outcomes), findings, console)
