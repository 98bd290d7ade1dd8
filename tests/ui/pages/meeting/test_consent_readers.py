"""What the consents do to a meeting's page: who is there for what before it, and who gets which papers after it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from koordinator.domain.coverage import Standing
from koordinator.texts import meeting_readers as words
from koordinator.ui.focus import focus_inside
from koordinator.ui.pages.meeting.coverage import taking_part
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label
from tests.support.consents import employee, given_to_all
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.parts import nameless
from tests.ui.previewing import saving_from_preview


def labels(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(Label) if label.isVisibleTo(within)]


def test_the_agenda_says_who_is_there_for_what_and_which_items_lack_a_theme(at: MeetingBench) -> None:
    given_to_all(at.world, (employee(at.world.kim), "finances"), (employee(at.world.bo), None))
    at.open(at.world.planned().meeting.id)

    file = at.page.work.file
    said = taking_part(file)

    assert [file.standing(each) for each in file.participants] == [
        Standing.NEEDS_NONE,
        Standing.NEEDS_NONE,
        Standing.PARTLY,
        Standing.NOT_COVERED,
    ]
    assert "Kim deltager kun i punkt 1 og 7." in said
    assert "Punkt 2-6 har ikke et emne, så Kim kan ikke være med" in said
    at.qtbot.waitUntil(lambda: said in labels(at.page.prepare))
    assert any("Bo Thygesen er ikke omfattet" in each for each in labels(at.page.prepare))


def test_nothing_is_said_where_everybody_is_there_for_all(at: MeetingBench) -> None:
    given_to_all(at.world)
    at.open(at.world.planned().meeting.id)

    assert taking_part(at.page.work.file) == ""


def test_each_reader_of_a_held_meeting_gets_their_own_papers(at: MeetingBench, tmp_path: Path) -> None:
    given_to_all(at.world, (employee(at.world.kim), "finances"), (employee(at.world.bo), None))
    meeting_id = at.world.running().meeting.id
    at.world.closing.close(at.world.actor, meeting_id)
    at.open(meeting_id)
    card = at.page.held.papers.card
    shown = labels(card)
    assert words.gets(("Mette Holm",), words.FOR_ALL) in shown
    assert words.gets(("Lone Bæk",), words.FOR_CITIZEN) in shown
    assert words.gets(("Kim Møller",), words.EXTRACT) in shown
    assert words.gets_none(("Bo Thygesen",)) in shown
    assert nameless(card) == []
    saving_from_preview(at.qtbot, tmp_path / "uddrag.pdf")
    at.press(kims_minutes(card))
    at.qtbot.waitUntil((tmp_path / "uddrag.pdf").exists)
    at.qtbot.waitUntil(lambda: at.desk.tasks.is_idle)

    # What is read again is built anew, and the keyboard stays on the paper that was asked for.
    kims_minutes(card).setFocus()
    at.page.held.show_file()
    at.qtbot.waitUntil(lambda: called(focus_inside(at.page)) == "Referat til Kim Møller")


def kims_minutes(card: QWidget) -> Button:
    (own,) = [each for each in card.findChildren(Button) if called(each) == "Referat til Kim Møller"]
    return own


def called(widget: QWidget | None) -> str:
    return widget.accessibleName() if widget is not None and widget.isVisible() else ""
