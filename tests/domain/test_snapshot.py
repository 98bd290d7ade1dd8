"""Frozen content comes back as it was, and what was changed from outside is found out."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.invitation_content import CalendarContent, InvitationContent, PreparationContent
from koordinator.domain.meeting import Meeting, MinutesVersion
from koordinator.domain.minutes_content import MinutesContent, is_as_closed, read_minutes
from koordinator.domain.plan_content import PlanContent, read_plan
from koordinator.domain.plan_rules import frozen
from koordinator.domain.snapshot import (
    SnapshotDamaged,
    SnapshotTooNew,
    canonical_json,
    check_snapshot,
    frozen_fields,
    read_json,
    sha256_of,
)
from tests.domain.contents import MINUTES, PLAN, a_minutes_version, a_plan_version
from tests.domain.meetings import a_meeting


@given(st.from_type(MinutesContent))
def test_what_was_frozen_is_told_from_what_was_changed(content: MinutesContent) -> None:
    text = canonical_json(content)

    fields = frozen_fields(text, sha256_of(text))
    assert fields is not None
    assert fields["summary"] == content.summary
    assert frozen_fields(text + " ", sha256_of(text)) is None


@pytest.mark.parametrize("text", ['{"b":1,"a":2}', '{"a": 1}', "[1]", "ikke json"])
def test_a_text_in_another_form_was_not_frozen_here(text: str) -> None:
    assert frozen_fields(text, sha256_of(text)) is None


def test_minutes_are_those_of_their_row() -> None:
    version = a_minutes_version(MINUTES)

    assert is_as_closed(version)
    assert not is_as_closed(replace(version, number=2))
    assert not is_as_closed(replace(version, correction="Andet"))
    assert not is_as_closed(replace(version, content=version.content.replace("Kim", "Bo")))


def test_json_is_sorted_dense_and_danish() -> None:
    assert canonical_json({"å": 1, "a": ("x", None)}) == '{"a":["x",null],"å":1}'


@given(st.from_type(Meeting))
def test_a_row_comes_back_as_it_was(meeting: Meeting) -> None:
    assert read_json(Meeting, canonical_json(meeting)) == meeting


@given(st.from_type(PlanContent))
def test_plan_content_comes_back_as_it_was(content: PlanContent) -> None:
    text = canonical_json(content)

    assert read_json(PlanContent, text) == content
    assert canonical_json(read_json(PlanContent, text)) == text


@given(st.from_type(MinutesContent))
def test_minutes_content_comes_back_as_it_was(content: MinutesContent) -> None:
    assert read_json(MinutesContent, canonical_json(content)) == content


@given(st.from_type(InvitationContent) | st.from_type(PreparationContent) | st.from_type(CalendarContent))
def test_the_papers_before_a_meeting_come_back_as_they_were(content: object) -> None:
    assert read_json(type(content), canonical_json(content)) == content


def test_a_field_that_came_later_has_its_default() -> None:
    older = json.loads(canonical_json(a_meeting()))
    del older["summary_read"]

    assert read_json(Meeting, json.dumps(older)) == a_meeting()


def test_what_was_locked_is_the_text_or_is_refused() -> None:
    assert check_snapshot("minutes", "{}", sha256_of("{}")) == "{}"
    with pytest.raises(SnapshotDamaged) as caught:
        check_snapshot("minutes", "{ }", sha256_of("{}"))
    assert caught.value.kind == "minutes"


def test_a_frozen_plan_reads_as_it_was_approved() -> None:
    version = frozen(a_plan_version(), PLAN)

    assert read_plan(version) == PLAN
    assert version.has_common_goal
    assert (version.schema_number, len(version.sha256)) == (1, 64)


def test_a_plan_changed_outside_is_not_read() -> None:
    version = frozen(a_plan_version(), PLAN)

    with pytest.raises(SnapshotDamaged):
        read_plan(replace(version, content=version.content.replace("Rolige", "Urolige")))


def test_a_plan_or_minutes_of_a_newer_program_is_not_read() -> None:
    with pytest.raises(SnapshotTooNew):
        read_plan(replace(frozen(a_plan_version(), PLAN), schema_number=2))
    with pytest.raises(SnapshotTooNew):
        read_minutes(replace(a_minutes_version(MINUTES), schema_number=2))


def test_closed_minutes_read_as_they_were_closed() -> None:
    version: MinutesVersion = a_minutes_version(MINUTES)

    assert read_minutes(version) == MINUTES
    with pytest.raises(SnapshotDamaged):
        read_minutes(replace(version, content=version.content.replace("Kort", "Langt")))
