import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from koordinator.texts import ui as texts
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.scaffold import PageScaffold
from tests.ui.parts import accessible_name, nameless


@pytest.fixture
def frame(qtbot: QtBot) -> PageScaffold:
    frame = PageScaffold("Møder", "3 i dag")
    qtbot.addWidget(frame)
    frame.content.addWidget(Label("Indhold"))
    frame.resize(800, 600)
    frame.show()
    return frame


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_content_keeps_its_width_when_the_scroll_bar_comes(qtbot: QtBot, frame: PageScaffold) -> None:
    frame.show_content()
    tall = QWidget()
    tall.hide()
    tall.setMinimumHeight(3_000)
    frame.content.addWidget(tall)
    before = frame._content.width()

    tall.show()

    qtbot.waitUntil(frame.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: frame._content.width() == before)


def test_quick_answer_shows_no_waiting(qtbot: QtBot, frame: PageScaffold) -> None:
    frame.show_loading()
    frame.show_content()

    assert not frame._loading_timer.isActive()
    assert words(frame) == ["Møder", "3 i dag", "Indhold"]


def test_slow_answer_says_that_it_is_on_its_way(qtbot: QtBot, frame: PageScaffold) -> None:
    frame.show_loading()
    assert texts.LOADING not in words(frame)
    assert frame._loading_timer.interval() == 200

    qtbot.waitUntil(lambda: texts.LOADING in words(frame))
    frame.show_content()

    assert words(frame) == ["Møder", "3 i dag", "Indhold"]


def test_content_stays_while_it_is_read_again(frame: PageScaffold) -> None:
    frame.show_content()
    frame.show_loading()

    assert not frame._loading_timer.isActive()
    assert "Indhold" in words(frame)


def test_empty_page_says_what_to_do_and_does_it(qtbot: QtBot, frame: PageScaffold) -> None:
    done: list[str] = []
    frame.show_empty("calendar", "Der er ingen møder endnu.", "Forbered et møde", lambda: done.append("forberedt"))

    next(button for button in frame.findChildren(Button) if accessible_name(button) == "Forbered et møde").click()

    assert done == ["forberedt"]
    assert "Der er ingen møder endnu." in words(frame)
    assert "Indhold" not in words(frame)
    assert nameless(frame) == []


def test_error_says_what_happened_and_can_be_tried_again(frame: PageScaffold) -> None:
    tried: list[str] = []
    frame.show_error("Databasen svarer ikke. Intet er gået tabt.", lambda: tried.append("igen"))

    next(button for button in frame.findChildren(Button) if accessible_name(button) == texts.RETRY).click()

    assert tried == ["igen"]
    assert words(frame)[2:] == [texts.FAILED_HEADING, "Databasen svarer ikke. Intet er gået tabt."]


def test_title_actions_and_the_way_up(qtbot: QtBot, frame: PageScaffold) -> None:
    frame.add_action(Button("Nyt møde", Kind.PRIMARY))
    frame.set_crumb("Lone Bæk › Møder")
    frame.set_title("Hvor meget koordinering er der brug for?")
    crumb = next(button for button in frame.findChildren(Button) if accessible_name(button) == "Lone Bæk › Møder")

    with qtbot.waitSignal(frame.crumb_clicked):
        crumb.click()

    assert words(frame)[0] == "Hvor meget koordinering er der brug for?"
    assert "3 i dag" not in words(frame)


def test_page_may_have_a_header_of_its_own(frame: PageScaffold) -> None:
    frame.set_header(Label("Lone Bæk"))
    frame.show_content()

    assert sorted(words(frame)) == ["Indhold", "Lone Bæk"]


def test_card_has_its_title_as_its_name(qtbot: QtBot) -> None:
    card = Card("Indsatser")
    qtbot.addWidget(card)
    card.add_to_head(Button("Tilføj"))
    card.show()

    assert accessible_name(card) == "Indsatser"
    card.set_title("")
    assert words(card) == []


def test_card_that_is_taller_than_its_words_keeps_them_at_the_top(qtbot: QtBot) -> None:
    card = Card("Indsatser")
    qtbot.addWidget(card)
    label = Label("Hjemmesygepleje")
    card.body.addWidget(label)
    card.resize(300, 500)
    card.show()

    assert label.geometry().bottom() < 120


def test_panel_changes_words_and_tone(qtbot: QtBot) -> None:
    panel = Panel("To fagenheder giver støtte om morgenen.", Tone.SOON)
    qtbot.addWidget(panel)
    panel.show()

    panel.set_text("Det er aftalt.", Tone.DONE)

    assert words(panel) == ["Det er aftalt."]
    assert panel.property("tone") == "done"
