"""Print-ready brochures and anniversary booklets in Japanese and Chinese, from YAML content and gettext catalogs."""

import sys

from brochure.late import load_late

__version__ = "0.1.0"


def _load_msgspec() -> None:
    """Load msgspec without `typing_extensions`, in which it looks for what our Pythons have themselves: where pydantic
    has brought that along, it takes as long to load as twenty modules of our own. Whoever asks for it later gets it.
    """
    if sys.modules.setdefault("typing_extensions", None) is None:  # type: ignore[arg-type]: None says there is none
        try:
            __import__("msgspec")
        finally:
            del sys.modules["typing_extensions"]


load_late("ast", "ipaddress", "linecache", "textwrap", "tokenize")  # for urllib, of pathlib, for inspect and msgspec
load_late(
    "inspect",  # for uharfbuzz, which asks for the flags of code
    CO_OPTIMIZED=1,
    CO_NEWLOCALS=2,
    CO_VARARGS=4,
    CO_VARKEYWORDS=8,
    CO_GENERATOR=32,
    CO_COROUTINE=128,
    CO_ASYNC_GENERATOR=512,
)
if sys.platform == "linux":
    load_late("platform", system=lambda: "Linux")  # for uuid, of msgspec
load_late("msgspec.inspect", "msgspec.toml", "msgspec.yaml")  # for msgspec, which shows them
_load_msgspec()
