"""The people of tests/support/meeting_world.py and tests/support/deletion_world.py, fresh for each test."""

import pytest

from koordinator.domain.ids import SubjectId
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.retention import Retention
from tests.support.deletion_world import deletions_of, planted_citizen, retention_of
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import Bench


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)


@pytest.fixture
def planted(bench: Bench) -> SubjectId:
    return planted_citizen(bench)


@pytest.fixture
def deletions(bench: Bench) -> Deletions:
    return deletions_of(bench)


@pytest.fixture
def retention(bench: Bench) -> Retention:
    return retention_of(bench)
