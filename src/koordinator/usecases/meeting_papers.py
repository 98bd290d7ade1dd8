"""All papers of a held meeting at once, in the folder that the person chose: each reader's, as the consents allow."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from koordinator.domain.access import Action, Actor
from koordinator.domain.content_parts import Uid
from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import Meeting, Participant
from koordinator.domain.output_file import free_name
from koordinator.domain.paper import Reader
from koordinator.domain.party import party_of
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.meeting_readers import readers_of
from koordinator.usecases.paper_files import PaperFiles
from koordinator.usecases.papers import HandedPaper, Papers
from koordinator.usecases.ports import Office
from koordinator.usecases.ports_meetings import PaperStyle
from koordinator.usecases.reader_papers import ReaderPapers

Make = Callable[[], HandedPaper]
_READERS = (Reader.CITIZEN, Reader.PROFESSIONAL)


@dataclass(frozen=True, slots=True)
class PapersSaved:
    """The names of the files that were written, and whether the person stopped before the last one."""

    names: tuple[str, ...]
    was_stopped: bool


class MeetingPapers:
    """Makes and writes the whole set: minutes, plan, Tag med hjem, the extracts, and the next meeting's calendar."""

    def __init__(self, office: Office, papers: Papers, reader_papers: ReaderPapers, files: PaperFiles) -> None:
        self._office = office
        self._papers = papers
        self._reader_papers = reader_papers
        self._files = files

    def save_all(
        self, actor: Actor, meeting_id: MeetingId, folder: Path, progress: Progress = always_on
    ) -> PapersSaved:
        """Writes the papers into the folder, one transaction each; no file that lies there is written over.

        Raises NotFound or OutputNotWritten; what was written until then stays.
        """
        with self._office.act(actor, Action.OPEN_MEETING) as tx:
            file = load_meeting_file(tx, tx.of(Meeting).get(meeting_id), actor.employee_id)
            tx.about("meeting", meeting_id, file.meeting.subject_id, "papers")
        taken = set(self._files.names(folder))
        makes, names = tuple(self._makes(actor, file)), list[str]()
        for done, make in enumerate(makes):
            if not progress(done, len(makes)):
                return PapersSaved(tuple(names), was_stopped=True)
            handed = make()
            name = free_name(handed.paper.file_name, taken)
            self._files.write(folder / name, handed.content)
            taken.add(name)
            names.append(name)
        progress(len(makes), len(makes))
        return PapersSaved(tuple(names), was_stopped=False)

    def _makes(self, actor: Actor, file: MeetingFile) -> Iterator[Make]:
        meeting = file.meeting
        for reader in _READERS:
            yield partial(self._papers.minutes, actor, meeting.id, PaperStyle(reader))
        yield partial(self._papers.take_home, actor, meeting.id)
        if file.plan is not None:
            yield from self._plans(actor, file)
        for participant in readers_of(file).reduced:
            yield from self._extracts(actor, file, participant)
        following = file.next_meeting
        if following is not None and following.status.is_ahead:
            yield partial(self._papers.calendar, actor, following.id)

    def _plans(self, actor: Actor, file: MeetingFile) -> Iterator[Make]:
        subject_id = file.meeting.subject_id
        styles = [PaperStyle(reader) for reader in _READERS]
        if file.people.is_family:
            styles += [PaperStyle(member_uid=Uid(member.uid)) for member in file.people.citizens]
        for style in styles:
            yield partial(self._papers.plan_today, actor, subject_id, style)
        yield partial(self._papers.contacts, actor, subject_id, PaperStyle())

    def _extracts(self, actor: Actor, file: MeetingFile, participant: Participant) -> Iterator[Make]:
        yield partial(self._reader_papers.minutes, actor, participant.id)
        party = party_of(participant)
        if file.plan is not None and party is not None:
            yield partial(self._reader_papers.plan_today, actor, file.meeting.subject_id, party)
