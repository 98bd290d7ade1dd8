"""Opbevaring and Perioder in the real window: one question, what must not be deleted, and the proof."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import Citizen
from koordinator.domain.deletion import ArchiveAnswer
from koordinator.domain.draft import Draft
from koordinator.domain.ids import RowId
from koordinator.texts import retention as texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.security.periods_tab import PeriodDialog, PeriodsTab
from koordinator.ui.pages.security.retention_dialogs import ArchiveDialog, DecisionDialog, HoldDialog, ReceiptDialog
from koordinator.ui.pages.security.retention_tab import RetentionTab
from koordinator.ui.theme import Theme
from koordinator.ui.widgets.fields import NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from tests.support.office import TODAY, Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens

Open = Callable[[str], MainWindow]
DUE = ("Lone Bæk", "Tina Dam", "Ruth Sø")


@pytest.fixture
def due(bench: Bench) -> tuple[Citizen, ...]:
    """Three citizens whose time is up, and a draft that is old."""
    actor, citizens = bench.actor, tuple(bench.add_citizen(name, "") for name in DUE)
    with bench.office.aside() as tx:
        for number, citizen in enumerate(citizens):
            tx.connection.exec_driver_sql(
                "INSERT INTO course (uid, subject_id, from_on, until_on, citizens_word, call_afterwards, version) "
                "VALUES (?, ?, '2015-01-01', ?, '', '', 1)",
                (str(number), citizen.subject_id, f"201{number + 6}-03-01"),
            )
        saved_at = bench.clock.now().replace(year=2020)
        tx.of(Draft).add(Draft(RowId(0), actor.employee_id, "x", 0, "x", 0, "Gammelt", saved_at))
    return citizens


def _tab(window: MainWindow) -> RetentionTab:
    (found,) = window.findChildren(RetentionTab)
    return found


def _save(dialog: FormDialog) -> None:
    dialog._try_to_save()


def _months(dialog: FormDialog) -> TextField:
    return dialog.findChildren(TextField)[0]


def _left(tab: RetentionTab) -> list[str]:
    return [each.name for each in tab.due.rows()]


def test_nobody_is_due(window: Open) -> None:
    opened = window("retention")
    tab = _tab(opened)

    assert _left(tab) == []
    assert tab.delete_all.isHidden()
    opened.close()


def test_one_is_asked_about_and_deleted(
    qtbot: QtBot, window: Open, bench: Bench, desk: Desk, due: tuple[Citizen, ...]
) -> None:
    opened = window("retention")
    tab = _tab(opened)
    assert _left(tab) == list(DUE)

    def decide(dialog: DecisionDialog) -> None:
        _save(dialog)  # nothing is chosen beforehand
        assert dialog.isVisible()
        assert dialog.archive.isHidden()
        dialog.choice.set_value("delete")
        _save(dialog)
        assert dialog.archive.shown_fault()
        dialog.archive.set_value(ArchiveAnswer.DELIVERED.value)
        when_dialog_opens(Question, QDialog.reject)
        QTest.keyClick(dialog.archive, Qt.Key.Key_Return)
        assert dialog.isVisible(), "Enter alone deletes nobody, and throws nothing away"
        _save(dialog)

    when_dialog_opens(DecisionDialog, decide)
    tab.due.opened.emit(tab.due.rows()[0])
    wait_until_idle(qtbot, desk)

    assert _left(tab) == list(DUE[1:])
    assert tab.said.text() == "Borgeren er slettet."
    with bench.office.aside() as tx:
        assert [row.name for row in tx.of(Citizen).where()] == list(DUE[1:])
    opened.close()


def test_the_question_is_seen_whole_in_large_text_and_what_goes_is_scrolled(
    qtbot: QtBot, window: Open, desk: Desk, due: tuple[Citizen, ...], theme: Theme
) -> None:
    theme.set_text_scale(1.5)
    opened = window("retention")
    tab = _tab(opened)

    def look(dialog: DecisionDialog) -> None:
        form, words = dialog.findChildren(QScrollArea)
        for chosen, asked in (("delete", dialog.archive), ("keep", dialog.reason)):
            dialog.choice.set_value(chosen)
            qtbot.waitUntil(partial(_is_seen_whole, dialog.choice, asked))
            assert form.verticalScrollBar().maximum() == 0
        assert words.verticalScrollBar().maximum() > 0
        assert words.focusPolicy() & Qt.FocusPolicy.TabFocus, "the keyboard reads the rest"
        dialog.done(0)

    when_dialog_opens(DecisionDialog, look)
    tab.due.opened.emit(tab.due.rows()[0])
    wait_until_idle(qtbot, desk)
    opened.close()


def _is_seen_whole(*parts: QWidget) -> bool:
    return all(part.visibleRegion().boundingRect().height() == part.height() for part in parts)


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person says that a file goes."""
    path = tmp_path / "kvittering.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def test_the_proof_names_nobody_and_can_be_copied_and_saved(
    qtbot: QtBot, window: Open, desk: Desk, due: tuple[Citizen, ...], saved: Path
) -> None:
    archive = ArchiveAnswer.DELIVERED
    desk.services.deletions.delete(desk.actor, [citizen.subject_id for citizen in due], archive)
    opened = window("retention")
    tab = _tab(opened)

    def copy(dialog: ReceiptDialog) -> None:
        dialog.copy.click()
        dialog.save.click()
        dialog.accept()

    when_dialog_opens(ReceiptDialog, copy)
    tab.proofs.opened.emit(tab.proofs.rows()[0])
    wait_until_idle(qtbot, desk)
    text = QGuiApplication.clipboard().text()
    assert saved.read_text(encoding="utf-8") == f"{text}\n"
    assert text.startswith(texts.RECEIPT)
    assert not any(word in text for name in DUE for word in name.split())
    opened.close()


