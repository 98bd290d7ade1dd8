"""The forms of the tab Samtykke give back what they were begun with, and put what is chosen into words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.consent import GivenConsent, Recipient, consent_exception, consent_party
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.party import Party, PartyKind
from koordinator.texts import consent as texts
from koordinator.ui.tabs.dialogs.consent import BasisDialog, ConsentDialog
from koordinator.ui.tabs.dialogs.consent_fields import ExceptionsField, RecipientsField
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.fields import NoteField
from koordinator.usecases.consents import ConsentFile, Consents, new_consent
from tests.support.letter_texts import TEXTS
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY
from tests.ui.office_window import when_dialog_opens

WORDING = TEXTS.of(LetterKey.CONSENT)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


@pytest.fixture
def file(world: MeetingWorld) -> ConsentFile:
    return Consents(world.bench.office).open(world.actor, world.lone.subject_id)


def kim(file: ConsentFile) -> Recipient:
    return Recipient(next(each.party for each in file.round_it if each.name == "Kim Møller"))


def money(file: ConsentFile) -> int:
    return next(theme.id for theme in file.themes if theme.key == "finances")


def test_a_consent_comes_back_as_it_was_filled_in(owner: QWidget, file: ConsentFile) -> None:
    begun = new_consent(file.people.citizens[0].id, "At skolen ved besked", "", "Ja, om skemaet.")
    begun = replace(begun, given_by="Kim Dam, værge", all_invited=False, until_on=TODAY + timedelta(days=30))
    exception = consent_exception(kim(file), next(each.id for each in file.themes if each.key == "finances"))
    given = GivenConsent(begun, (consent_party(kim(file)),), (exception,))

    when_dialog_opens(ConsentDialog, QDialog.accept)
    back = ConsentDialog.ask(owner, file, given, WORDING)

    assert back == replace(
        given, consent=replace(begun, shared_with="Kim Møller", not_covered="Kim Møller ikke om økonomi.")
    )
    when_dialog_opens(ConsentDialog, QDialog.reject)
    assert ConsentDialog.ask(owner, file, given, WORDING) is None


def test_the_usual_consent_is_for_all_and_says_so(owner: QWidget, file: ConsentFile) -> None:
    when_dialog_opens(ConsentDialog, QDialog.accept)
    given = ConsentDialog.ask(owner, file, None, WORDING)

    assert given is not None
    assert (given.consent.all_invited, given.parties, given.exceptions) == (True, (), ())
    assert given.consent.shared_with == texts.ALL_INVITED
    assert "Jeg, Lone Bæk, siger ja" in given.consent.text
    assert "alle, der er inviteret" in given.consent.text


def test_an_exception_is_made_with_the_keyboard_and_stands_in_the_text(owner: QWidget, file: ConsentFile) -> None:
    def fill(dialog: ConsentDialog) -> None:
        (field,) = dialog.findChildren(ExceptionsField)
        add = field.focusProxy()
        assert add is not None
        add.setFocus()
        QTest.keyClick(add, Qt.Key.Key_Space)
        who, what = field.findChildren(Choice)
        who.choose(kim(file))
        what.choose(money(file))
        dialog.accept()

    when_dialog_opens(ConsentDialog, fill)
    given = ConsentDialog.ask(owner, file, None, WORDING)

    assert given is not None
    assert [(each.recipient, each.theme_id) for each in given.exceptions] == [(kim(file), money(file))]
    assert given.consent.not_covered == "Kim Møller ikke om økonomi."
    assert "Undtaget er: Kim Møller ikke om økonomi." in given.consent.text


def test_words_that_somebody_changed_stay_until_they_are_written_again(owner: QWidget, file: ConsentFile) -> None:
    seen: list[str] = []

    def fill(dialog: ConsentDialog) -> None:
        purpose, text = dialog.findChildren(NoteField)
        text.set_value("Mine egne ord.")
        purpose.set_value("Noget andet")
        seen.append(text.value())
        dialog.reject()

    when_dialog_opens(ConsentDialog, fill)
    # what was typed is asked about before it is lost
    when_dialog_opens(QDialog, QDialog.accept)
    ConsentDialog.ask(owner, file, None, WORDING)

    assert seen == ["Mine egne ord."]


def test_a_line_without_a_name_is_said_and_can_be_taken_away(owner: QWidget, file: ConsentFile) -> None:
    seen: list[tuple[bool, str]] = []

    def fill(dialog: ConsentDialog) -> None:
        (field,) = dialog.findChildren(ExceptionsField)
        add = field.focusProxy()
        assert add is not None
        QTest.keyClick(add, Qt.Key.Key_Space)
        seen.append((field.check(), field.shown_fault()))
        remove = next(each for each in field.findChildren(QWidget) if each.accessibleName() == texts.REMOVE_EXCEPTION)
        QTest.keyClick(remove, Qt.Key.Key_Space)
        seen.append((field.check(), field.shown_fault()))
        dialog.accept()

    when_dialog_opens(ConsentDialog, fill)
    ConsentDialog.ask(owner, file, None, WORDING)

    assert seen == [(False, texts.CHOOSE_WHO_FAULT), (True, "")]


def test_a_consent_for_some_names_somebody(owner: QWidget, file: ConsentFile) -> None:
    seen: list[str] = []

    def fill(dialog: ConsentDialog) -> None:
        sharing = next(each for each in dialog.findChildren(Choice) if each.accessibleName() == texts.WHO_SHARES)
        sharing.choose(key=False)
        (named,) = dialog.findChildren(RecipientsField)
        assert not dialog.form.check()
        seen.append(named.shown_fault())
        named.findChildren(CheckBox)[0].setChecked(True)
        assert dialog.form.check()
        dialog.accept()

    when_dialog_opens(ConsentDialog, fill)
    given = ConsentDialog.ask(owner, file, None, WORDING)

    assert seen == [texts.CHOOSE_SOMEBODY]
    assert given is not None
    assert len(given.parties) == 1


def test_a_basis_comes_back_as_it_was_filled_in(owner: QWidget, file: ConsentFile) -> None:
    begun = new_consent(file.people.citizens[0].id, "En akut fare", "Familie", "")
    begun = replace(
        begun,
        legal_basis="Forvaltningsloven § 28",
        basis_reason="Der er ikke tid til at spørge.",
        all_invited=False,
    )
    family = next(each.id for each in file.departments if each.name == "Familie")
    given = GivenConsent(begun, (consent_party(Recipient(department_id=family)),))

    when_dialog_opens(BasisDialog, QDialog.accept)
    assert BasisDialog.ask(owner, file, given) == given
    assert Party(PartyKind.CITIZEN, begun.citizen_id) in file.sharing.listeners
