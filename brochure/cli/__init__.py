"""The command line: one file a command, and how what was found is told."""

import gc
from collections.abc import Sequence

__all__ = ["main", "run"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    from brochure.cli import program

    return program.main(argv)


def run() -> int:
    """`main` in a process that does nothing else and ends with it. What one command gathers is gone with the process:
    it is not walked for cycles while modules are loaded or the command runs (a sixth of the time of a book of 540
    pages)."""
    gc.disable()
    from brochure.cli import program

    return program.run()
