"""Python's cycle collector, which has nothing to collect here."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def unhurried_collector() -> Generator[None]:
    """Python's cycle collector kept from walking what is made again and again while it grows: neither frames nor the
    facts of a page hold cycles, and looking for some took a quarter of the time of a book of 540 pages.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
