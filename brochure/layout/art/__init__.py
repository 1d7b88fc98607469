"""Drawn pictures in a theme's colours: one motif a file, pure functions of size, palette and seed.

A motif is called as `motif(size, palette, seed) -> Frame`. The frame has the size asked for, is drawn to its very
edges and clipped to them; a caller who needs bleed asks for a size larger by the bleed on each side and places the
frame that much outside the trim. Axes as everywhere: points, origin top left, y down. No transparency, no colour
over 300 % of ink, no line under 0.25 pt; the same arguments give the same frame on every machine.

    sunset_cape(size, palette, seed=1, horizon=0.66)              the cover: sun over the Sea of Japan; calm sky on top
    harbour_cranes(size, palette, seed=1)                         quay, gantry cranes, a ship and their reflection
    lighthouse(size, palette, seed=1)                             a pier's end with its light, evening, gulls
    seigaiha(size, palette, seed=1, radius=None, finish=Finish.TINTS, colour=None, ground=None)      青海波
    lattice(size, palette, seed=1, module=None, kind=Lattice.FRET, colour=None, ground=None)         回紋, 步步錦, 冰裂
    meeting_band(size, palette, seed=1, rows=None)                seigaiha becoming lattice: the booklet's motif
    clouds(size, palette, seed=1)                                 祥雲
    blossoms(size, palette, seed=1, kind=Blossom.CHERRY)          桜, or 海棠 with Blossom.CRABAPPLE
    herring(size, palette, seed=1)                                a shoal of herring
    snow(size, palette, seed=1)                                   snow crystals
    kazunoko(size, palette, seed=1)                               herring roe

    motifs.motif(name) -> Motif, motifs.MOTIFS                    the table of them by name (`sunset-cape`, …)
    marks.mark(kind, size, palette) -> Frame, marks.MARKS         the small signs of the timeline's kinds
"""
