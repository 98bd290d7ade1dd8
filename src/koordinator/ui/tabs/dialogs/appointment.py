"""Time, length and place of a meeting: planned, moved, and the next one. The citizen's choice of place first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.limits import LINE, PARAGRAPH
from koordinator.domain.meeting import MeetingKind, PlaceKind
from koordinator.domain.meeting_rhythm import ProposedDay
from koordinator.domain.meeting_rules import LONGEST_MINUTES, SHORTEST_MINUTES, Appointment
from koordinator.domain.party import Party
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of
from koordinator.ui.tabs.dialogs.day_choice import DayChoice
from koordinator.ui.widgets.fields import CheckField, DateField, NoteField, TextField, TimeField
from koordinator.ui.widgets.form import Form, FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.usecases.participants import Candidate

_NUMBER: Final = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """Whom the meeting is about, the day that a short date is read by, and the next days that suit."""

    name: str
    today: date
    days: tuple[ProposedDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What was filled in for a new meeting."""

    kind: MeetingKind
    appointment: Appointment
    parties: tuple[Party, ...]


class MinutesField(TextField):
    """How long it takes, in whole minutes."""

    def __init__(
        self, minutes: int, *, label: str = texts.MINUTES, least: int = SHORTEST_MINUTES, most: int = LONGEST_MINUTES
    ) -> None:
        super().__init__(label, str(minutes), limit=_NUMBER, required=True)
        self._least, self._most = least, most

    @override
    def fault(self) -> str:
        if self.minutes() is None:
            return texts.whole_minutes(self._least, self._most)
        return super().fault()

    def minutes(self) -> int | None:
        """None where there is no number within the limits."""
        text = self.value()
        number = int(text) if text.isascii() and text.isdigit() and len(text) <= _NUMBER else -1
        return number if self._least <= number <= self._most else None


class AppointmentFields:
    """The fields of an appointment in a form."""

    def __init__(self, form: Form, start: Appointment, frame: Frame) -> None:
        self._day = DateField(texts.DAY, lambda: frame.today, start.starts_on, required=True)
        self._at = TimeField(texts.CLOCK, start.starts_clock, required=True)
        self._minutes = MinutesField(start.duration_minutes)
        self._kind: Pick[PlaceKind] = Pick(
            texts.with_name(texts.PLACE_KIND, frame.name), choices_of(words.PLACES), start.place_kind
        )
        self._place = TextField(texts.PLACE, start.place, limit=LINE)
        form.add(self._kind)
        form.add(self._place)
        form.add_beside(self._day, self._at, self._minutes)
        if frame.days:
            form.body.addWidget(DayChoice(frame.days, self._day.set_value))
        self._kind.changed.connect(self._show_hint)
        self._show_hint()

    def appointment(self) -> Appointment:
        """What was filled in, once the form has been checked."""
        return Appointment(
            self._day.value() or date.min,
            self._at.value() or time.min,
            self._minutes.minutes() or SHORTEST_MINUTES,
            self._kind.key,
            self._place.value(),
        )

    def _show_hint(self) -> None:
        self._place.show_hint(words.PLACE_HINTS[self._kind.key])


class PlanMeetingDialog(FormDialog):
    """A new meeting."""

    @classmethod
    def ask(cls, parent: QWidget, frame: Frame, start: Appointment, candidates: Sequence[Candidate]) -> Plan | None:
        """The plan, or None."""
        intro = texts.with_name(texts.PLAN_INTRO, frame.name)
        dialog = cls(parent, texts.PLAN_MEETING, intro=intro, save=texts.DO_PLAN)
        fields = AppointmentFields(dialog.form, start, frame)
        kind: Pick[MeetingKind] = dialog.form.add(Pick(texts.KIND, choices_of(words.KINDS), MeetingKind.COORDINATION))
        dialog.form.body.addWidget(Label(texts.PARTICIPANTS, Role.STRONG))
        ticks = [(each.party, dialog.form.add(CheckField(each.name, each.suggested))) for each in candidates]
        if not dialog.run():
            return None
        return Plan(kind.key, fields.appointment(), tuple(party for party, tick in ticks if tick.value()))


class MoveDialog(FormDialog):
    """Another time or place; with a reason where somebody has been invited."""

    @classmethod
    def ask(
        cls, parent: QWidget, frame: Frame, start: Appointment, *, was_invited: bool
    ) -> tuple[Appointment, str] | None:
        """The appointment and the reason, or None."""
        heading = texts.MOVE if was_invited else texts.CHANGE_TIME
        dialog = cls(parent, heading, intro=texts.MOVE_INTRO if was_invited else "")
        fields = AppointmentFields(dialog.form, start, frame)
        reason = NoteField(texts.MOVE_REASON, limit=PARAGRAPH, required=True)
        if was_invited:
            dialog.form.add(reason)
        if not dialog.run():
            return None
        return fields.appointment(), reason.value() if was_invited else ""


class NextMeetingDialog(FormDialog):
    """The next meeting, agreed before people leave."""

    @classmethod
    def ask(cls, parent: QWidget, frame: Frame, start: Appointment) -> Appointment | None:
        """The appointment, or None."""
        dialog = cls(parent, texts.NEXT_MEETING, intro=texts.with_name(texts.PLAN_INTRO, frame.name))
        fields = AppointmentFields(dialog.form, start, frame)
        return fields.appointment() if dialog.run() else None
