"""Makes the sheets that explain to a citizen, or ask (see `usecases.ports_sheets`)."""

from koordinator.documents.compose.consent_form import consent_form
from koordinator.documents.compose.ways_sheet import ways_sheet
from koordinator.documents.pdf import PdfPress
from koordinator.documents.printing import printed
from koordinator.domain.consent_content import ConsentForm
from koordinator.domain.ways_content import WaysSheet
from koordinator.texts import paper_names as names
from koordinator.usecases.ports_meetings import MadePaper


class PdfSheets:
    """Each sheet as PDF."""

    def __init__(self, press: PdfPress) -> None:
        self._press = press

    def ways(self, content: WaysSheet, *, large_print: bool) -> MadePaper:
        """Sådan arbejder vi sammen."""
        name = names.pdf(names.ways(content.made_on), large_print=large_print)
        return printed(self._press, name, ways_sheet(content, large_print=large_print))

    def consent(self, form: ConsentForm, *, large_print: bool) -> MadePaper:
        """The consent form."""
        name = names.pdf(names.consent(form.made_on, to_fill_in=form.given is None), large_print=large_print)
        return printed(self._press, name, consent_form(form, large_print=large_print))
