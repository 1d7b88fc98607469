"""Pictures: the right way up, in the right colours, no more pixels than print, and nothing that breaks the machine."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image

from brochure.diagnostics import BrochureError
from brochure.drawing.frame import WHOLE, Picture, Placed
from brochure.drawing.geometry import Rect, Size
from brochure.edition.profiles import SCREEN, Profile
from brochure.pdf.picture_colours import limited
from brochure.press.conditions import SHIPPED, shipped_profile
from brochure.store import Store
from pdf.books import book_of, opened, profile, written

INCH = 72.0


def _image_of(folder: Path, chosen: Profile, crop: Rect = WHOLE) -> tuple[dict[str, Any], bytes]:
    """The entries and the data of a picture printed an inch wide and high."""
    picture = Picture("a", Size(INCH, INCH), crop)
    with opened(book_of((Placed(picture),)), chosen, folder) as file:
        stream = file.pages[0].Resources.XObject.P1
        facts = {key: (stream[key] if key != "/SMask" else True) for key in stream.keys()}  # noqa: SIM118
        facts = {key: int(value) if isinstance(value, int) else str(value) for key, value in facts.items()}
        return facts, stream.read_raw_bytes()


def _saved(folder: Path, image: Image.Image, kind: str, **more: Any) -> Path:
    image.save(folder / "a", kind, **more)
    return folder / "a"


def _pixels(facts: dict[str, Any], data: bytes) -> Image.Image:
    """The picture as its entries say it is."""
    size = facts["/Width"], facts["/Height"]
    mode = {"/DeviceRGB": "RGB", "/DeviceCMYK": "CMYK", "/DeviceGray": "L"}[facts["/ColorSpace"]]
    if facts["/Filter"] == "/DCTDecode":
        with Image.open(BytesIO(data)) as image:  # Pillow turns Adobe's inverted inks over, as /Decode does here
            assert ("/Decode" in facts) == (mode == "CMYK")
            return image.copy()
    return Image.frombytes(mode, size, zlib.decompress(data))


def test_a_picture_stands_as_its_camera_held_it(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 20), "white")
    image.paste((255, 0, 0), (0, 0, 10, 10))  # red at the stored picture's upper left
    exif = image.getexif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    _saved(tmp_path, image, "PNG", exif=exif)
    facts, data = _image_of(tmp_path, SCREEN)
    shown = _pixels(facts, data)
    assert shown.size == (20, 40)
    assert shown.getpixel((15, 5)) == (255, 0, 0)


def test_a_screen_jpeg_that_needs_nothing_is_passed_on_byte_for_byte(tmp_path: Path) -> None:
    path = _saved(tmp_path, Image.new("RGB", (100, 100), "teal"), "JPEG")
    facts, data = _image_of(tmp_path, SCREEN)
    assert data == path.read_bytes()
    assert facts["/Filter"] == "/DCTDecode"


def test_a_picture_has_no_more_pixels_than_are_printed(tmp_path: Path) -> None:
    _saved(tmp_path, Image.new("RGB", (3000, 3000), "teal"), "JPEG")
    for chosen, pixels in ((SCREEN, 200), (profile("press"), 350), (profile("proof"), 96)):
        assert pixels <= _image_of(tmp_path, chosen)[0]["/Width"] <= 1.35 * pixels
    _saved(tmp_path, Image.new("RGB", (300, 300), "teal"), "JPEG")
    assert _image_of(tmp_path, profile("press"))[0]["/Width"] == 300  # never more than there are


def test_only_the_part_shown_is_in_the_file(tmp_path: Path) -> None:
    image = Image.new("RGB", (100, 100), "white")
    image.paste((0, 0, 255), (50, 0, 100, 100))
    _saved(tmp_path, image, "PNG")
    facts, data = _image_of(tmp_path, SCREEN, crop=Rect(0.5, 0.0, 0.5, 1.0))
    assert _pixels(facts, data).getcolors() == [(50 * 100, (0, 0, 255))]


def test_four_inks_keep_their_sense_with_and_without_adobe_s_mark(tmp_path: Path) -> None:
    paper = Image.new("CMYK", (64, 64), (0, 0, 0, 0))
    adobe = BytesIO()
    paper.save(adobe, "JPEG")  # Pillow writes Adobe's mark and inverts
    (tmp_path / "a").write_bytes(adobe.getvalue())
    assert _pixels(*_image_of(tmp_path, profile("press"))).getpixel((9, 9)) == (0, 0, 0, 0)
    data = adobe.getvalue()
    at = data.index(b"\xff\xee")
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    inverted = BytesIO()
    Image.new("CMYK", (64, 64), (255, 255, 255, 255)).save(inverted, "JPEG")
    plain = inverted.getvalue()
    (tmp_path / "a").write_bytes(plain[:at] + plain[at + 2 + length :])  # no mark: 0 means no ink
    assert _pixels(*_image_of(tmp_path, profile("press"))).getpixel((9, 9)) == (0, 0, 0, 0)


def test_colours_go_through_the_profile_and_black_stays_within_the_limit(tmp_path: Path) -> None:
    _saved(tmp_path, Image.new("RGB", (64, 64), (0, 0, 0)), "PNG")
    black: Any = _pixels(*_image_of(tmp_path, profile("press"))).getpixel((9, 9))
    assert 2.0 * 255 < sum(black) <= 3.0 * 255 + 4
    _saved(tmp_path, Image.new("RGB", (64, 64), (255, 255, 255)), "PNG")
    white: Any = _pixels(*_image_of(tmp_path, profile("press"))).getpixel((9, 9))
    assert sum(white) <= 4


def test_a_picture_s_own_profile_is_respected(tmp_path: Path) -> None:
    _saved(
        tmp_path, Image.new("CMYK", (64, 64), (255, 0, 0, 0)), "JPEG", icc_profile=shipped_profile(SHIPPED), quality=100
    )
    facts, data = _image_of(tmp_path, SCREEN)
    shown: Any = _pixels(facts, data).getpixel((9, 9))
    assert shown[0] < 40
    assert shown[2] > 180  # cyan as ISO Coated prints it, not Pillow's (0, 255, 255)
    assert shown[1] < 200


def test_the_ink_limit_takes_from_the_colours_and_leaves_black() -> None:
    pixels = Image.new("CMYK", (2, 1), (255, 255, 255, 255))
    pixels.putpixel((1, 0), (100, 50, 0, 200))
    made: Any = limited(pixels, 3.0)
    assert sum(made.getpixel((0, 0))) <= 765
    assert made.getpixel((0, 0))[3] == 255
    assert made.getpixel((0, 0))[0] == made.getpixel((0, 0))[1] == 170  # 2/3 of 255: (765 - 255) / 3
    assert made.getpixel((1, 0)) == (100, 50, 0, 200)


def test_transparency_lives_in_x4_and_lies_on_paper_in_x1a(tmp_path: Path) -> None:
    image = Image.new("RGBA", (64, 64), (255, 0, 0, 0))
    _saved(tmp_path, image, "PNG")
    assert "/SMask" in _image_of(tmp_path, profile("press"))[0]
    facts, data = _image_of(tmp_path, profile("press-x1a"))
    assert "/SMask" not in facts
    flat: Any = _pixels(facts, data).getpixel((9, 9))
    assert sum(flat) <= 4


def test_grey_stays_on_the_black_plate(tmp_path: Path) -> None:
    _saved(tmp_path, Image.new("L", (64, 64), 128), "PNG")
    assert _image_of(tmp_path, profile("press"))[0]["/ColorSpace"] == "/DeviceGray"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "pdf.picture-damaged"), (b"\xff\xd8\xff\xe0broken", "pdf.picture-damaged"), (None, "pdf.picture-missing")],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes | None, code: str) -> None:
    if data is not None:
        (tmp_path / "a").write_bytes(data)
    with pytest.raises(BrochureError) as refused:
        _image_of(tmp_path, SCREEN)
    assert refused.value.diagnostics[0].code == code


def test_a_picture_that_would_fill_the_memory_is_refused_by_its_head(tmp_path: Path) -> None:
    head = BytesIO()
    Image.new("1", (8, 8)).save(head, "PNG")
    data = bytearray(head.getvalue())
    data[16:24] = (20_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    (tmp_path / "a").write_bytes(bytes(data))
    with pytest.raises(BrochureError) as refused:
        _image_of(tmp_path, SCREEN)
    assert refused.value.diagnostics[0].code in ("pdf.picture-too-large", "pdf.picture-damaged")


def test_a_converted_picture_is_kept_for_the_next_time_and_the_same(tmp_path: Path) -> None:
    _saved(tmp_path, Image.new("RGB", (900, 900), "teal"), "JPEG")
    book = book_of((Placed(Picture("a", Size(INCH, INCH))),))
    kept = Store(tmp_path / "kept")
    first = written(book, profile("press"), tmp_path, kept)
    (stored,) = _stored(kept)
    assert written(book, profile("press"), tmp_path, kept) == first == written(book, profile("press"), tmp_path)
    stored.write_bytes(stored.read_bytes()[:-9])  # half of one is none
    assert written(book, profile("press"), tmp_path, kept) == first
    other = replace(profile("press"), ink_limit=2.5)
    written(book, other, tmp_path, kept)
    assert len(_stored(kept)) == 2


def _stored(store: Store) -> list[Path]:
    return [path for path in store.folder.rglob("*") if path.is_file()]
