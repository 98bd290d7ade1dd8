"""The list of 100,000 citizens: first paint and a scroll step, against a model of Qt's own in the same view."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from operator import itemgetter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from koordinator.bootstrap.window import ui_resources
from koordinator.ui.look import dress
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from tests.bench.measuring import Row

ROWS = 100_000
STEPS = 200


def measure() -> list[Row]:
    """Milliseconds to the first paint, and the 95th percentile of a scroll step."""
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        dress(app, ui_resources())
    people = [(f"Borger {number:06d}", "120378-••••", "Trin 2", "Mette Holm") for number in range(ROWS)]
    ours: DataList[tuple[str, ...]] = DataList(
        "Borgere",
        [Column(str(at), itemgetter(at), 0 if at == 0 else 160, Look.PLAIN) for at in range(4)],
        lambda row: row[0],
    )
    theirs = QTableView()
    theirs.verticalHeader().setDefaultSectionSize(44)
    own_first = _first_paint(ours, lambda: ours.set_rows(people))
    model = _model_of_qt(people)
    _first_paint(theirs, lambda: theirs.setModel(model))
    own_step, floor_step = _scroll_step(ours), _scroll_step(theirs)
    return [
        Row("List of 100,000: first paint", "<= 33 ms", None, own_first, None),
        Row("List of 100,000: scroll step, p95", "<= 16 ms, <= 1.6 x", floor_step, own_step, own_step / floor_step),
    ]


def _model_of_qt(people: Sequence[tuple[str, ...]]) -> QStandardItemModel:
    """The same four columns, kept in C++."""
    model = QStandardItemModel(len(people), 4)
    for number, person in enumerate(people):
        for at, text in enumerate(person):
            model.setItem(number, at, QStandardItem(text))
    return model


def _first_paint(view: QTableView, fill: Callable[[], object]) -> float:
    view.resize(1100, 700)
    view.show()
    _settle()
    started = time.perf_counter()
    fill()
    view.viewport().repaint()
    return (time.perf_counter() - started) * 1000


def _scroll_step(view: QTableView) -> float:
    bar, times = view.verticalScrollBar(), []
    page = max(bar.maximum() // STEPS, 1)
    for step in range(STEPS):
        started = time.perf_counter()
        bar.setValue(step * page)
        view.viewport().repaint()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.quantiles(times, n=20)[-1]


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(50, loop.quit)
    loop.exec()
