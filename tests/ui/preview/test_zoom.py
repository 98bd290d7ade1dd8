"""How large a page is shown."""

from PySide6.QtCore import QSize

from koordinator.domain.page_picture import PageSize
from koordinator.ui.preview.zoom import STEPS, Fit, Room, next_step, percent_of, scale_of

A4, LYING = PageSize(595.0, 842.0), PageSize(842.0, 595.0)


def test_percent_is_of_the_papers_own_size() -> None:
    room = Room(QSize(500, 500), 96)

    assert round(A4.width * scale_of(100, (A4,), room)) == 793
    assert percent_of(scale_of(150, (A4,), room), room) == 150


def test_the_widest_page_fits_the_width() -> None:
    room = Room(QSize(600, 400), 96)

    assert round(LYING.width * scale_of(Fit.WIDTH, (A4, LYING), room)) == 600


def test_a_whole_page_is_seen_in_both_directions() -> None:
    scale = scale_of(Fit.PAGE, (A4,), Room(QSize(900, 421), 96))

    assert round(A4.height * scale) == 421


def test_a_window_of_no_size_shows_a_page_all_the_same() -> None:
    room = Room(QSize(-20, -20), 96)

    assert percent_of(scale_of(Fit.PAGE, (A4,), room), room) == 10


def test_a_very_wide_screen_does_not_blow_the_page_up() -> None:
    room = Room(QSize(9000, 9000), 96)

    assert percent_of(scale_of(Fit.WIDTH, (A4,), room), room) == STEPS[-1]


def test_steps_go_to_the_nearest_and_stop_at_the_ends() -> None:
    assert [next_step(97, larger=True), next_step(97, larger=False)] == [100, 75]
    assert [next_step(300, larger=True), next_step(20, larger=False)] == [300, 50]
