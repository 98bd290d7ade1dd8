"""The forms of the tab Samtykke give back what they were begun with, so that nothing is typed twice."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from koordinator.ui.tabs.dialogs.consent import BasisDialog, ConsentDialog
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.consents import new_consent
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY
from tests.ui.office_window import when_dialog_opens


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


def test_a_consent_comes_back_as_it_was_filled_in(owner: QWidget, world: MeetingWorld) -> None:
    file = Citizens(world.bench.office).open(world.actor, world.lone.id)
    begun = new_consent(world.lone.id, "At skolen ved besked", "Skolen", "Ja, om skemaet.")
    begun = replace(begun, not_covered="Ikke om min søn", given_by="Kim Dam, værge", until_on=TODAY)

    when_dialog_opens(ConsentDialog, QDialog.accept)
    assert ConsentDialog.ask(owner, file, begun) == begun

    when_dialog_opens(ConsentDialog, QDialog.reject)
    assert ConsentDialog.ask(owner, file, begun) is None


def test_a_basis_comes_back_as_it_was_filled_in(owner: QWidget, world: MeetingWorld) -> None:
    file = Citizens(world.bench.office).open(world.actor, world.lone.id)
    begun = new_consent(world.lone.id, "En akut fare", "Politiet", "")
    begun = replace(begun, legal_basis="Forvaltningsloven § 28", basis_reason="Der er ikke tid til at spørge.")

    when_dialog_opens(BasisDialog, QDialog.accept)
    assert BasisDialog.ask(owner, file, begun) == begun
