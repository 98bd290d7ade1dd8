import pytest
from pytestqt.qtbot import QtBot

from koordinator.ui.theme import Theme
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge, Chip, Progress, StepBadge
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.guide_band import GuideBand
from koordinator.ui.widgets.staircase import Staircase
from tests.ui.parts import accessible_name


@pytest.mark.parametrize(
    ("step", "words", "tone"),
    [
        (None, "Ikke vurderet", Tone.NEUTRAL),
        (0, "Intet behov", Tone.NEUTRAL),
        (1, "Trin 1", Tone.STEP_1),
        (2, "Trin 2", Tone.STEP_2),
        (3, "Trin 3", Tone.STEP_3),
    ],
)
def test_step_is_always_said_in_words(qtbot: QtBot, step: int | None, words: str, tone: Tone) -> None:
    badge = StepBadge(step)
    qtbot.addWidget(badge)

    assert (accessible_name(badge), badge.tone()) == (words, tone)


def test_badge_is_drawn_in_its_tone_and_can_change(qtbot: QtBot, theme: Theme) -> None:
    badge = Badge("i dag", Tone.SOON)
    qtbot.addWidget(badge)
    badge.adjustSize()
    badge.show_as("3 dage over fristen", Tone.OVERDUE)
    badge.adjustSize()

    picture = badge.grab().toImage()

    assert picture.pixelColor(badge.width() // 2, 2).name().upper() == theme.tokens.tones[Tone.OVERDUE].fill
    assert accessible_name(badge) == "3 dage over fristen"


@pytest.mark.parametrize(
    ("progress", "shown", "said"),
    [
        (Progress.DONE, "✓ Plan", "Plan, gjort"),
        (Progress.NOW, "Plan", "Plan, det er vi ved"),
        (Progress.LATER, "Plan", "Plan, kommer senere"),
    ],
)
def test_chip_says_how_far_it_is(qtbot: QtBot, progress: Progress, shown: str, said: str) -> None:
    chip = Chip("Plan", progress)
    qtbot.addWidget(chip)

    assert (chip.text(), accessible_name(chip)) == (shown, said)


@pytest.mark.parametrize(("step", "said"), [(2, "Trin 2 af 3"), (0, "Intet behov"), (None, "Ikke vurderet")])
def test_staircase_says_where_the_citizen_stands(qtbot: QtBot, step: int | None, said: str) -> None:
    stairs = Staircase()
    qtbot.addWidget(stairs)

    stairs.set_step(step)
    stairs.grab()

    assert accessible_name(stairs) == said


@pytest.mark.parametrize(
    ("step", "last", "said"),
    [
        (2, 1, "Det peger på trin 2. Sidst: trin 1"),
        (3, None, "Det peger på trin 3"),
        (0, 3, "Det peger på intet behov. Sidst: trin 3"),
        (None, None, "Svarene peger ikke på et trin endnu"),
    ],
)
def test_preview_says_where_the_answers_point(qtbot: QtBot, step: int | None, last: int | None, said: str) -> None:
    stairs = Staircase(large=True)
    qtbot.addWidget(stairs)

    stairs.preview(step, last)
    stairs.grab()

    assert accessible_name(stairs) == said


@pytest.mark.parametrize(
    ("step", "before", "said"),
    [(1, 2, "Trin 1 af 3. Før: trin 2"), (0, 3, "Intet behov. Før: trin 3"), (2, 2, "Trin 2 af 3")],
)
def test_a_move_says_where_it_came_from(qtbot: QtBot, step: int, before: int, said: str) -> None:
    stairs = Staircase(large=True)
    qtbot.addWidget(stairs)

    stairs.set_step(step, before)
    stairs.grab()

    assert accessible_name(stairs) == said


def test_only_the_citizens_step_is_lit(qtbot: QtBot, theme: Theme) -> None:
    stairs = Staircase()
    qtbot.addWidget(stairs)
    stairs.set_step(2)
    stairs.resize(stairs.sizeHint())

    picture = stairs.grab().toImage()
    third, bottom = stairs.width() // 3, stairs.height() - 3
    colours = [picture.pixelColor(third * number + 6, bottom).name().upper() for number in range(3)]

    tokens = theme.tokens
    assert colours == [tokens.unlit_steps[0].fill, tokens.steps[1].fill, tokens.unlit_steps[2].fill]


def test_band_says_the_next_thing_and_offers_it(qtbot: QtBot) -> None:
    band = GuideBand()
    qtbot.addWidget(band)
    band.show()
    band.show_next("Indkald til det første samarbejdsmøde", "senest 4. december", "Indkald til møde", 2)
    band.show_way((("Vurdering", Progress.DONE), ("Indkaldelse", Progress.NOW), ("Møde", Progress.LATER)))
    (button,) = [part for part in band.findChildren(Button) if part.isVisible()]

    with qtbot.waitSignal(band.acted):
        button.click()

    assert accessible_name(band) == "Indkald til det første samarbejdsmøde"
    assert [accessible_name(chip) for chip in band.findChildren(Chip)][1] == "Indkaldelse, det er vi ved"


def test_band_without_anything_to_do_has_no_button(qtbot: QtBot) -> None:
    band = GuideBand()
    qtbot.addWidget(band)
    band.show()

    band.show_next("Alt er, som det skal være")
    band.show_way(())

    assert not any(button.isVisible() for button in band.findChildren(Button))


def test_a_remark_beside_the_next_thing_is_answered(qtbot: QtBot) -> None:
    band = GuideBand()
    qtbot.addWidget(band)
    band.show()
    band.show_next("Aftal det næste samarbejdsmøde")
    band.show_remark("Passer trinnet stadig?", "Set på det")
    (answer,) = [part for part in band.findChildren(Button) if part.isVisible()]

    with qtbot.waitSignal(band.remarked):
        answer.click()
    band.show_next("Aftal det næste samarbejdsmøde")

    assert not answer.isVisible()
