"""A right-of-access report of some 500 pages, against the press alone setting the same document, and its memory.

The citizen has 2,500 notes of some lines, each of which names somebody who is taken out.
"""

import resource
import tempfile
from pathlib import Path
from typing import Final

from koordinator.bootstrap.resources import resources_dir
from koordinator.documents.access_maker import AccessDrawings
from koordinator.documents.pdf import PdfPress
from koordinator.domain.contact_note import ContactKind, ContactNote
from koordinator.domain.ids import ContactNoteId
from koordinator.integrations.spelling import DanishDictionary
from koordinator.usecases.right_of_access import RightOfAccess
from tests.bench.measuring import Row, medians
from tests.documents.press import RememberingPress
from tests.support.histories import MORNING
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import make_template, open_office

NOTES: Final = 2_500
TIMES: Final = 3
_SAID: Final = "Det gik godt i dag. Vi talte med Anna om skolen og om alt det, der skal ske i den næste uge. " * 8


def measure() -> list[Row]:
    """The report and the data file, made and kept."""
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        world, press = make_world(bench), RememberingPress()
        _write_notes(world)
        access = RightOfAccess(bench.office, AccessDrawings(press), DanishDictionary(resources_dir() / "spelling"))
        access.others(world.actor, world.lone.id)
        before = _memory()

        def whole() -> None:
            press.documents.clear()
            access.report(world.actor, world.lone.id)

        def alone() -> None:
            for document in press.documents:
                PdfPress.render(press, document)

        ours, floor = medians(TIMES, whole, alone)
        grown = _memory() - before
        (data,) = medians(TIMES, lambda: access.data(world.actor, world.lone.id))
    return [
        Row(f"Right of access, {NOTES} notes", "<= 2 x", floor, ours, ours / floor),
        Row("... and how memory grows (MiB)", "<= 150", None, grown, None),
        Row("... the same as a data file", "<= 3000 ms", None, data, None),
    ]


def _write_notes(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        for _ in range(NOTES):
            note = ContactNote(
                ContactNoteId(0), world.subject_id, ContactKind.PHONE, "Lone", _SAID, MORNING, world.mette, MORNING
            )
            tx.of(ContactNote).add(note)


def _memory() -> float:
    """The most there was until now."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