def test_one_is_kept_and_one_must_not_be_deleted_until_it_is_lifted(
    qtbot: QtBot, window: Open, desk: Desk, due: tuple[Citizen, ...]
) -> None:
    opened = window("retention")
    tab = _tab(opened)

    def hold(dialog: DecisionDialog) -> None:
        dialog.choice.set_value("hold")
        dialog.reason.set_value("Retssag")
        _save(dialog)

    def keep(dialog: DecisionDialog) -> None:
        dialog.choice.set_value("keep")
        dialog.reason.set_value("Klage")
        dialog.until.set_value(date(2027, 1, 1))
        _save(dialog)

    for number, answer in enumerate((hold, keep)):
        when_dialog_opens(DecisionDialog, answer)
        tab.due.opened.emit(tab.due.rows()[number])
        wait_until_idle(qtbot, desk)
    assert [(each.hold.reason, each.hold.until_on) for each in tab.holds.rows()] == [
        ("Retssag", None),
        ("Klage", date(2027, 1, 1)),
    ]

    when_dialog_opens(Question, lambda dialog: dialog.accept())
    tab.holds.opened.emit(tab.holds.rows()[0])
    wait_until_idle(qtbot, desk)
    assert [each.hold.reason for each in tab.holds.rows()] == ["Klage"]
    opened.close()


def test_somebody_can_be_held_long_before_their_time_is_up(
    qtbot: QtBot, window: Open, bench: Bench, desk: Desk
) -> None:
    bench.add_citizen("Jens Holm", "1203784444")
    opened = window("retention")
    tab = _tab(opened)

    def fill(dialog: HoldDialog) -> None:
        dialog.cpr.set_value("120378-4444")
        dialog.reason.set_value("Retssag")
        _save(dialog)

    when_dialog_opens(HoldDialog, fill)
    tab.hold.click()
    wait_until_idle(qtbot, desk)
    assert [each.subject.name for each in tab.holds.rows()] == ["Jens Holm"]
    opened.close()


def test_all_and_what_is_old_are_deleted_together(
    qtbot: QtBot, window: Open, desk: Desk, due: tuple[Citizen, ...]
) -> None:
    opened = window("retention")
    tab = _tab(opened)
    assert tab.delete_all.text() == "Slet alle (3)"
    (group,) = tab.groups.rows()

    when_dialog_opens(Question, lambda dialog: dialog.accept())
    tab.groups.opened.emit(group)
    wait_until_idle(qtbot, desk)
    assert tab.groups.rows() == ()

    def answer(dialog: ArchiveDialog) -> None:
        dialog.archive.set_value(ArchiveAnswer.NOT_WORTH_KEEPING.value)
        _save(dialog)

    when_dialog_opens(ArchiveDialog, answer)
    tab.delete_all.click()
    qtbot.waitUntil(lambda: _left(tab) == [])
    wait_until_idle(qtbot, desk)
    assert tab.said.text() == "3 er slettet."
    opened.close()


def test_the_municipality_sets_a_period_with_a_reason(
    qtbot: QtBot, window: Open, desk: Desk, due: tuple[Citizen, ...]
) -> None:
    opened = window("periods")
    (tab,) = opened.findChildren(PeriodsTab)

    def fill(dialog: PeriodDialog) -> None:
        _months(dialog).set_value("12a")
        (reason,) = dialog.findChildren(NoteField)
        reason.set_value("Besluttet af udvalget")
        _save(dialog)
        assert _months(dialog).shown_fault()
        _months(dialog).set_value("240")
        _save(dialog)

    when_dialog_opens(PeriodDialog, fill)
    tab.list.opened.emit(tab.list.rows()[0])
    wait_until_idle(qtbot, desk)

    assert (tab.list.rows()[0].months, tab.list.rows()[0].is_own, tab.list.rows()[0].from_on) == (240, True, TODAY)
    opened.navigate("security", "retention")
    wait_until_idle(qtbot, desk)
    assert _left(_tab(opened)) == []
    opened.close()
