"""Bars: the part is filled within the frame of its whole, all on one scale, with the numbers in words beside."""

from koordinator.documents.figures import Figure, Label, Rect
from koordinator.documents.figures_bars import GroupBar, bars_figure
from koordinator.documents.palette import Ink

BARS = (GroupBar("Voksen", 18, 24, "18 af 24"), GroupBar("Børn", 0, 6, "0 af 6"), GroupBar("Unge", 12, None, "12"))


def rects(figure: Figure, fill: Ink) -> list[Rect]:
    return [shape for shape in figure.shapes if isinstance(shape, Rect) and shape.fill is fill]


def test_the_part_is_as_much_of_the_frame_as_the_number_of_its_whole() -> None:
    figure = bars_figure(BARS, 24, "Møder")
    frames, filled = rects(figure, Ink.SURFACE), rects(figure, Ink.PRIMARY)

    assert [round(part.width / frames[0].width * 24) for part in filled] == [18, 12]
    assert [round(frame.width / frames[0].width * 24) for frame in frames] == [24, 6, 12]
    assert frames[0].stroke is Ink.PRIMARY


def test_each_group_has_its_name_and_its_numbers_in_words() -> None:
    figure = bars_figure(BARS, 24, "Møder")
    said = [shape.text for shape in figure.shapes if isinstance(shape, Label)]

    assert said == ["Voksen", "18 af 24", "Børn", "0 af 6", "Unge", "12"]
    assert figure.alternative == "Møder"


def test_all_stays_within_the_figure_also_with_a_long_name_and_large_letters() -> None:
    figure = bars_figure((GroupBar("Den meget lange afdeling for " * 5, 3, 3, "3 af 3"),), 3, "x", size=18)

    for shape in figure.shapes:
        if isinstance(shape, Rect):
            assert 0 <= shape.x <= shape.x + shape.width <= figure.width
            assert 0 <= shape.y <= shape.y + shape.height <= figure.height
        if isinstance(shape, Label):
            assert 0 <= shape.y <= figure.height


def test_nothing_at_all_can_be_drawn() -> None:
    assert bars_figure((GroupBar("Voksen", 0, 0, "0 af 0"),), 0, "x").height > 0
