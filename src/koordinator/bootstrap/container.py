"""Where the use cases get their store, their files and their clock. Written by hand, checked by types."""

import tomllib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from koordinator.bootstrap import heavy
from koordinator.bootstrap.keeping import make_backups
from koordinator.bootstrap.keys import OpenDatabase, make_keys
from koordinator.bootstrap.log_note import log_heads
from koordinator.bootstrap.papers import save_recovery_sheet
from koordinator.bootstrap.press_rooms import PressRooms
from koordinator.bootstrap.resources import resources_dir
from koordinator.bootstrap.retention_periods import standard_periods
from koordinator.bootstrap.table_files import TableFilesOnDisk
from koordinator.bootstrap.when_used import when_used
from koordinator.documents import heavy as documents
from koordinator.domain.access import Channel
from koordinator.domain.backup import BackupReason
from koordinator.domain.ids import ThemeId
from koordinator.domain.letter_texts import LetterStandard
from koordinator.domain.list_import import ListTable, ListVocabulary
from koordinator.domain.list_records import RowFault
from koordinator.domain.plan_types import UnusablePlanTypes, read_plan_types
from koordinator.domain.retention import UnusablePeriods
from koordinator.domain.theme import Theme
from koordinator.integrations import heavy as integrations
from koordinator.integrations.agenda_templates import AgendaTemplatesOnDisk
from koordinator.integrations.clock import SystemClock
from koordinator.integrations.counts_files import CountsFilesOnDisk
from koordinator.integrations.filing_files import FilingOnDisk
from koordinator.integrations.handover_checklists import HandoverChecklistsOnDisk
from koordinator.integrations.letter_files import LetterFilesOnDisk, standard_letters
from koordinator.integrations.lists.bad_rows import write_bad_rows
from koordinator.integrations.lists.reader import read_table
from koordinator.integrations.lists.vocabulary import read_vocabulary
from koordinator.integrations.model_files import ModelFilesOnDisk
from koordinator.integrations.output_files import OutputFilesOnDisk
from koordinator.integrations.paper_files import PapersOnDisk
from koordinator.integrations.spelling import DanishDictionary
from koordinator.integrations.toml_files import TomlFilesOnDisk
from koordinator.storage.audit_key import audit_key
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.storage.office import Changed, SqlOffice
from koordinator.storage.store_check import SqlStoreCheck
from koordinator.storage.tries_file import TriesFiles
from koordinator.texts.founding import OWNER_NAME
from koordinator.usecases.access_grants import AccessGrants
from koordinator.usecases.assessment_models import AssessmentModels
from koordinator.usecases.assessments import Assessments
from koordinator.usecases.case_folder import CaseFolders
from koordinator.usecases.citizen_list import CitizenListing
from koordinator.usecases.citizen_requests import CitizenRequests
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.consents import Consents
from koordinator.usecases.contact_notes import ContactNotes
from koordinator.usecases.counts_files import CountsFiles
from koordinator.usecases.courses import Courses
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.drafts import Drafts
from koordinator.usecases.families import Families
from koordinator.usecases.follow_up import FollowUp
from koordinator.usecases.founding import FIRST_DAY, Founding, FoundingData
from koordinator.usecases.guide_list import GuideListing
from koordinator.usecases.handouts import Handouts
from koordinator.usecases.handovers import Handovers
from koordinator.usecases.history import History
from koordinator.usecases.import_list import ListImport
from koordinator.usecases.intervals import Intervals
from koordinator.usecases.invitations import Invitations
from koordinator.usecases.key_changes import KeyChanges
from koordinator.usecases.learning import Learning
from koordinator.usecases.letter_texts import LetterTextShelves
from koordinator.usecases.letterheads import LetterheadInForce, Letterheads
from koordinator.usecases.log_book import LogBook
from koordinator.usecases.many_papers import ManyPapers
from koordinator.usecases.meeting_closing import MeetingClosing
from koordinator.usecases.meeting_papers import MeetingPapers
from koordinator.usecases.meeting_room import MeetingRoom
from koordinator.usecases.meeting_room_plan import MeetingRoomPlan
from koordinator.usecases.meetings import Meetings
from koordinator.usecases.misfit_watch import MisfitWatch
from koordinator.usecases.network import Network
from koordinator.usecases.organisation import Organisation
from koordinator.usecases.overview import Overview
from koordinator.usecases.paper_archive import GeneralPapers, PaperArchive
from koordinator.usecases.paper_batch import PaperBatch
from koordinator.usecases.paper_catalogue import PaperCatalogue
from koordinator.usecases.paper_check import PaperCheck
from koordinator.usecases.paper_drawing import Makers
from koordinator.usecases.papers import Papers
from koordinator.usecases.plan_parts import PlanParts
from koordinator.usecases.plan_types import PlanTypes
from koordinator.usecases.plans import Plans
from koordinator.usecases.portfolio_papers import PortfolioPapers
from koordinator.usecases.ports import Clock
from koordinator.usecases.primary_caseworkers import PrimaryCaseworkers
from koordinator.usecases.printing import Printing
from koordinator.usecases.promises import Promises
from koordinator.usecases.register import Register
from koordinator.usecases.retention import Retention
from koordinator.usecases.rhythm import Rhythms
from koordinator.usecases.right_of_access import RightOfAccess
from koordinator.usecases.search import Searching
from koordinator.usecases.self_test import SelfTest
from koordinator.usecases.services import Services
from koordinator.usecases.setting_up import SettingUp
from koordinator.usecases.settings import Settings
from koordinator.usecases.spelling import Spelling
from koordinator.usecases.spot_checks import SpotChecks
from koordinator.usecases.supervision import Supervision
from koordinator.usecases.supervision_papers import SupervisionPapers
from koordinator.usecases.takeovers import Takeovers
from koordinator.usecases.themes import Themes
from koordinator.usecases.told_tries import ToldTries
from koordinator.usecases.unserved import Unserved
from koordinator.usecases.verify import Verify
from koordinator.usecases.who_acts import WhoActs
from koordinator.usecases.year_wheel import YearWheels
from koordinator.usecases.year_wheel_visits import Visits

