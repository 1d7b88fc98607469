"""What argparse complains of, said in the program's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brochure.diagnostics import Message, message
from brochure.source.nearest import nearest

CATALOG_ACTIONS = ("extract", "update", "status", "check", "export", "import", "pseudo", "compile")

_CHOICE = re.compile(r"argument (\S+): invalid choice: '(.*?)' \(choose from (.*)\)")
_UNKNOWN = re.compile(r"unrecognized arguments: (.*)")
_WITHOUT_VALUE = re.compile(r"argument (\S+): expected (?:one|at least one) argument")
_REQUIRED = re.compile(r"the following arguments are required: (--\S+|[A-Z]+(?<!ACTION)(?<!COMMAND))")
_OPTIONS = (
    "--help",
    "--project",
    "--lang-ui",
    "--format",
    "--quiet",
    "--verbose",
    "--debug",
    "--lang",
    "--medium",
    "--preset",
    "--icc",
    "--imposition",
)


def told(problem: str) -> tuple[Message, ...]:
    """What argparse complains of, in our words: what is wrong, then the cures."""
    if found := _CHOICE.fullmatch(problem):
        option, value, listed = found.groups()
        known = re.findall(r"[\w-]+", listed)
        if option in ("COMMAND", "ACTION"):
            what = message("there is no command “{name}”", name=value)
        else:
            what = message("{option} cannot be “{value}”", option=option, value=value)
        return what, *_meant(value, known), message("known are: {known}", known=", ".join(known))
    if found := _UNKNOWN.fullmatch(problem):
        words = found[1]
        return message("“{words}” is not understood", words=words), *_meant(
            words.split()[0].partition("=")[0], (*_OPTIONS, "--out", "--no-cache")
        )
    if found := _WITHOUT_VALUE.fullmatch(problem):
        return (message("{option} needs a value after it", option=found[1]),)
    if found := _REQUIRED.fullmatch(problem):
        return (message("{option} is missing", option=found[1]),)
    if problem.endswith("ACTION"):
        return message("i18n needs a command"), message("known are: {known}", known=", ".join(CATALOG_ACTIONS))
    return (message("the command line is not understood: {problem}", problem=problem),)


def _meant(word: str, known: Sequence[str]) -> tuple[Message, ...]:
    meant = nearest(word, known)
    return (message("did you mean “{meant}”?", meant=meant),) if meant else ()
