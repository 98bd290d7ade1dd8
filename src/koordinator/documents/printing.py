"""A composed document becomes a made paper: its bytes, and what is known of them."""

from koordinator.documents.content import Document
from koordinator.documents.pdf import PdfPress
from koordinator.usecases.ports_meetings import MadePaper, Printed


def printed(press: PdfPress, file_name: str, document: Document) -> MadePaper:
    """The document as PDF. The same document gives the same bytes."""
    pdf = press.render(document)
    return MadePaper(file_name, pdf.content, Printed(document.title, document.language, pdf.pages, pdf.substituted))
