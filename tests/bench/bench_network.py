"""The network picture of 25 contact persons: laid out and written as SVG, and drawn on the screen."""

import os
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from koordinator.bootstrap.window import ui_resources
from koordinator.documents.network_maker import NetworkDrawings
from koordinator.documents.palette import PAPER
from koordinator.ui.look import dress
from tests.bench.measuring import Row, medians
from tests.documents.networks import crowd
from tests.documents.press import PRESS

ROUNDS: Final = 15


def measure() -> list[Row]:
    """Milliseconds for 25 and 40, painted."""
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        dress(app, ui_resources())
    few, many = medians(ROUNDS, lambda: _painted(25), lambda: _painted(40))
    return [
        Row("Network picture of 25: layout, SVG, painted", "<= 50 ms", None, few, None),
        Row("Network picture of 40: layout, SVG, painted", "", None, many, None),
    ]


def _painted(count: int) -> None:
    colours = {ink.value: colour for ink, colour in PAPER.items()}
    drawn = NetworkDrawings(PRESS).picture(crowd(count), colours)
    image = QImage(round(drawn.width), round(drawn.height), QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawn.svg.encode())).render(painter)
    painter.end()
