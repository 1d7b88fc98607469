"""Finding faces: by family and weight, by key, in a chain; missing and changed files."""

from hashlib import sha256

import pytest

from brochure.diagnostics import BrochureError, Report, Severity
from brochure.typefaces.family import FontFile, Place, PlaceKind
from brochure.typefaces.library import TypefaceLibrary
from typefaces.shelf import SANS_JP, code_of, family, in_fonts, packaged, shelf, small_font


def test_the_nearest_weight_is_taken_and_the_lighter_of_two_as_near():
    library = shelf()
    assert library.face("ja-gothic", 900).key == "ja-gothic-700"
    assert library.face("ja-gothic", 350).key == "ja-gothic-300"
    assert library.face("ja-mincho", 700).key == "ja-mincho-400"


def test_two_families_of_one_file_share_their_faces():
    library = shelf()
    assert library.face("latin") is library.face("ja-gothic")
    assert library.by_key("latin-700") is library.by_key("ja-gothic-700")
    assert library.by_key("latin-700").key == "ja-gothic-700"


def test_a_chain_is_the_face_and_its_lenders_in_their_order_each_once():
    library = shelf()
    assert [face.key for face in library.chain("ja-mincho", 700).faces] == [
        "ja-mincho-400",
        "zh_CN-gothic-700",
        "ja-gothic-700",
    ]
    assert [face.key for face in library.chain("latin").faces] == ["ja-gothic-400"]
    assert library.chain("latin") is library.chain("latin")


def test_an_unknown_family_is_told_with_the_nearest():
    with pytest.raises(BrochureError) as raised:
        shelf().face("ja-gotic")
    assert code_of(raised.value) == "typefaces.unknown-family"
    assert "ja-gothic" in str(raised.value.diagnostics[0].hints[0])


def test_an_unknown_key_is_our_own_bug():
    with pytest.raises(KeyError):
        shelf().by_key("no-such-400")


def absent() -> FontFile:
    places = (
        Place(PlaceKind.FONTS, "Shuei.otf"),
        Place(PlaceKind.PACKAGE, "no_such_module/Shuei.otf", "shuei-fonts==2.1"),
    )
    return FontFile("shuei", places, "OFL-1.1", span=in_fonts("x", "y").span)


def test_a_missing_font_says_how_to_get_it(tmp_path):
    library = TypefaceLibrary((family("own", absent()),), tmp_path)
    with pytest.raises(BrochureError) as raised:
        library.chain("own")
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.code == "typefaces.missing"
    assert str(diagnostic.span) == "fonts/fonts.yaml:7:3"
    assert [str(hint) for hint in diagnostic.hints] == [
        "run: python -m pip install shuei-fonts==2.1",
        "put the font file into fonts/ under the name Shuei.otf",
    ]


def test_a_missing_lender_is_a_warning_only(tmp_path):
    sans = family("own", packaged("noto-sans-jp", SANS_JP), 400, fallback=("gone",))
    library = TypefaceLibrary((sans, family("gone", absent())), tmp_path)
    assert library.chain("own").uncovered("港") == ()
    (finding,) = library.findings()
    assert (finding.code, finding.severity) == ("typefaces.missing", Severity.WARNING)


def test_the_users_own_file_wins(tmp_path):
    (tmp_path / "Own.ttf").write_bytes(small_font("永"))
    file = FontFile("sans", (Place(PlaceKind.FONTS, "Own.ttf"), Place(PlaceKind.PACKAGE, SANS_JP, "p==1")), "OFL-1.1")
    assert not TypefaceLibrary((family("own", file),), tmp_path).face("own").covers("港")
    assert TypefaceLibrary((family("own", file),), tmp_path / "elsewhere").face("own").covers("港")


def test_a_system_path_serves(tmp_path):
    (tmp_path / "sys.ttf").write_bytes(small_font("永"))
    file = FontFile("sys", (Place(PlaceKind.SYSTEM, str(tmp_path / "sys.ttf")),), "OFL-1.1")
    assert TypefaceLibrary((family("sys", file),), tmp_path).face("sys").covers("永")


@pytest.mark.parametrize("is_changed", [False, True])
def test_a_changed_file_is_a_warning_and_a_sound_one_is_not(tmp_path, is_changed):
    data = small_font("永")
    (tmp_path / "own.ttf").write_bytes(data + b"\0" * is_changed)
    pinned = in_fonts("own", "own.ttf", sha256=sha256(data).hexdigest().upper())
    library = TypefaceLibrary((family("own", pinned),), tmp_path)
    assert library.face("own").covers("永")
    findings = library.findings()
    assert [finding.code for finding in findings] == ["typefaces.changed"] * is_changed
    assert all(str(finding.span) == "fonts/fonts.yaml:7:3" for finding in findings)
    assert library.findings() == findings, "asked twice, said once"


def test_a_file_never_opened_is_never_hashed(tmp_path):
    (tmp_path / "own.ttf").write_bytes(small_font("永"))
    library = TypefaceLibrary((family("own", in_fonts("own", "own.ttf", sha256="0" * 64)),), tmp_path)
    library.face("own")
    assert library.findings() == ()


def test_check_finds_everything_wrong_at_once(tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"no font at all, but long enough")
    (tmp_path / "changed.ttf").write_bytes(small_font("永"))
    library = TypefaceLibrary(
        (
            family("a", absent()),
            family("b", in_fonts("b", "broken.ttf")),
            family("c", in_fonts("c", "changed.ttf", sha256="0" * 64)),
        ),
        tmp_path,
    )
    report = Report()
    library.check(report)
    assert [finding.code for finding in report] == ["typefaces.missing", "typefaces.damaged", "typefaces.changed"]


def test_used_files_are_those_asked_for():
    library = shelf()
    library.face("latin")
    assert [file.name for file in library.used_files()] == ["noto-sans-jp"]
