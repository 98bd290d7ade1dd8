"""Vurderingsmodel in the real window: versions, trying a draft, taking it into use, and files."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.ids import AssessmentModelId
from koordinator.domain.steps import Step
from koordinator.texts import model_editor as texts
from koordinator.texts import model_trial as trial_texts
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import AskDate, AskText
from koordinator.ui.desk import Desk
from koordinator.ui.pages.settings.model_editor import ModelEditor
from koordinator.ui.pages.settings.model_list import ModelList
from koordinator.ui.pages.settings.model_places import Part, Place
from koordinator.ui.pages.settings.model_shelf import ShelfView
from koordinator.ui.pages.settings.model_tab import ModelTab
from koordinator.ui.pages.settings.model_trial_view import TrialView
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import NoteField, TextField
from koordinator.ui.widgets.table import DataList
from koordinator.usecases.assessments import Assessments
from tests.domain.assessments import STANDARD, STANDARD_TEXT
from tests.support.full_disk import can_fill_disk
from tests.support.office import TODAY, Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.pages.settings.model_editing import (
    button,
    field,
    focused,
    listed,
    only,
    press,
    retype,
    settle,
    shelf,
    shown,
    tab_to,
)
from tests.ui.parts import accessible_name, nameless
from tests.ui.refused import RefusedOnce

FIRST = AssessmentModelId(1)


def test_a_draft_is_tried_before_it_takes_effect(qtbot: QtBot, bench: Bench, desk: Desk, written: ModelTab) -> None:
    lone = bench.add_citizen()
    Assessments(bench.office).compute_and_lock(bench.actor, lone.id, '[answers]\ndepartments = "three"\n')
    at = next(n for n, rule in enumerate(STANDARD.rules) if rule.key == "many_departments")
    rules = tuple(replace(rule, step=Step.MEETINGS) if n == at else rule for n, rule in enumerate(STANDARD.rules))
    written._work.apply(replace(written._work.model, rules=rules))
    settle(qtbot, desk, written)

    button(written, texts.TRY).click()
    wait_until_idle(qtbot, desk)

    trial = only(written, TrialView)
    assert "1 af 1 vurdering ville få et andet trin." in shown(trial)
    assert f"Borger {lone.id} · Trin 1 → trin 2" in shown(trial)
    assert any("Fagenheder: »Tre«" in words for words in shown(trial))
    assert not any("Lone" in words for words in shown(trial))
    assert nameless(written.window()) == []
    button(trial, f"‹ {trial_texts.BACK}").click()
    assert only(written, ModelEditor).isVisible()


def test_trying_on_nothing_says_so_and_can_be_done_again(qtbot: QtBot, desk: Desk, written: ModelTab) -> None:
    button(written, texts.TRY).click()
    written._stop()
    wait_until_idle(qtbot, desk)

    assert trial_texts.NONE_LOCKED in shown(only(written, TrialView))


def test_a_draft_is_taken_into_use_from_a_day(qtbot: QtBot, bench: Bench, desk: Desk, written: ModelTab) -> None:
    def in_ten_days(dialog: AskDate) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.selectAll()
        QTest.keyClicks(line, "01.12.2026")
        QTest.keyClick(line, Qt.Key.Key_Return)

    when_dialog_opens(AskDate, in_ten_days)
    button(written, texts.RELEASE).click()
    wait_until_idle(qtbot, desk)

    newest, first = shelf(bench, desk).released
    assert (newest.released.model_version, first.until_on) == ("2", TODAY + timedelta(10))
    assert "Trappemodellen · standard · version 2 gælder fra 1. december 2026." in shown(written)
    assert shelf(bench, desk).drafts == ()


def test_a_released_version_is_shown_but_not_changed(qtbot: QtBot, desk: Desk, tab: ModelTab) -> None:
    listed(tab, texts.VERSIONS).setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    settle(qtbot, desk, tab)

    assert texts.READ_ONLY in shown(tab)
    assert not [each for each in tab.findChildren(TextField) if each.isVisible()]
    only(tab, ModelList).go_to(Place(Part.RULES, 0))
    assert any(words.startswith("Det bliver trin 3.") for words in shown(tab))
    tab._work.apply(replace(tab._work.model, title="Andet"))
    assert tab._work.model == STANDARD
    button(tab, texts.NEW_VERSION).click()
    settle(qtbot, desk, tab)
    assert tab._work.is_draft


def test_an_empty_draft_says_what_to_do_and_can_be_deleted(
    qtbot: QtBot, bench: Bench, desk: Desk, tab: ModelTab
) -> None:
    button(tab, texts.FROM_SCRATCH).click()
    settle(qtbot, desk, tab)
    for part, words in ((Part.QUESTIONS, texts.NO_QUESTION_CHOSEN), (Part.RULES, texts.NO_RULE_CHOSEN)):
        only(tab, ModelList).go_to(Place(part))
        assert words in shown(tab)
        assert nameless(tab.window()) == []

    when_dialog_opens(Question, lambda dialog: button(dialog, texts.DISCARD).click())
    button(tab, texts.DISCARD).click()
    wait_until_idle(qtbot, desk)

    assert shelf(bench, desk).drafts == ()


def test_a_file_is_read_in_or_refused_with_its_line(
    qtbot: QtBot, bench: Bench, desk: Desk, tab: ModelTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, wrong = tmp_path / "model.toml", tmp_path / "forkert.toml"
    file.write_text(STANDARD_TEXT.replace('version = "1"', 'version = "7"'), encoding="utf-8")
    wrong.write_text(STANDARD_TEXT.replace("need = 0", "need = ja", 1), encoding="utf-8")
    chosen = iter([str(file), str(wrong), ""])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(chosen), ""))
    said: list[str] = []

    button(tab, texts.IMPORT).click()
    wait_until_idle(qtbot, desk)

    def read(dialog: Question) -> None:
        said.extend(shown(dialog))
        dialog.accept()

    when_dialog_opens(Question, read)
    button(tab, texts.IMPORT).click()
    wait_until_idle(qtbot, desk)
    button(tab, texts.IMPORT).click()

    assert [draft.model.version for draft in shelf(bench, desk).drafts] == ["7"]
    assert "line=31" in " ".join(said)
    assert any("er læst ind som et udkast" in words for words in shown(tab))


def test_a_version_is_saved_as_a_file(
    qtbot: QtBot, desk: Desk, written: ModelTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ud.toml"), ""))
    retype(field(written, texts.SHORT_NAME), "Sager")

    button(written, texts.EXPORT).click()
    wait_until_idle(qtbot, desk)

    assert parse_model((tmp_path / "ud.toml").read_text(encoding="utf-8")).parameters[0].label == "Sager"


def test_a_new_version_comes_into_force_by_keyboard_alone(
    qtbot: QtBot, bench: Bench, desk: Desk, written: ModelTab
) -> None:
    tab_to(lambda focus: accessible_name(focus) == texts.PARAMETER_SOURCE)
    press(Qt.Key.Key_End)
    QTest.keyClicks(focused(), " i år")
    settle(qtbot, desk, written)

    def today(dialog: AskDate) -> None:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_dialog_opens(AskDate, today)
    tab_to(lambda focus: isinstance(focus, Button) and focus.text() == texts.RELEASE)
    press(Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)

    newest, first = shelf(bench, desk).released
    assert parse_model(newest.released.text).parameters[0].source.endswith(" i år")
    assert (newest.released.from_on, first.until_on) == (TODAY, TODAY)


@can_fill_disk
def test_a_version_to_come_is_withdrawn_with_a_reason_that_a_full_disk_does_not_lose(
    qtbot: QtBot, bench: Bench, desk: Desk, tab: ModelTab
) -> None:
    models = desk.services.assessment_models
    released = models.release(bench.actor, models.new_version(bench.actor, FIRST), TODAY + timedelta(10))
    tab.reload()
    wait_until_idle(qtbot, desk)
    lines: DataList[object] = next(iter(only(tab, ShelfView).findChildren(DataList)))

    def fill(dialog: AskText) -> None:
        assert nameless(dialog) == []
        dialog.findChildren(NoteField)[0].set_value("Et spørgsmål mangler")

    RefusedOnce(qtbot, bench, desk).fill_in(AskText, fill, lambda: lines.acted.emit(lines.rows()[0], 4))

    (gone,) = shelf(bench, desk).withdrawn
    assert (gone.id, gone.withdrawn_because) == (released.id, "Et spørgsmål mangler")
    assert any("trukket tilbage og gælder ikke fra 1. december 2026" in words for words in shown(tab))
