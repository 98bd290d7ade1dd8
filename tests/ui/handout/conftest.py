"""The people of tests/support/meeting_world.py, fresh for each test."""

import pytest

from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import Bench


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)
