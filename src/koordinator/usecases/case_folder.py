"""The folder for the case system: what is to be filed of a meeting or a plan, where there is no other way in."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from koordinator.domain.access import Action, Actor
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.case_filing import (
    JOURNAL_NOTE,
    TASK_LIST,
    CaseFiling,
    FilingRules,
    checked_filing,
)
from koordinator.domain.case_folder import FiledDocument, FolderAbout, FolderContent, HandedDocument, NothingToFile
from koordinator.domain.danish_day import danish_day
from koordinator.domain.ids import MeetingId, PlanVersionId, RowId, SubjectId
from koordinator.domain.joint_plan import JointPlan, PlanVersion
from koordinator.domain.meeting import Meeting, MeetingStatus
from koordinator.domain.organisation import Employee
from koordinator.domain.output_file import free_name
from koordinator.domain.paper import Handout, Paper, PaperContent, PaperKind, Reader
from koordinator.domain.paper_facts import PaperFacts, facts_of
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.register import CaseFile
from koordinator.domain.setting import SettingKey
from koordinator.usecases.meeting_closing import newest_minutes
from koordinator.usecases.paper_files import PaperFiles
from koordinator.usecases.papers import HandedPaper, Papers
from koordinator.usecases.plan_file import load_plan_file
from koordinator.usecases.plan_snapshot import plan_content
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.settings import current_values
from koordinator.usecases.subject_people import SubjectPeople, people_of

_PDF = ".pdf"


class FolderSheets(Protocol):
    """Writes what is in the folder beside the papers."""

    def name(self, content: FolderContent) -> str:
        """What the folder is called; it names nobody."""

    def tasks(self, content: FolderContent) -> MadePaper:
        """The open agreements and what is to be decided, for a spreadsheet."""

    def journal_note(self, content: FolderContent) -> MadePaper:
        """What was done, when, who was there, and what was agreed. Source: offentlighedsloven § 13."""

    def about(self, about: FolderAbout) -> tuple[MadePaper, ...]:
        """The metadata, for programs and for people."""


class FilingStandard(Protocol):
    """The program's own values for filing."""

    def standard(self) -> FilingRules:
        """How everything is filed where nobody has said otherwise. Raises UnusableFiling."""


@dataclass(frozen=True, slots=True)
class FolderWanted:
    """About whom, after which meeting (else the last that was held), and where it is filed (else as before)."""

    subject_id: SubjectId
    meeting_id: MeetingId | None = None
    filing: CaseFiling | None = None


@dataclass(frozen=True, slots=True)
class FolderOffer:
    """What the dialog begins with: what was chosen for the case before, the numbers of its open cases, the subject.

    `standard_kle` holds where the case has none of its own.
    """

    filing: CaseFiling
    open_cases: tuple[CaseFile, ...]
    standard_kle: str
    meeting_on: date | None
    has_plan: bool


