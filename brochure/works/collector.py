"""Python's cycle collector: kept still while a book is made, sent round between one and the next."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

from msgspec import Struct

_ROUND = 64  # pages after which it is worth going round: a page leaves about a quarter of a MiB behind


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


class Rounds(Struct):
    """The collector's rounds between books; `pages` are those made since the last. What a finished book and its file
    leave behind points at itself here and there, so that memory would grow with every book. What is there after the
    first round (the project, fonts, all that was read) is not walked again.
    """

    pages: int = 0
    has_gone: bool = False

    def before_a_book(self) -> None:
        """Go round where enough pages were made; after the last book there is no need."""
        if self.pages < _ROUND:
            return
        self.pages = 0
        gc.collect()
        if not self.has_gone:
            gc.freeze()
            self.has_gone = True

    def end(self) -> None:
        """No more books come; all is walked again as ever."""
        if self.has_gone:
            gc.unfreeze()
            self.has_gone = False
