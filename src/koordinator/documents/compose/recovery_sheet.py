"""The recovery sheet: the code in groups large enough to type from, and how to keep it."""

from koordinator.documents.compose.parts import facts
from koordinator.documents.content import (
    BulletList,
    Document,
    Heading,
    NumberedList,
    OnePage,
    Paragraph,
    Title,
    Tone,
    bold,
)
from koordinator.domain.sheet_content import RecoverySheet
from koordinator.texts import paper_recovery as words
from koordinator.texts.formats import date_long


def recovery_sheet(content: RecoverySheet) -> Document:
    """The sheet, always in large print: it is read in a hurry, by a lamp, years later."""
    groups = tuple((bold(group),) for group in content.code.split("-"))
    return Document(
        title=words.TITLE,
        subject=words.TITLE,
        author=content.municipality,
        version_text=words.TITLE,
        date_text=date_long(content.made_on),
        footer=words.FOOTER,
        running_head=words.TITLE,
        large_print=True,
        blocks=(
            OnePage(
                (
                    Title(words.TITLE, words.kicker(content.municipality, content.made_on)),
                    Paragraph(words.LEAD, Tone.LEAD),
                    *facts((words.DATABASE, content.database_name)),
                    Heading(words.CODE),
                    NumberedList(groups),
                    Paragraph(words.TYPE_IT),
                    Heading(words.KEEP_IT),
                    BulletList(words.KEEPING),
                )
            ),
        ),
    )
