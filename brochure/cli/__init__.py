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
    pages). The program is loaded out of its volume, which is bound anew at the end where something was not in it."""
    gc.disable()
    from brochure.volume import opened

    volume = opened()
    from brochure.cli import program

    return program.run(volume.bind if volume else lambda: None)
