"""An archive that something stops on its way still says what is there."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from koordinator.domain.access import Actor, Channel
from koordinator.domain.codes import Role
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.errors import NotAllowed
from koordinator.domain.letter_content import NobodyToName
from tests.support.desk import services_at
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY


def test_what_is_refused_on_the_way_leaves_a_manifest_of_what_is_there(world: MeetingWorld, tmp_path: Path) -> None:
    def lose_the_coordinator(done: int, _total: int) -> bool:
        """While the archive is made, Lone is left without the one whom her letter names."""
        if done:
            with world.bench.office.aside() as tx:
                for period in tx.of(CoordinatorPeriod).where(subject_id=world.subject_id):
                    tx.of(CoordinatorPeriod).save(replace(period, until_on=TODAY))
        return True

    services, folder = services_at(world.bench), tmp_path / "arkiv"
    subjects = (world.anna.subject_id, world.subject_id)

    with pytest.raises(NobodyToName):
        services.paper_archive.write(world.actor, subjects, folder, lose_the_coordinator)

    said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert said["complete"] is False
    assert {each["subject_uid"] for each in said["files"]} == {world.anna.uid}
    assert all((folder / each["path"]).exists() for each in said["files"])


def test_who_may_not_archive_gets_no_folder(world: MeetingWorld, tmp_path: Path) -> None:
    supervisor = Actor(world.actor.employee_id, frozenset({Role.SUPERVISOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        services_at(world.bench).paper_archive.write(supervisor, (), tmp_path / "arkiv")

    assert not (tmp_path / "arkiv").exists()