if TYPE_CHECKING:
    from koordinator.documents.pdf import PdfPress


def nobody_listens(_changed: Changed) -> None:
    """For a program without a window."""


def connect(
    opened: OpenDatabase,
    channel: Channel,
    *,
    clock: Clock | None = None,
    committed: Callable[[Changed], None] = nobody_listens,
) -> Services:
    """The use cases on the open database."""
    time = clock or SystemClock()
    log_key = audit_key(opened.handle)
    office = SqlOffice(opened.handle, log_key, time, committed)
    casework = partial(
        _with_trust(opened, office, log_key, time),
        founding=Founding(office, partial(founding_data, resources_dir())),
        who_acts=WhoActs(office, channel),
        spot_checks=SpotChecks(office),
        citizen_requests=CitizenRequests(office),
        organisation=Organisation(office),
        settings=Settings(office),
        intervals=Intervals(office),
        setting_up=SettingUp(office),
        search=Searching(office),
        overview=Overview(office),
        citizen_list=CitizenListing(office),
        citizens=Citizens(office),
        register=Register(office),
        consents=Consents(office),
        families=Families(office),
        primary_caseworkers=PrimaryCaseworkers(office),
        courses=Courses(office),
        takeovers=Takeovers(office),
        assessments=Assessments(office),
        assessment_models=AssessmentModels(office, ModelFilesOnDisk()),
        drafts=Drafts(office),
        supervision=Supervision(office),
        counts_files=CountsFiles(office, CountsFilesOnDisk()),
        tables=TableFilesOnDisk(),
    )
    return _with_meetings(casework, office, time)


def _with_trust(opened: OpenDatabase, office: SqlOffice, log_key: bytes, time: Clock) -> Callable[..., Services]:
    """What keeps the file, the log and the keys whole, and what is deleted; an import is kept safe as well."""
    heads, backups, lists = log_heads(opened), make_backups(opened, office, time), ListFilesOnDisk(resources_dir())
    return partial(
        Services,
        verify=Verify(office, SqlStoreCheck(opened.handle, log_key), (heads, backups)),
        log_heads=heads,
        backups=backups,
        log_book=LogBook(office, standard_periods),
        lists=ListImport(office, lists, time, partial(backups.before, BackupReason.IMPORT)),
        retention=Retention(office, standard_periods, TomlFilesOnDisk(UnusablePeriods)),
        deletions=Deletions(office, DeletionListFile(opened.path), opened.handle, standard_periods),
        tries=ToldTries(office, TriesFiles(), opened.path),
        keys=KeyChanges(office, make_keys(), opened, partial(backups.before, BackupReason.REKEY), save_recovery_sheet),
    )


def _with_meetings(casework: Callable[..., Services], office: SqlOffice, time: Clock) -> Services:
    """The use cases of meetings, plans and papers beside the others."""
    agendas, dictionary = AgendaTemplatesOnDisk(resources_dir()), _dictionary()
    fonts, look = resources_dir() / "fonts", LetterheadInForce(office)
    press = when_used(lambda: documents.press(fonts, look))
    standard = cache(lambda: standard_letters(resources_dir()))
    makers = _makers(press, standard)
    rooms = PressRooms(makers, partial(documents.press_pool, fonts, look), lambda presses: _makers(presses, standard))
    casework = _with_look(casework, office, press, standard)
    casework = _with_papers(casework, office, rooms, _about_nobody(office, press, makers))
    return casework(
        meetings=Meetings(office, agendas),
        invitations=Invitations(office, makers, when_used(documents.replies)),
        meeting_room=MeetingRoom(office),
        meeting_room_plan=MeetingRoomPlan(office),
        meeting_closing=MeetingClosing(office, agendas),
        plan_types=PlanTypes(office, TomlFilesOnDisk(UnusablePlanTypes)),
        themes=Themes(office),
        contact_notes=ContactNotes(office),
        plans=Plans(office),
        plan_parts=PlanParts(office),
        promises=Promises(office),
        rhythms=Rhythms(office),
        follow_up=FollowUp(office),
        guide_list=GuideListing(office),
        misfit_watch=MisfitWatch(office),
        handovers=Handovers(office, HandoverChecklistsOnDisk(resources_dir()), agendas),
        unserved=Unserved(office),
        visits=Visits(office, agendas),
        spelling=Spelling(office, dictionary),
        access_grants=AccessGrants(office),
        right_of_access=RightOfAccess(office, when_used(lambda: documents.access_drawings(press)), dictionary),
        self_test=SelfTest(Drafts(office), makers.papers, time),
    )


