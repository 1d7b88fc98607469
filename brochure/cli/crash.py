"""When the program itself fails: a short word to the person, the whole story in a file for the one who mends it."""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from brochure import __version__


def write_crash_report(problem: BaseException, words: Sequence[str]) -> Path | None:
    """Write what happened to a file of its own among the system's temporary files; None where even that fails."""
    story = "".join(traceback.format_exception(problem))
    text = f"brochure {__version__} · Python {platform.python_version()} · {platform.platform()}\n"
    text += f"{' '.join(words)}\n\n{story}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", delete=False, prefix="brochure-", suffix=".txt"
        ) as file:
            file.write(text)
            return Path(file.name)
    except OSError:
        return None
