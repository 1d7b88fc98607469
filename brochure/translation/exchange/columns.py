"""The columns of a table sent out, with their heads in the language of those who get it."""

from __future__ import annotations

import re
from collections.abc import Sequence

HEADS: dict[str, dict[str, str]] = {
    "key": {"en": "Entry", "ja": "項目", "zh_CN": "词条", "zh_TW": "詞條"},
    "pages": {"en": "Pages", "ja": "頁", "zh_CN": "页", "zh_TW": "頁碼"},
    "state": {"en": "State", "ja": "状態", "zh_CN": "状态", "zh_TW": "狀態"},
    "source": {"en": "Source", "ja": "原文", "zh_CN": "日文原文", "zh_TW": "日文原文"},
    "current": {"en": "Present translation", "ja": "いまの訳", "zh_CN": "现有译文", "zh_TW": "現有譯文"},
    "text": {"en": "New translation", "ja": "新しい訳", "zh_CN": "新译文", "zh_TW": "新譯文"},
    "mark": {"en": "Mark", "ja": "印", "zh_CN": "标记", "zh_TW": "標記"},
    "note": {"en": "Notes", "ja": "備考", "zh_CN": "备注", "zh_TW": "備註"},
}
"""The columns in order, each with its head by language."""

STATES: dict[str, dict[str, str]] = {
    "approved": {"en": "approved", "ja": "校了", "zh_CN": "已审定", "zh_TW": "已審定"},
    "translated": {"en": "translated", "ja": "翻訳済み", "zh_CN": "已译", "zh_TW": "已譯"},
    "draft": {"en": "draft", "ja": "下書き", "zh_CN": "草稿", "zh_TW": "草稿"},
    "fuzzy": {"en": "to be checked", "ja": "要確認", "zh_CN": "待确认", "zh_TW": "待確認"},
    "stale": {"en": "source has changed", "ja": "原文変更", "zh_CN": "原文已改", "zh_TW": "原文已改"},
    "missing": {"en": "missing", "ja": "未訳", "zh_CN": "未译", "zh_TW": "未譯"},
}
"""The states as a reader of a table is told them."""

HELP: dict[str, tuple[str, ...]] = {
    "en": (
        "Write in the column “New translation” only. Rows left empty there stay as they are.",
        "To confirm the present translation, copy it into “New translation”.",
        "Leave “Entry” and “Source” as they are: a row whose source has changed is not taken in.",
        "Under “Mark”: draft, where the translation is not final; approved, where it has been checked.",
        "Keep {names} in braces, readings ｜漢字《かな》 and empty lines between paragraphs.",
    ),
    "ja": (
        "「新しい訳」の欄にだけ書いてください。空の行は、いまのままになります。",
        "いまの訳でよいときは、「新しい訳」に写してください。",
        "「項目」と「原文」は変えないでください。原文が変わった行は取り込まれません。",
        "「印」には、決まらない訳なら「下書き」、確かめた訳なら「校了」と書けます。",
        "波括弧の{名前}、ルビ ｜漢字《かな》、段落のあいだの空行は残してください。",
    ),
    "zh_CN": (
        "请只填“新译文”一栏；留空的行保持原样。",
        "现有译文无须修改时，请照抄到“新译文”。",
        "“词条”和“日文原文”请勿改动；原文已经变了的行不会被采用。",
        "“标记”可填：草稿（尚未定稿）、已审定（已经核对）。",
        "花括号里的{名称}、注音 ｜漢字《かな》和段落之间的空行，请原样保留。",
    ),
    "zh_TW": (
        "請只填「新譯文」一欄；留空的列保持原樣。",
        "現有譯文無須修改時，請照抄到「新譯文」。",
        "「詞條」和「日文原文」請勿改動；原文已經變了的列不會採用。",
        "「標記」可填：草稿（尚未定稿）、已審定（已經核對）。",
        "大括號裡的{名稱}、注音 ｜漢字《かな》和段落之間的空行，請原樣保留。",
    ),
}
"""How a table is filled in."""

_WORD = re.compile(r"[\s_-]+")


def heads(language: str) -> tuple[str, ...]:
    """The heads of the columns; that of the new translation names the language, by which the table is known again."""
    spoken = language if language in HELP else "en"
    return tuple(f"{names[spoken]} {language}" if name == "text" else names[spoken] for name, names in HEADS.items())


def columns_in(cells: Sequence[str]) -> tuple[dict[str, int], str] | None:
    """Which column stands where in a row of heads, and the language; None where these are no heads of ours."""
    found: dict[str, int] = {}
    language = ""
    for index, cell in enumerate(cells):
        for name, names in HEADS.items():
            head = next((head for head in names.values() if _plain(cell).startswith(_plain(head))), None)
            if head is not None and name not in found and (name == "text" or _plain(cell) == _plain(head)):
                found[name] = index
                language = cell.strip()[len(head) :].strip() if name == "text" else language
    return (found, language) if {"key", "source", "text"} <= set(found) else None


def _plain(cell: str) -> str:
    return _WORD.sub("", cell).lower()
