"""No row about a person is forgotten: every kind of thing, and every key by which one names a person."""

from pathlib import Path
from typing import Any

import pytest

from koordinator.domain.citizen import Citizen
from koordinator.domain.draft import Draft
from koordinator.storage.columns import metadata
from koordinator.storage.mappings import TABLES
from koordinator.usecases.right_of_access_gather import gather, word_of
from koordinator.usecases.right_of_access_kinds import (
    CITIZEN_FIELDS,
    CONTACT_FIELDS,
    DRAFTS,
    HELD,
    INNER_FIELDS,
    NAMED,
    NOT_ABOUT_A_PERSON,
)
from tests.support.demo import opened_demo, services_of

HELD_KINDS = {held.kind for held in HELD} | {DRAFTS}
NOT_ROWS = {
    "audit_entry": "has a chapter of its own",
    "search_term": "what a caseworker typed; no citizen's row",
    "counted_thing": "what ledelsestilsyn goes on counting of who was deleted; nobody's",
    "log_key": "what the entries are sealed with",
    "former_key": "what older backups are opened with",
}
"""Tables beside the mapped kinds; what can be searched for is a copy of the rows, in tables of its own."""


def test_every_kind_is_in_the_report_or_is_said_to_be_about_nobody() -> None:
    assert HELD_KINDS | NOT_ABOUT_A_PERSON.keys() == TABLES.keys()
    assert not HELD_KINDS & NOT_ABOUT_A_PERSON.keys()
    assert all(NOT_ABOUT_A_PERSON.values())


def test_there_is_no_table_beside_the_kinds_that_nobody_has_thought_of() -> None:
    mapped = {table.name for table in TABLES.values()}

    assert {name for name in metadata.tables if name not in mapped and not name.startswith("search_")} | {
        "search_term"
    } == NOT_ROWS.keys()


@pytest.mark.parametrize("held", HELD, ids=lambda held: word_of(held.kind))
def test_each_way_to_a_person_is_taken(held: Any) -> None:  # noqa: ANN401
    """A key of somebody, or of something that is held, is a link, or is said by its name."""
    links = {link.field for link in held.links}
    table = TABLES[held.kind]
    roots = {"citizen", "subject", "family"}

    for column in table.c:
        for key in column.foreign_keys:
            is_root = key.column.table.name in roots
            named = NAMED.keys() | set(CITIZEN_FIELDS) | set(CONTACT_FIELDS) | INNER_FIELDS
            assert column.name in named, f"{table.name}.{column.name} is neither named nor inner"
            if is_root and held.kind is not Citizen and column.name != "other_citizen_id":
                assert column.name in links or table.name == "family", f"{table.name}.{column.name} is no link"
    assert word_of(held.kind) == table.name


@pytest.mark.parametrize("kind", NOT_ABOUT_A_PERSON, ids=word_of)
def test_what_is_about_nobody_names_nobody(kind: type) -> None:
    named = {key.column.table.name for column in TABLES[kind].c for key in column.foreign_keys}

    assert not named & {"citizen", "subject", "family", "meeting", "joint_plan", "contact_person"}


def test_every_row_of_the_town_is_in_somebodys_report(demo_folder: Path) -> None:
    held: dict[type, set[int]] = {kind: set() for kind in HELD_KINDS}
    with opened_demo(demo_folder) as opened:
        office = services_of(opened).right_of_access._office
        with office.aside() as tx:
            for citizen in tx.of(Citizen).where():
                for kind, rows in gather(tx, citizen.id).rows.items():
                    held[kind] |= rows.keys()
            for kind in HELD_KINDS - {Draft}:
                stored: tuple[Any, ...] = tx.of(kind).where()
                assert {row.id for row in stored} == held[kind], word_of(kind)
