"""What a hearing reader's program finds in a file for screens: roles at home, languages, readings, links."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from brochure.drawing.frame import Glyphs, Group, Placed, Shape, rectangle
from brochure.drawing.geometry import Transform
from brochure.drawing.structure import Role
from brochure.edition.profiles import SCREEN
from brochure.layout.page import Bookmark
from brochure.pdf.forme import drawn
from brochure.press.sheet import sheets
from pdf.books import LIBRARY, anchor, book_of, link, opened, placed, profile, tagged, words, written
from pdf.reading import outline_of


def heard(*items: Placed) -> str:
    return outline_of(opened(book_of(items), SCREEN))


def test_words_without_a_tag_are_a_paragraph_and_shapes_are_not_told() -> None:
    box = Placed(Shape(rectangle(0, 0, 10, 10)))
    assert heard(box, words("港"), box) == "Document\n  P '港'"


def test_an_artifact_is_silent_whatever_it_holds() -> None:
    assert (
        heard(tagged(Role.PARAGRAPH, "本文"), tagged(Role.ARTIFACT, tagged(Role.SPAN, "7"))) == "Document\n  P '本文'"
    )


def test_a_paragraph_parted_by_a_column_is_one_and_two_of_one_text_are_two() -> None:
    parts = [tagged(Role.PARAGRAPH, text, origin="a.text") for text in ("前", "後")]
    other = placed(replace(parts[0].item, number=1))  # pyright: ignore[reportArgumentType, reportUnknownArgumentType]
    assert heard(*parts, other) == "Document\n  P '前後'\n  P '前'"


def test_a_paragraph_and_a_list_go_on_over_a_page() -> None:
    first = (tagged(Role.PARAGRAPH, "前", origin="a.text"),)
    second = (tagged(Role.PARAGRAPH, "後", origin="a.text"), tagged(Role.LIST, tagged(Role.LIST_ITEM, "一")))
    third = (tagged(Role.LIST, tagged(Role.LIST_ITEM, "二")),)
    text = outline_of(opened(book_of(first, second, third), SCREEN))
    assert text.split("\n") == [
        "Document",
        "  P '前後'",
        "  L",
        "    LI",
        "      LBody '一'",
        "    LI",
        "      LBody '二'",
    ]


def test_what_goes_on_within_what_goes_on_is_one_too() -> None:
    def quote(text: str, number: int) -> Placed:
        return tagged(Role.QUOTE, tagged(Role.PARAGRAPH, text, origin="a.text", number=number), origin="a")

    file = opened(book_of((quote("前", 1),), (quote("中", 1),), (quote("後", 2), words("港"))), SCREEN)
    assert outline_of(file).split("\n") == ["Document", "  BlockQuote", "    P '前中'", "    P '後'", "  P '港'"]
    for page, number in zip(file.pages, (1, 1, 2), strict=True):
        (_, way) = file.Root.StructTreeRoot.ParentTree.Nums[2 * int(page.StructParents) :][:2]
        assert way[0].objgen == file.Root.StructTreeRoot.K[0].K[0].K[number - 1].objgen


def test_a_span_that_says_nothing_of_its_words_is_no_element() -> None:
    cell = tagged(Role.TABLE_CELL, tagged(Role.SPAN, "一"), tagged(Role.SPAN, words("营口", "zh_CN"), language="zh_CN"))
    item = tagged(Role.LIST_ITEM, tagged(Role.SPAN, "三"), tagged(Role.PARAGRAPH, "四"))
    assert heard(tagged(Role.TABLE, tagged(Role.TABLE_ROW, cell)), item, tagged(Role.SPAN, "五")).split("\n")[1:] == [
        "  Table",
        "    TR",
        "      TD '一'",
        "        Span lang='zh-CN' '营口'",
        "  L",
        "    LI",
        "      LBody '三'",
        "        P '四'",
        "  P '五'",
    ]


def test_words_that_stand_for_a_figure_may_hold_any_sign() -> None:
    drawing = Placed(Shape(rectangle(0, 0, 30, 40)), 10.0, 20.0)
    assert heard(tagged(Role.FIGURE, drawing, alternative="50% (s)")) == "Document\n  Figure alt='50% (s)'"


def test_a_section_nothing_stands_in_is_not_told() -> None:
    marks = {1: (Bookmark("一", 1, "a"), Bookmark("二", 1, "a"), Bookmark("三", 2, "a")), 2: (Bookmark("四", 1, "a"),)}
    pages = (anchor("a"), tagged(Role.HEADING_1, "題")), (anchor("b"),)
    lines = outline_of(opened(book_of(*pages, bookmarks=marks), SCREEN)).split("\n")
    assert lines == ["Document", "  Sect", "    Sect", "      H1 '題'"]


def test_a_bookmark_opens_a_section_at_its_level() -> None:
    marks = {
        1: (Bookmark("一", 1, "a"),),
        2: (Bookmark("二", 2, "b"),),
        3: (Bookmark("三", 1, "c"),),
    }
    pages = [(tagged(Role.HEADING_1, text), anchor(name)) for text, name in (("一", "a"), ("二", "b"), ("三", "c"))]
    lines = outline_of(opened(book_of(*pages, bookmarks=marks), SCREEN)).split("\n")
    assert lines == ["Document", "  Sect", "    H1 '一'", "    Sect", "      H1 '二'", "  Sect", "    H1 '三'"]


def test_headings_leave_no_level_out() -> None:
    roles = (Role.HEADING_1, Role.HEADING_3, Role.HEADING_3, Role.HEADING_2, Role.HEADING_1)
    found = [line.split()[0] for line in heard(*(tagged(role, "題") for role in roles)).split("\n")[1:]]
    assert found == ["H1", "H2", "H2", "H2", "H1"]


def test_a_label_before_an_item_goes_into_it_and_items_alone_make_a_list() -> None:
    items = tagged(Role.LIST, tagged(Role.LABEL, "1985"), tagged(Role.LIST_ITEM, "意向書", tagged(Role.LABEL, "印")))
    assert heard(items).split("\n")[1:] == [
        "  L",
        "    LI",
        "      Lbl '1985'",
        "      Lbl '印'",
        "      LBody '意向書'",
    ]
    assert heard(tagged(Role.LIST_ITEM, "一")).split("\n")[1:] == ["  L", "    LI", "      LBody '一'"]


def test_a_header_names_its_row_and_a_row_of_headers_its_columns() -> None:
    head = tagged(Role.TABLE_ROW, tagged(Role.TABLE_HEADER, "年"), tagged(Role.TABLE_HEADER, "人"))
    row = tagged(Role.TABLE_ROW, tagged(Role.TABLE_HEADER, "1985"), tagged(Role.TABLE_CELL))
    assert heard(tagged(Role.TABLE, head, row)).split("\n")[1:] == [
        "  Table",
        "    TR",
        "      TH scope=Column '年'",
        "      TH scope=Column '人'",
        "    TR",
        "      TH scope=Row '1985'",
        "      TD",
    ]


def test_a_cell_over_several_columns_says_how_many() -> None:
    band = tagged(Role.TABLE_ROW, tagged(Role.TABLE_HEADER, "平成", columns=2))
    row = tagged(Role.TABLE_ROW, tagged(Role.TABLE_HEADER, "1990"), tagged(Role.TABLE_CELL, "締結"))
    assert heard(tagged(Role.TABLE, band, row)).split("\n")[2:4] == ["    TR", "      TH scope=Row columns=2 '平成'"]


def test_a_figure_has_its_words_and_its_box_and_without_words_its_labels_are_read() -> None:
    drawing = Placed(Shape(rectangle(0, 0, 30, 40)), 10.0, 20.0)
    spoken = tagged(Role.FIGURE, drawing, tagged(Role.SPAN, "留萌"), alternative="港の地図")
    assert heard(spoken) == "Document\n  Figure alt='港の地図' '留萌'"
    file = opened(book_of((spoken,)), SCREEN)
    figure = file.Root.StructTreeRoot.K[0].K
    assert [float(edge) for edge in figure.A.BBox] == [10, 240, 40, 280]
    assert heard(tagged(Role.FIGURE, drawing, tagged(Role.SPAN, "留萌"))) == "Document\n  P '留萌'"


def test_a_foreign_word_bears_its_language_and_an_element_its_own() -> None:
    text = heard(
        tagged(Role.PARAGRAPH, "市は", words("营口", "zh_CN"), "です"), tagged(Role.QUOTE, "你", language="zh_CN")
    )
    assert text.split("\n")[1:] == [
        "  P '市はです'",
        "    Span lang='zh-CN' '营口'",
        "  BlockQuote lang='zh-CN'",
        "    P lang='ja' '你'",
    ]


def test_a_reading_is_heard_but_not_copied() -> None:
    heard_as = words("えいこう")
    assert isinstance(heard_as.item, Glyphs)
    reading = replace(heard_as, item=replace(heard_as.item, is_silent=True))
    ruby = tagged(Role.RUBY, tagged(Role.RUBY_BASE, "営口"), tagged(Role.RUBY_TEXT, reading))
    assert heard(tagged(Role.PARAGRAPH, "市は", ruby)).split("\n")[1:] == [
        "  P '市は'",
        "    Ruby",
        "      RB '営口'",
        "      RT spoken='えいこう'",
    ]


def test_a_line_of_contents_is_a_link_as_a_whole() -> None:
    line = tagged(Role.CONTENTS_ITEM, tagged(Role.SPAN, "港"), tagged(Role.SPAN, "2"), link("#port"))
    book = book_of((line,), (anchor("port"),), bookmarks={2: (Bookmark("港のまち", 1, "port"),)})
    assert outline_of(opened(book, SCREEN)).split("\n")[1:6] == [
        "  TOC",
        "    TOCI",
        "      Reference",
        "        Link link='港のまち'",
        "          Span '港'",
    ]


def test_words_under_a_link_are_in_it_and_a_link_parted_by_a_line_is_one() -> None:
    address = "https://example.org/"
    text = heard(tagged(Role.PARAGRAPH, "見よ", words("前"), link(address), words("後"), link(address), "。"))
    assert text.split("\n")[1:] == ["  P '見よ。'", f"    Link link='{address}' link='{address}' '前後'"]


def test_vertical_and_turned_runs_keep_their_place_in_the_order() -> None:
    turned = Placed(Group((words("ABC"),), Transform(0.0, 1.0, -1.0, 0.0, 50.0, 50.0)))
    assert heard(tagged(Role.PARAGRAPH, "縦に", turned, "続く")) == "Document\n  P '縦にABC続く'"


def test_notes_have_identifiers_of_their_own() -> None:
    file = opened(book_of((tagged(Role.NOTE, "一"), tagged(Role.NOTE, "二"))), SCREEN)
    notes = file.Root.StructTreeRoot.K[0].K
    assert [str(note.ID) for note in notes] == ["note-00001-001", "note-00001-002"]
    assert len(file.Root.StructTreeRoot.IDTree.Names) == 4


def test_every_bracket_and_link_finds_its_way_back_to_its_element() -> None:
    line = tagged(Role.CONTENTS_ITEM, "港", link("#port"))
    file = opened(book_of((line, tagged(Role.PARAGRAPH, "文")), (anchor("port"), tagged(Role.PARAGRAPH, "港"))), SCREEN)
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    tree = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for page in file.pages:
        for element in tree[int(page.StructParents)]:
            assert element.Pg.objgen == page.obj.objgen
    annotation = file.pages[0].Annots[0]
    assert pikepdf.Name.Link == tree[int(annotation.StructParent)].S


def test_a_file_for_screens_says_how_it_wants_to_be_shown() -> None:
    book = replace(book_of((words("港"),), title="海でつながる"), titles=(("zh-CN", "以海相连"),))
    file = opened(book, SCREEN)
    assert file.Root.Lang == "ja"
    assert bool(file.Root.MarkInfo.Marked)
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    titles = bytes(file.Root.Metadata.read_bytes()).decode()
    for language, title in (("x-default", "海でつながる"), ("ja", "海でつながる"), ("zh-CN", "以海相连")):
        assert f'<rdf:li xml:lang="{language}">{title}</rdf:li>' in titles
    assert "<rdf:Bag><rdf:li>ja</rdf:li><rdf:li>zh-CN</rdf:li></rdf:Bag>" in titles
    intent = file.Root.OutputIntents[0]
    assert intent.S == pikepdf.Name.GTS_PDFA1
    assert intent.DestOutputProfile.read_bytes()[16:20] == b"RGB "


def test_a_file_for_screens_is_linearised_and_the_same_every_time() -> None:
    marks = {1: (Bookmark("一", 1, "a"), Bookmark("下", 2, "b")), 2: (Bookmark("二", 1, "c"),)}
    pages = [(words("港"), anchor("a"), anchor("b")), (words("海"), anchor("c"))]
    data = written(book_of(*pages, bookmarks=marks), SCREEN)
    assert data == written(book_of(*pages, bookmarks=marks), SCREEN)
    file = pikepdf.open(BytesIO(data))
    assert file.is_linearized
    assert file.check_linearization()
    with file.open_outline() as outline:
        assert [(item.title, [below.title for below in item.children]) for item in outline.root] == [
            ("一", ["下"]),
            ("二", []),
        ]


def test_links_are_counted_alike_on_whatever_page_they_stand() -> None:
    """Versions of qpdf differ about a link that lies open: whether it is its page's own, being in the structure too."""
    leads = tuple(link(f"https://example.org/{number}") for number in range(3))
    for pages in ([()], [leads], [(), leads], [leads, (), leads], [(), (), leads, leads]):
        data = written(book_of(*((words("港"), *links) for links in pages)), SCREEN)
        file = pikepdf.open(BytesIO(data))
        assert file.check_linearization()
        assert [len(page.get("/Annots", ())) for page in file.pages] == [len(links) for links in pages]
        assert data.count(b"/Subtype /Link") == 0


