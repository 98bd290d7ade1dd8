"""Vis på storskærm: what all in the room see, when it comes and goes, and that nothing private gets there."""

from dataclasses import fields, replace
from datetime import timedelta
from functools import partial
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from koordinator.documents.pdf import Pdf
from koordinator.domain.agreement import Agreement
from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.draft import DraftPlace
from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import AgendaKind, MeetingStatus, NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.texts import meeting_page as texts
from koordinator.ui.lock import Lock, UnlockWay
from koordinator.ui.lock_cover import LockCover
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.pages.meeting.room_since_last import EarlierPromise
from koordinator.ui.pages.meeting.shared_view import SharedLine, SharedNote, shared_view
from koordinator.ui.pages.meeting.shared_window import SharedWindow
from koordinator.ui.theme import Theme
from koordinator.usecases.meeting_file import MeetingFile
from tests.documents.press import read_back
from tests.support.meeting_world import SOON, MeetingWorld, employee_party
from tests.support.office import TODAY, Bench
from tests.ui.office_window import open_window, wait_until_idle
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.parts import nameless

MARK = "HEMMELIG"
SMALLEST = 24


def shown(at: MeetingBench) -> SharedWindow:
    window = at.page.room.shared.window
    assert window is not None
    return window


def everything_in(window: QWidget) -> str:
    """Every text a person or a screen reader could find in the window, also in what is hidden or on its way out."""
    told = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
    words = [window.windowTitle()]
    for part in (window, *window.findChildren(QWidget)):
        words += [part.toolTip(), part.accessibleName(), part.accessibleDescription()]
        words += [part.text()] if isinstance(part, QLabel) else []
        interface = QAccessible.queryAccessibleInterface(part)
        words += [interface.text(each) for each in told]
    return "\n".join(words)


def opened(at: MeetingBench, file: MeetingFile) -> SharedWindow:
    at.open(file.meeting.id)
    at.key(at.page.room.agenda, Qt.Key.Key_F11)
    return shown(at)


def noted(at: MeetingBench, file: MeetingFile, *drafts: NoteDraft) -> MeetingFile:
    for draft in drafts:
        file = at.world.room_plan.note(at.world.actor, file.meeting.id, draft)
    return file


def test_the_citizens_words_come_first_and_the_plan_beside_them(at: MeetingBench) -> None:
    file = at.world.running()
    file = noted(
        at,
        file,
        NoteDraft(NoteKind.WISH, "Færre møder"),
        NoteDraft(NoteKind.SAID, "Jeg er træt"),
        NoteDraft(NoteKind.SAID, MARK, private=True),
    )
    world, meeting_id = at.world, file.meeting.id
    world.room_plan.set_goal(world.actor, meeting_id, "Søvn")
    world.room_plan.ask(world.actor, meeting_id, Question("Støtte", world.handicap, world.ida, TODAY))
    file = world.room_plan.promise(world.actor, meeting_id, Promise("Ringer", employee_party(world.kim), TODAY))
    view = shared_view(file, file.agenda[0], file.now + timedelta(minutes=5))

    assert (view.title, view.number) == (file.agenda[0].title, "Punkt 1 af 7")
    assert view.own_words == (SharedNote(NoteKind.SAID, "Lone sagde", "Jeg er træt"),)
    assert view.notes == (SharedNote(NoteKind.WISH, "Ønske", "Færre møder"),)
    assert view.goals == (SharedLine("Mål 1 · Søvn", "ikke vurderet endnu"),)
    assert view.agreements == (SharedLine("Ringer", "Kim Møller · senest 21. november"),)
    assert [line.text for line in view.questions] == ["Støtte · Handicap"]
    assert (view.earlier, view.time.words) == ((), "5 minutter brugt af 75")


def test_without_an_agenda_there_is_still_a_view(at: MeetingBench) -> None:
    file = replace(at.world.running(), agenda=())
    view = shared_view(file, None, file.now)

    assert (view.title, view.number, view.hint) == ("", "", "")


def test_what_reaches_the_window_has_no_room_for_a_private_note() -> None:
    """A note knows whether it is private and by whom; what is shared knows neither."""
    assert {field.name for field in fields(SharedNote)} == {"kind", "heading", "text"}
    assert {field.name for field in fields(SharedLine)} == {"text", "detail"}


def test_it_is_opened_from_the_room_and_closed_from_either(at: MeetingBench) -> None:
    window, bar = opened(at, at.world.running()), at.page.room.bar
    assert (window.isVisible(), bar.share.isChecked(), bar.share.text()) == (True, True, f"{texts.SHOWN_TO_ALL}  F11")
    assert nameless(window) == []

    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
        window = shown(at)
        QTest.keyClick(window, Qt.Key.Key_A)
        QTest.keyClick(window, Qt.Key.Key_F8)
        assert window.isVisible()
        at.qtbot.waitUntil(at.page.isActiveWindow)
        QTest.keyClick(window, key)
        assert (window.isVisible(), at.page.room.shared.window) == (False, None)
        assert (bar.share.isChecked(), bar.share.text()) == (False, f"{texts.SHOW_TO_ALL}  F11")
        at.press(bar.share)
    at.key(at.page.room.agenda, Qt.Key.Key_F11)
    assert at.page.room.shared.window is None


