"""`brochure build`: the PDFs."""

from __future__ import annotations

from pathlib import Path

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.project import readable_path
from brochure.diagnostics import BrochureError, Report, message
from brochure.works import standing


def build(options: Options, console: Console, report: Report) -> None:
    """Make what was asked for; paths of what was made go to standard output, as soon as they are known."""
    here = Path.cwd()
    out = Path(options.out or readable_path(console.root / "out", here))
    paths = _recalled(options, console, out, here) or _made(options, console, out, here, report)
    if not paths:
        raise BrochureError(())
    console.say(message("files written to {folder}: {count}", count=len(paths), folder=readable_path(out, here)))


def _words(options: Options) -> tuple[str, ...]:
    """What of the command line a file depends on."""
    wishes = (options.preset, options.icc, options.imposition, "draft" if options.is_draft else "")
    asked = (options.editions, options.languages, options.media, wishes)
    return tuple("\0".join(words) for words in asked)


def _recalled(options: Options, console: Console, out: Path, here: Path) -> tuple[Path, ...]:
    """The files of the same build made before; none where anything has changed."""
    if options.is_uncached or options.catalogs:
        return ()
    store = standing.store_in(console.root)
    made = standing.recalled(store, standing.fingerprint(console.root, _words(options)))
    paths: list[Path] = []
    for each in made:
        path = standing.lay_down(each, out)
        console.result(readable_path(path, here))
        paths.append(path)
    return tuple(paths)


def _made(options: Options, console: Console, out: Path, here: Path, report: Report) -> tuple[Path, ...]:
    from brochure.press.orders import Wishes
    from brochure.works import build as works

    key = standing.fingerprint(console.root, _words(options))
    with console.progress() as step:
        built = works.build(
            console.root,
            options.editions,
            options.languages,
            options.media,
            out,
            report,
            lambda job: step(message("making {file}", file=job.file_name)),
            lambda path: console.result(readable_path(path, here)),
            wishes=Wishes(options.preset, options.icc, options.imposition, options.is_draft, options.catalogs),
            kept=None if options.is_uncached else standing.store_in(console.root),
        )
    if not report and not options.is_uncached and not options.catalogs:
        standing.keep(standing.store_in(console.root), key, built.paths, built.read)
    return built.paths
