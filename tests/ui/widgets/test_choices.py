from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from koordinator.ui.theme import Theme
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.choices import CheckBox, Choice, FilterChips
from koordinator.ui.widgets.option_card import Option, OptionCard, OptionCards
from tests.ui.parts import accessible_name, accessible_role, nameless

PERIODS = ((1, "1. halvår 2026"), (2, "2. halvår 2026"))


def test_list_is_chosen_from_with_the_keyboard(qtbot: QtBot) -> None:
    choice = Choice(PERIODS, "Periode")
    qtbot.addWidget(choice)
    choice.show()

    QTest.keyClick(choice, Qt.Key.Key_Down)

    assert choice.key() == 2
    assert (choice.accessibleName(), choice.accessibleDescription()) == ("Periode", "Periode")


def test_one_long_name_does_not_make_the_page_wider(qtbot: QtBot, theme: Theme) -> None:
    short, long = Choice(PERIODS, "Periode"), Choice([(1, "Anne-Margrethe Frydendahl-Christoffersen " * 5)], "Hvem")
    for choice in (short, long):
        qtbot.addWidget(choice)

    assert short.minimumSizeHint().width() < long.minimumSizeHint().width() == 220
    assert long.sizeHint().width() == 400
    theme.set_text_scale(2.0)
    assert long.sizeHint().width() == 800


def test_rolling_down_the_page_changes_nothing(qtbot: QtBot) -> None:
    choice = Choice(PERIODS, "Periode")
    qtbot.addWidget(choice)
    at = QPointF(5, 5)
    none = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )

    QApplication.sendEvent(choice, wheel)

    assert choice.key() == 1


def test_choice_survives_other_options(qtbot: QtBot) -> None:
    choice = Choice(PERIODS, "Periode")
    qtbot.addWidget(choice)
    choice.choose(2)

    choice.set_options((*PERIODS, (3, "1. halvår 2027")))
    assert choice.key() == 2
    choice.set_options(())
    assert choice.key() is None


def test_tick_is_set_on_the_whole_line_and_with_the_space_bar(qtbot: QtBot) -> None:
    box = CheckBox("Lone har fået det at vide")
    qtbot.addWidget(box)
    box.show()
    box.grab()

    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() // 2))
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert accessible_role(box) is QAccessible.Role.CheckBox


def test_filter_keeps_exactly_one_choice(qtbot: QtBot) -> None:
    chips = FilterChips((("team", "Team"), ("employee", "Medarbejder")), "Opgjort efter")
    qtbot.addWidget(chips)
    chips.show()
    team, employee = chips.findChildren(Button)

    with qtbot.waitSignal(chips.chosen) as chosen:
        employee.click()
    employee.click()

    assert chosen.args == ["employee"]
    assert (chips.key(), team.isChecked(), employee.isChecked()) == ("employee", False, True)
    chips.choose("team")
    chips.set_words("team", "Team (4)")
    assert (chips.key(), team.text()) == ("team", "Team (4)")
    assert nameless(chips) == []


OPTIONS = (
    Option("yes", "Ja, uden problemer", "Husker aftaler og ringer selv."),
    Option("help", "Ja, med lidt støtte", "Har brug for, at nogen minder om det.", (("Lones svar", Tone.VOICE),)),
    Option("no", "Nej"),
)


def cards(qtbot: QtBot, chosen: str | None = None) -> OptionCards:
    cards = OptionCards("")
    qtbot.addWidget(cards)
    cards.show_options("Kan Lone selv koordinere?", OPTIONS, chosen)
    cards.resize(400, 400)
    cards.show()
    qtbot.waitUntil(cards.isActiveWindow)
    return cards


def test_answer_is_chosen_with_its_number(qtbot: QtBot) -> None:
    question = cards(qtbot)
    assert question.key() is None

    with qtbot.waitSignal(question.chosen) as chosen:
        QTest.keyClick(question.findChildren(OptionCard)[0], Qt.Key.Key_2)
    QTest.keyClick(question, Qt.Key.Key_9)
    QTest.keyClick(question, Qt.Key.Key_0)

    assert chosen.args == ["help"]
    assert question.key() == "help"


def test_answer_is_chosen_with_mouse_and_arrows(qtbot: QtBot) -> None:
    question = cards(qtbot, "yes")
    first = question.findChildren(OptionCard)[0]
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Down)
    assert question.key() == "help"
    QTest.mouseClick(question.findChildren(OptionCard)[2], Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    assert question.key() == "no"


def test_answer_says_all_of_itself(qtbot: QtBot) -> None:
    card = cards(qtbot).findChildren(OptionCard)[1]

    assert accessible_name(card) == "Ja, med lidt støtte. Har brug for, at nogen minder om det. Lones svar"
    assert accessible_role(card) is QAccessible.Role.RadioButton


def test_other_question_has_other_answers(qtbot: QtBot) -> None:
    question = cards(qtbot, "yes")

    question.show_options("Og nu?", OPTIONS[1:], "no")

    assert question.key() == "no"
    assert accessible_name(question) == "Og nu?"
    question.choose(0)
    assert question.key() == "help"


def test_narrow_card_is_taller(qtbot: QtBot) -> None:
    card = OptionCard(OPTIONS[1])
    qtbot.addWidget(card)

    assert card.heightForWidth(240) > card.heightForWidth(600)
    card.resize(240, card.heightForWidth(240))
    card.grab()
