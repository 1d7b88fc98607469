"""How a booklet is bound, and what that asks of its number of pages."""

from __future__ import annotations

from msgspec import Struct


class Binding(Struct, frozen=True):
    """A way of binding: pages come in whole `signature`s, at least `least` and at most `most` of them."""

    name: str
    signature: int
    least: int
    most: int

    def accepts(self, pages: int) -> bool:
        """Whether a booklet of so many pages, covers and blanks counted, can be bound so."""
        return pages % self.signature == 0 and self.least <= pages <= self.most


BINDINGS: dict[str, Binding] = {
    binding.name: binding
    for binding in (
        Binding("saddle-stitch", signature=4, least=8, most=40),  # 中綴じ: folded sheets through the spine
        Binding("perfect", signature=2, least=24, most=400),  # 無線綴じ: a glued spine
        Binding("single-sheet", signature=1, least=1, most=2),  # ペラ
        Binding("unbound", signature=1, least=1, most=100_000),  # 綴じない: for the screen
    )
}