class CaseFolders:
    """Makes the folder, whole or not at all, where a person says."""

    def __init__(
        self, office: Office, papers: Papers, sheets: FolderSheets, files: PaperFiles, standard: FilingStandard
    ) -> None:
        self._office = office
        self._papers = papers
        self._sheets = sheets
        self._files = files
        self._standard = standard

    def offer(self, actor: Actor, subject_id: SubjectId, meeting_id: MeetingId | None = None) -> FolderOffer:
        """What would go into the folder. Raises NotFound or NothingToFile."""
        with self._office.act(actor, Action.MAKE_CASE_FOLDER) as tx:
            tx.about("subject", subject_id, subject_id, "offer")
            basis = _basis(tx, subject_id, meeting_id)
            return FolderOffer(
                _filing(tx, basis),
                basis.open_cases,
                self._standard.standard().changed_by(current_values(tx)).kle_subject,
                basis.meeting.starts_on if basis.meeting is not None else None,
                basis.has_plan,
            )

    def write(self, actor: Actor, wanted: FolderWanted, parent: Path) -> Path:
        """Puts the new folder into `parent` and gives its place; what was chosen is kept for the next time.

        Raises NotFound, NothingToFile, UnusableKle, FieldTooLong, UnusableCharacter or OutputNotWritten.
        """
        with self._office.act(actor, Action.MAKE_CASE_FOLDER) as tx:
            tx.about("subject", wanted.subject_id, wanted.subject_id, f"meeting={wanted.meeting_id or 0}")
            basis = _basis(tx, wanted.subject_id, wanted.meeting_id)
            filing = _filing(tx, basis) if wanted.filing is None else _kept(tx, wanted.filing)
            rules = self._standard.standard().changed_by(current_values(tx)).for_case(filing)
            handed = _handed_out(tx, basis)
            content = replace(_content(tx, actor, basis, filing), handed_out=handed)
            municipality, given = current_values(tx)[SettingKey.MUNICIPALITY], _given(tx, handed)
            now = tx.now
        folder = _Folder(rules)
        made = [self._papers.make(actor, order) for order in basis.orders]
        for paper in (*made, *given):
            folder.add_paper(paper, _facts(paper.paper, basis))
        folder.add(JOURNAL_NOTE, self._sheets.journal_note(content), basis.day)
        folder.add(TASK_LIST, self._sheets.tasks(content), basis.today)
        about = FolderAbout(municipality, filing.case_number, now, tuple(folder.documents))
        files = folder.files | {each.file_name: each.content for each in self._sheets.about(about)}
        return self._files.write_folder(parent, self._sheets.name(content), files)


@dataclass(frozen=True, slots=True)
class _Basis:
    """What there is to file."""

    people: SubjectPeople
    today: date
    meeting: Meeting | None
    version: PlanVersion | None
    has_plan: bool
    open_cases: tuple[CaseFile, ...]

    @property
    def day(self) -> date:
        """The meeting's, else today."""
        return self.meeting.starts_on if self.meeting is not None else self.today

    @property
    def orders(self) -> Iterator[PaperOrder]:
        """The minutes and the plan, whole: the version in force, else the draft."""
        about = PaperOrder(PaperKind.MINUTES, self.people.subject_id, Reader.PROFESSIONAL)
        if self.meeting is not None:
            yield replace(about, meeting_id=self.meeting.id)
        if self.has_plan:
            yield replace(about, kind=PaperKind.PLAN, number=self.version.number if self.version else None)


def _basis(tx: Transaction, subject_id: SubjectId, meeting_id: MeetingId | None) -> _Basis:
    people = people_of(tx, subject_id)
    if meeting_id is not None:
        meeting: Meeting | None = tx.of(Meeting).get(meeting_id)
    else:
        meeting = tx.of(Meeting).last(subject_id=subject_id, status=MeetingStatus.HELD, order_by="starts_on")
    if meeting is not None and (meeting.status is not MeetingStatus.HELD or meeting.subject_id != subject_id):
        raise NothingToFile(people.name)
    plan = tx.of(JointPlan).find(subject_id=subject_id, ended_on=None)
    version = tx.of(PlanVersion).last(plan_id=plan.id, order_by="number") if plan is not None else None
    if meeting is None and plan is None:
        raise NothingToFile(people.name)
    cases = tuple(each for each in tx.of(CaseFile).where(citizen_id=people.citizen_ids) if each.status.is_open)
    return _Basis(people, tx.today, meeting, version, plan is not None, cases)


def _filing(tx: Transaction, basis: _Basis) -> CaseFiling:
    """As it was chosen last; else the subject's only open case."""
    subject_id = basis.people.subject_id
    before = tx.of(CaseFiling).find(subject_id=subject_id)
    only = basis.open_cases[0].number if len(basis.open_cases) == 1 else ""
    return before or CaseFiling(RowId(0), subject_id, only)


def _kept(tx: Transaction, chosen: CaseFiling) -> CaseFiling:
    filing, filings = checked_filing(chosen), tx.of(CaseFiling)
    return filings.save(filing) if filing.id else filings.add(filing)


