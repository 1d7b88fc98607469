"""Where the project is: the folder that holds `content/`."""

from __future__ import annotations

from pathlib import Path

from brochure.cli.speaker import PROGRAM
from brochure.diagnostics import UsageError, error, message


def project_root(named: str, here: Path, is_written: bool = False) -> Path:
    """The folder named by `--project`; else the nearest one from here upward that holds `content/`; else the program's,
    unless its files would be written: what is changed from afar is changed by mistake.

    Raises UsageError where there is none.
    """
    if named:
        root = Path(named)
        if not root.is_dir():
            what = message("there is no folder “{folder}”", folder=named)
            raise UsageError([error("usage.no-project", what)])
        return root
    candidates = (here, *here.parents, *(() if is_written else (PROGRAM,)))
    for folder in candidates:
        if (folder / "content").is_dir():
            return folder
    what = message("there is no project here: no folder “content”, neither in this folder nor above it")
    cure = message("go to the project’s folder, or name it with --project")
    raise UsageError([error("usage.no-project", what, None, cure)])


def readable_path(path: Path, here: Path) -> str:
    """A path as the person at the keyboard would write it: from this folder on where it lies inside."""
    absolute = path if path.is_absolute() else here / path
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(path)
