"""What the hand gets wrong when it types YAML: a finding for each slip, with its cause and its cure.

Where they are looked for is `handwriting.py` and, between brackets, `brackets.py`.
"""

from __future__ import annotations

import unicodedata

from brochure.diagnostics import Diagnostic, Span, error, message


def tab(place: Span) -> Diagnostic:
    """A tab in an indent, or after a dash."""
    what = message("a tab stands in the indent; YAML knows only spaces there")
    cure = message("write two spaces for each step (many editors can be told to do so when Tab is pressed)")
    return error("source.tab", what, place, cure)


def wide_space(place: Span, sign: str) -> Diagnostic:
    """A full-width or no-break space in an indent."""
    if sign == "\u3000":
        what = message("a full-width space stands in the indent; it does not count as one")
    else:
        what = message("a no-break space stands in the indent; it does not count as one")
    return error("source.wide-space", what, place, message("write two half-width spaces for each step"))


def wide_space_before_note(place: Span) -> Diagnostic:
    """`people: 11　# 要確認`: the note would belong to the words, and be printed."""
    what = message("a space that YAML does not count stands before “#”; the note would be printed")
    cure = message("write a half-width space on both sides of “#”; words to be printed go in straight quotes")
    return error("source.wide-space-before-note", what, place, cure)


def white(place: Span, sign: str) -> Diagnostic:
    """Any sign in an indent that is no space."""
    return tab(place) if sign == "\t" else wide_space(place, sign)


def wide_colon(place: Span, key: str) -> Diagnostic:
    """`date：`."""
    what = message("the colon after “{key}” is full-width", key=key)
    return error("source.wide-colon", what, place, message("write “{key}: …”, a half-width colon and a space", key=key))


def no_space_after_colon(place: Span, key: str) -> Diagnostic:
    """`date:1990`, which YAML would read as one word."""
    what = message("no half-width space follows the colon after “{key}”", key=key)
    cure = message("write “{key}: …”, a half-width colon and a space", key=key)
    return error("source.no-space-after-colon", what, place, cure)


def missing_colon(place: Span, key: str) -> Diagnostic:
    """`date 1990`, `date = 1990`."""
    what = message("no colon follows “{key}”", key=key)
    cure = message("write “{key}: …”, a half-width colon and a space", key=key)
    return error("source.missing-colon", what, place, cure)


def no_space_after_dash(place: Span) -> Diagnostic:
    """`-id: …`, which YAML would read as a key that begins with a dash."""
    what = message("no space follows the dash")
    return error("source.no-space-after-dash", what, place, message("write “- ”, a dash and a space"))


def wrong_dash(place: Span, sign: str) -> Diagnostic:
    """`– id: …`, `・ id: …`."""
    what = message("“{sign}” does not begin an item of a list", sign=sign)
    return error("source.wrong-dash", what, place, message("write “- ”, a half-width hyphen and a space"))


def colon_in_text(place: Span) -> Diagnostic:
    """`value: KAZUMO: …`."""
    what = message("a colon with a space after it stands in the words; YAML takes what is before it for a key")
    cure = message('put the words in straight quotes, "…", or write a full-width colon')
    return error("source.colon-in-text", what, place, cure)


def hash_in_text(place: Span, lost: str) -> Diagnostic:
    """`text: 埠頭 #2`: YAML leaves out what follows, and says nothing."""
    what = message("from “{lost}” on, the words would be lost: “#” begins a note of the editor’s", lost=lost)
    cure = message('put the words in straight quotes, "…"; where it is a note, put a space after “#”')
    return error("source.hash-in-text", what, place, cure)


def unclosed_quote(place: Span, mark: str) -> Diagnostic:
    """`title: "海でつながる`."""
    what = message("the quote that begins here is not ended")
    return error("source.unclosed-quote", what, place, message("put {mark} at the end of the words too", mark=mark))


def after_quote(place: Span) -> Diagnostic:
    """`title: "海"でつながる`."""
    what = message("words go on after the closing quote")
    cure = message("put the whole in quotes of the other kind: '…\"…\"…'")
    return error("source.after-quote", what, place, cure)