def _content(tx: Transaction, actor: Actor, basis: _Basis, filing: CaseFiling) -> FolderContent:
    plan = plan_content(tx, load_plan_file(tx, basis.people.subject_id))
    return FolderContent(
        name=basis.people.name,
        made_on=tx.today,
        made_by=tx.of(Employee).get(actor.employee_id).name,
        case_number=filing.case_number,
        minutes=newest_minutes(tx, actor, basis.meeting) if basis.meeting is not None else None,
        agreements=tuple(each for each in plan.agreements if each.status is AgreementStatus.OPEN),
        pending=tuple(each for each in plan.pending if each.outcome_on is None),
    )


def _handed_out(tx: Transaction, basis: _Basis) -> tuple[HandedDocument, ...]:
    """Who got the meeting's papers and the plan version, in the order of the days."""
    noted = tx.of(Handout).where(subject_id=basis.people.subject_id, order_by="handed_on")
    counting = tuple(each for each in noted if each.counts)
    ids = frozenset(each.paper_id for each in counting if each.paper_id is not None)
    papers = {paper.id: paper for paper in tx.of(Paper).where(id=ids) if _is_of(paper, basis)}
    return tuple(
        HandedDocument(_facts(papers[each.paper_id], basis) if each.paper_id is not None else _plan(basis), each)
        for each in counting
        if each.paper_id in papers or (each.paper_id is None and _is_of_plan(each.plan_version_id, basis))
    )


def _given(tx: Transaction, handed: tuple[HandedDocument, ...]) -> tuple[HandedPaper, ...]:
    """The PDFs that somebody really got, byte for byte."""
    ids = frozenset(each.handout.paper_id for each in handed if each.handout.paper_id is not None)
    papers = [paper for paper in tx.of(Paper).where(id=ids, order_by="made_at") if paper.file_name.endswith(_PDF)]
    contents = {each.paper_id: each.content for each in tx.of(PaperContent).where(paper_id=ids)}
    return tuple(HandedPaper(paper, contents[paper.id]) for paper in papers)


def _is_of(paper: Paper, basis: _Basis) -> bool:
    of_meeting = basis.meeting is not None and paper.meeting_id == basis.meeting.id
    return of_meeting or _is_of_plan(paper.plan_version_id, basis)


def _is_of_plan(version_id: PlanVersionId | None, basis: _Basis) -> bool:
    return basis.version is not None and version_id == basis.version.id


def _facts(paper: Paper, basis: _Basis) -> PaperFacts:
    of_meeting = basis.meeting is not None and paper.meeting_id == basis.meeting.id
    return facts_of(paper, basis.day if of_meeting else None)


def _plan(basis: _Basis) -> PaperFacts:
    """The version itself, as when it is read aloud."""
    return PaperFacts(PaperKind.PLAN, number=basis.version.number if basis.version is not None else None)


class _Folder:
    """The files so far, none of them twice, and how each is filed."""

    def __init__(self, rules: FilingRules) -> None:
        self._rules = rules
        self.files: dict[str, bytes] = {}
        self.documents: list[FiledDocument] = []

    def add_paper(self, handed: HandedPaper, facts: PaperFacts) -> None:
        """A paper with its exact bytes."""
        paper = handed.paper
        if any(each.sha256 == paper.sha256 for each in self.documents):
            return
        on = facts.meeting_on or danish_day(paper.made_at)
        filed = self.add(paper.kind, MadePaper(paper.file_name, handed.content), on)
        self.documents[-1] = replace(filed, facts=facts)

    def add(self, kind: str, made: MadePaper, on: date) -> FiledDocument:
        """A file under the first free name."""
        name, rule = free_name(made.file_name, self.files), self._rules.rule(kind)
        facet = self._rules.meeting_facet if rule.of_meeting else ""
        sha256 = hashlib.sha256(made.content).hexdigest()
        filed = FiledDocument(name, kind, on, rule, self._rules.kle_subject, facet, sha256)
        self.files[name] = made.content
        self.documents.append(filed)
        return filed
