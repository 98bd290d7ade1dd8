"""Figures: one definition for the screen and the paper."""

import xml.etree.ElementTree as ET

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from koordinator.documents.content import Drawing
from koordinator.documents.figures import (
    Circle,
    Figure,
    Label,
    Line,
    Polygon,
    Rect,
    ScorePoint,
    Stair,
    progress_line,
    staircase,
)
from koordinator.documents.palette import PAPER, Ink
from koordinator.documents.svg import svg
from tests.documents.press import printed

STAIRS = (Stair("Trin 1", ("Almindelig", "afstemning")), Stair("Trin 2", ("Møder",)), Stair("Trin 3", ("Samlet",)))


def whole_staircase() -> Figure:
    return staircase(Stair("Intet behov", ("lige nu",)), STAIRS, Stair("Afslut", ("målet er nået",)), "Trappen")


def labels(figure: Figure) -> list[str]:
    return [shape.text for shape in figure.shapes if isinstance(shape, Label)]


def test_the_staircase_rises_from_the_floor_and_leads_down_again() -> None:
    figure = whole_staircase()

    tops = [shape.y for shape in figure.shapes if isinstance(shape, Rect) and shape.height > 10]
    assert tops == sorted(tops, reverse=True)
    assert len({shape.fill for shape in figure.shapes if isinstance(shape, Rect) and shape.height > 10}) == len(STAIRS)
    assert labels(figure) == [
        *("Intet behov", "lige nu"),
        *("Trin 1", "Almindelig", "afstemning", "Trin 2", "Møder", "Trin 3", "Samlet"),
        *("Afslut", "målet er nået"),
    ]


def test_a_better_score_stands_higher() -> None:
    figure = progress_line((ScorePoint("maj", 3), ScorePoint("nov.", 5)), "Fra 3 til 5")

    low, high = (shape for shape in figure.shapes if isinstance(shape, Circle))
    assert high.y < low.y
    assert low.x < high.x
    assert [text for text in labels(figure) if text not in ("1", "10")] == ["5", "3", "maj", "5", "nov."]


def test_a_score_outside_the_scale_stays_in_the_picture() -> None:
    figure = progress_line((ScorePoint("a", -4), ScorePoint("b", 99)), "")

    assert all(0 <= shape.y <= figure.height for shape in figure.shapes if isinstance(shape, Circle))
    assert progress_line((), "").width > 0


ALL_SHAPES = Figure(
    60,
    40,
    (
        Rect(0, 0, 60, 40, fill=Ink.SURFACE),
        Rect(5, 5, 20, 10, fill=Ink.STEP_2, stroke=Ink.TEXT, radius=2),
        Circle(45, 10, 6, Ink.STEP_1, stroke=Ink.TEXT),
        Polygon(((5, 35), (15, 20), (25, 35)), Ink.STEP_3),
        Line(30, 25, 55, 25, Ink.CITIZEN, 2),
        Label(30, 36, "<b>Åse</b> & co", 8, Ink.TEXT, bold=True),
    ),
    'Alt "på" en gang <&>',
)


def test_svg_is_well_formed_and_keeps_text_as_text() -> None:
    root = ET.fromstring(svg(ALL_SHAPES, PAPER))  # noqa: S314 our own drawing

    assert root.findtext("{*}title") == 'Alt "på" en gang <&>'
    assert root.findtext("{*}text") == "<b>Åse</b> & co"
    assert len(root.findall("{*}rect")) == 2


def test_svg_takes_its_colours_from_the_theme() -> None:
    dark = dict(PAPER) | {Ink.STEP_2: "#123456"}

    assert "#123456" in svg(ALL_SHAPES, dark)
    assert "#123456" not in svg(ALL_SHAPES, PAPER)


def test_the_screen_shows_the_drawing(qapp: QApplication) -> None:
    renderer = QSvgRenderer(QByteArray(svg(ALL_SHAPES, PAPER).encode()))
    image = QImage(60, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()

    assert renderer.isValid()
    assert image.pixelColor(15, 10) == QColor(PAPER[Ink.STEP_2])
    assert image.pixelColor(45, 10) == QColor(PAPER[Ink.STEP_1])
    assert image.pixelColor(15, 32) == QColor(PAPER[Ink.STEP_3])


def test_the_paper_shows_the_same_words() -> None:
    page = printed(Drawing(ALL_SHAPES), Drawing(whole_staircase()), large_print=True).pages[0]

    assert "<b>Åse</b> & co" in page
    assert {"Trin 1", "Trin 2", "Trin 3"} <= set(page)
