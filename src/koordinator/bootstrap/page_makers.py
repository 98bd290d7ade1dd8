"""How each page but the first is made. Imported in the background after the first paint."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from koordinator.bootstrap.subject_tabs import subject_tabs
from koordinator.ui.desk import Desk
from koordinator.ui.page import Page
from koordinator.ui.pages.assessment.page import AssessmentPage
from koordinator.ui.pages.citizens.page import CitizensPage
from koordinator.ui.pages.follow_up.page import FollowUpPage
from koordinator.ui.pages.help.page import HelpFiles, HelpPage
from koordinator.ui.pages.import_list.page import ImportListPage
from koordinator.ui.pages.learning.page import LearningPage, PracticeDoor
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.pages.meetings.page import MeetingsPage
from koordinator.ui.pages.settings.page import MachineSettings, SettingsPage
from koordinator.ui.pages.subject.page import CitizenPage, FamilyPage
from koordinator.ui.pages.supervision.page import SupervisionPage, Today
from koordinator.ui.pages.year_wheel.page import YearWheelPage


class Machine(NamedTuple):
    """What belongs to the person's machine and the program, and not to the database."""

    settings: MachineSettings
    help: HelpFiles
    today: Today
    practice: PracticeDoor


PAGE_MAKERS: Final[Mapping[str, Callable[[Desk], Page]]] = {
    "citizens": CitizensPage,
    "import_list": ImportListPage,
    "citizen": lambda desk: CitizenPage(desk, subject_tabs(desk)),
    "family": lambda desk: FamilyPage(desk, subject_tabs(desk)),
    "meetings": MeetingsPage,
    "meeting": MeetingPage,
    "assessment": AssessmentPage,
    "follow_up": FollowUpPage,
    "year_wheel": YearWheelPage,
}
"""By the keys of `pages.PAGES`."""

MACHINE_PAGES: Final[Mapping[str, Callable[[Desk, Machine], Page]]] = {
    "supervision": lambda desk, machine: SupervisionPage(desk, machine.today),
    "learning": lambda desk, machine: LearningPage(desk, machine.practice),
    "settings": lambda desk, machine: SettingsPage(desk, machine.settings),
    "help": lambda desk, machine: HelpPage(desk.tasks, machine.help),
}
"""The pages that look beyond the database."""


def make_page(key: str, desk: Desk, machine: Machine) -> Page:
    """The page with the key."""
    if key in MACHINE_PAGES:
        return MACHINE_PAGES[key](desk, machine)
    return PAGE_MAKERS[key](desk)
