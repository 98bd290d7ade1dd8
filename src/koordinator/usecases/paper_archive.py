"""Every paper in every copy as files, for an archive or another system: nobody gets them, so they are not kept here."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from koordinator.domain.access import Action, Actor, require
from koordinator.domain.calendar_periods import half_year_of
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import MeetingId, SubjectId
from koordinator.domain.meeting import Meeting
from koordinator.domain.output_file import OutputNotWritten, free_name
from koordinator.domain.paper_manifest import (
    MANIFEST_NAME,
    FolderNotEmpty,
    ManifestEntry,
    ManifestFile,
    manifest_text,
    variant_of,
)
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.supervision import GroupBy, SupervisionScope
from koordinator.usecases.learning import Learning
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.paper_catalogue import PaperCatalogue
from koordinator.usecases.paper_files import PaperFiles
from koordinator.usecases.papers import Papers, PreviewedPaper
from koordinator.usecases.ports import Office
from koordinator.usecases.ports_meetings import MadePaper, Printed
from koordinator.usecases.subject_people import people_of
from koordinator.usecases.supervision_papers import SupervisionPapers
from koordinator.usecases.year_wheel import WheelFile, Whose, YearWheels

GENERAL_FOLDER: Final = "faelles"
"""Where the papers lie that are about nobody."""


@dataclass(frozen=True, slots=True)
class GeneralPapers:
    """Who makes the papers that are about nobody."""

    learning: Learning
    year_wheels: YearWheels
    supervision: SupervisionPapers

    def all(self, actor: Actor, today: date) -> Iterator[tuple[str, bool, MadePaper]]:
        """What each is, whether it is in large print, and the paper; the supervision report of this half-year."""
        scope = SupervisionScope(half_year_of(today), GroupBy.EMPLOYEE)
        for large_print in (False, True):
            yield "model", large_print, self.learning.paper(large_print=large_print)
            yield "ways", large_print, self.learning.ways_paper(large_print=large_print)
            yield "supervision", large_print, self.supervision.make(actor, scope, large_print=large_print)
        for large_print, kind in ((False, WheelFile.PDF), (True, WheelFile.LARGE_PDF)):
            yield "year_wheel", large_print, self.year_wheels.file(actor, today.year, Whose.MINE, kind)[1]


@dataclass(frozen=True, slots=True)
class Archived:
    """What was written, and whether the person stopped before all of it was."""

    entries: tuple[ManifestEntry, ...]
    was_stopped: bool


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whose papers lie in one folder; the folder and the manifest know them by their random ids."""

    uid: str
    orders: tuple[PaperOrder, ...]
    meeting_uids: Mapping[MeetingId | None, str]


class PaperArchive:
    """Writes a folder for each subject with all its papers, one for the papers about nobody, and the manifest."""

    def __init__(
        self, office: Office, catalogue: PaperCatalogue, papers: Papers, general: GeneralPapers, files: PaperFiles
    ) -> None:
        self._office = office
        self._catalogue = catalogue
        self._papers = papers
        self._general = general
        self._files = files

    def write(
        self, actor: Actor, subject_ids: Iterable[SubjectId], folder: Path, progress: Progress = always_on
    ) -> Archived:
        """Each subject's folder is whole or not there; the manifest comes last and names what is there.

        Raises NotAllowed, NotFound, FolderNotEmpty or OutputNotWritten; what was written until then stays, and so
        does a manifest of it that says that there is more, where it could be written.
        """
        require(actor, Action.ARCHIVE_PAPERS)
        if self._files.names(folder):
            raise FolderNotEmpty(str(folder))
        with self._office.aside() as tx:
            now, today = tx.now, tx.today
        subjects = tuple(self._subject(actor, each) for each in subject_ids)
        total, entries = sum(len(each.orders) for each in subjects), list[ManifestEntry]()
        goes_on = progress(0, total)
        try:
            for subject in subjects:
                if goes_on:
                    entries += self._write_subject(actor, subject, folder, now)
                    goes_on = progress(len(entries), total)
            if goes_on:
                entries += self._write_general(actor, today, folder, now)
        except DomainError:
            with suppress(OutputNotWritten):
                self._write_manifest(folder, entries, now, complete=False)
            raise
        self._write_manifest(folder, entries, now, complete=goes_on)
        return Archived(tuple(entries), was_stopped=not goes_on)

    def _write_manifest(self, folder: Path, entries: Sequence[ManifestEntry], now: datetime, *, complete: bool) -> None:
        self._files.write(folder / MANIFEST_NAME, manifest_text(entries, now, complete=complete).encode())

    def _subject(self, actor: Actor, subject_id: SubjectId) -> _Subject:
        with self._office.act(actor, Action.ARCHIVE_PAPERS) as tx:
            uid = people_of(tx, subject_id).uid
            meetings = tx.of(Meeting).where(subject_id=subject_id)
            tx.about("subject", subject_id, subject_id)
        uids: dict[MeetingId | None, str] = {meeting.id: meeting.uid for meeting in meetings}
        return _Subject(uid, self._catalogue.of_subject(actor, subject_id), uids)

    def _write_subject(self, actor: Actor, subject: _Subject, folder: Path, now: datetime) -> list[ManifestEntry]:
        contents, entries = dict[str, bytes](), list[ManifestEntry]()
        for order in subject.orders:
            paper = self._papers.preview(actor, order)
            name = free_name(paper.file_name, contents)
            contents[name] = paper.content
            entries.append(_entry(subject, order, paper, f"{subject.uid}/{name}", now))
        self._files.write_folder(folder, subject.uid, contents)
        return entries

    def _write_general(self, actor: Actor, today: date, folder: Path, now: datetime) -> list[ManifestEntry]:
        made = tuple(self._general.all(actor, today))
        self._files.write_folder(folder, GENERAL_FOLDER, {paper.file_name: paper.content for _, _, paper in made})
        return [
            ManifestEntry(_file(f"{GENERAL_FOLDER}/{paper.file_name}", paper.content, paper.printed), kind, large, now)
            for kind, large, paper in made
        ]


def _entry(subject: _Subject, order: PaperOrder, paper: PreviewedPaper, path: str, now: datetime) -> ManifestEntry:
    return ManifestEntry(
        file=_file(path, paper.content, paper.printed),
        kind=order.kind,
        large_print=order.large_print,
        made_at=now,
        reader=paper.about.reader,
        variant=variant_of(order),
        subject_uid=subject.uid,
        meeting_uid=subject.meeting_uids.get(order.meeting_id, ""),
        number=paper.about.number,
    )


def _file(path: str, content: bytes, printed: Printed | None) -> ManifestFile:
    known = printed or Printed("", "", 0)
    sha256 = hashlib.sha256(content).hexdigest()
    return ManifestFile(path, sha256, len(content), known.title, known.language, known.pages, known.replaced)
