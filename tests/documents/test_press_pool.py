"""Papers drawn by several processes are the papers that one press draws."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor

from koordinator.documents.content import Document, Paragraph, Title
from koordinator.documents.press_pool import PressPool
from koordinator.domain.letterhead import Letterhead
from tests.documents.press import FONTS, PRESS

DOCUMENTS = tuple(
    Document(f"Plan {number}", (Title(f"Plan {number}"), Paragraph("Æbler og pærer på øen"))) for number in range(40)
)
BY_ONE_PRESS = [PRESS.render(document).content for document in DOCUMENTS]


def test_threads_get_what_one_press_draws() -> None:
    with PressPool(FONTS, Letterhead, processes=2) as pool, ThreadPoolExecutor(2) as threads:
        assert [pdf.content for pdf in threads.map(pool.render, DOCUMENTS)] == BY_ONE_PRESS


def test_processes_that_die_are_done_without() -> None:
    with PressPool(FONTS, Letterhead, processes=2) as pool:
        drawn = [pool.render(DOCUMENTS[0]).content]
        for process in pool._pool._processes:
            os.kill(process, signal.SIGTERM)
        drawn += [pool.render(document).content for document in DOCUMENTS[1:]]

    assert drawn == BY_ONE_PRESS
