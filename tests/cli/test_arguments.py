"""What may be said on the command line, and what is said of the rest."""

from __future__ import annotations

import pytest

from brochure.cli.arguments import Options, early, read_arguments
from brochure.cli.speaker import Speaker, speaker
from brochure.diagnostics import UsageError


def read(words: str) -> Options:
    return read_arguments(words.split(), Speaker())


def refused(words: str) -> UsageError:
    with pytest.raises(UsageError) as caught:
        read(words)
    return caught.value


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("", Options()),
        ("--lang ja", Options(languages=("ja",))),
        ("-q", Options(verbosity=-1)),
        ("-q check", Options(command="check", verbosity=-1)),
        ("check -q", Options(command="check", verbosity=-1)),
        ("build rumoi", Options(editions=("rumoi",))),
        ("build rumoi --lang ja,zh_CN --lang zh_TW", Options(editions=("rumoi",), languages=("ja", "zh_CN", "zh_TW"))),
        ("build --lang ja zh_CN", Options(languages=("ja", "zh_CN"))),
        ("build --lang ja rumoi", Options(editions=("rumoi",), languages=("ja",))),
        ("build --medium press rumoi", Options(editions=("rumoi",), media=("press",))),
        ("build -o x --medium screen press", Options(out="x", media=("screen", "press"))),
        ("--project p list --format json", Options(command="list", project="p", format="json")),
        ("i18n update --lang zh_TW", Options(command="i18n", action="update", languages=("zh_TW",))),
        ("i18n update --messages", Options(command="i18n", action="update", is_for_messages=True)),
        ("--debug --verbose list", Options(command="list", verbosity=1, is_debug=True)),
    ],
)
def test_words_become_options(words: str, options: Options) -> None:
    assert read(words) == options


def test_a_wrong_language_is_kept_to_be_refused_by_name() -> None:
    assert read("build --lang jp rumoi").languages == ("jp",)
    assert read("build --lang ja zh_cn").languages == ("ja", "zh_cn")  # a slip, no edition


@pytest.mark.parametrize(
    ("words", "what", "cure"),
    [
        ("chek", "there is no command “chek”", "did you mean “check”?"),
        ("i18n updaet", "there is no command “updaet”", "did you mean “update”?"),
        ("i18n", "i18n needs a command", "known are: extract, update, status, check, export, import, pseudo, compile"),
        ("build --langg ja", "“--langg” is not understood", "did you mean “--lang”?"),
        ("check --frmat=json", "“--frmat=json” is not understood", "did you mean “--format”?"),
        ("build --format xml", "--format cannot be “xml”", "known are: text, json, github"),
        ("build --lang-ui fr", "--lang-ui cannot be “fr”", "known are: ja, zh_CN, zh_TW, en, zh"),
        ("build -o", "-o/--out needs a value after it", ""),
    ],
)
def test_a_wrong_word_is_told_with_the_cure(words: str, what: str, cure: str) -> None:
    mistake = refused(words)
    (found,) = mistake.diagnostics
    assert mistake.exit_code == 2
    assert str(found.message) == what
    assert [str(hint) for hint in found.hints][:1] == ([cure] if cure else [])


def test_options_are_not_guessed_from_their_beginnings() -> None:
    refused("build --med screen")


def test_what_is_needed_to_tell_mistakes_is_known_before_they_are_found() -> None:
    assert early(["build", "--lang-ui", "ja", "--nonsense"], "--lang-ui", ("ja", "en")) == "ja"
    assert early(["--lang-ui=en"], "--lang-ui", ("ja", "en")) == "en"
    assert early(["--lang-ui"], "--lang-ui", ("ja", "en")) == ""
    assert early(["--lang-ui", "fr"], "--lang-ui", ("ja", "en")) == ""


@pytest.mark.parametrize("words", [["--help"], ["i18n", "--help"], ["new", "--help"], ["build", "--help"]])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_help_tells_nothing_of_what_there_is_not(
    words: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        read_arguments(words, speaker(language))
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert "--project" in said
    assert "None" not in said


def test_help_is_in_the_language_of_the_reader(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        read_arguments(["build", "--help"], speaker("ja"))
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("使い方: brochure build")
    assert "冊子のid" in said
    assert "options:" not in said
