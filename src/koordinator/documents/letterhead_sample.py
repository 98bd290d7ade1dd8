"""A letter to nobody, so that a letterhead can be seen before it is used (see `usecases.letterheads`)."""

from koordinator.documents.content import Address, BulletList, Callout, Document, Heading, Masthead, Paragraph, Title
from koordinator.documents.pdf import PdfPress
from koordinator.domain.letterhead import Letterhead
from koordinator.texts import letterhead as words


class LetterheadLetters:
    """Prints it."""

    def __init__(self, press: PdfPress) -> None:
        self._press = press

    def letter(self, letterhead: Letterhead, return_address: str, *, with_case_number: bool) -> bytes:
        """The letter as PDF."""
        document = Document(
            title=words.SAMPLE_TITLE,
            subject=words.SAMPLE_TITLE,
            author=letterhead.municipality,
            version_text=words.SAMPLE_TITLE,
            masthead=Masthead.LETTER,
            case_text=words.cases(words.SAMPLE_CASES) if with_case_number else "",
            blocks=(
                Address(words.SAMPLE_ADDRESS, return_address),
                Title(words.SAMPLE_TITLE, letterhead.municipality),
                Paragraph(words.SAMPLE_DEAR),
                Paragraph(words.SAMPLE_TEXT),
                Heading(words.SAMPLE_HEADING),
                BulletList(words.SAMPLE_LINES),
                Callout((words.SAMPLE_CALL,)),
                Paragraph(words.SAMPLE_GREETING),
            ),
        )
        return self._press.render(document, letterhead).content
