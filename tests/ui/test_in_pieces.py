"""Much that is built a few things at a time."""

from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from koordinator.ui.in_pieces import InPieces


def test_what_is_done_in_pieces_is_done_in_order_and_never_with_what_came_before(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    pieces = InPieces(owner, a_turn=2)
    pieces.begin((partial(done.append, n) for n in range(9)), at_once=1)
    assert done == [0]
    pieces.begin((partial(done.append, n) for n in range(10, 14)), at_once=1)
    qtbot.waitUntil(lambda: done == [0, 10, 11, 12, 13])

    pieces.begin((partial(done.append, n) for n in range(20, 23)), at_once=0)
    pieces.finish()
    assert done[-3:] == [20, 21, 22]
