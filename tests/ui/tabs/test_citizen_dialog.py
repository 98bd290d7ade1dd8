"""The form of a citizen's master data: the CPR number is masked, and can be put right."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import CitizenId
from koordinator.ui.tabs.dialogs.citizen import CitizenDialog
from koordinator.usecases.citizens import new_citizen

KNOWN = replace(new_citizen("Lone Bæk", "7203784444"), id=CitizenId(1))


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def test_a_known_number_is_masked_and_stays_until_another_is_typed(owner: QWidget) -> None:
    dialog = CitizenDialog(owner, KNOWN)

    assert dialog._cpr.value() == "720378-••••"
    assert dialog.thing() == KNOWN
    dialog._cpr.set_value("130380-4445")
    assert dialog.thing().cpr == "130380-4445"


@pytest.mark.parametrize("citizen", [replace(KNOWN, cpr="130380-44"), new_citizen("Ida Dam", "130380-44")])
def test_a_refused_number_comes_back_as_it_was_typed(owner: QWidget, citizen: Citizen) -> None:
    assert CitizenDialog(owner, citizen)._cpr.value() == "130380-44"


def test_who_had_no_number_gets_one(owner: QWidget) -> None:
    dialog = CitizenDialog(owner, replace(KNOWN, cpr=""))

    dialog._cpr.set_value("130380-4445")

    assert dialog.thing().cpr == "130380-4445"
