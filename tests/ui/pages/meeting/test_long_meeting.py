"""A meeting of three hours: what is in sight comes at once, and the rest of it comes too, in its order."""

from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.room_parts import NoteRow
from tests.support.long_meeting import AGREEMENTS, long_meeting
from tests.ui.pages.meeting.room_bench import MeetingBench


def shown(at: MeetingBench) -> list[str]:
    rows = (row for row in at.page.room.notes.findChildren(NoteRow) if not row.isHidden())
    return [row.note.text for row in sorted(rows, key=lambda row: row.y())]


def test_all_notes_and_agreements_come_in_their_order(at: MeetingBench) -> None:
    at.open(long_meeting(at.world))
    room = at.page.room
    wanted = [note.text for note in state.notes_under(at.page.work.file, room.agenda.item())]

    at.qtbot.waitUntil(lambda: shown(at) == wanted)
    at.qtbot.waitUntil(lambda: len(room.plan.lines()) == AGREEMENTS)
    assert room.plan.lines() == [view.what for view in state.promises(at.page.work.file)]

    at.write("Det sidste")
    at.until(lambda file: file.notes[-1].text == "Det sidste")
    at.qtbot.waitUntil(lambda: shown(at) == [*wanted, "Det sidste"])
    second = at.page.work.file.agenda[1]
    room.agenda.choose(second.id)
    under_second = [note.text for note in state.notes_under(at.page.work.file, second)]
    at.qtbot.waitUntil(lambda: shown(at) == under_second)
