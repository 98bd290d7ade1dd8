"""Kommune: names and numbers of the municipality, and how soon things are done. Everything saves itself."""

from collections.abc import Mapping
from typing import Final, TypeVar

from PySide6.QtCore import QTimer

from koordinator.domain import limits
from koordinator.domain.holidays import AGREED, Holiday
from koordinator.domain.setting import SettingKey
from koordinator.texts import case_folder as filing_texts
from koordinator.texts import settings as texts
from koordinator.ui.desk import Desk
from koordinator.ui.handout.kle_field import FacetField, KleField
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.pages.settings.handover_checklist import HandoverChecklistCard
from koordinator.ui.pages.settings.interval_times import IntervalTimes
from koordinator.ui.pages.settings.school_holidays import SchoolHolidaysCard
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import CheckField, ChoiceField, Field, TextField
from koordinator.ui.widgets.form import Form
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.number_field import NumberField

_SAVES_AFTER_MS: Final = 1_000
_TEXTS: Final[dict[SettingKey, int]] = {
    SettingKey.MUNICIPALITY: limits.LINE,
    SettingKey.MAIN_PHONE: limits.SHORT,
}
_PACE: Final = (
    SettingKey.FIRST_MEETING_WITHIN_DAYS,
    SettingKey.MEETING_INTERVAL_DAYS,
    SettingKey.PROFESSIONALS_AT_TABLE,
    SettingKey.HAND_OUT_WITHIN_WORKING_DAYS,
    SettingKey.TAKE_OVER_WITHIN_DAYS,
    SettingKey.PLAN_REVIEW_INTERVAL_DAYS,
    SettingKey.REASSESS_AFTER_DAYS,
    SettingKey.EFFORT_FOLLOW_UP_DAYS,
    SettingKey.GATHER_WINDOW_DAYS,
)
_MISFIT: Final = (
    SettingKey.MISFIT_CONTACTS,
    SettingKey.MISFIT_CANCELLED_MEETINGS,
    SettingKey.MISFIT_OVERDUE_AGREEMENTS,
    SettingKey.MISFIT_OVERDUE_PERCENT,
    SettingKey.MISFIT_MOVES,
    SettingKey.MISFIT_MOVES_WITHIN_DAYS,
)
_STEP3: Final = (SettingKey.EXPECTED_ON_STEP3_FROM, SettingKey.EXPECTED_ON_STEP3_TO)
_FILING: Final = (SettingKey.KLE_SUBJECT, SettingKey.KLE_MEETING_FACET, SettingKey.FILING_SENSITIVITY)
_DAYS: Final = tuple(day for day in Holiday if day in AGREED)


AnyField = TypeVar("AnyField", TextField, ChoiceField)


