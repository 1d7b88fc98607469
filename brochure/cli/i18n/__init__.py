"""`brochure i18n …`: the catalogs of a project, one file an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brochure.cli.arguments import Options
from brochure.cli.console import Console
from brochure.cli.i18n.check import check
from brochure.cli.i18n.compile import compile_catalogs
from brochure.cli.i18n.export import export
from brochure.cli.i18n.extract import extract
from brochure.cli.i18n.pseudo import write_pseudo
from brochure.cli.i18n.sources import Sources, read_sources
from brochure.cli.i18n.status import status
from brochure.cli.i18n.take_in import take_in
from brochure.cli.i18n.update import update, update_messages
from brochure.diagnostics import Report

Action = Callable[[Sources, Options, Console, Report], None]


def catalogs(options: Options, console: Console, report: Report) -> None:
    """Do what `i18n` is asked to."""
    if options.is_for_messages:
        update_messages(console, report)
        return
    sources = read_sources(console.root, options.languages, report)
    report.raise_if_errors()  # an update from half the content would retire the other half
    _ACTIONS[options.action](sources, options, console, report)


_ACTIONS: Mapping[str, Action] = {
    "extract": extract,
    "update": update,
    "status": status,
    "check": check,
    "export": export,
    "import": take_in,
    "pseudo": write_pseudo,
    "compile": compile_catalogs,
}
