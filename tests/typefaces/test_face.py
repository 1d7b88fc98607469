"""One file at one point of its axes: names, metrics, coverage, and what can be wrong with it."""

import pytest

from brochure.diagnostics import BrochureError
from brochure.typefaces.library import TypefaceLibrary
from typefaces.shelf import (
    SANS_JP,
    SERIF_JP,
    code_of,
    collection,
    family,
    in_fonts,
    packaged,
    shelf,
    small_font,
    with_table_bytes,
)


def opened(folder, data: bytes, *weights: int, index: int = 0):
    (folder / "own.ttf").write_bytes(data)
    library = TypefaceLibrary((family("own", in_fonts("own", "own.ttf", index), *weights),), folder)
    face = library.face("own")
    _ = face.hb_font
    return face


def test_weights_of_a_variable_font_are_different_letters():
    library = shelf()
    # a bold a is wider than a light one: the axis is set on the HarfBuzz font
    widths = [library.face("ja-gothic", weight).advance(library.face("ja-gothic").glyph("a")) for weight in (300, 700)]
    assert widths[0] < widths[1]


def test_names_follow_the_named_instance():
    library = shelf()
    assert library.face("ja-gothic", 400).postscript_name == "NotoSansJP-Regular"
    assert library.face("ja-gothic", 700).postscript_name == "NotoSansJP-Bold"
    assert library.face("ja-mincho").postscript_name == "NotoSerifJP-Regular"


def test_outline_kinds_are_told_apart():
    library = shelf()
    assert not library.face("ja-gothic").is_cff
    assert library.face("ja-mincho").is_cff


@pytest.mark.parametrize(("name", "language"), [("ja-gothic", "ja"), ("ja-mincho", "ja"), ("zh_CN-gothic", "zh_CN")])
def test_the_ideographic_body_of_noto_is_880_above_and_120_below(name, language):
    face = shelf().face(name)
    assert (face.ideographic_ascent, face.ideographic_descent) == (0.88, 0.12)
    assert face.ideographic_body(language) == (0.88, 0.12)


def test_the_body_is_read_from_os2_where_there_is_no_baseline_table(tmp_path):
    without_base = small_font("永").replace(b"BASE", b"XXXX", 1)
    # typographic ascender 800, descender -200: one em together (OS/2 offset 68)
    face = opened(tmp_path, with_table_bytes(without_base, b"OS/2", 68, b"\x03\x20\xff\x38"))
    assert (face.ideographic_ascent, face.ideographic_descent) == (0.8, 0.2)


def test_the_body_is_880_where_the_font_says_nothing(tmp_path):
    without_base = small_font("永").replace(b"BASE", b"XXXX", 1)
    face = opened(tmp_path, with_table_bytes(without_base, b"OS/2", 68, b"\x04\x88\xfe\xe0"))  # 1160, -288
    assert (face.ideographic_ascent, face.ideographic_descent) == (0.88, 0.12)


def test_coverage_and_covers_agree():
    face = shelf().face("ja-gothic")
    assert {ord("港"), 0x20BB7} <= face.coverage
    assert ord("这") not in face.coverage
    assert face.covers("港")
    assert not face.covers("这")


def test_a_variation_sequence_has_a_glyph_of_its_own():
    face = shelf().face("ja-gothic")
    assert 0 != face.glyph("葛\U000e0100") != face.glyph("葛")


def test_a_face_of_a_collection_is_taken_by_its_index(tmp_path):
    both = collection(small_font("永"), small_font("港"))
    assert opened(tmp_path, both, index=1).covers("港")
    assert not opened(tmp_path, both, index=0).covers("港")


def test_an_index_beyond_the_collection_is_told_with_its_place(tmp_path):
    with pytest.raises(BrochureError) as raised:
        opened(tmp_path, collection(small_font("永"), small_font("港")), index=2)
    assert code_of(raised.value) == "typefaces.index"
    (diagnostic,) = raised.value.diagnostics
    assert str(diagnostic.span) == "fonts/fonts.yaml:7:3"
    assert "0 to 1" in str(diagnostic.hints[0])


def test_an_index_into_a_single_font_is_told(tmp_path):
    with pytest.raises(BrochureError, match="1 face"):
        opened(tmp_path, small_font("永"), index=1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "too short"),
        (b"ttcf", "holds 0 face"),
        (b"%PDF-1.7\n" * 9, "does not begin as a font"),
        (b"wOF2" + bytes(60), "WOFF"),
        (small_font("永")[:40], "list of tables is cut off"),
        (small_font("永")[:-200], "is cut off"),
        (small_font("永").replace(b"hmtx", b"xxxx", 1), "hmtx is missing"),
        (small_font("永").replace(b"glyf", b"xxxx", 1), "no outlines"),
    ],
)
def test_a_damaged_file_is_told_with_the_reason_and_a_cure(tmp_path, data, reason):
    with pytest.raises(BrochureError) as raised:
        opened(tmp_path, data)
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.code in ("typefaces.damaged", "typefaces.index")
    said = " ".join(map(str, (diagnostic.message, *diagnostic.hints)))
    assert reason in said
    assert str(diagnostic.span) == "fonts/fonts.yaml:7:3"
    assert str(tmp_path) not in said, "no path of this machine in a finding"


def test_a_font_whose_maker_forbids_embedding_is_refused(tmp_path):
    with pytest.raises(BrochureError) as raised:
        opened(tmp_path, with_table_bytes(small_font("永"), b"OS/2", 8, b"\x00\x02"))  # fsType: restricted
    assert code_of(raised.value) == "typefaces.no-embedding"


def test_a_static_font_in_several_weights_is_a_warning(tmp_path):
    (tmp_path / "own.ttf").write_bytes(small_font("永"))
    library = TypefaceLibrary((family("own", in_fonts("own", "own.ttf"), 400, 700),), tmp_path)
    assert library.face("own", 700).axes == ()
    assert [finding.code for finding in library.findings()] == ["typefaces.no-axis"]


def test_an_axis_value_out_of_reach_is_a_warning_and_the_nearest_is_used():
    library = TypefaceLibrary((family("own", packaged("noto-sans-jp", SANS_JP), 950),), shelf().fonts_folder)
    assert library.face("own").axes == (("wght", 900.0),)
    assert [finding.code for finding in library.findings()] == ["typefaces.axis-range"]


def test_serif_weight_and_slope_are_known():
    library = shelf()
    assert library.face("ja-mincho").metrics.is_serif
    assert not library.face("ja-gothic").metrics.is_serif
    assert library.face("ja-gothic", 700).metrics.weight == 700
    assert library.face("ja-mincho").metrics.slope == 0


def test_small_cff_fonts_open_too(tmp_path):
    assert opened(tmp_path, small_font("永", SERIF_JP)).is_cff


def test_a_file_this_account_may_not_read_is_told(tmp_path, monkeypatch):
    from brochure.typefaces import face

    def refuse(path, index):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(face, "read_directory", refuse)
    with pytest.raises(BrochureError) as raised:
        opened(tmp_path, small_font("永"))
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.code == "typefaces.unreadable"
    assert "own.ttf" in str(diagnostic.message)
    assert str(tmp_path) not in str(diagnostic.message), "no path of this machine in a finding"
