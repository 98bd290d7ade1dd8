"""All papers of a held meeting at once, in the folder that the person chose: each reader's, as the consents allow."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import Meeting
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import party_of
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.meeting_readers import readers_of
from koordinator.usecases.paper_batch import PaperBatch, PapersSaved
from koordinator.usecases.ports import Office

_READERS: Final = (Reader.CITIZEN, Reader.PROFESSIONAL)


class MeetingPapers:
    """Makes and writes the whole set: minutes, plan, Tag med hjem, the extracts, and the next meeting's calendar."""

    def __init__(self, office: Office, batch: PaperBatch) -> None:
        self._office = office
        self._batch = batch

    def save_all(
        self, actor: Actor, meeting_id: MeetingId, folder: Path, progress: Progress = always_on
    ) -> PapersSaved:
        """Writes the papers into the folder, one transaction each; no file that lies there is written over.

        Raises NotFound or OutputNotWritten; what was written until then stays.
        """
        with self._office.act(actor, Action.OPEN_MEETING) as tx:
            file = load_meeting_file(tx, tx.of(Meeting).get(meeting_id), actor.employee_id)
            tx.about("meeting", meeting_id, file.meeting.subject_id, "papers")
        return self._batch.save(actor, tuple(meeting_orders(file)), folder, progress)


def meeting_orders(file: MeetingFile) -> Iterator[PaperOrder]:
    """What belongs to a held meeting: both copies, an extract for each who gets one, and the calendar of the next."""
    minutes = PaperOrder(PaperKind.MINUTES, file.meeting.subject_id, meeting_id=file.meeting.id)
    plan = PaperOrder(PaperKind.PLAN, file.meeting.subject_id)
    yield from (replace(minutes, reader=reader) for reader in _READERS)
    yield replace(minutes, kind=PaperKind.TAKE_HOME)
    if file.plan is not None:
        yield from (replace(plan, reader=reader) for reader in _READERS)
        if file.people.is_family:
            yield from (replace(plan, member_id=member.id) for member in file.people.citizens)
        yield replace(plan, kind=PaperKind.CONTACTS)
    for participant in readers_of(file).reduced:
        party = party_of(participant)
        if party is not None:
            yield replace(minutes, party=party)
            if file.plan is not None:
                yield replace(plan, party=party)
    following = file.next_meeting
    if following is not None and following.status.is_ahead:
        yield replace(minutes, kind=PaperKind.CALENDAR_FILE, meeting_id=following.id)