class MunicipalityTab(PageTab):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._fields: dict[SettingKey, TextField | ChoiceField] = {}
        self._days = {day: CheckField(texts.AGREED_DAYS[day]) for day in _DAYS}
        self._saved: dict[SettingKey, str] = {}
        self._is_showing = False
        self._forms: list[Form] = []
        self._checklist = HandoverChecklistCard(desk)
        self._times = IntervalTimes(desk, _PACE)
        self._times.changed.connect(self.reload)
        self._school_holidays = SchoolHolidaysCard(desk)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SAVES_AFTER_MS)
        self._pause.timeout.connect(self._save)
        left = column(
            self._about_us(), self._case_system(), self._misfit(), self._checklist, self._screen(), STRETCH, gap=16
        )
        right = column(
            self._pace(), self._days_off(), self._school_holidays, self._step3(), self._spot_checks(), STRETCH, gap=16
        )
        both = row(left, right, gap=20)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.setLayout(both)

    @override
    def reload(self) -> None:
        self._desk.tasks.read(self, self._desk.services.settings.values, self._show)
        self._checklist.reload()
        self._times.reload()
        self._school_holidays.reload()

    @override
    def leave(self) -> None:
        self._checklist.leave()
        if self._pause.isActive():
            self._pause.stop()
            self._save()

    def _about_us(self) -> Card:
        fields = [self._text(key, limit) for key, limit in _TEXTS.items()]
        return self._card(texts.ABOUT_US, texts.ABOUT_US_HINT, *fields)

    def _case_system(self) -> Card:
        """How papers are filed there."""
        subject, facet, sensitivity = _FILING
        classes = [("", filing_texts.BY_TYPE), *filing_texts.SENSITIVITY_CHOICES.items()]
        return self._card(
            filing_texts.SETTINGS_CARD,
            filing_texts.SETTINGS_HINT,
            self._kept(subject, KleField(texts.SETTINGS[subject], hint=filing_texts.KLE_EXAMPLE)),
            self._kept(facet, FacetField(texts.SETTINGS[facet], hint=filing_texts.FACET_EXAMPLE)),
            self._kept(sensitivity, ChoiceField(texts.SETTINGS[sensitivity], classes)),
        )

    def _screen(self) -> Card:
        return self._card(texts.SCREEN, texts.NEVER_LOCKS, self._number(SettingKey.IDLE_LOCK_MINUTES))

    def _spot_checks(self) -> Card:
        number = self._number(SettingKey.SPOT_CHECKS_PER_MONTH)
        return self._card(texts.SPOT_CHECKS, texts.SPOT_CHECKS_HINT, number)

    def _pace(self) -> Card:
        card = self._card(texts.PACE, texts.PACE_HINT, *map(self._number, _PACE))
        card.body.addWidget(self._times)
        return card

    def _misfit(self) -> Card:
        return self._card(texts.MISFIT, texts.MISFIT_HINT, *map(self._number, _MISFIT))

    def _step3(self) -> Card:
        form, card = self._form(), Card(texts.STEP3)
        form.add_beside(*map(self._number, _STEP3))
        card.body.addWidget(Label(texts.STEP3_HINT, Role.SMALL_MUTED, wraps=True))
        card.body.addWidget(form)
        return card

    def _days_off(self) -> Card:
        card = self._card(texts.DAYS_OFF, texts.DAYS_OFF_HINT, *self._days.values())
        for field in self._days.values():
            field.changed.connect(self._touched)
        return card

    def _card(self, title: str, hint: str, *fields: Field) -> Card:
        form, card = self._form(), Card(title)
        for field in fields:
            form.add(field)
        card.body.addWidget(Label(hint, Role.SMALL_MUTED, wraps=True))
        card.body.addWidget(form)
        return card

    def _form(self) -> Form:
        form = Form()
        form.body.setSpacing(10)
        self._forms.append(form)
        return form

    def _text(self, key: SettingKey, limit: int) -> TextField:
        return self._kept(key, TextField(texts.SETTINGS[key], limit=limit))

    def _number(self, key: SettingKey) -> TextField:
        return self._kept(key, NumberField(key))

    def _kept(self, key: SettingKey, field: AnyField) -> AnyField:
        self._fields[key] = field
        field.changed.connect(self._touched)
        return field

    def _touched(self) -> None:
        if not self._is_showing:
            self._pause.start()

    def _show(self, values: Mapping[SettingKey, str]) -> None:
        """What is being typed stays: only a field that still shows the old value gets the new one."""
        self._is_showing = True
        for key, field in self._fields.items():
            if field.value() == self._saved.get(key, ""):
                field.set_value(values[key])
        kept = values[SettingKey.AGREED_DAYS_OFF].split()
        for day, box in self._days.items():
            box.set_value(day.value in kept)
        self._is_showing = False
        self._saved = dict(values)

    def _save(self) -> None:
        """What is right is saved; a field that is wrong says so and waits."""
        if not self._saved:
            return
        right = {key: str(field.value()) for key, field in self._fields.items() if field.check()}
        if not self._is_range(right):
            right = {key: value for key, value in right.items() if key not in _STEP3}
        right[SettingKey.AGREED_DAYS_OFF] = " ".join(day.value for day, box in self._days.items() if box.value())
        changed = {key: value for key, value in right.items() if value != self._saved[key]}
        if changed:
            services, actor = self._desk.services, self._desk.actor
            self._desk.tasks.write(self, lambda: services.settings.change(actor, changed), self._show)

    def _is_range(self, values: Mapping[SettingKey, str]) -> bool:
        first, last = (values.get(key, "") for key in _STEP3)
        is_range = not (first and last) or int(first) <= int(last)
        if not is_range:
            self._fields[SettingKey.EXPECTED_ON_STEP3_TO].show_fault(texts.ORDER_OF_RANGE)
        return is_range