def smart_quotes(place: Span, opening: str, closing: str) -> Diagnostic:
    """`code: “012122”`: they would be printed."""
    what = message(
        "{opening} and {closing} are no quotes for YAML; they would be printed", opening=opening, closing=closing
    )
    cure = message('write straight quotes, "…"; where the marks are to be printed, put straight ones around them')
    return error("source.smart-quotes", what, place, cure)


def unclosed_bracket(place: Span, closing: str) -> Diagnostic:
    """`languages: [ja, zh_CN`."""
    what = message("the bracket that begins here is not closed")
    cure = message(
        "put {closing} at the end of the list; words that begin with a bracket must be in quotes", closing=closing
    )
    return error("source.unclosed-bracket", what, place, cure)


def wrong_bracket(place: Span, found: str, closing: str) -> Diagnostic:
    """`[ja, zh_CN}`."""
    what = message("“{found}” does not close the bracket that was opened", found=found)
    return error("source.wrong-bracket", what, place, message("write {closing}", closing=closing))


def after_bracket(place: Span) -> Diagnostic:
    """`title: [新] 港`."""
    what = message("words go on after the closing bracket")
    cure = message('words that begin with a bracket must be in straight quotes, "…"')
    return error("source.after-bracket", what, place, cure)


def wide_bracket(place: Span, sign: str) -> Diagnostic:
    """`languages: ［ja, zh_CN］`."""
    narrow = unicodedata.normalize("NFKC", sign)
    what = message("“{sign}” is a full-width bracket; YAML takes it for words", sign=sign)
    cure = message("write {narrow}; where the bracket is to be printed, put the words in quotes", narrow=narrow)
    return error("source.wide-bracket", what, place, cure)


def wide_comma(place: Span, sign: str) -> Diagnostic:
    """`[ja、zh_CN]`."""
    what = message("“{sign}” does not part the items between brackets", sign=sign)
    return error("source.wide-comma", what, place, message("write “, ”, a half-width comma and a space"))


def comma_in_words(place: Span) -> Diagnostic:
    """`{value: 24457, note: 約2万4千, 推計}`: YAML takes what follows for a key without a value, and says nothing."""
    what = message("a comma with no key after it stands between braces; the words after it would be lost")
    cure = message('put the words in straight quotes, "…", or write a full-width comma')
    return error("source.comma-in-words", what, place, cure)


def reserved_start(place: Span, sign: str) -> Diagnostic:
    """`note: @rumoi`, `note: *注`."""
    what = message("words cannot begin with “{sign}” without quotes", sign=sign)
    return error("source.reserved-start", what, place, message('put the words in straight quotes, "…"'))


def list_on_key_line(place: Span) -> Diagnostic:
    """`languages: - ja`."""
    what = message("a list begins on the line of its key")
    cure = message("put each “- …” on a line of its own below, or write the list in brackets: [ja, zh_CN]")
    return error("source.list-on-key-line", what, place, cure)


def text_after_bar(place: Span, sign: str) -> Diagnostic:
    """`text: |- 留萌は`."""
    what = message("words stand on the line of “{sign}”; they belong below it", sign=sign)
    cure = message("begin them on the next line, indented by two spaces")
    return error("source.text-after-bar", what, place, cure)


def indent(place: Span, column: int, key: str) -> Diagnostic:
    """A line that begins where nothing can."""
    what = message("this line begins where nothing can begin")
    if not key:
        return error("source.indent", what, place, message("begin it in column {column}", column=column))
    cure = message("begin it in column {column}, right below “{key}”", column=column, key=key)
    return error("source.indent", what, place, cure)


def block_indent(place: Span, column: int) -> Diagnostic:
    """A line of a text after `|-` that is indented less than the lines before it."""
    what = message("this line belongs to the text above, but is indented less than it")
    return error("source.block-indent", what, place, message("begin it in column {column}", column=column))


def hidden_character(place: Span, sign: str) -> Diagnostic:
    """A control character or one nobody can see."""
    code = f"U+{ord(sign):04X}"
    what = message("a character that cannot be seen stands here ({code})", code=code)
    return error(
        "source.hidden-character", what, place, message("delete it; it came along in copying from another program")
    )


def broken_character(place: Span) -> Diagnostic:
    """U+FFFD: what another program put where it could not read."""
    what = message("a character was lost here when the file was converted by another program")
    return error("source.broken-character", what, place, message("write the character again"))
