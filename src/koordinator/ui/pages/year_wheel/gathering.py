"""A family's follow-ups gathered into one visit: the proposal is shown, carried out, and can be taken back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from koordinator.domain.year_wheel_visit import Visit
from koordinator.texts import year_wheel_page as texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.due.rows import DueRow
from koordinator.ui.notify import MessageStrip
from koordinator.ui.pages.year_wheel.view_state import left_by_reason, visit_for
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column
from koordinator.usecases.year_wheel_visits import Gathered, Proposal, TakenBack


class Gathering:
    """`changed` is called after each thing that was saved."""

    def __init__(self, desk: Desk, parent: QWidget, messages: MessageStrip, changed: Callable[[], None]) -> None:
        self._desk, self._parent, self._messages, self._changed = desk, parent, messages, changed

    def propose(self, line: DueRow) -> None:
        """Reads what can be gathered round the line, and asks."""
        visits, actor, subject_id = self._desk.services.visits, self._desk.actor, line.item.subject_id
        self._desk.tasks.read(
            self._parent, lambda: visits.propose(actor, subject_id), lambda proposal: self._ask(proposal, line)
        )

    def _ask(self, proposal: Proposal, line: DueRow) -> None:
        visit = visit_for(proposal, line)
        if visit is None:
            Question.message(self._parent, texts.NOTHING_TO_GATHER, _reasons(proposal) or texts.NOTHING_OPEN)
        elif VisitDialog.confirm(self._parent, proposal, visit):
            visits, actor, subject_id = self._desk.services.visits, self._desk.actor, line.item.subject_id
            self._desk.tasks.write(
                self._parent, lambda: visits.gather(actor, subject_id, visit), self._tell, self._explain
            )

    def _tell(self, gathered: Gathered) -> None:
        said = texts.gathered(len(gathered.visit.moved), gathered.visit)
        self._messages.done(said, lambda: self._take_back(gathered))
        self._changed()

    def _take_back(self, gathered: Gathered) -> None:
        visits, actor = self._desk.services.visits, self._desk.actor
        stays = gathered.planned is not None

        def tell(back: TakenBack) -> None:
            meeting_stays = stays and not back.meeting_gone
            self._messages.done(texts.taken_back(back.moved_back, back.changed_since, meeting_stays=meeting_stays))
            self._changed()

        self._desk.tasks.write(self._parent, lambda: visits.take_back(actor, gathered), tell)

    def _explain(self, error: Exception) -> None:
        self._desk.tasks.failed.emit(self._desk.tasks.explain(error))
        self._changed()


class VisitDialog(FormDialog):
    """What is moved, what keeps its day, what is not gathered and why."""

    @classmethod
    def confirm(cls, parent: QWidget, proposal: Proposal, visit: Visit) -> bool:
        """True when the visit is to be."""
        dialog = cls(
            parent,
            texts.visit_heading(proposal.people.name),
            intro=texts.visit_intro(visit, proposal.window_days),
            save=texts.USE_MEETING if visit.meeting_id else texts.PLAN_VISIT,
        )
        for heading, items in ((texts.MOVED, visit.moved), (texts.KEPT, visit.kept)):
            if items:
                dialog.say(heading, texts.some_lines(items))
        reasons = _reasons(proposal)
        if reasons:
            dialog.say(texts.NOT_GATHERED, reasons, role=Role.SMALL_MUTED)
        return dialog.run()

    def say(self, heading: str, lines: str, role: Role = Role.BODY) -> None:
        """A heading with lines under it."""
        self.form.body.addLayout(column(Label(heading, Role.STRONG, wraps=True), Label(lines, role, wraps=True), gap=4))


def _reasons(proposal: Proposal) -> str:
    parts = (
        f"{texts.REASONS[why]}:\n{texts.some_lines(tuple(each.item for each in left))}"
        for why, left in left_by_reason(proposal)
    )
    return "\n\n".join(parts)
