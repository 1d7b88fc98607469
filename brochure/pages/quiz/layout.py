"""The quiz: questions a child can answer from the booklet, their choices side by side, and the answers apart."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.content.quiz import Found, Question
from brochure.diagnostics import message, warning
from brochure.drawing.frame import Group
from brochure.drawing.geometry import HALF_TURN, Rect
from brochure.drawing.structure import Role
from brochure.layout.composition import Composition
from brochure.layout.page import Page
from brochure.layout.strip import Element, Strip, height_of, kept_together, stacked, with_space
from brochure.layout.text_block import Words
from brochure.pages.cross_references import page_of_found
from brochure.pages.page_type import Setting
from brochure.pages.quiz import labels
from brochure.pages.quiz.content import Answers, QuizContent
from brochure.pages.tables import table_pages

_LETTERS = "①②③④⑤⑥"


def lay_out(content: QuizContent, setting: Setting) -> tuple[Page, ...]:
    """The questions over as many pages as they need; the answers upside down at the foot of the last, or after it."""
    page = setting.begin()
    quiz = setting.booklet.quiz
    questions = [quiz[name] for name in content.questions] or list(quiz.values())
    _tell_unanswered(questions, content, setting)
    box = setting.title(page, content, setting.box())
    strips = [
        strip
        for number, question in enumerate(questions, 1)
        for strip in with_space(
            kept_together(_question(number, question, setting, box.width)),
            setting.area.line_feed if number > 1 else 0.0,
        )
    ]
    answers = [strip for n, question in enumerate(questions, 1) for strip in _answer(n, question, setting, box.width)]
    if content.answers is Answers.UPSIDE_DOWN:
        foot = setting.area.whole_lines(height_of(answers)) + setting.area.line_feed
        room = box._replace(height=box.height - foot)
        pages = table_pages(page, None, strips, room, content, setting, "quiz", 1)
        return (_upside_down(pages[0], answers, box, setting),)
    pages = table_pages(page, None, strips, box, content, setting, "quiz", 5, least=content.pages)
    return (*pages, _answer_page(content, answers, setting, len(pages)))


def _tell_unanswered(questions: list[Question], content: QuizContent, setting: Setting) -> None:
    """Tell of questions whose answer a child would look for in vain; on the first pass no page has a number yet."""
    if not setting.references:
        return
    for question in questions:
        if question.found != Found() and not page_of_found(question.found, setting):
            what = message("no page of this booklet tells the answer to question “{question}”", question=question.id)
            cure = message("leave it out (“questions:” names those to ask), or order a page that tells it")
            setting.report.add(warning("pages.unanswered-question", what, content.span, cure))


def _question(number: int, question: Question, setting: Setting, measure: float) -> tuple[Strip, ...]:
    setter = setting.typesetter
    head = setter.text(setting.label(labels.NUMBER, number=number), "quiz-number", measure)
    words = setter.text(setting.words(question.question), "kids", measure)
    choices = [
        setting.words(choice.text).after(f"{sign}　") for sign, choice in zip(_LETTERS, question.choices, strict=False)
    ]
    return (*head, *words, *_choices(choices, setting, measure))


def _choices(choices: list[Words], setting: Setting, measure: float) -> tuple[Strip, ...]:
    """The choices side by side where each has room on one line, else one under the other."""
    setter = setting.typesetter
    share = measure / len(choices)
    abreast = [setter.text(choice, "kids-choice", share - setting.area.size) for choice in choices]
    if any(len(strips) > 1 for strips in abreast):
        return tuple(strip for choice in choices for strip in setter.text(choice, "kids-choice", measure))
    items = tuple(item for n, strips in enumerate(abreast) for item in stacked(strips, n * share, 0.0))
    return (Strip(items, abreast[0][0].height, Element(Role.LIST, choices[0].origin, setter.language)),)


def _answer(number: int, question: Question, setting: Setting, measure: float) -> tuple[Strip, ...]:
    """The number of the right choice, why it is right, and the page that tells of it."""
    setter = setting.typesetter
    sign = _LETTERS[question.answer_number - 1] if question.answer_number else ""
    page = page_of_found(question.found, setting)
    see = f"　{setting.say(labels.SEE, page=page)}" if page else ""
    head = f"{setting.say(labels.NUMBER, number=number)}　{sign}{see}"
    return (
        *with_space(setter.text(Words(head, f"quiz.{question.id}", setter.language), "quiz-answer", measure), 4.0),
        *setter.text(setting.words(question.explanation), "kids-answer", measure),
    )


def _answer_page(content: QuizContent, answers: list[Strip], setting: Setting, offset: int) -> Page:
    page = setting.begin()
    box = setting.box(offset)
    page.stack(setting.typesetter.text(setting.label(labels.ANSWERS), "heading", box.width), box.x, box.y)
    filled = page.strips(answers, setting.area.rows(box, 2.5))
    setting.overset(filled.rest, content)
    return setting.finish(page, content, "quiz", offset)


def _upside_down(page: Page, answers: list[Strip], box: Rect, setting: Setting) -> Page:
    """The answers at the foot, turned so that a reader turns the page."""
    height = height_of(answers)
    turned = Composition(setting.area.trim)
    above = box.bottom - height - setting.area.line_feed / 2
    turned.rule(box.x, above, box.right, above, setting.palette.rule)
    turned.put(Group(tuple(stacked(answers, 0.0, 0.0)), HALF_TURN), box.right, box.bottom)
    frame = replace(page.frame, items=(*page.frame.items, *turned.items))
    return replace(page, frame=frame)
