"""Plantyper: the law's plan types with their deadlines; a change is a new version, and none is deleted."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.ids import PlanTypeId
from koordinator.domain.limits import LINE, PARAGRAPH, SHORT
from koordinator.domain.plan_types import LONGEST_MONTHS, PlanType
from koordinator.texts import plan_types as texts
from koordinator.ui.ask_value import AskDate, Asked
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import CheckField, DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.founding import FIRST_DAY
from koordinator.usecases.plan_types import PlanTypeShelf

_MOST_DIGITS: Final = 2


class PlanTypesTab(PageTab):
    """Enter makes a new version of the type."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._today = date.min
        self.list: DataList[PlanType] = DataList(
            texts.TYPES,
            (
                Column(texts.NAME, lambda each: each.name, look=Look.STRONG, detail=lambda each: each.legal_basis),
                Column(texts.FOLLOW_UP, _follow_up, 260),
                Column(texts.HOLDS, _period, 170, look=Look.MUTED),
                Column("", lambda each: "" if each.until_on else texts.NEW_VERSION, 120, is_action=True),
            ),
            lambda each: each.id,
            empty=texts.NO_TYPES,
        )
        self.list.acted.connect(lambda each, _column: self._edit(each))
        self.list.opened.connect(self._edit)
        card = Card(texts.TYPES, fills=True)
        for words, icon, act in (
            (texts.READ, "upload", self._read),
            (texts.WRITE, "download", self._write),
            (texts.ADD, "plus", self._add),
        ):
            button = Button(words, icon=icon)
            button.clicked.connect(act)
            card.add_to_head(button)
        card.body.addWidget(Label(texts.INTRO, Role.MUTED, wraps=True))
        card.body.addWidget(self.list, 1)
        inside = column(gap=16)
        inside.addWidget(card, 1)
        self.setLayout(inside)

    @override
    def reload(self) -> None:
        types, actor = self._desk.services.plan_types, self._desk.actor
        self._desk.tasks.read(self, lambda: types.all(actor), self._show)

    def _show(self, shelf: PlanTypeShelf) -> None:
        self._today = shelf.today
        self.list.set_rows(sorted(shelf.types, key=lambda each: (each.until_on is not None, each.id)))

    def _add(self) -> None:
        self._edit(PlanType(PlanTypeId(0), "", "", self._today))

    def _edit(self, plan_type: PlanType) -> None:
        if plan_type.until_on is not None:
            return
        types, actor = self._desk.services.plan_types, self._desk.actor
        start = replace(plan_type, from_on=max(self._today, plan_type.from_on))
        is_new = not plan_type.id
        ask_until_saved(
            self._desk.tasks,
            self,
            start,
            lambda shown: PlanTypeDialog.ask(self, shown, self._today, is_new=is_new),
            lambda filled: types.release(actor, filled),
            self._show,
        )

    def _read(self) -> None:
        asked = Asked(texts.READ_HEADING, texts.FROM_ON, texts.READ_INTRO, texts.CHOOSE_FILE)
        day = AskDate.day(self, asked, lambda: self._today, self._today)
        name = QFileDialog.getOpenFileName(self, texts.READ_HEADING, "", texts.FILES)[0] if day is not None else ""
        if day is not None and name:
            types, actor = self._desk.services.plan_types, self._desk.actor
            self._desk.tasks.write(self, lambda: types.read_file(actor, Path(name), day), self._show)

    def _write(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, texts.WRITE, texts.FILE_NAME, texts.FILES)
        if name:
            types, actor, day = self._desk.services.plan_types, self._desk.actor, self._today
            self._desk.tasks.write(self, lambda: types.write_file(actor, Path(name), day), lambda _nothing: None)


class MonthsField(TextField):
    """A whole number of months, or nothing."""

    def __init__(self, label: str, months: int | None) -> None:
        super().__init__(label, str(months or ""), limit=_MOST_DIGITS, hint=texts.MONTHS_HINT)

    @override
    def fault(self) -> str:
        text = self.value()
        is_right = not text or (text.isdecimal() and 1 <= int(text) <= LONGEST_MONTHS)
        return "" if is_right else texts.NOT_A_NUMBER

    def months(self) -> int | None:
        """What is written, None for nothing."""
        return int(self.value()) if self.value() else None


class PlanTypeDialog(FormDialog):
    """Everything that a version of a plan type says, and from when it holds."""

    @classmethod
    def ask(cls, parent: QWidget, start: PlanType, today: date, *, is_new: bool) -> PlanType | None:
        """The version as it was filled in, or None."""
        dialog = cls(parent, texts.ADD if is_new else texts.NEW_VERSION)
        name = TextField(texts.NAME, start.name, limit=LINE, required=True)
        key = TextField(texts.KEY, start.key, limit=SHORT, required=True)
        dialog.form.add(name)
        if is_new:
            dialog.form.add(key)
        basis = dialog.form.add(TextField(texts.LEGAL_BASIS, start.legal_basis, limit=LINE))
        first = MonthsField(texts.FIRST_MONTHS, start.first_follow_up_months)
        then = MonthsField(texts.MONTHS, start.follow_up_months)
        dialog.form.add_beside(first, then)
        must_hold = dialog.form.add(NoteField(texts.MUST_HOLD, start.must_hold, limit=PARAGRAPH))
        source = dialog.form.add(NoteField(texts.SOURCE, start.source, limit=PARAGRAPH))
        joint = dialog.form.add(CheckField(texts.IS_JOINT, start.is_joint))
        from_on = dialog.form.add(DateField(texts.FROM_ON, lambda: today, start.from_on, required=True))
        if not dialog.run():
            return None
        return replace(
            start,
            name=name.value(),
            key=key.value(),
            legal_basis=basis.value(),
            first_follow_up_months=first.months(),
            follow_up_months=then.months(),
            must_hold=must_hold.value(),
            source=source.value(),
            is_joint=joint.value(),
            from_on=from_on.value() or start.from_on,
        )


def _follow_up(plan_type: PlanType) -> str:
    return texts.follow_up(plan_type.first_follow_up_months, plan_type.follow_up_months)


def _period(plan_type: PlanType) -> str:
    return texts.period(plan_type.from_on, plan_type.until_on, always_from=FIRST_DAY)
