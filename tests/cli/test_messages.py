"""Everything the program can say is said in Japanese and Chinese, with the fields of its template."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import brochure
from brochure.cli.speaker import PROGRAM, Speaker, interface_language, speaker
from brochure.diagnostics import Message, message
from brochure.translation.extract import fields_of
from brochure.translation.messages import message_entries, templates_in

PACKAGE = Path(brochure.__file__).parent


@pytest.mark.parametrize("language", ["ja", "zh_CN", "zh_TW"])
def test_every_message_is_translated(language: str) -> None:
    translations = speaker(language).translations
    missing = [entry.source for entry in message_entries(PACKAGE) if entry.source not in translations]
    assert not missing, f"run “brochure i18n update --messages” and translate in locales/{language}: {missing}"


@pytest.mark.parametrize("language", ["ja", "zh_CN", "zh_TW"])
def test_translations_have_the_fields_of_their_templates(language: str) -> None:
    for template, text in speaker(language).translations.items():
        assert fields_of(text) == fields_of(template), template


@pytest.mark.parametrize("language", ["ja", "zh_CN", "zh_TW"])
def test_no_translation_is_left_in_english_or_in_the_other_language(language: str) -> None:
    for template, text in speaker(language).translations.items():
        assert text != template
        assert any(ord(sign) > 0x2E7F for sign in text), text
        if language != "ja":
            kana = [sign for sign in text.replace("《かな》", "").replace("|かな", "") if "ぁ" <= sign <= "ヺ"]
            assert not kana, text


@pytest.mark.parametrize("language", ["ja", "zh_CN", "zh_TW"])
def test_the_catalog_has_nothing_the_program_does_not_say(language: str) -> None:
    said = {entry.source for entry in message_entries(PACKAGE)}
    assert set(speaker(language).translations) <= said


def test_a_template_that_is_no_literal_cannot_be_translated_and_is_refused() -> None:
    assert list(templates_in('message("a" "b")\nmessage("c {x}", x=1)')) == ["ab", "c {x}"]
    with pytest.raises(ValueError, match="line 2"):
        list(templates_in('message("a")\nmessage(f"{x}")'))


def test_a_message_is_said_with_its_values() -> None:
    assert speaker("ja").say(message("there is no month {month}: a year has 12", month=13)).startswith("13月")
    assert speaker("zh_CN").say(message("there is no {what} “{name}”", what="edition", name="x")) == "没有名为“x”的册子"
    assert speaker("en").say(message("the file is missing")) == "the file is missing"


def test_a_name_that_is_a_word_of_the_program_is_not_translated() -> None:
    assert (
        speaker("ja").say(message("there is no language “{name}”", name="error")) == "「error」という言語はありません"
    )


def test_the_yaml_readers_words_are_translated_too() -> None:
    what = message("this cannot be read as YAML ({problem})", problem="did not find expected ',' or '}'")
    assert speaker("ja").say(what) == "YAMLとして読めません（「,」か「}」が見つかりません）"


def test_what_cannot_be_said_in_the_language_is_said_in_english() -> None:
    broken = Speaker("ja", {"{a} and {b}": "{a}と{c}"})
    assert broken.say(message("{a} and {b}", a=1, b=2)) == "1 and 2"
    assert broken.say(Message("new")) == "new"


@pytest.mark.parametrize(
    ("asked", "environ", "language"),
    [
        ("", {}, "en"),
        ("", {"LANG": "ja_JP.UTF-8"}, "ja"),
        ("", {"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ("", {"LANG": "C", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh_TW"),
        ("", {"LANG": "zh_HK.UTF-8"}, "zh_TW"),
        ("", {"LANG": "de_DE.UTF-8"}, "en"),
        ("", {"LC_ALL": "", "LANG": "zh_CN"}, "zh_CN"),
        ("zh", {"LANG": "ja_JP.UTF-8"}, "zh_CN"),
        ("zh_TW", {"LANG": "ja_JP.UTF-8"}, "zh_TW"),
        ("en", {"LANG": "ja_JP.UTF-8"}, "en"),
    ],
)
def test_the_interface_speaks_what_was_asked_for_or_the_locale(
    asked: str, environ: dict[str, str], language: str
) -> None:
    assert interface_language(asked, environ) == language


def test_a_missing_project_is_told_in_the_locales_language_by_the_real_program(tmp_path: Path) -> None:
    """The one test that starts a process: the entry point, the streams and the exit code as a shell sees them."""
    environ = {**os.environ, "LC_ALL": "ja_JP.UTF-8", "PYTHONIOENCODING": "utf-8"}
    words = [sys.executable, str(PROGRAM / "make_pdf.py"), "--project", str(tmp_path / "none"), "list"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", env=environ, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("エラー: フォルダー「")
