"""Another process that runs a meeting: python -m tests.usecases.meeting_child PATH MEETING. It says what is safe."""

import sys
from pathlib import Path

from koordinator.domain.access import Actor, Channel
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.draft import DraftPlace
from koordinator.domain.ids import EmployeeId, MeetingId
from koordinator.domain.meeting import NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.organisation import Role
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.drafts import Drafts
from koordinator.usecases.meeting_room_plan import MeetingRoomPlan
from tests.support.office import KEY, Bench


def hold(path: Path, meeting_id: MeetingId) -> None:
    """Notes, agreements and typing without end; each line says how far it has come."""
    office = Bench(EncryptedFiles().open(path, KEY)).office
    actor = Actor(EmployeeId(1), frozenset({Role.COORDINATOR}), Channel.WINDOW)
    plan, drafts = MeetingRoomPlan(office), Drafts(office)
    number = 0
    while True:
        number += 1
        plan.note(actor, meeting_id, NoteDraft(NoteKind.SAID, f"ord {number}"))
        say(f"note {number}")
        plan.promise(actor, meeting_id, Promise(f"aftale {number}"))
        say(f"agreement {number}")
        drafts.keep(actor, DraftPlace("meeting", meeting_id, "note"), f"skriver {number}")
        say(f"draft {number}")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    hold(Path(sys.argv[1]), MeetingId(int(sys.argv[2])))
