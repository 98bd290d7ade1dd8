"""Handing one subject over: to whom and when; and reading what is known before it is carried out."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.domain.handover import HandoverKind, HandoverTerms
from koordinator.domain.ids import EmployeeId
from koordinator.domain.limits import PARAGRAPH
from koordinator.texts import handover as texts
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of, or_none
from koordinator.ui.widgets.fields import DateField, Field, NoteField
from koordinator.ui.widgets.form import Form, FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column
from koordinator.usecases.handover_file import HandoverFile, Portfolio, Receiver


class TermsFields:
    """Why, from when, and what the new one is to know; `beside` stand before them in the same line."""

    def __init__(self, form: Form, *beside: Field) -> None:
        self._today = date.min
        self.kind: Pick[HandoverKind] = Pick(texts.KIND, choices_of(texts.KINDS), HandoverKind.PLANNED)
        self.day = DateField(texts.FROM_DAY, lambda: self._today, required=True)
        form.add_beside(*beside, self.kind, self.day)
        self.told = form.add(NoteField(texts.TOLD, limit=PARAGRAPH, hint=texts.TOLD_HINT))

    def fill(self, terms: HandoverTerms) -> None:
        """Shows the terms again."""
        self.kind.set_value(terms.kind)
        self.day.set_value(terms.takes_effect_on)
        self.told.set_value(terms.told)

    def set_today(self, today: date) -> None:
        """The day that a short date is read by, the first that can be chosen, and the one that is proposed."""
        self._today = today
        self.day.set_bounds(today)
        if self.day.value() is None:
            self.day.set_value(today)

    def terms(self, giver_id: EmployeeId) -> HandoverTerms:
        """What was filled in, once the form has been checked."""
        return HandoverTerms(self.kind.key, giver_id, self.day.value() or self._today, self.told.value())


class HandOverDialog(FormDialog):
    """One subject goes on to one receiver."""

    @classmethod
    def ask(
        cls, parent: QWidget, name: str, portfolio: Portfolio, start: tuple[HandoverTerms, EmployeeId] | None
    ) -> tuple[HandoverTerms, EmployeeId] | None:
        """The terms and the receiver, or None; what the giver has is the portfolio's."""
        heading = texts.HAND_OVER_HEADING.format(name=name)
        dialog = cls(parent, heading, intro=texts.HAND_OVER_INTRO, save=texts.CARRY)
        options = or_none(receiver_options(with_authority(portfolio.receivers)))
        chosen = start[1] if start is not None else None
        receiver: Pick[EmployeeId | None] = dialog.form.add(Pick(texts.RECEIVER, options, chosen, required=True))
        fields = TermsFields(dialog.form)
        fields.set_today(portfolio.today)
        if start is not None:
            fields.fill(start[0])
        if not dialog.run() or receiver.key is None:
            return None
        return fields.terms(portfolio.giver.id), receiver.key


class ReadHandoverDialog(FormDialog):
    """All that is known already, under headings; on the day it is carried out from here."""

    @classmethod
    def read(cls, parent: QWidget, name: str, file: HandoverFile) -> bool:
        """True when it is to be carried out."""
        can_carry_out = file.handover.presses_on(file.today)
        save = texts.NOW if can_carry_out else texts.CLOSE
        dialog = cls(parent, texts.READ_HEADING.format(name=name), intro=texts.READ_INTRO, save=save)
        for heading, words in _parts(file):
            role = Role.BODY if words else Role.MUTED
            said = Label(words or texts.NOTHING_WRITTEN, role, wraps=True)
            dialog.form.body.addLayout(column(Label(heading, Role.STRONG, wraps=True), said, gap=2))
        return dialog.run() and can_carry_out


def receiver_options(receivers: Sequence[Receiver]) -> tuple[tuple[EmployeeId, str], ...]:
    """Each with what they coordinate today."""
    return tuple((each.employee.id, texts.receiver_option(each.employee.name, each.courses)) for each in receivers)


def with_authority(receivers: Sequence[Receiver]) -> tuple[Receiver, ...]:
    """Those who may coordinate."""
    return tuple(each for each in receivers if each.has_authority)


def _parts(file: HandoverFile) -> tuple[tuple[str, str], ...]:
    return (
        *texts.told_parts(file.handover, file.giver.name, file.told.plan),
        (texts.BEFORE_MEETINGS, texts.prepared(file.told.preparations)),
        (texts.CONTACTS, texts.contacts(file.told.notes)),
        (texts.OPEN_AGREEMENTS, texts.agreements(file.agreements)),
    )
