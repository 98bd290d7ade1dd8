"""Plantyper: a new version from a day on, a new type, and files of them, by the keyboard."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from koordinator.domain.plan_types import PlanType
from koordinator.texts import plan_types as texts
from koordinator.ui.ask_value import AskDate
from koordinator.ui.desk import Desk
from koordinator.ui.pages.settings.plan_types_tab import MonthsField, PlanTypeDialog, PlanTypesTab
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.date_edits import DateEdit
from tests.support.desk import desk_at
from tests.support.office import TODAY, Bench
from tests.ui.office_window import when_dialog_opens


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> PlanTypesTab:
    shown = PlanTypesTab(desk)
    qtbot.addWidget(shown)
    shown.show()
    shown.reload()
    qtbot.waitUntil(lambda: bool(shown.list.rows()))
    return shown


def press(tab: PlanTypesTab, words: str) -> None:
    next(button for button in tab.findChildren(Button) if button.text() == words).click()


def named(tab: PlanTypesTab, key: str) -> list[PlanType]:
    return [each for each in tab.list.rows() if each.key == key]


def test_a_change_is_a_new_version_beside_the_old_one(qtbot: QtBot, tab: PlanTypesTab) -> None:
    def fill(dialog: PlanTypeDialog) -> None:
        for field in dialog.findChildren(MonthsField):
            field.findChildren(QLineEdit)[0].setText("4")
        dialog.findChildren(DateEdit)[0].set_day(TODAY + timedelta(days=10))
        dialog.accept()

    when_dialog_opens(PlanTypeDialog, fill)
    tab.list.opened.emit(named(tab, "childs_plan")[0])

    qtbot.waitUntil(lambda: len(named(tab, "childs_plan")) > 1)
    new, old = named(tab, "childs_plan")
    assert (new.first_follow_up_months, new.follow_up_months, new.from_on) == (4, 4, TODAY + timedelta(days=10))
    assert old.until_on == new.from_on
    tab.list.opened.emit(old)


def test_a_new_type_is_added(qtbot: QtBot, tab: PlanTypesTab) -> None:
    def fill(dialog: PlanTypeDialog) -> None:
        name, key, *_ = dialog.findChildren(QLineEdit)
        name.setText("Vores egen")
        key.setText("our_own")
        dialog.accept()

    when_dialog_opens(PlanTypeDialog, fill)
    press(tab, texts.ADD)

    qtbot.waitUntil(lambda: bool(named(tab, "our_own")))


def test_they_are_saved_as_a_file_and_read_again(
    qtbot: QtBot, tab: PlanTypesTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plantyper.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(tab, texts.WRITE)
    qtbot.waitUntil(path.exists)
    text = path.read_text(encoding="utf-8").replace("follow_up_months = 6", "follow_up_months = 5")
    path.write_text(text, encoding="utf-8")

    when_dialog_opens(AskDate, AskDate.accept)
    press(tab, texts.READ)

    qtbot.waitUntil(lambda: any(each.follow_up_months == 5 for each in tab.list.rows()))


def test_months_are_a_number_or_nothing(qtbot: QtBot) -> None:
    field = MonthsField(texts.MONTHS, None)
    qtbot.addWidget(field)
    assert (field.months(), field.fault()) == (None, "")
    line = field.findChildren(QLineEdit)[0]
    for wrong in ("0", "99", "x"):
        line.setText(wrong)
        assert field.fault() == texts.NOT_A_NUMBER


def test_the_demands_are_said_as_one_speaks() -> None:
    said = [texts.follow_up(*months) for months in ((3, 6), (None, 6), (3, None), (None, None))]

    assert said == ["Først efter 3 mdr., så hver 6. måned", "Hver 6. måned", "Først efter 3 mdr.", texts.NO_DEMAND]
    assert texts.period(TODAY, None, always_from=TODAY) == "nu"
    assert texts.period(TODAY, TODAY, always_from=TODAY - timedelta(days=1)) == "fra 21.11.2026 indtil 21.11.2026"
