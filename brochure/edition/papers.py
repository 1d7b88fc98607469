"""Papers by name and weight, and how thick they are: what a spine is reckoned from."""

from __future__ import annotations

from msgspec import Struct


class Paper(Struct, frozen=True):
    """A paper: its weight in grams a square metre and the thickness of a leaf in millimetres.

    Makers' own figures differ by some hundredths; a printer who names his paper gives the thickness with it.
    """

    name: str
    weight: float
    thickness_mm: float


# Usual thicknesses of the trade's grades; the figure in a name is the weight of 1,000 sheets of 四六判 in kilograms.
PAPERS: dict[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper("coated-90", 104.7, 0.08),  # コート 四六判 90 kg
        Paper("coated-110", 127.9, 0.10),  # コート 110 kg
        Paper("coated-135", 157.0, 0.13),  # コート 135 kg
        Paper("coated-180", 209.3, 0.18),  # コート 180 kg
        Paper("matt-90", 104.7, 0.10),  # マットコート 90 kg
        Paper("matt-110", 127.9, 0.13),  # マットコート 110 kg
        Paper("matt-135", 157.0, 0.16),  # マットコート 135 kg
        Paper("woodfree-55", 64.0, 0.08),  # 上質 55 kg
        Paper("woodfree-70", 81.4, 0.10),  # 上質 70 kg
        Paper("woodfree-90", 104.7, 0.13),  # 上質 90 kg
        Paper("woodfree-110", 127.9, 0.16),  # 上質 110 kg
        Paper("woodfree-135", 157.0, 0.19),  # 上質 135 kg
    )
}
"""Every paper by its name."""


def spine_mm(pages: int, body: Paper, cover: Paper | None = None) -> float:
    """The width of a glued spine in millimetres: half the body's pages are leaves, and the cover goes round them twice.

    Rounded to a tenth, as printers order it. `pages` are the body's, without the cover's four.
    """
    return round(pages / 2 * body.thickness_mm + (2 * cover.thickness_mm if cover else 0.0), 1)
