"""By the keyboard: who leads and who writes, where a note belongs, whom a consent covers, and minutes put right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QFileDialog, QLabel, QPlainTextEdit

from koordinator.domain.consent import Consent
from koordinator.domain.coverage import Standing
from koordinator.domain.meeting import NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.paper import PaperKind
from koordinator.texts import meeting_page as texts
from koordinator.ui.focus import focus_inside
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.room_parts import NoteRow
from koordinator.usecases.consents import new_consent
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY
from tests.ui.pages.meeting.room_bench import MeetingBench, in_window
from tests.ui.parts import in_dialog
from tests.ui.previewing import saving_from_preview

SAID = "Jeg vil bare have ro."


def choosing(*names: str) -> Callable[[QDialog], None]:
    """Chooses by the keyboard what begins with each name, list by list, and saves."""

    def choose(dialog: QDialog) -> None:
        for box, name in zip(dialog.findChildren(QComboBox), names, strict=True):
            place = next(n for n in range(box.count()) if name in box.itemText(n))
            QTest.keyClick(box, Qt.Key.Key_Home)
            for _ in range(place):
                QTest.keyClick(box, Qt.Key.Key_Down)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return choose


def note_button(at: MeetingBench, what: str, words: str) -> QAbstractButton:
    def found() -> list[QAbstractButton]:
        named = texts.spoken_button(what, words)
        buttons = at.page.room.notes.findChildren(QAbstractButton)
        return [button for button in buttons if button.accessibleName() == named and button.isVisible()]

    at.qtbot.waitUntil(lambda: len(found()) == 1)
    return found()[0]


def with_notes(at: MeetingBench, *words: str) -> MeetingFile:
    file = at.world.running()
    for text in words:
        draft = NoteDraft(NoteKind.SAID, text, file.agenda[0].id)
        at.world.room_plan.note(at.world.actor, file.meeting.id, draft)
    at.open(file.meeting.id)
    return file


def test_chair_and_minute_taker_are_chosen_before_the_meeting_and_in_it(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    in_dialog(choosing("Kim", "Bo"))
    at.press(at.page.prepare.participants.choose)
    at.until(lambda file: (file.meeting.chair_id, file.meeting.minute_taker_id) == (at.world.kim, at.world.bo))
    assert state.roles(at.page.work.file) == "Mødeleder: Kim Møller · Referent: Bo Thygesen"

    at.press(at.page.prepare.begin)
    at.qtbot.waitUntil(at.page.room.isVisible)
    in_dialog(choosing("Mette", texts.NOBODY_YET))
    at.key(at.page.room.notes.input.editor(), Qt.Key.Key_F4)
    at.until(lambda file: (file.meeting.chair_id, file.meeting.minute_taker_id) == (at.world.mette, None))


def test_a_note_is_placed_elsewhere_by_the_keyboard_and_stays_the_citizens_words(at: MeetingBench) -> None:
    file = with_notes(at, SAID)
    in_dialog(choosing("Ønske", "2."))

    at.press(note_button(at, texts.PLACE_NOTE, SAID))

    at.until(lambda now: now.notes[0].kind is NoteKind.WISH)
    (note,) = at.file().notes
    assert (note.text, note.agenda_item_id) == (SAID, file.agenda[1].id)
    assert state.note_heading(at.page.work.file, note) == "Ønske · Lone sagde"
    at.page.room.agenda.step(1)
    (row,) = [each for each in at.page.room.notes.findChildren(NoteRow) if each.note == note]
    assert row.note.in_citizens_words


def test_a_note_moves_up_and_down_and_the_keyboard_goes_with_it(at: MeetingBench) -> None:
    with_notes(at, "Først", "Så", "Til sidst")
    alt = Qt.KeyboardModifier.AltModifier
    at.key(note_button(at, texts.PLACE_NOTE, "Til sidst"), Qt.Key.Key_Up, alt)
    at.until(lambda file: [note.text for note in file.notes] == ["Først", "Til sidst", "Så"])
    at.qtbot.waitUntil(lambda: focus_inside(at.page) is note_button(at, texts.PLACE_NOTE, "Til sidst"))

    at.key(note_button(at, texts.PLACE_NOTE, "Til sidst"), Qt.Key.Key_Up, alt)
    at.until(lambda file: [note.text for note in file.notes] == ["Til sidst", "Først", "Så"])
    at.key(note_button(at, texts.PLACE_NOTE, "Til sidst"), Qt.Key.Key_Down, alt)
    at.until(lambda file: [note.text for note in file.notes] == ["Først", "Til sidst", "Så"])


def test_the_keyboard_stays_on_the_goal_that_got_a_number(at: MeetingBench) -> None:
    meeting_id = at.world.running().meeting.id
    for title in ("Rolige morgener", "En god skoledag"):
        at.world.room_plan.set_goal(at.world.actor, meeting_id, title)
    at.open(meeting_id)
    name = f"{texts.SCORE} En god skoledag"

    def button() -> QAbstractButton:
        every = at.page.room.plan.findChildren(QAbstractButton)
        return [each for each in every if each.accessibleName() == name and not each.isHidden()][-1]

    in_dialog(choosing("5", "Lone"))
    at.press(button())
    at.until(lambda file: [score.score for score in file.scores] == [5])
    at.qtbot.waitUntil(lambda: focus_inside(at.page) is button())


def give_consent(world: MeetingWorld, consent: Consent) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Consent).add(consent)


def test_the_list_says_who_is_covered_by_consent_in_words_and_leads_to_mending_it(at: MeetingBench) -> None:
    file = at.world.planned()
    at.open(file.meeting.id)
    card = at.page.prepare.participants
    words = [card.list.model().index(row, 2).data() for row in range(4)]
    assert words == [*[texts.STANDS_FOR] * 2, *[texts.NOT_COVERED] * 2]
    asked: list[object] = []
    at.page.navigate.connect(lambda page, thing: asked.append((page, thing)))
    (mend,) = [each for each in card.findChildren(QAbstractButton) if each.text() == texts.TO_CONSENT]
    at.press(mend)
    assert asked == [("citizen", (at.world.lone.id, "consent"))]

    lone = at.world.lone.id
    give_consent(at.world, new_consent(lone, "Mødet", "Familie, Arbejdsmarked og Uddannelse", "Ja"))
    at.page.mark_stale()
    at.until(lambda now: bool(now.sharing.given))
    now = at.page.work.file
    assert [now.standing(row) for row in now.participants] == [
        *[Standing.NEEDS_NONE] * 2,
        *[Standing.COVERED] * 2,
    ]
    assert not mend.isVisible()


def held(at: MeetingBench) -> MeetingFile:
    """A held meeting with a plan, on the screen."""
    file = at.world.running()
    meeting_id = file.meeting.id
    at.world.room_plan.set_goal(at.world.actor, meeting_id, "Rolige morgener")
    for kind, text in ((NoteKind.SAID, SAID), (NoteKind.WISH, "Rolige aftener")):
        at.world.room_plan.note(at.world.actor, meeting_id, NoteDraft(kind, text, file.agenda[1].id))
    private = NoteDraft(NoteKind.WISH, "Husk ferien", file.agenda[1].id, private=True)
    at.world.room_plan.note(at.world.actor, meeting_id, private)
    closed = at.world.closing.close(at.world.actor, meeting_id)
    at.open(meeting_id)
    at.qtbot.waitUntil(at.page.held.isVisible)
    return closed


def save_as(path: Path) -> Callable[[QDialog], None]:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()

    return choose


def test_after_closing_the_plan_is_offered_as_pdf_beside_the_minutes(at: MeetingBench, tmp_path: Path) -> None:
    held(at)
    for button, name in ((at.page.held.papers.plan, "plan.pdf"), (at.page.held.papers.minutes_large, "referat.pdf")):
        saving_from_preview(at.qtbot, tmp_path / name)
        at.press(button)
        at.qtbot.waitUntil((tmp_path / name).exists)

    papers = at.desk.services.papers.of_subject(at.desk.actor, at.world.subject_id).papers
    assert [paper.kind for paper in papers] == [PaperKind.PLAN, PaperKind.MINUTES]


def test_all_papers_are_saved_in_one_folder_with_the_keyboard(at: MeetingBench, tmp_path: Path) -> None:
    held(at)
    folder = tmp_path / "Papirer"
    folder.mkdir()
    every = at.page.held.papers.all
    in_window(QFileDialog, save_as(folder))
    at.press(every.ask)
    at.qtbot.waitUntil(lambda: at.page.held.papers.saved.isVisible() and at.desk.tasks.is_idle)

    assert at.page.held.papers.saved.isVisible()
    (said,) = at.page.held.papers.saved.findChildren(QLabel)
    assert said.text() == "6 dokumenter er gemt."
    assert len(list(folder.iterdir())) == 6
    assert every.ask.isVisible()
    assert not every.stop.isVisible()


def test_papers_that_cannot_be_saved_are_told_of(at: MeetingBench, tmp_path: Path) -> None:
    held(at)
    folder = tmp_path / "Papirer"
    folder.mkdir()
    told: list[str] = []
    at.desk.tasks.failed.connect(told.append)

    def choose_and_lose(dialog: QDialog) -> None:
        save_as(folder)(dialog)
        folder.rmdir()

    in_window(QFileDialog, choose_and_lose)
    at.press(at.page.held.papers.all.ask)
    at.qtbot.waitUntil(lambda: len(told) == 1)

    assert at.page.held.papers.all.ask.isVisible()
    assert not at.page.held.papers.saved.isVisible()


def test_a_meeting_without_a_plan_offers_none(at: MeetingBench) -> None:
    meeting_id = at.world.running().meeting.id
    at.world.closing.close(at.world.actor, meeting_id)
    at.open(meeting_id)
    at.qtbot.waitUntil(at.page.held.isVisible)

    assert not at.page.held.papers.plan.isVisible()
    assert at.page.held.papers.minutes.isVisible()


def put_right(dialog: QDialog) -> None:
    reason, _summary, wish, remark = dialog.findChildren(QPlainTextEdit)
    reason.setPlainText("Det var om morgenen.")
    wish.setPlainText("Rolige morgener")
    remark.setPlainText("Og det er vigtigt.")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_minutes_are_put_right_in_the_window_and_the_old_ones_can_still_be_read(
    at: MeetingBench, tmp_path: Path
) -> None:
    held(at)
    in_dialog(put_right)
    at.press(at.page.held.papers.correct)
    at.until(lambda file: len(file.minutes) == 2)

    shown = [row.note.text for row in at.page.held.findChildren(NoteRow) if not row.isHidden()]
    assert shown == [SAID, "Rolige morgener", "Husk ferien", "Og det er vigtigt."]
    version = texts.minutes_version(1, f"{TODAY:%d.%m.%Y}", "")
    (old,) = [
        each
        for each in at.page.held.findChildren(QAbstractButton)
        if each.accessibleName() == texts.spoken_button(texts.MINUTES_PDF, version) and not each.isHidden()
    ]
    saving_from_preview(at.qtbot, tmp_path / "gammelt.pdf")
    at.press(old)
    at.qtbot.waitUntil((tmp_path / "gammelt.pdf").exists)
