"""Papers drawn by several processes are the papers that one press draws."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from koordinator.documents.content import Document, Paragraph, Title
from koordinator.documents.press_room import PressRoom, Sheet
from koordinator.domain.letterhead import Letterhead
from tests.documents.press import FONTS, PRESS

PAPER = Letterhead()


def sheets(number: int) -> Iterator[Sheet]:
    for each in range(number):
        yield Sheet(Document(f"Plan {each}", (Title(f"Plan {each}"), Paragraph("Æbler og pærer på øen"))), PAPER)


def by_one_press(number: int) -> list[bytes]:
    return [PRESS.render(*sheet).content for sheet in sheets(number)]


def test_many_papers_come_in_order_and_byte_for_byte() -> None:
    with PressRoom(FONTS, processes=2) as room:
        assert [pdf.content for pdf in room.drawn(sheets(40))] == by_one_press(40)
        assert [pdf.content for pdf in room.drawn(sheets(15))] == by_one_press(15), "the processes draw again"


def test_a_few_are_drawn_here() -> None:
    with PressRoom(FONTS, processes=2) as room:
        assert [pdf.content for pdf in room.drawn(sheets(3))] == by_one_press(3)
        assert room._pool is None


def test_sheets_are_asked_for_as_they_are_needed() -> None:
    asked: list[int] = []

    def watched() -> Iterator[Sheet]:
        for number, sheet in enumerate(sheets(200)):
            asked.append(number)
            yield sheet

    with PressRoom(FONTS, processes=2) as room:
        drawn = room.drawn(watched())
        next(drawn)
        assert len(asked) < 20


def test_processes_that_die_are_done_without() -> None:
    with PressRoom(FONTS, processes=2) as room:
        drawn = room.drawn(sheets(60))
        made = [next(drawn).content]
        pool = room._pool
        assert isinstance(pool, ProcessPoolExecutor)
        for process in pool._processes:
            os.kill(process, signal.SIGTERM)
        made += [pdf.content for pdf in drawn]

    assert made == by_one_press(60)
