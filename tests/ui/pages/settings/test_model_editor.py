"""A draft of a model in the real window, written with the keyboard: questions, answers, rules, faults."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from koordinator.domain.assessment_model import AtLeast, Combination, IsOneOf
from koordinator.domain.steps import Step
from koordinator.texts import model_editor as texts
from koordinator.ui.ask_value import AskText
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.model_condition import ConditionEditor
from koordinator.ui.pages.settings.model_editor import ModelEditor
from koordinator.ui.pages.settings.model_list import FaultsCard, ModelList
from koordinator.ui.pages.settings.model_places import Part, Place
from koordinator.ui.pages.settings.model_tab import ModelTab
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.choices import CheckBox, Choice
from tests.domain.assessments import STANDARD, STANDARD_TEXT
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.pages.settings.model_editing import (
    answer_with,
    button,
    field,
    listed,
    only,
    press,
    retype,
    settle,
    shelf,
    shown,
)
from tests.ui.parts import accessible_name


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
    for name in (texts.REMOVE_GROUP, texts.REMOVE_CONDITION, texts.REMOVE_CONDITION):
        icons = [each for each in editor.findChildren(Button) if each.accessibleName() == name]
        next(each for each in icons if each.isVisible()).click()
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
