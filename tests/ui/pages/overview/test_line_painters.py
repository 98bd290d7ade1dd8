"""Where the words and the badge of a small line stand, in wide and narrow cards."""

import pytest
from PySide6.QtCore import QRect

from koordinator.ui.pages.overview.line_painters import SmallPainter
from koordinator.ui.pages.overview.view_state import SmallLine, Target
from koordinator.ui.theme import Theme

PLAIN = SmallLine("Sender behandlingsplanen til jobcentret", "Tina Dam · Ægir Møller", Target("follow_up", 1))
LATE = PLAIN._replace(chip="34 dage over fristen")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_word_is_cut_by_the_badge(theme: Theme, scale: float) -> None:
    theme.set_text_scale(scale)
    painter = SmallPainter()
    longest = painter.plain_size.horizontalAdvance("behandlingsplanen")

    assert painter.words_box(LATE, QRect(0, 0, 350, 200)).width() >= longest


def test_a_badge_that_takes_the_room_of_the_words_stands_under_them(theme: Theme) -> None:
    theme.set_text_scale(1.5)
    painter = SmallPainter()
    narrow, wide = QRect(0, 0, 350, 200), QRect(0, 0, 800, 200)
    badge = painter.chip_box(LATE.chip, 0, 0)

    assert painter.words_box(LATE, narrow).width() == painter.words_box(PLAIN, narrow).width()
    assert painter.height(LATE, narrow.width()) >= painter.height(PLAIN, narrow.width()) + badge.height()
    assert painter.words_box(LATE, wide).width() <= painter.words_box(PLAIN, wide).width() - badge.width()
    assert painter.height(LATE, wide.width()) == painter.height(PLAIN, wide.width())
