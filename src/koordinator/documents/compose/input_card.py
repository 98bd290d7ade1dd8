"""The card for a written contribution: half a page to write on, without a word about whom the meeting concerns."""

from koordinator.documents.content import (
    Callout,
    Document,
    Heading,
    OnePage,
    Paragraph,
    Span,
    Title,
    Tone,
    WritingLines,
    bold,
)
from koordinator.domain.invitation_content import InputCardContent
from koordinator.texts import paper_input_card as words
from koordinator.texts.formats import date_long

_LINES = 7


def input_card(content: InputCardContent, *, large_print: bool) -> Document:
    """The card to write on."""
    return Document(
        title=words.TITLE,
        subject=words.TITLE,
        author=content.sender.municipality,
        version_text=words.TITLE,
        date_text=date_long(content.made_on),
        footer=words.footer(content.coordinator, content.sender),
        running_head=words.TITLE,
        large_print=large_print,
        blocks=(
            OnePage(
                (
                    Title(words.TITLE, content.sender.municipality, words.meeting(content.appointment)),
                    Paragraph((bold(words.FROM), Span(content.name)), Tone.LEAD),
                    Paragraph(words.LEAD),
                    Heading(words.SAY),
                    WritingLines(_LINES),
                    Callout((words.back_by(content.back_by_on, content.coordinator, content.sender),)),
                )
            ),
        ),
    )