def test_a_font_of_one_page_alone_lies_open() -> None:
    """In an object stream with elements of the structure, qpdf 11 counts it to another page than qpdf 12 does."""
    upright = words("港")
    run = upright.item
    assert isinstance(run, Glyphs)
    vertical = replace(upright, item=replace(run, is_vertical=True))
    data = written(book_of((upright,), (upright,), (upright, vertical)), SCREEN)
    file = pikepdf.open(BytesIO(data))
    fonts = [font for page in file.pages for font in page.Resources.Font.values()]
    assert [str(font.Encoding) for font in fonts].count("/Identity-V") == 1
    assert data.count(b"/Subtype /Type0") == 2
    assert file.check_linearization()


@pytest.mark.parametrize("medium", ["press", "press-x1a", "proof"])
def test_files_for_the_press_bear_no_tags_and_no_links(medium: str) -> None:
    file = opened(book_of((words("港"), link("https://example.org/"))), profile(medium))
    assert "/StructTreeRoot" not in file.Root
    assert ("/Annots" in file.pages[0]) == (medium == "proof")


def test_a_group_is_read_as_it_says_and_its_bracket_never_crosses_another() -> None:
    one = words("港")
    turned = Placed(Group((one, one), Transform(0.0, 1.0, -1.0, 0.0), said="十二"), 60.0, 20.0)
    flat = Placed(Group((one, turned, one), said="割注"), 120.0, 20.0)
    data = written(book_of((one, turned, flat, one)), SCREEN)
    with pikepdf.open(BytesIO(data)) as pdf:
        depth, told = 0, list[str]()
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(operator) in ("BDC", "BMC"):
                depth += 1
                if str(operator) == "BDC" and "/ActualText" in operands[1]:
                    told.append(str(operands[1].ActualText))
            elif str(operator) == "EMC":
                depth -= 1
            elif str(operator) in ("q", "Q"):
                assert depth == 0
        assert depth == 0
    assert told == ["十二", "割注", "", "", ""]  # what is said once is silent afterwards


