"""How each page but the first is made. What a page is made of is imported when it is first gone to.

That is also why imports stand in functions here: together the pages take 0.2 s and 15 MiB.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from koordinator.bootstrap.places import log_folder
from koordinator.bootstrap.practice_process import start_practice
from koordinator.bootstrap.resources import resources_dir
from koordinator.bootstrap.when_used import make_now
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import Memory
from koordinator.ui.page import Page
from koordinator.ui.pages.security.condition import Watch

if TYPE_CHECKING:
    from koordinator.usecases.restoring import Restored


class Machine(NamedTuple):
    """What belongs to the person's machine and the program, and not to the database."""

    memory: Memory
    """Saves the sheet with a recovery code."""
    database: Path
    today: Callable[[], date]
    begin_practice_again: Callable[[], None]
    watch: Watch
    """Looks at the database's file."""
    prepare_restore: "Callable[[Path, str | None], Restored[Any]]"
    put_in_place: "Callable[[Restored[Any]], None]"
    """Closes the window; the restored database comes to its place behind it."""


Make = Callable[[Desk, Machine], Page]


class Pages:
    """The pages on one desk. `fetch` may be called on any thread, `make` on the window's alone."""

    def __init__(self, desk: Desk, machine: Machine) -> None:
        self._desk, self._machine = desk, machine
        self._fetched: dict[str, Make] = {}

    def has(self, key: str) -> bool:
        """Whether the page can be made at once."""
        return key in self._fetched

    def fetch(self, key: str) -> None:
        """Imports what the page is made of, and what it works with."""
        make_now(self._desk.services)
        self._fetched[key] = _PAGES[key]()

    def fetch_all(self) -> None:
        """Imports every page."""
        for key in _PAGES:
            self.fetch(key)

    def make(self, key: str) -> Page:
        """The page with the key, that has been fetched."""
        return self._fetched[key](self._desk, self._machine)


def _citizens() -> Make:
    from koordinator.ui.pages.citizens.page import CitizensPage  # noqa: PLC0415

    return lambda desk, _machine: CitizensPage(desk)


def _import_list() -> Make:
    from koordinator.ui.pages.import_list.page import ImportListPage  # noqa: PLC0415

    return lambda desk, _machine: ImportListPage(desk)


def _citizen() -> Make:
    from koordinator.bootstrap.subject_tabs import subject_tabs  # noqa: PLC0415
    from koordinator.ui.pages.subject.page import CitizenPage  # noqa: PLC0415

    return lambda desk, _machine: CitizenPage(desk, subject_tabs(desk))


def _family() -> Make:
    from koordinator.bootstrap.subject_tabs import subject_tabs  # noqa: PLC0415
    from koordinator.ui.pages.subject.page import FamilyPage  # noqa: PLC0415

    return lambda desk, _machine: FamilyPage(desk, subject_tabs(desk))


def _handover() -> Make:
    from koordinator.ui.pages.handover.page import HandoverPage  # noqa: PLC0415

    return lambda desk, _machine: HandoverPage(desk)


def _meetings() -> Make:
    from koordinator.ui.pages.meetings.page import MeetingsPage  # noqa: PLC0415

    return lambda desk, _machine: MeetingsPage(desk)


def _meeting() -> Make:
    from koordinator.ui.pages.meeting.page import MeetingPage  # noqa: PLC0415

    return lambda desk, _machine: MeetingPage(desk)


def _assessment() -> Make:
    from koordinator.ui.pages.assessment.page import AssessmentPage  # noqa: PLC0415

    return lambda desk, _machine: AssessmentPage(desk)


def _follow_up() -> Make:
    from koordinator.ui.pages.follow_up.page import FollowUpPage  # noqa: PLC0415

    return lambda desk, _machine: FollowUpPage(desk)


def _year_wheel() -> Make:
    from koordinator.ui.pages.year_wheel.page import YearWheelPage  # noqa: PLC0415

    return lambda desk, _machine: YearWheelPage(desk)


def _supervision() -> Make:
    from koordinator.ui.pages.supervision.page import SupervisionPage  # noqa: PLC0415

    return lambda desk, machine: SupervisionPage(desk, machine.today)


def _learning() -> Make:
    from koordinator.ui.pages.learning.page import LearningPage, PracticeDoor  # noqa: PLC0415

    return lambda desk, machine: LearningPage(desk, PracticeDoor(start_practice, machine.begin_practice_again))


def _security() -> Make:
    from koordinator.ui.pages.security.backups_tab import RestoreDoor  # noqa: PLC0415
    from koordinator.ui.pages.security.page import MachineSecurity, SecurityPage  # noqa: PLC0415

    def make(desk: Desk, machine: Machine) -> Page:
        door = RestoreDoor(machine.prepare_restore, machine.put_in_place)
        return SecurityPage(desk, MachineSecurity(machine.watch, door))

    return make


def _settings() -> Make:
    from koordinator.ui.pages.settings.page import SettingsPage  # noqa: PLC0415

    return lambda desk, machine: SettingsPage(desk, machine.memory)


def _help() -> Make:
    from koordinator.ui.pages.help.page import HelpFiles, HelpPage  # noqa: PLC0415

    return lambda desk, machine: HelpPage(
        desk.tasks, HelpFiles(resources_dir() / "help", machine.database, log_folder())
    )


_PAGES: Final[Mapping[str, Callable[[], Make]]] = {
    "citizens": _citizens,
    "import_list": _import_list,
    "citizen": _citizen,
    "family": _family,
    "handover": _handover,
    "meetings": _meetings,
    "meeting": _meeting,
    "assessment": _assessment,
    "follow_up": _follow_up,
    "year_wheel": _year_wheel,
    "supervision": _supervision,
    "learning": _learning,
    "security": _security,
    "settings": _settings,
    "help": _help,
}
"""By the keys of `pages.PAGES`."""
