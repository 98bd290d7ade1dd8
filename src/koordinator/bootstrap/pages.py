"""Which pages there are, in the order of the rail. A page that does not work yet is not here.

Light to import, for it stands before the first paint; how each page is made is in `page_makers`.
"""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from koordinator.domain.access import Action, Actor, roles_for
from koordinator.texts import pages as titles
from koordinator.ui.page import Page
from koordinator.ui.page_stack import PageEntry

OVERVIEW: Final = "overview"
LEARNING: Final = "learning"


class PageLine(NamedTuple):
    """A page and the actions of which one must be allowed to see it; with none it is for everybody.

    Without `icon` it is reached from other pages only, and the rail marks the page it `belongs_to`.
    """

    key: str
    title: str
    needs: tuple[Action, ...]
    icon: str = ""
    belongs_to: str = ""


PAGES: Final[tuple[PageLine, ...]] = (
    PageLine(OVERVIEW, titles.OVERVIEW, (Action.OPEN_OVERVIEW,), "house"),
    PageLine("citizens", titles.CITIZENS, (Action.LIST_CITIZENS,), "users"),
    PageLine("import_list", titles.IMPORT_LIST, (Action.IMPORT_LIST,), belongs_to="citizens"),
    PageLine("meetings", titles.MEETINGS, (Action.LIST_MEETINGS,), "calendar"),
    PageLine("meeting", titles.MEETING, (Action.OPEN_MEETING,), belongs_to="meetings"),
    PageLine("citizen", titles.CITIZEN, (Action.OPEN_CITIZEN,), belongs_to="citizens"),
    PageLine("family", titles.FAMILY, (Action.OPEN_CITIZEN,), belongs_to="citizens"),
    PageLine("handover", titles.HANDOVER, (Action.HAND_OVER,), belongs_to="citizens"),
    PageLine("assessment", titles.ASSESSMENT, (Action.ASSESS,), belongs_to="citizens"),
    PageLine("follow_up", titles.FOLLOW_UP, (Action.LIST_FOLLOW_UP,), "list-checks"),
    PageLine("year_wheel", titles.YEAR_WHEEL, (Action.OPEN_YEAR_WHEEL,), "chart-pie"),
    PageLine("supervision", titles.SUPERVISION, (Action.OPEN_SUPERVISION,), "bar-chart"),
    PageLine(LEARNING, titles.LEARNING, (), "graduation-cap"),
    PageLine(
        "security",
        titles.SECURITY,
        (Action.EDIT_KEYS, Action.OPEN_LOG, Action.OPEN_SPOT_CHECKS, Action.OPEN_ACCESS),
        "shield",
    ),
    PageLine("settings", titles.SETTINGS, (Action.OPEN_SETTINGS,), "settings"),
    PageLine("help", titles.HELP, (), "circle-help"),
)


def page_entries(actor: Actor, make: Callable[[str], Page]) -> tuple[PageEntry, ...]:
    """The pages that the employee may see; `make` makes the one with the key when it is first gone to."""
    return tuple(
        PageEntry(line.key, line.title, partial(make, line.key), line.icon, line.belongs_to)
        for line in PAGES
        if not line.needs or any(actor.roles & roles_for(action) for action in line.needs)
    )
