"""What the author orders for a page of greeting."""

from brochure.content.identity import GreetingId
from brochure.content.page_content import ProseContent


class GreetingContent(ProseContent):
    """Whose words they are. `art` is the drawing at the head and, where there is no portrait, in its place."""

    greeting: GreetingId
    art: str = "sunset-cape"
    portrait_art: str = "seigaiha"
