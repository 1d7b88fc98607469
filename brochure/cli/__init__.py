"""The command line: one file a command, and how what was found is told."""

from brochure.cli.program import main, run

__all__ = ["main", "run"]
