"""The quiz with its answers."""

from brochure.content.page_content import Mode
from brochure.pages.page_type import PageType
from brochure.pages.quiz.content import QuizContent
from brochure.pages.quiz.labels import LABELS
from brochure.pages.quiz.layout import lay_out

PAGE_TYPE = PageType(
    "quiz",
    QuizContent,
    lay_out,
    labels=LABELS,
    most=6,
    refers=True,
    modes=(Mode.FACING,),
    styles=("heading", "kids", "kids-answer", "kids-choice", "quiz-answer", "quiz-number"),
)
