"""The forms of the meeting: a participant, an agenda item, an agreement, a pending decision, a time, a handout."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtWidgets import QWidget

from koordinator.domain.agenda import LONGEST_ITEM_MINUTES
from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.agreement_rules import Promise, Question, promise_of, question_of
from koordinator.domain.ids import AgendaItemId, DepartmentId, EmployeeId, GoalId, PaperId, ParticipantId, ThemeId
from koordinator.domain.limits import LINE, PARAGRAPH, SHORT
from koordinator.domain.meeting import AgendaItem, MeetingNote, NoteKind
from koordinator.domain.paper import HandoutWay
from koordinator.domain.party import Party, party_of
from koordinator.texts import meeting as meeting_words
from koordinator.texts import meeting_page as texts
from koordinator.texts import plan as plan_words
from koordinator.texts.formats import quoted
from koordinator.ui.pages.meeting.view_state import employees_there
from koordinator.ui.tabs.dialogs.appointment import MinutesField
from koordinator.ui.tabs.dialogs.choices import Choices, Pick, choices_of
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import DateField, NoteField, TextField, TimeField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.papers import HandedOver
from koordinator.usecases.participants import Candidate

Removal = bool
"""True when the thing is to be taken away instead of changed."""


class WithdrawableDialog(FormDialog):
    """A form of a thing that can also be taken away."""

    def __init__(self, parent: QWidget, heading: str, *, can_withdraw: bool) -> None:
        super().__init__(parent, heading)
        self.withdrawn = False
        self._can_withdraw = can_withdraw

    def add_withdraw(self) -> None:
        """The button that takes the thing away, below the fields."""
        if self._can_withdraw:
            button = Button(texts.WITHDRAW, icon="trash")
            button.clicked.connect(self._withdraw)
            self.form.body.addWidget(button)

    def _withdraw(self) -> None:
        self.withdrawn = True
        self.accept()


class PromiseDialog(WithdrawableDialog):
    """What, who, and by when or how often."""

    @classmethod
    def ask(
        cls, parent: QWidget, file: MeetingFile, agreement: Agreement | None, filled: Promise | None = None
    ) -> Promise | Removal | None:
        """The promise, True to take the agreement away, or None; `filled` is what was filled in and not saved."""
        heading = texts.NEW_AGREEMENT if agreement is None else texts.AGREEMENT
        dialog = cls(parent, heading, can_withdraw=agreement is not None and agreement.meeting_id == file.meeting.id)
        now = filled or (promise_of(agreement) if agreement else Promise(""))
        what = dialog.form.add(NoteField(texts.WHAT, now.what, limit=PARAGRAPH, required=True))
        who: Pick[Party | None] = dialog.form.add(Pick(texts.WHO_DOES, _people(file, now), now.who))
        due = DateField(texts.DUE, lambda: file.today, now.due_on)
        rhythm = TextField(texts.RHYTHM, now.rhythm, limit=SHORT, placeholder=texts.RHYTHM_HINT)
        dialog.form.add_beside(due, rhythm)
        goals = ((None, texts.NO_GOAL), *((goal.id, goal.title) for goal in file.goals))
        goal: Pick[GoalId | None] = Pick(texts.FOR_GOAL, goals, now.goal_id)
        if file.goals:
            dialog.form.add(goal)
        theme = dialog.form.add(_theme(file, now.theme_id))
        dialog.add_withdraw()
        if not dialog.run():
            return None
        promise = Promise(what.value(), who.key, due.value(), rhythm.value(), goal.key, theme.key, now.member_id)
        return dialog.withdrawn or promise


def _theme(file: MeetingFile, chosen: ThemeId | None) -> Pick[ThemeId | None]:
    """The themes that can be chosen, and the one that is."""
    can_be = [each for each in file.themes if each.retired_on is None or each.id == chosen]
    return Pick(texts.THEME, ((None, texts.NO_THEME), *((each.id, each.name) for each in can_be)), chosen)


def _people(file: MeetingFile, now: Promise) -> tuple[tuple[Party | None, str], ...]:
    """The participants, and whoever has promised it already."""
    parties = [party for row in file.participants if (party := party_of(row)) is not None]
    if now.who is not None and now.who not in parties:
        parties.append(now.who)
    return ((None, texts.NOBODY_YET), *((party, file.parties.name(party)) for party in parties))


class QuestionDialog(WithdrawableDialog):
    """What the meeting cannot grant: who of which department answers, and by when."""

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        file: MeetingFile,
        choices: Choices,
        decision: PendingDecision | None,
        filled: Question | None = None,
    ) -> Question | Removal | None:
        """The question, True to take the decision away, or None; `filled` is what was filled in and not saved."""
        heading = texts.NEW_QUESTION if decision is None else texts.QUESTION
        dialog = cls(parent, heading, can_withdraw=decision is not None)
        now = filled or (question_of(decision) if decision else Question(""))
        what = dialog.form.add(NoteField(texts.WHAT, now.what, limit=PARAGRAPH, required=True))
        nobody = ((None, texts.NOBODY_YET),)
        departments: tuple[tuple[DepartmentId | None, str], ...] = (*nobody, *choices.departments)
        employees: tuple[tuple[EmployeeId | None, str], ...] = (*nobody, *choices.employees)
        where: Pick[DepartmentId | None] = dialog.form.add(Pick(texts.DEPARTMENT, departments, now.department_id))
        who: Pick[EmployeeId | None] = dialog.form.add(Pick(texts.WHO_ANSWERS, employees, now.employee_id))
        by = dialog.form.add(DateField(texts.ANSWER_BY, lambda: file.today, now.answer_by_on))
        theme = dialog.form.add(_theme(file, now.theme_id))
        dialog.add_withdraw()
        if not dialog.run():
            return None
        question = Question(what.value(), where.key, who.key, by.value(), theme.key, now.member_id)
        return dialog.withdrawn or question


class ItemDialog(FormDialog):
    """An agenda item's words and minutes, who presents it, and what it is about."""

    @classmethod
    def ask(cls, parent: QWidget, file: MeetingFile, item: AgendaItem) -> AgendaItem | None:
        """The item as it was filled in, or None."""
        dialog = cls(parent, texts.EDIT_ITEM if item.id else texts.ADD_ITEM)
        title = dialog.form.add(TextField(texts.ITEM_TITLE, item.title, limit=LINE, required=True))
        minutes = dialog.form.add(
            MinutesField(item.minutes, label=texts.ITEM_MINUTES, least=0, most=LONGEST_ITEM_MINUTES)
        )
        people = tuple((each.id, file.parties.name(party_of(each))) for each in file.participants)
        presenter: Pick[ParticipantId | None] = dialog.form.add(
            Pick(texts.PRESENTER, ((None, texts.NO_PRESENTER), *people), item.presenter_id)
        )
        theme = dialog.form.add(_theme(file, item.theme_id))
        if not dialog.run():
            return None
        return replace(
            item,
            title=title.value(),
            minutes=minutes.minutes() or 0,
            presenter_id=presenter.key,
            theme_id=theme.key,
        )