def test_it_follows_the_room_and_goes_with_the_meeting(at: MeetingBench) -> None:
    window = opened(at, at.world.running())
    at.write("Vi ses oftere", Qt.Key.Key_F6)
    at.until(lambda file: bool(file.notes))
    assert "Vi ses oftere" in everything_in(window)
    at.page.room.agenda.choose(at.page.work.file.agenda[1].id)
    assert at.page.work.file.agenda[1].title in everything_in(window)

    meeting_id = at.page.work.file.meeting.id
    at.world.closing.close(at.world.actor, meeting_id)
    at.page.mark_stale()
    at.until_status(MeetingStatus.HELD)
    assert at.page.room.shared.window is None


def test_another_meeting_and_a_closed_main_window_take_it_down(at: MeetingBench) -> None:
    first, second = at.world.running(), at.world.running()
    opened(at, first)
    at.open(second.meeting.id)
    assert at.page.room.shared.window is None

    at.key(at.page.room.agenda, Qt.Key.Key_F11)
    shown(at)
    at.page.hide()
    assert at.page.room.shared.window is None


def test_the_lock_blanks_it_at_once(at: MeetingBench) -> None:
    file = noted(at, at.world.running(), NoteDraft(NoteKind.SAID, "Jeg er træt"))
    window = opened(at, file)
    main = QMainWindow()
    at.qtbot.addWidget(main)
    lock = Lock(main, at.desk.tasks, UnlockWay(lambda: False, lambda _words: True))
    lock.lock()

    cover = window.findChild(LockCover)
    assert cover is not None
    assert cover.isVisible()
    at.page.room.shared.feed()
    assert not [label for label in window.findChildren(QLabel) if label.isVisible() and "træt" in label.text()]


def test_the_type_is_read_from_three_metres(at: MeetingBench, theme: Theme) -> None:
    file = noted(at, at.world.running(), *(NoteDraft(kind, f"Ord {kind}") for kind in NoteKind))
    window = opened(at, file)
    at.world.room_plan.set_goal(at.world.actor, file.meeting.id, "Søvn")
    for wide, tall, scale in ((900, 600, 1.0), (1366, 768, 1.0), (1920, 1080, 1.5)):
        theme.set_text_scale(scale)
        window.resize(wide, tall)
        labels = [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]
        assert labels
        assert min(label.fontInfo().pixelSize() for label in labels) >= SMALLEST
        assert (window.width(), window.height()) == (wide, tall)


def test_a_note_that_becomes_private_leaves_it_at_once_and_comes_back(at: MeetingBench) -> None:
    world, file = at.world, at.world.running()
    file = noted(at, file, NoteDraft(NoteKind.SAID, MARK))
    window = opened(at, file)
    assert MARK in everything_in(window)
    for kind in NoteKind:
        for private in (True, False):
            note = at.page.work.file.notes[0]
            draft = NoteDraft(kind, MARK, note.agenda_item_id, private)
            at.page.work.take(world.room.rewrite_note(world.actor, note, draft))
            assert (MARK in everything_in(window)) is not private


@pytest.mark.parametrize("seed", range(4))
def test_opened_and_closed_in_any_order_it_never_holds_what_is_private(at: MeetingBench, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - not for secrets
    world, file, other = at.world, at.world.running(), at.world.running()
    for one in (file, other):
        noted(at, one, NoteDraft(NoteKind.AGREED, "Åbent"), NoteDraft(NoteKind.SAID, MARK, private=True))
    at.open(file.meeting.id)
    room = at.page.room
    moves = (
        room.shared.turn,
        room.turn_to_closing,
        lambda: room.agenda.step(1),
        lambda: room.agenda.step(-1),
        lambda: QTest.keyClick(shown(at), Qt.Key.Key_Escape) if room.shared.window else room.shared.turn(),
        lambda: at.open(chance.choice((file, other)).meeting.id),
        at.page.hide,
        at.page.show,
        room.notes.private.click,
    )
    for _ in range(40):
        chance.choice(moves)()
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, SharedWindow)]
        assert not [each for each in windows if MARK in everything_in(each)]
        assert sum(each.isVisible() for each in windows) <= 1
    assert world.actor == at.page.work.actor


