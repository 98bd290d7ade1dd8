"""Makes the letters on who helps."""

from koordinator.documents.compose.letters import end_letter, handover_letter, responsible_letter
from koordinator.documents.content import Document
from koordinator.documents.pdf import PdfPress
from koordinator.documents.printing import printed
from koordinator.domain.letter_content import EndLetter, HandoverLetter, LetterHead, ResponsibleLetter
from koordinator.domain.letter_texts import LetterStandard, LetterTexts
from koordinator.texts import paper_names as names
from koordinator.usecases.ports_meetings import MadePaper, PaperStyle


class PdfLetters:
    """Every letter as PDF. The same content gives the same bytes."""

    def __init__(self, press: PdfPress, texts: LetterStandard) -> None:
        self._press = press
        self._standard = texts

    def responsible(self, letter: ResponsibleLetter, style: PaperStyle) -> MadePaper:
        """Who the koordinerende and the fast sagsbehandler are."""
        document = responsible_letter(letter, self._texts(letter.head), large_print=style.large_print)
        return self._printed(names.responsible(letter.head.made_on), document, style)

    def handover(self, letter: HandoverLetter, style: PaperStyle) -> MadePaper:
        """Who takes over."""
        document = handover_letter(letter, self._texts(letter.head), large_print=style.large_print)
        return self._printed(names.handover(letter.takes_effect_on), document, style)

    def end(self, letter: EndLetter, style: PaperStyle) -> MadePaper:
        """The course is over."""
        document = end_letter(letter, self._texts(letter.head), large_print=style.large_print)
        return self._printed(names.end_of_course(letter.ended_on), document, style)

    def _texts(self, head: LetterHead) -> LetterTexts:
        return self._standard.with_own(head.own_texts)

    def _printed(self, name: str, document: Document, style: PaperStyle) -> MadePaper:
        return printed(self._press, names.pdf(name, large_print=style.large_print), document, style.case_numbers)
