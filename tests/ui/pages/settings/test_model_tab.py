"""Vurderingsmodel in the real window: a new version written with the keyboard, tried, and taken into use."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.assessment_model import AtLeast, Combination, IsOneOf
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.ids import AssessmentModelId
from koordinator.domain.steps import Step
from koordinator.texts import model_editor as texts
from koordinator.texts import model_trial as trial_texts
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import AskDate, AskText
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.model_condition import ConditionEditor
from koordinator.ui.pages.settings.model_editor import ModelEditor
from koordinator.ui.pages.settings.model_list import FaultsCard, ModelList
from koordinator.ui.pages.settings.model_places import Part, Place
from koordinator.ui.pages.settings.model_tab import ModelTab
from koordinator.ui.pages.settings.model_trial_view import TrialView
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.fields import TextField
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.table import DataList
from koordinator.usecases.assessment_models import ModelShelf
from koordinator.usecases.assessments import Assessments
from tests.domain.assessments import STANDARD, STANDARD_TEXT
from tests.support.office import TODAY, Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.parts import accessible_name, nameless

Found = TypeVar("Found", bound=QWidget)
FIRST = AssessmentModelId(1)


@pytest.fixture
def tab(window: Callable[[str], MainWindow]) -> Iterator[ModelTab]:
    opened = window("model")
    (found,) = opened.findChildren(ModelTab)
    yield found
    opened.close()


@pytest.fixture
def written(qtbot: QtBot, desk: Desk, tab: ModelTab) -> ModelTab:
    """A draft of version 2 is open."""
    listed(tab, texts.VERSIONS).setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    settle(qtbot, desk, tab)
    return tab


def settle(qtbot: QtBot, desk: Desk, tab: ModelTab) -> None:
    """Until what was typed is checked and nothing is on its way."""
    wait_until_idle(qtbot, desk)
    if tab._work.source is not None:
        qtbot.waitUntil(lambda: tab._work.is_checked)


def shelf(bench: Bench, desk: Desk) -> ModelShelf:
    return desk.services.assessment_models.shelf(bench.actor)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def listed(within: QWidget, name: str) -> DataList[object]:
    (found,) = [each for each in within.findChildren(DataList) if each.accessibleName() == name and each.isVisible()]
    return found


def button(within: QWidget, words: str) -> Button:
    (found,) = [each for each in within.findChildren(Button) if each.text() == words and each.isVisible()]
    return found


def field(within: QWidget, label: str) -> QLineEdit:
    lines = [each.findChild(QLineEdit) for each in within.findChildren(TextField) if each.isVisible()]
    (found,) = [line for line in lines if line is not None and accessible_name(line) == label]
    return found


def retype(line: QLineEdit, words: str) -> None:
    line.setFocus()
    line.selectAll()
    if words:
        QTest.keyClicks(line, words)
    else:
        QTest.keyClick(line, Qt.Key.Key_Delete)


def shown(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(Label) if label.isVisible()]


def answer_with(words: str) -> Callable[[AskText], None]:
    def type_it(dialog: AskText) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        QTest.keyClicks(line, words)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    return type_it


def only(within: QWidget, kind: type[Found]) -> Found:
    (found,) = within.findChildren(kind)
    return found


def test_a_new_version_is_made_and_its_words_are_kept(
    qtbot: QtBot, bench: Bench, desk: Desk, written: ModelTab
) -> None:
    retype(field(written, texts.SHORT_NAME), "Sager i alt")
    qtbot.waitUntil(lambda: shelf(bench, desk).drafts[0].model.parameters[0].label == "Sager i alt")

    qtbot.waitUntil(lambda: "Gemt" in shown(only(written, ModelEditor)))
    assert shelf(bench, desk).drafts[0].model.version == "2"
    assert shelf(bench, desk).released[0].released.text == STANDARD_TEXT


def test_what_is_typed_is_kept_when_the_page_is_left(qtbot: QtBot, bench: Bench, desk: Desk, written: ModelTab) -> None:
    retype(field(written, texts.QUESTION), "Hvor mange sager har {name_s} familie?")
    window = written.window()
    assert isinstance(window, MainWindow)

    window.navigate("overview")
    wait_until_idle(qtbot, desk)

    assert shelf(bench, desk).drafts[0].model.parameters[0].question.endswith("{name_s} familie?")


def test_each_fault_is_named_with_where_and_a_press_goes_there(qtbot: QtBot, desk: Desk, written: ModelTab) -> None:
    faults = only(written, FaultsCard)
    assert texts.NO_FAULTS in shown(faults)
    retype(field(written, texts.PARAMETER_SOURCE), "")
    settle(qtbot, desk, written)
    only(written, ModelList).go_to(Place(Part.RULES, 3))

    assert "1 ting skal rettes" in shown(faults)
    assert not button(written, texts.RELEASE).isEnabled()
    (where,) = [link for link in faults.findChildren(LinkButton) if link.isVisible()]
    assert accessible_name(where) == "Spørgsmål 1, »Antal sager«. »Kilde« mangler."
    where.setFocus()
    press(Qt.Key.Key_Space)

    assert only(written, ModelList).place == Place(Part.QUESTIONS, 0)
    assert QApplication.focusWidget() is field(written, texts.PARAMETER_SOURCE)


def test_a_question_with_answers_is_added_moved_and_removed_again(qtbot: QtBot, desk: Desk, written: ModelTab) -> None:
    model_list = only(written, ModelList)
    when_dialog_opens(AskText, answer_with("Søvn"))
    button(model_list, texts.ADD_QUESTION).click()
    for label in ("God", "Dårlig"):
        when_dialog_opens(AskText, answer_with(label))
        button(written, texts.ADD_ANSWER).click()
    settle(qtbot, desk, written)

    added = written._work.model.parameters[-1]
    assert (added.key, [each.key for each in added.options]) == ("soevn", ["god", "daarlig"])
    assert model_list.place == Place(Part.QUESTIONS, 11)
    assert "»Svarets navn«" not in " ".join(shown(only(written, FaultsCard)))

    icons = [each for each in model_list.findChildren(Button) if each.accessibleName() == texts.UP]
    icons[0].click()
    assert [each.key for each in written._work.model.parameters[-2:]] == ["soevn", "wish"]
    (remove,) = [each for each in model_list.findChildren(Button) if each.accessibleName() == texts.REMOVE]
    remove.click()
    assert written._work.model.parameters == STANDARD.parameters
    button(written, texts.UNDO).click()
    assert written._work.model.parameters[-2].key == "soevn"


def test_answers_move_with_their_need_and_show_in_the_preview(qtbot: QtBot, desk: Desk, written: ModelTab) -> None:
    answers = listed(written, texts.ANSWERS)
    answers.setFocus()
    press(Qt.Key.Key_Down)
    retype(field(written, texts.ANSWER_NAME), "Et par stykker")
    (down,) = [
        each
        for each in written.findChildren(Button)
        if each.accessibleName() == texts.DOWN and not only(written, ModelList).isAncestorOf(each)
    ]
    down.click()
    settle(qtbot, desk, written)

    options = written._work.model.parameters[0].options
    assert [(each.label, each.need) for each in options][1:3] == [("Fire eller fem", 1), ("Et par stykker", 2)]
    assert "Spørgsmål 1, »Antal sager«" in " ".join(shown(only(written, FaultsCard)) + _links(written))


def _links(tab: ModelTab) -> list[str]:
    return [link.accessibleName() for link in only(tab, FaultsCard).findChildren(LinkButton)]


def test_a_text_that_is_too_long_says_so_and_is_not_stored(written: ModelTab) -> None:
    label = field(written, texts.SHORT_NAME)

    label.setText("x" * 81)

    assert written._work.model.parameters[0].label == "Antal sager"
    assert label.accessibleDescription()


def test_a_rule_is_made_of_choices(qtbot: QtBot, desk: Desk, written: ModelTab) -> None:
    only(written, ModelList).go_to(Place(Part.RULES, 0))
    when_dialog_opens(AskText, answer_with("Søvn og ønske"))
    button(only(written, ModelList), texts.ADD_RULE).click()
    written.window().activateWindow()
    qtbot.waitUntil(written.window().isActiveWindow)
    editor = only(written, ConditionEditor)

    _choose(editor, texts.WHICH_QUESTION, "wish")
    _choose(editor, texts.HOW, "is_one_of")
    box = next(each for each in editor.findChildren(CheckBox) if each.isVisible() and not each.isChecked())
    box.setFocus()
    press(Qt.Key.Key_Space)
    button(editor, texts.ADD_CONDITION).click()
    button(editor, texts.ADD_GROUP).click()
    settle(qtbot, desk, written)

    rule = written._work.model.rules[-1]
    wish, cases, group = rule.condition.parts if isinstance(rule.condition, Combination) else (None, None, None)
    assert rule.step is Step.ALIGNMENT
    assert isinstance(wish, IsOneOf)
    assert set(wish.options) == {"alone", "one_person"}
    assert cases == AtLeast(STANDARD.parameters[0].key, STANDARD.parameters[0].options[-1].key)
    assert isinstance(group, Combination)
    assert group.needed == 1
    assert "•  mindst én af disse skal passe:" in " ".join(shown(written)).replace("\n", " ")

    _choose(editor, texts.HOW_MANY, 2, which=1)
    (remove,) = [each for each in editor.findChildren(Button) if each.accessibleName() == texts.REMOVE_GROUP]
    remove.click()
    for _ in range(2):
        taken = [each for each in editor.findChildren(Button) if each.accessibleName() == texts.REMOVE_CONDITION]
        next(each for each in taken if each.isVisible()).click()
    settle(qtbot, desk, written)
    assert written._work.model.rules[-1].condition == Combination(0, ())
    assert any("gruppe uden betingelser" in link for link in _links(written))


def _choose(editor: ConditionEditor, name: str, key: object, which: int = 0) -> None:
    choice = [each for each in editor.findChildren(Choice) if each.accessibleDescription() == name and each.isVisible()]
    choice[which].setFocus()
    choice[which].choose(key)
    choice[which].activated.emit(choice[which].currentIndex())


def test_the_last_tick_of_a_condition_stays(written: ModelTab) -> None:
    at = next(n for n, rule in enumerate(STANDARD.rules) if rule.key == "meetings_too_little")
    only(written, ModelList).go_to(Place(Part.RULES, at))
    editor = only(written, ConditionEditor)

    (ticked,) = [each for each in editor.findChildren(CheckBox) if each.isVisible() and each.isChecked()]
    ticked.click()

    assert ticked.isChecked()
    assert written._work.model.rules == STANDARD.rules


def test_a_condition_about_what_is_gone_says_so(qtbot: QtBot, desk: Desk, written: ModelTab) -> None:
    (remove,) = [
        each for each in only(written, ModelList).findChildren(Button) if each.accessibleName() == texts.REMOVE
    ]
    remove.click()
    only(written, ModelList).go_to(Place(Part.RULES, 3))
    settle(qtbot, desk, written)

    assert any("som ikke findes mere (cases)" in link for link in _links(written))
    words = [choice.currentText() for choice in only(written, ConditionEditor).findChildren(Choice)]
    assert "cases (findes ikke mere)" in words


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
