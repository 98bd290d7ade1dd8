"""Whom the citizen wants at the meeting, or not: ticked among the people round them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.texts import meeting_page, meeting_wishes
from koordinator.ui.widgets.fields import CheckField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.participants import Candidate


class WishesDialog(FormDialog):
    """The citizens the meeting is about are not asked whether they want themselves there."""

    @classmethod
    def ask(
        cls, parent: QWidget, file: MeetingFile, candidates: Sequence[Candidate], *, wanted: bool
    ) -> tuple[Party, ...] | None:
        """Those who are ticked, or None."""
        intro = meeting_page.with_name(meeting_wishes.INTRO[wanted], file.people.name)
        dialog = cls(parent, meeting_wishes.HEADING[wanted], intro=intro)
        wished = {party_of(wish) for wish in file.wishes if wish.wanted is wanted}
        own = {Party(PartyKind.CITIZEN, citizen.id) for citizen in file.people.citizens}
        others = [each for each in candidates if each.party not in own]
        ticks = [(each.party, dialog.form.add(CheckField(each.name, each.party in wished))) for each in others]
        return tuple(party for party, tick in ticks if tick.value()) if dialog.run() else None
