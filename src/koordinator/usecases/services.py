"""Everything that can be done with an open database, in one place for the window and the command line."""

from dataclasses import dataclass
from typing import Any

from koordinator.usecases.access_grants import AccessGrants
from koordinator.usecases.assessment_models import AssessmentModels
from koordinator.usecases.assessments import Assessments
from koordinator.usecases.backups import Backups
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
from koordinator.usecases.founding import Founding
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
from koordinator.usecases.letterheads import Letterheads
from koordinator.usecases.log_book import LogBook
from koordinator.usecases.log_heads import LogHeads
from koordinator.usecases.meeting_closing import MeetingClosing
from koordinator.usecases.meeting_papers import MeetingPapers
from koordinator.usecases.meeting_room import MeetingRoom
from koordinator.usecases.meeting_room_plan import MeetingRoomPlan
from koordinator.usecases.meetings import Meetings
from koordinator.usecases.misfit_watch import MisfitWatch
from koordinator.usecases.network import Network
from koordinator.usecases.organisation import Organisation
from koordinator.usecases.overview import Overview
from koordinator.usecases.page_pictures import PageReader
from koordinator.usecases.paper_archive import PaperArchive
from koordinator.usecases.paper_catalogue import PaperCatalogue
from koordinator.usecases.paper_check import PaperCheck
from koordinator.usecases.paper_files import PaperFiles
from koordinator.usecases.papers import Papers
from koordinator.usecases.plan_parts import PlanParts
from koordinator.usecases.plan_types import PlanTypes
from koordinator.usecases.plans import Plans
from koordinator.usecases.portfolio_papers import PortfolioPapers
from koordinator.usecases.primary_caseworkers import PrimaryCaseworkers
from koordinator.usecases.printing import Printing
from koordinator.usecases.promises import Promises
from koordinator.usecases.register import Register
from koordinator.usecases.retention import Retention
from koordinator.usecases.rhythm import Rhythms
from koordinator.usecases.right_of_access import RightOfAccess
from koordinator.usecases.search import Searching
from koordinator.usecases.self_test import SelfTest
from koordinator.usecases.setting_up import SettingUp
from koordinator.usecases.settings import Settings
from koordinator.usecases.spelling import Spelling
from koordinator.usecases.spot_checks import SpotChecks
from koordinator.usecases.supervision import Supervision
from koordinator.usecases.supervision_papers import SupervisionPapers
from koordinator.usecases.table_files import TableFiles
from koordinator.usecases.takeovers import Takeovers
from koordinator.usecases.themes import Themes
from koordinator.usecases.told_tries import ToldTries
from koordinator.usecases.unserved import Unserved
from koordinator.usecases.verify import Verify
from koordinator.usecases.who_acts import WhoActs
from koordinator.usecases.year_wheel import YearWheels
from koordinator.usecases.year_wheel_visits import Visits


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases on one open database."""

    founding: Founding
    who_acts: WhoActs
    verify: Verify
    log_heads: LogHeads
    backups: Backups
    log_book: LogBook
    spot_checks: SpotChecks
    citizen_requests: CitizenRequests
    organisation: Organisation
    themes: Themes
    settings: Settings
    letterheads: Letterheads
    intervals: Intervals
    lists: ListImport
    search: Searching
    citizen_list: CitizenListing
    citizens: Citizens
    register: Register
    consents: Consents
    contact_notes: ContactNotes
    courses: Courses
    takeovers: Takeovers
    handovers: Handovers
    unserved: Unserved
    misfit_watch: MisfitWatch
    families: Families
    network: Network
    primary_caseworkers: PrimaryCaseworkers
    overview: Overview
    guide_list: GuideListing
    setting_up: SettingUp
    assessments: Assessments
    assessment_models: AssessmentModels
    drafts: Drafts
    history: History
    supervision: Supervision
    counts_files: CountsFiles
    tables: TableFiles
    meetings: Meetings
    invitations: Invitations
    meeting_room: MeetingRoom
    meeting_room_plan: MeetingRoomPlan
    meeting_closing: MeetingClosing
    plans: Plans
    plan_parts: PlanParts
    plan_types: PlanTypes
    letter_texts: LetterTextShelves
    rhythms: Rhythms
    papers: Papers
    paper_catalogue: PaperCatalogue
    paper_archive: PaperArchive
    meeting_papers: MeetingPapers
    paper_files: PaperFiles
    handouts: Handouts
    paper_check: PaperCheck
    case_folders: CaseFolders
    portfolio_papers: PortfolioPapers
    page_reader: PageReader
    printing: Printing
    promises: Promises
    follow_up: FollowUp
    year_wheels: YearWheels
    visits: Visits
    learning: Learning
    right_of_access: RightOfAccess
    access_grants: AccessGrants
    retention: Retention
    deletions: Deletions
    supervision_papers: SupervisionPapers
    spelling: Spelling
    self_test: SelfTest
    tries: ToldTries
    keys: KeyChanges[Any]
    """Of whatever kind of store the database is in."""
