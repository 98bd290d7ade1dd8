"""What asks for the sheets that explain to a citizen, or ask: how we work together, and consent."""

from typing import Protocol

from koordinator.domain.consent_content import ConsentForm
from koordinator.domain.ways_content import WaysSheet
from koordinator.usecases.ports_meetings import MadePaper


class CitizenSheets(Protocol):
    """Makes the sheets. The same content gives the same bytes."""

    def ways(self, content: WaysSheet, *, large_print: bool) -> MadePaper:
        """Sådan arbejder vi sammen: in general, or as it is for one today."""

    def consent(self, form: ConsentForm, *, large_print: bool) -> MadePaper:
        """The consent form: word for word as it was given, or to be filled in."""
