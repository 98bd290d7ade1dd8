"""Lone, in four departments with five caseworkers, and her assessment in the real window."""

import pytest
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import Citizen
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.histories import Histories
from tests.support.office import Bench
from tests.ui.office_window import open_window
from tests.ui.pages.assessment.hands import DEPARTMENTS, PAGES, show


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def lone(bench: Bench, histories: Histories) -> Citizen:
    citizen = bench.add_citizen()
    for number, department in enumerate(DEPARTMENTS):
        histories.case(citizen, department, caseworker=histories.employee(f"Sagsbehandler {number}"))
    return citizen


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def window(qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen) -> MainWindow:
    opened = open_window(qtbot, bench, desk, PAGES)
    show(qtbot, desk, opened, lone.subject_id)
    return opened
