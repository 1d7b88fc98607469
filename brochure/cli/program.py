"""The program as a whole: reads its words, runs the command, tells what was found, and says how it went.

0    done                                    2    the command line is off
1    mistakes in content or translation      70   our own bug      130   interrupted
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from brochure.cli.arguments import Options, early, read_arguments
from brochure.cli.console import FORMATS, Console, prepare_streams
from brochure.cli.project import project_root
from brochure.cli.speaker import INTERFACE_LANGUAGES, interface_language, speaker
from brochure.diagnostics import BrochureError, Diagnostic, Report, Severity, UsageError, message

DONE, MISTAKES, BUG, INTERRUPTED = 0, 1, 70, 130
_KEPT = 1 << 24  # bytes


def run(at_end: Callable[[], None] = lambda: None) -> int:
    """`main` in a process that does nothing else and ends with it: what was gathered is not taken down piece by piece
    at its end, unless a profiler or a debugger looks on. `at_end` is called before it ends, when all is told.
    """
    _keep_what_is_freed()
    code = main()
    if sys.getprofile() is None and sys.gettrace() is None:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except BrokenPipeError:
            _close_quietly()
        at_end()
        os._exit(code)
    return code


def _keep_what_is_freed() -> None:
    """Have the C library keep memory for what comes next instead of giving it back to the system at once.

    libdeflate takes 200 KiB to deflate a page, HarfBuzz as much to cut a font, and each page of it that the system must
    make anew takes some microseconds: a fifth of all of them in a book of one town. glibc keeps twice as much as the
    largest block it ever mapped and gave back (malloc(3), M_MMAP_THRESHOLD); this one is never touched.
    """
    bytes(_KEPT)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    prepare_streams()
    language = interface_language(early(words, "--lang-ui", (*INTERFACE_LANGUAGES, "zh")), os.environ)
    console = Console(Path.cwd(), speaker(language), early(words, "--format", tuple(FORMATS)) or "text")
    try:
        return _answered(words, console)
    except SystemExit as end:  # argparse, after -h and --version
        return end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        console.say(message("stopped; files that were finished stay"), -1)
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return DONE
    except Exception as problem:
        _tell_bug(problem, words, console)
        return BUG


def _answered(words: Sequence[str], console: Console) -> int:
    """The exit code of a command line whose mistakes are told."""
    report = Report()
    try:
        options = read_arguments(words, console.speaker)
        root = project_root(options.project, Path.cwd(), options.changes_content)
        console = Console(root, console.speaker, options.format, options.verbosity)
        _run(options, console, report)
    except UsageError as mistake:
        console.findings(mistake.diagnostics)
        if mistake.diagnostics and mistake.diagnostics[0].code == "usage.arguments":
            console.say(message("“brochure --help” tells what there is"))
        return mistake.exit_code
    except BrochureError as mistake:
        report.extend(mistake.diagnostics)
        return _told(report.ordered(), console, mistake.exit_code)
    return _told(report.ordered(), console, MISTAKES if report.has_errors else DONE)


def _run(options: Options, console: Console, report: Report) -> None:
    if options.command == "check":
        from brochure.cli.check import check

        check(console, report)
    elif options.command == "list":
        from brochure.cli.listing import list_editions

        list_editions(console, report)
    elif options.command == "i18n":
        from brochure.cli.i18n import catalogs

        catalogs(options, console, report)
    elif options.command == "compose":
        from brochure.cli.compose import compose_text

        compose_text(options, console, report)
    elif options.command == "preflight":
        from brochure.cli.preflight import preflight

        preflight(options, console, report)
    elif options.command == "package":
        from brochure.cli.package import package

        package(options, console, report)
    elif options.command == "doctor":
        from brochure.cli.doctor import doctor

        doctor(console, report)
    elif options.command in ("diff", "plates"):
        from brochure.cli import compare

        (compare.diff if options.command == "diff" else compare.plates)(options, console, report)
    elif options.command == "import":
        from brochure.cli.intake import take_in_timeline

        take_in_timeline(options, console, report)
    elif options.command == "fmt":
        from brochure.cli.fmt import fmt

        fmt(options, console, report)
    elif options.command == "schema":
        from brochure.cli.schemas import write_schemas

        write_schemas(console)
    elif options.command == "new":
        from brochure.cli.new import new

        new(options, console, report)
    elif options.command == "explain":
        from brochure.cli.explain import explain

        explain(options.code, console)
    else:
        from brochure.cli.build import build

        build(options, console, report)


def _told(diagnostics: Sequence[Diagnostic], console: Console, code: int) -> int:
    """Tell the findings and count them; the code is handed on."""
    console.findings(diagnostics)
    if diagnostics:
        errors = sum(each.severity is Severity.ERROR for each in diagnostics)
        warnings = sum(each.severity is Severity.WARNING for each in diagnostics)
        console.say(message("errors: {errors}, warnings: {warnings}", errors=errors, warnings=warnings))
    return code


def _tell_bug(problem: Exception, words: Sequence[str], console: Console) -> None:
    from brochure.cli.crash import write_crash_report

    if "--debug" in words:
        import traceback

        traceback.print_exception(problem)
        return
    kind = type(problem).__name__
    console.say(message("the program itself has failed ({kind}); this is not your mistake", kind=kind), -1)
    path = write_crash_report(problem, words)
    if path is not None:
        console.say(message("what happened is written in {file}; please send it to the makers", file=str(path)), -1)


def _close_quietly() -> None:
    """Nobody reads the rest: let the interpreter's last flush go nowhere instead of failing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
