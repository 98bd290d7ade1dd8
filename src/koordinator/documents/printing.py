"""A composed document becomes a made paper: its bytes, and what is known of them."""

from collections.abc import Sequence
from dataclasses import replace

from koordinator.documents.content import Document
from koordinator.documents.pdf import PdfPress
from koordinator.texts.letterhead import cases
from koordinator.usecases.ports_meetings import MadePaper, Printed


def printed(press: PdfPress, file_name: str, document: Document, case_numbers: Sequence[str] = ()) -> MadePaper:
    """The document as PDF, with the case numbers at its foot. The same document gives the same bytes."""
    pdf = press.render(replace(document, case_text=cases(case_numbers)))
    return MadePaper(file_name, pdf.content, Printed(document.title, document.language, pdf.pages, pdf.substituted))