class PlaceNoteDialog(FormDialog):
    """Another kind or another agenda item for a note; its words are shown and stay."""

    @classmethod
    def ask(cls, parent: QWidget, file: MeetingFile, note: MeetingNote) -> tuple[NoteKind, AgendaItemId | None] | None:
        """The kind and the item, or None."""
        said = texts.with_name(texts.PLACE_SAID_INTRO, file.people.name)
        dialog = cls(
            parent,
            texts.PLACE_NOTE,
            intro=said if note.in_citizens_words else texts.PLACE_NOTE_INTRO,
            save=texts.PLACE_NOTE,
        )
        said_words, role = (quoted(note.text), Role.VOICE) if note.in_citizens_words else (note.text, Role.BODY)
        dialog.form.body.addWidget(Label(said_words, role, wraps=True))
        kind: Pick[NoteKind] = Pick(texts.NOTE_KIND, choices_of(meeting_words.NOTE_KINDS), note.kind)
        items = tuple((item.id, f"{item.position}. {item.title}") for item in file.agenda)
        first = items[0][0] if items else None
        where: Pick[AgendaItemId | None] = Pick(texts.NOTE_ITEM, items, note.agenda_item_id or first)
        dialog.form.add(kind)
        if items:
            dialog.form.add(where)
        return (kind.key, where.key if items else None) if dialog.run() else None


class RolesDialog(FormDialog):
    """Who leads the meeting and who writes the minutes."""

    @classmethod
    def ask(cls, parent: QWidget, file: MeetingFile) -> tuple[EmployeeId | None, EmployeeId | None] | None:
        """Chair and minute-taker, or None."""
        dialog = cls(parent, texts.ROLES)
        people = employees_there(file)
        chair: Pick[EmployeeId | None] = dialog.form.add(Pick(texts.LEADS, people, file.meeting.chair_id))
        taker: Pick[EmployeeId | None] = dialog.form.add(Pick(texts.WRITES, people, file.meeting.minute_taker_id))
        return (chair.key, taker.key) if dialog.run() else None


class CandidateDialog(FormDialog):
    """One more participant."""

    @classmethod
    def ask(cls, parent: QWidget, candidates: Sequence[Candidate]) -> Party | None:
        """The chosen one, or None."""
        dialog = cls(parent, texts.ADD_PARTICIPANT, save=texts.ADD_PARTICIPANT)
        options = tuple((each.party, each.name) for each in candidates)
        who: Pick[Party] = dialog.form.add(Pick(texts.WHO, options, candidates[0].party, required=True))
        return who.key if dialog.run() else None


class TimeDialog(FormDialog):
    """When somebody came or left."""

    @classmethod
    def ask(cls, parent: QWidget, heading: str, label: str, at: time) -> time | None:
        """The time, or None."""
        dialog = cls(parent, heading)
        field = dialog.form.add(TimeField(label, at, required=True))
        return field.value() if dialog.run() else None


class HandoutDialog(FormDialog):
    """Who got the minutes, when and how."""

    @classmethod
    def ask(cls, parent: QWidget, file: MeetingFile, paper_id: PaperId) -> HandedOver | None:
        """What was noted, or None."""
        dialog = cls(parent, texts.HAND_OUT, save=texts.HAND_OUT)
        name = dialog.form.add(TextField(texts.RECIPIENT, file.people.name, limit=LINE, required=True))
        on = DateField(texts.HANDED_ON, lambda: file.today, file.today, required=True)
        way: Pick[HandoutWay] = Pick(texts.HANDED_WAY, choices_of(plan_words.HANDOUT_WAYS), HandoutWay.DIGITAL_POST)
        dialog.form.add_beside(on, way)
        if not dialog.run():
            return None
        return HandedOver(name.value(), on.value() or file.today, way.key, paper_id)