def test_a_recital_has_other_numbers_where_it_was_told_wrong_ones() -> None:
    """Elements and mentions of them alike, and no figures of an author's."""
    items = tagged(Role.LIST, tagged(Role.LIST_ITEM, "一"), tagged(Role.LIST_ITEM, "二"), alternative="1025 0 R")
    book = book_of((tagged(Role.PARAGRAPH, "前"), items, tagged(Role.PARAGRAPH, "後")))
    sheet = sheets(book, SCREEN)[0]
    one, other = (drawn(sheet, SCREEN, LIBRARY, "ja", number=number).recital for number in (1024, 99999))
    assert one
    assert other
    assert one.words != other.words
    assert one.numbered(99999) == (other.begins, other.words)
    assert other.numbered(1024) == (one.begins, one.words)


@pytest.mark.parametrize("count", [1, 400])
def test_a_sheet_may_have_any_number_of_elements(count: int) -> None:
    pages = [tuple(tagged(Role.PARAGRAPH, "港") for _ in range(count)), (tagged(Role.PARAGRAPH, "船"),)]
    file = opened(book_of(*pages, pages[1]), SCREEN)
    elements = file.Root.StructTreeRoot.K[0].K
    assert len(elements) == count + 2
    assert [each.Pg.objgen for each in elements] == [
        *[file.pages[0].obj.objgen] * count,
        file.pages[1].obj.objgen,
        file.pages[2].obj.objgen,
    ]
    assert not file.check_pdf_syntax()