def _makers(press: "PdfPress", standard: Callable[[], LetterStandard]) -> Makers:
    return Makers(
        papers=when_used(lambda: documents.papers(press, standard())),
        letters=when_used(lambda: documents.letters(press, standard())),
        networks=when_used(lambda: documents.network_drawings(press)),
        courses=when_used(lambda: documents.course_drawings(press)),
        sheets=when_used(lambda: documents.sheets(press)),
        hiding=lambda addresses: _makers(press.hiding(addresses), standard),
    )


def _about_nobody(office: SqlOffice, press: "PdfPress", makers: Makers) -> GeneralPapers:
    drawn = when_used(lambda: documents.supervision_drawings(press))
    return GeneralPapers(
        learning=Learning(office, when_used(lambda: documents.model_drawings(press)), makers.sheets),
        year_wheels=YearWheels(office, when_used(lambda: documents.wheel_sheets(press))),
        supervision=SupervisionPapers(office, Supervision(office), drawn),
    )


def _with_look(
    casework: Callable[..., Services], office: SqlOffice, press: "PdfPress", standard: Callable[[], LetterStandard]
) -> Callable[..., Services]:
    """What the municipality's papers look like, and what its letters say."""
    logos = when_used(lambda: integrations.logo_files(heavy.draw_svg))
    previews = when_used(lambda: documents.letter_previews(press))
    return partial(
        casework,
        letterheads=Letterheads(office, logos, when_used(lambda: documents.letterhead_sample(press))),
        letter_texts=LetterTextShelves(office, standard, LetterFilesOnDisk(), previews),
        handouts=Handouts(office, OutputFilesOnDisk(), standard),
    )


def _with_papers(
    casework: Callable[..., Services], office: SqlOffice, rooms: PressRooms, about_nobody: GeneralPapers
) -> Callable[..., Services]:
    """What is made, shown, printed, handed out and archived."""
    makers, files, catalogue = rooms.own, OutputFilesOnDisk(), PaperCatalogue(office)
    papers, many = Papers(office, makers), ManyPapers(office, office, rooms)
    return partial(
        casework,
        papers=papers,
        paper_catalogue=catalogue,
        paper_archive=PaperArchive(office, catalogue, papers, about_nobody, files),
        meeting_papers=MeetingPapers(office, PaperBatch(many, files)),
        paper_files=files,
        paper_check=PaperCheck(office, PapersOnDisk()),
        case_folders=CaseFolders(
            office, papers, when_used(documents.case_folder_files), files, FilingOnDisk(resources_dir())
        ),
        portfolio_papers=PortfolioPapers(office, many, files),
        page_reader=when_used(documents.page_reader),
        printing=Printing(office),
        network=Network(office, makers.networks),
        history=History(office, makers.courses),
        learning=about_nobody.learning,
        year_wheels=about_nobody.year_wheels,
        supervision_papers=about_nobody.supervision,
    )


def founding_data(resources: Path) -> FoundingData:
    """What a new database begins with."""
    organisation = resources / "organisation"
    departments = tomllib.loads((organisation / "departments.toml").read_text(encoding="utf-8"))
    themes = tomllib.loads((organisation / "themes.toml").read_text(encoding="utf-8"))["themes"]
    model_text = (resources / "assessment_models" / "standard.toml").read_text(encoding="utf-8")
    model = tomllib.loads(model_text)
    return FoundingData(
        departments=tuple(departments["departments"]),
        themes=tuple(Theme(ThemeId(0), position=place, **row) for place, row in enumerate(themes, start=1)),
        plan_types=read_plan_types((organisation / "plan_types.toml").read_text(encoding="utf-8"), FIRST_DAY),
        model_key=model["key"],
        model_version=str(model["version"]),
        model_text=model_text,
        owner_name=OWNER_NAME,
    )


@cache
def _dictionary() -> DanishDictionary:
    """One for all databases: it is 22 MiB, and is read when the first word is looked up."""
    return DanishDictionary(resources_dir() / "spelling")


class ListFilesOnDisk:
    """Lists in files, with the vocabulary that comes with the program."""

    def __init__(self, resources: Path) -> None:
        self._vocabulary_file = resources / "lists" / "vocabulary.toml"

    def read(self, path: Path) -> ListTable:
        """The list in the file."""
        return read_table(path)

    def vocabulary(self) -> ListVocabulary:
        """The words of the lists we know."""
        return read_vocabulary(self._vocabulary_file)

    def write_bad_rows(self, path: Path, table: ListTable, faults: tuple[RowFault, ...]) -> None:
        """The refused rows as a CSV file."""
        write_bad_rows(path, table, faults)
