"""An assessment begun before a new version of the model: said so, and finished or begun again."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from koordinator.domain.assessment import Assessment
from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import AssessmentModelId
from koordinator.texts import assessment_page as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.widgets.buttons import Button
from tests.support.histories import Histories
from tests.support.office import TODAY, Bench
from tests.ui.office_window import wait_until_idle
from tests.ui.pages.assessment.hands import enter, open_again, press, words_on
from tests.ui.parts import nameless


def release_new_version(bench: Bench, desk: Desk) -> None:
    """Version 2, from tomorrow, which is then today."""
    models = desk.services.assessment_models
    draft = models.new_version(bench.actor, AssessmentModelId(1))
    models.release(bench.actor, draft, TODAY + timedelta(1))
    bench.clock.pass_days(1)


def begin(qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen, window: MainWindow) -> None:
    """One answer is given by version 1, and version 2 takes over."""
    enter(window)
    press(window, 2)
    wait_until_idle(qtbot, desk)
    release_new_version(bench, desk)
    open_again(qtbot, desk, window, lone)


def button(window: MainWindow, words: str) -> Button:
    (found,) = [each for each in window.findChildren(Button) if each.text() == words and each.isVisible()]
    return found


def test_a_begun_assessment_can_be_begun_again(
    qtbot: QtBot, bench: Bench, desk: Desk, histories: Histories, lone: Citizen, window: MainWindow
) -> None:
    begin(qtbot, bench, desk, lone, window)
    assert texts.older_model("1", "2") in words_on(window)
    assert nameless(window) == []
    (before,) = histories.all(Assessment)

    button(window, texts.BEGIN_AGAIN).click()
    wait_until_idle(qtbot, desk)

    (after,) = histories.all(Assessment)
    assert (after.id, after.model_version, after.answers) == (before.id, "2", before.answers)
    assert texts.older_model("1", "2") not in words_on(window)


def test_a_begun_assessment_can_be_finished_as_it_is(
    qtbot: QtBot, bench: Bench, desk: Desk, histories: Histories, lone: Citizen, window: MainWindow
) -> None:
    begin(qtbot, bench, desk, lone, window)

    button(window, texts.GO_ON_WITH_OLDER).click()
    press(window, 3)
    wait_until_idle(qtbot, desk)

    assert texts.older_model("1", "2") not in words_on(window)
    assert [each.model_version for each in histories.all(Assessment)] == ["1"]
