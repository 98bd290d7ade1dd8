"""What could be on the agenda and why: each is ticked or left by itself."""

from PySide6.QtWidgets import QWidget

from koordinator.domain.agenda_proposals import Proposal, ProposalKind
from koordinator.texts import meeting_agenda as texts
from koordinator.ui.widgets.fields import CheckField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.agenda_facts import TakenUp

_LEFT_AT_FIRST = frozenset({ProposalKind.OPEN})
"""Open agreements are gone through under Siden sidst anyway."""


class ProposalsDialog(FormDialog):
    """The citizen's points are ticked, and all that hurts when it waits."""

    @classmethod
    def ask(cls, parent: QWidget, proposals: tuple[Proposal, ...], subject: str) -> tuple[TakenUp, ...] | None:
        """Those that go on the agenda, or None."""
        dialog = cls(parent, texts.PROPOSALS, intro=texts.PROPOSALS_INTRO, save=texts.TAKE_UP)
        ticks = [
            (
                TakenUp(each, texts.title(each)),
                dialog.form.add(
                    CheckField(texts.title(each), each.kind not in _LEFT_AT_FIRST, hint=texts.why(each, subject))
                ),
            )
            for each in proposals
        ]
        return tuple(taken for taken, tick in ticks if tick.value()) if dialog.run() else None
