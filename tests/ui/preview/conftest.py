"""The people of tests/support/meeting_world.py, and the desk that the window works at."""

import pytest

from koordinator.ui.desk import Desk
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import Bench


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)


@pytest.fixture
def desk(world: MeetingWorld, tasks: Tasks) -> Desk:
    return desk_at(world.bench, tasks)
