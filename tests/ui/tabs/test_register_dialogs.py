"""The form of a contact person: from when and until when somebody helps."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.ids import CaseFileId, CitizenId, ContactPersonId, DepartmentId, EffortId, OtherPlanId
from koordinator.domain.register import CaseFile, ContactPerson, Effort, OtherPlan
from koordinator.texts import register as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.ask import Question
from koordinator.ui.tabs.dialogs.choices import Choices, choices_from
from koordinator.ui.tabs.dialogs.register import CaseDialog, ContactDialog, EffortDialog, OtherPlanDialog
from koordinator.ui.widgets.fields import Field, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.organisation import Organisation
from koordinator.usecases.services import Services
from tests.support.desk import services_at
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY
from tests.ui.office_window import when_dialog_opens
from tests.ui.parts import nameless


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


def names_in_network(services: Services, world: MeetingWorld) -> list[str]:
    content = services.network.open(world.actor, world.subject_id).content
    return [member.card.name for member in content.people]


def test_who_helps_no_more_is_no_longer_in_the_network(owner: QWidget, world: MeetingWorld) -> None:
    services = services_at(world.bench)
    choices = choices_from(Organisation(world.bench.office).view(world.actor), TODAY)
    with world.bench.office.aside() as tx:
        teacher = tx.of(ContactPerson).get(world.teacher)
    assert teacher.name in names_in_network(services, world)

    def end(dialog: ContactDialog) -> None:
        dialog._from.set_value(TODAY)
        dialog._until.set_value(TODAY - timedelta(days=1))
        dialog._try_to_save()
        assert dialog.isVisible(), "nobody stops before beginning"
        dialog._from.set_value(None)
        dialog._until.set_value(TODAY)
        dialog._try_to_save()

    when_dialog_opens(ContactDialog, end)
    filled = ContactDialog.edit(owner, teacher, choices)
    assert filled is not None
    services.register.save_contact(world.actor, filled)

    assert teacher.name not in names_in_network(services, world)


def test_what_is_not_ones_own_is_shown_and_cannot_be_changed(owner: QWidget, world: MeetingWorld) -> None:
    choices = choices_from(Organisation(world.bench.office).view(world.actor), TODAY, may_save=False)
    with world.bench.office.aside() as tx:
        teacher = tx.of(ContactPerson).get(world.teacher)

    def look(dialog: ContactDialog) -> None:
        assert texts.ONLY_SHOWN in [label.text() for label in dialog.findChildren(QLabel)]
        for field in dialog.findChildren(Field):
            assert field.isEnabled() is isinstance(field, TextField | NoteField), "words can be marked and copied"
            lines, notes = field.findChildren(QLineEdit), field.findChildren(QPlainTextEdit)
            read_only = [*(each.isReadOnly() for each in lines), *(each.isReadOnly() for each in notes)]
            assert all(read_only) or not field.isEnabled()
        assert nameless(dialog) == []
        assert [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()] == [ui_texts.CLOSE]
        dialog._try_to_save()
        assert dialog.isVisible()
        dialog.reject()

    when_dialog_opens(ContactDialog, look)
    assert ContactDialog.edit(owner, teacher, choices) is None


KINDS: tuple[tuple[str, Callable[[QWidget, Choices], object]], ...] = (
    (
        "Sag",
        lambda at, choices: CaseDialog.edit(
            at, CaseFile(CaseFileId(1), "2026-1", CitizenId(1), DepartmentId(1)), choices
        ),
    ),
    ("Indsats", lambda at, choices: EffortDialog.edit(at, Effort(EffortId(1), CitizenId(1), "Støtte"), choices)),
    ("Anden plan", lambda at, choices: OtherPlanDialog.edit(at, OtherPlan(OtherPlanId(1), CitizenId(1), ""), choices)),
    (
        "Kontaktperson",
        lambda at, choices: ContactDialog.edit(at, ContactPerson(ContactPersonId(1), CitizenId(1), ""), choices),
    ),
)


@pytest.mark.parametrize(("heading", "edit"), KINDS)
def test_a_form_that_is_only_looked_at_asks_for_nothing(
    owner: QWidget, world: MeetingWorld, heading: str, edit: Callable[[QWidget, Choices], object]
) -> None:
    choices = choices_from(Organisation(world.bench.office).view(world.actor), TODAY, may_save=False)

    def look(dialog: FormDialog) -> None:
        words = [label.text() for label in dialog.findChildren(QLabel)]
        assert words[0] == dialog.accessibleName() == heading
        assert not [each for each in words if ui_texts.REQUIRED in each]
        (close,) = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
        assert close.text() == ui_texts.CLOSE
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert not dialog.isVisible(), "Enter closes it"

    when_dialog_opens(FormDialog, look)
    assert edit(owner, choices) is None


def test_a_note_that_is_only_shown_is_read_to_its_end_by_keyboard(owner: QWidget, world: MeetingWorld) -> None:
    choices = choices_from(Organisation(world.bench.office).view(world.actor), TODAY, may_save=False)
    purpose = "\n".join(f"Linje {number}" for number in range(40))

    def read(dialog: EffortDialog) -> None:
        (note,) = dialog.findChildren(QPlainTextEdit)
        note.setFocus()
        assert note.verticalScrollBar().maximum() > 0
        QTest.keyClick(note, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert note.verticalScrollBar().value() == note.verticalScrollBar().maximum()
        QTest.keyClick(note, Qt.Key.Key_X)
        QTest.keyClick(note, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert note.textCursor().hasSelection()
        assert note.toPlainText() == purpose
        dialog.reject()

    when_dialog_opens(EffortDialog, read)
    assert EffortDialog.edit(owner, Effort(EffortId(1), CitizenId(1), "Støtte", purpose=purpose), choices) is None


def test_nothing_new_is_asked_for_that_could_not_be_saved(owner: QWidget, world: MeetingWorld) -> None:
    choices = choices_from(Organisation(world.bench.office).view(world.actor), TODAY, may_save=False)
    said: list[str] = []

    def look(question: Question) -> None:
        said.extend(label.text() for label in question.findChildren(QLabel))
        question.reject()

    when_dialog_opens(Question, look)
    assert ContactDialog.edit(owner, ContactPerson(ContactPersonId(0), CitizenId(1), ""), choices) is None

    assert said[:2] == [texts.NEW_CONTACT, texts.ONLY_SHOWN]
