"""Where a line about something that falls due leads to: the meeting, or the citizen or family it is about."""

from koordinator.domain.follow_up import DueKind
from koordinator.domain.ids import MeetingId
from koordinator.ui.desk import Desk
from koordinator.ui.due.rows import DueRow
from koordinator.ui.page import Page
from koordinator.usecases.subject_people import SubjectPeople


def open_line(page: Page, desk: Desk, line: DueRow) -> None:
    """Goes to the thing; the look at whose it is is logged."""
    if line.item.kind is DueKind.MEETING:
        page.navigate.emit("meeting", MeetingId(line.item.thing_id))
        return
    follow_up, actor = desk.services.follow_up, desk.actor
    desk.tasks.read(
        page, lambda: follow_up.whose(actor, line.item.subject_id), lambda people: _go_to(page, people, line.tab)
    )


def _go_to(page: Page, people: SubjectPeople, tab: str) -> None:
    if people.family_id is not None:
        page.navigate.emit("family", (people.family_id, tab))
    else:
        page.navigate.emit("citizen", (people.citizens[0].id, tab))