@pytest.mark.parametrize("seed", range(6))
def test_nothing_private_is_found_on_the_window_or_on_paper(at: MeetingBench, seed: int) -> None:
    """A meeting of random notes, gone through item by item while more of them come; every third is private."""
    chance = Random(seed)  # noqa: S311 - not for secrets
    world, file = at.world, at.world.running()
    items = [None, *(item.id for item in file.agenda)]

    def any_note(number: int) -> NoteDraft:
        private = chance.random() < 1 / 3
        text = f"{MARK}{number}" if private else f"Åbent {number}"
        return NoteDraft(chance.choice(list(NoteKind)), text, chance.choice(items), private)

    file = noted(at, file, *(any_note(number) for number in range(20)))
    world.room_plan.set_goal(world.actor, file.meeting.id, "Søvn")
    file = noted(at, file, NoteDraft(NoteKind.AGREED, f"{MARK} altid", file.agenda[0].id, private=True))
    window, found = opened(at, file), []
    room = at.page.room
    room.agenda.chosen.connect(lambda: found.append(everything_in(window)))
    at.page.work.changed.connect(lambda: found.append(everything_in(window)))
    for item in chance.sample(file.agenda, len(file.agenda)):
        room.agenda.choose(item.id)
        draft, before = any_note(100 + item.position), len(at.page.work.file.notes)
        room.notes.private.setChecked(draft.private)
        at.write(draft.text, Qt.Key.Key_F5)
        at.until(partial(has_more, than=before))
        mine = [note for note in at.page.work.file.notes if note.private]
        placed = world.room_plan.place_note(
            world.actor, chance.choice(mine), chance.choice(list(NoteKind)), chance.choice(items)
        )
        at.page.work.take(placed)
        found.append(everything_in(window))

    assert len(found) > 3 * len(file.agenda)
    assert any("Åbent" in words for words in found)
    assert not [words for words in found if MARK in words]
    assert MARK in "".join(note.text for note in at.page.work.file.notes)
    world.closing.close(world.actor, file.meeting.id)
    papers = printed(at, file)
    assert any("Åbent" in paper for paper in papers)
    assert not [paper for paper in papers if MARK in paper]


def has_more(file: MeetingFile, *, than: int) -> bool:
    return len(file.notes) > than


def printed(at: MeetingBench, file: MeetingFile) -> list[str]:
    """The words of the meeting's papers, to each reader."""
    papers, meeting = at.desk.services.papers, file.meeting
    kinds = (PaperKind.MINUTES, PaperKind.AGENDA, PaperKind.PLAN)
    made = [
        papers.make(at.desk.actor, PaperOrder(kind, meeting.subject_id, reader, meeting_id=meeting.id))
        for kind in kinds
        for reader in Reader
    ]
    return [read_back(Pdf(each.content, 0, ())).words for each in made]


def broken_three_times(world: MeetingWorld) -> tuple[MeetingId, Agreement]:
    """A meeting that runs, where a promise has gone on for the third time."""
    meeting_id = world.running().meeting.id
    promise = Promise("Ringer til skolen", employee_party(world.kim), TODAY)
    (agreement,) = world.room_plan.promise(world.actor, meeting_id, promise).agreements
    for days in (30, 60, 90):
        world.closing.close(world.actor, meeting_id)
        world.bench.clock.pass_days(30)
        day = TODAY + timedelta(days=days)
        meeting_id = world.room.open(world.actor, world.planned(replace(SOON, starts_on=day)).meeting.id).meeting.id
        (agreement,) = world.meetings.open(world.actor, meeting_id).since_last
        world.room_plan.goes_on(world.actor, meeting_id, agreement, day)
    return meeting_id, agreement


def test_a_promise_broken_three_times_is_answered_with_another_solution(at: MeetingBench) -> None:
    world = at.world
    later, agreement = broken_three_times(world)
    at.open(later)
    since = next(item for item in at.page.work.file.agenda if item.kind is AgendaKind.SINCE_LAST)
    at.page.room.agenda.choose(since.id)
    card = at.page.room.notes.since_last.findChild(EarlierPromise)
    assert card is not None
    button = next(each for each in card.findChildren(QWidget) if each.accessibleName().startswith(texts.DO_INSTEAD))
    field = next(iter(at.page.room.notes.since_last.fields.values()))

    at.press(button)
    assert field.editor().hasFocus()
    field.editor().insertPlainText("Skolen ringer til Kim")
    place = DraftPlace("meeting", later, f"instead:{agreement.id}")
    at.qtbot.waitUntil(lambda: world.drafts.find(world.actor, place) is not None)
    at.press(button)
    at.until(lambda file: bool(file.agreements))
    file = at.page.work.file
    assert [(each.what, each.employee_id) for each in file.agreements] == [("Skolen ringer til Kim", world.kim)]
    assert file.since_last[0].not_done_reason == texts.INSTEAD_REASON
    assert world.room.undo(world.actor, later).agreements == ()


def test_the_program_ends_with_its_main_window(at: MeetingBench, bench: Bench) -> None:
    meeting_id = at.world.running().meeting.id
    main = open_window(at.qtbot, bench, at.desk, (("citizen", None), ("meeting", MeetingPage)))
    main.navigate("meeting", meeting_id)
    wait_until_idle(at.qtbot, at.desk)
    page = main.pages.page()
    assert isinstance(page, MeetingPage)
    page.room.shared.turn()
    window = page.room.shared.window
    assert window is not None
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    main.close()
    assert page.room.shared.window is None
