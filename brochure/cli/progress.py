"""How far a build has come: a bar with the time left on a terminal, elsewhere a line a file where -v asks for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

from msgspec import Struct

from brochure.cli.console import Console
from brochure.diagnostics import Message, message


class Progress(Struct, frozen=True):
    """What a build tells on its way: how many files there are to be, which one is begun, that one is done."""

    planned: Callable[[int], None]
    begun: Callable[[str], None]
    done: Callable[[], None]


@contextmanager
def progress(console: Console) -> Generator[Progress]:
    """The progress of a build; rich is asked for on a terminal alone.

    The bar is drawn anew when something happens, not by a thread of its own: processes are forked while it is shown.
    """
    if not console.has_moving_line:
        total: list[int] = []
        yield Progress(total.append, lambda file: console.say(_making(file), 1), lambda: None)
        return
    from rich.console import Console as Terminal
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    left = TextColumn(escape(console.speaker.say(message("time left"))))
    columns = (BarColumn(), MofNCompleteColumn(), left, TimeRemainingColumn(), TextColumn("{task.description}"))
    terminal = Terminal(stderr=True, highlight=False)
    is_one = sys.stdout.isatty()  # paths are lines above the bar; where they go elsewhere the bar keeps off them
    with Bar(*columns, console=terminal, auto_refresh=False, transient=True, redirect_stdout=is_one) as bar:
        task = bar.add_task("", total=None)

        def planned(files: int) -> None:
            bar.update(task, total=files, refresh=True)

        def begun(file: str) -> None:
            bar.update(task, description=escape(console.speaker.say(_making(file))), refresh=True)

        def done() -> None:
            bar.update(task, advance=1, refresh=True)

        yield Progress(planned, begun, done)


def _making(file: str) -> Message:
    return message("making {file}", file=file)
