from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from koordinator.ui.snapshot import PictureNotSaved, render
from koordinator.ui.theme import Theme
from tests.ui.gallery_pages import OverviewPage


def test_page_becomes_a_picture(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    page = OverviewPage()
    qtbot.addWidget(page)

    render(page, tmp_path / "overblik.png", QSize(1_100, 700))

    picture = QImage(str(tmp_path / "overblik.png"))
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1_100, 5) for y in range(0, 700, 5)}
    assert picture.size() == QSize(1_100, 700)
    assert {QColor(theme.tokens.surface).name(), QColor(theme.tokens.primary.fill).name()} <= colours


def test_place_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    page = OverviewPage()
    qtbot.addWidget(page)

    with pytest.raises(PictureNotSaved):
        render(page, tmp_path / "findes ikke" / "overblik.png")
