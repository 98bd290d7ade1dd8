"""Everything that is made after a meeting with twelve extracts, against the press alone setting the same documents.

The set is minutes and plan for their readers, Tag med hjem, contacts, an extract of both for each of the twelve, and
the next meeting's calendar file: read from the database, kept there with its bytes, and written to a folder.
"""

import tempfile
import time
from pathlib import Path
from typing import Final

from koordinator.documents.pdf import PdfPress
from koordinator.integrations.output_files import OutputFilesOnDisk
from koordinator.usecases.meeting_papers import MeetingPapers
from koordinator.usecases.paper_batch import PaperBatch
from tests.bench.measuring import Row, medians
from tests.documents.press import RememberingPress, makers_of
from tests.support.meeting_set import held_with_extracts
from tests.support.meeting_world import make_world
from tests.support.office import make_template, open_office
from tests.support.rooms import many_papers

READERS: Final = 12
TIMES: Final = 3


def measure() -> list[Row]:
    """The whole set, as often as the floor and in turns with it."""
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        world, press = make_world(bench), RememberingPress()
        everything = MeetingPapers(
            bench.office, PaperBatch(many_papers(bench.office, makers_of(press)), OutputFilesOnDisk())
        )
        meeting_id = held_with_extracts(world, READERS)

        def whole() -> None:
            press.documents.clear()
            folder = Path(name) / f"papers-{time.monotonic_ns()}"
            folder.mkdir()
            everything.save_all(world.actor, meeting_id, folder)

        def alone() -> None:
            for document in press.documents:
                PdfPress.render(press, document)

        ours, floor = medians(TIMES, whole, alone)
        row = f"All {len(press.documents) + 1} papers after a meeting"
    return [Row(row, "<= 3000 ms", floor, ours, ours / floor)]
