"""Calling people to the meeting: in which ways, and what stands in the way of it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from koordinator.domain.invitation import InvitationWay
from koordinator.domain.meeting import Participant
from koordinator.texts import meeting_inviting as texts
from koordinator.ui.override import override
from koordinator.ui.pages.meeting import inviting_state as state
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.fields import CheckField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label
from koordinator.usecases.invitations import USUAL_WAYS
from koordinator.usecases.meeting_file import MeetingFile


class InviteDialog(FormDialog):
    """A tick for each way that reaches somebody; what the citizen has said against it stands above."""

    def __init__(self, parent: QWidget, file: MeetingFile, people: tuple[Participant, ...]) -> None:
        super().__init__(parent, texts.HEADING, save=texts.INVITE)
        self.form.body.addWidget(Label(texts.whom(state.names(file, people)), wraps=True))
        for remark in state.remarks(file, people):
            self.form.body.addWidget(Panel(remark, Tone.SOON))
        self.ticks = {
            way: self.form.add(CheckField(texts.way(way, reached), way in USUAL_WAYS, hint=texts.WAY_HINTS[way]))
            for way, reached in state.reach(file, people).items()
            if reached
        }

    @override
    def accepts(self) -> bool:
        if self.ways():
            return True
        self.ticks[InvitationWay.LETTER].show_fault(texts.CHOOSE_A_WAY)
        return False

    def ways(self) -> frozenset[InvitationWay]:
        """Those that are ticked."""
        return frozenset(way for way, tick in self.ticks.items() if tick.value())

    @classmethod
    def ask(cls, parent: QWidget, file: MeetingFile, people: Iterable[Participant]) -> frozenset[InvitationWay] | None:
        """The ways, or None."""
        dialog = cls(parent, file, tuple(people))
        return dialog.ways() if dialog.run() else None
