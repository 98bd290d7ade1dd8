"""Whoever adds a table says what happens to it when somebody is deleted."""

import pytest

from koordinator.storage.columns import metadata
from koordinator.storage.deletion_map import FATES, Goes, Stays
from tests.storage.first_schema import first_schema

ROOTS = {"citizen", "family", "subject"}
GOING = {name: fate for name, fate in FATES.items() if isinstance(fate, Goes)}


def test_every_table_has_a_fate() -> None:
    assert first_schema()
    assert set(metadata.tables) == set(FATES)
    assert all(fate.why for fate in FATES.values() if isinstance(fate, Stays))


@pytest.mark.parametrize("name", [name for name in GOING if name not in ROOTS])
def test_what_cannot_be_without_the_citizen_goes_with_them(name: str) -> None:
    """A key that must be there and leads to what goes is a link, and every link leads to what stands before."""
    fate, table, before = GOING[name], metadata.tables[name], [*ROOTS, *list(FATES)[: list(FATES).index(name)]]
    links = {column for column, _ in fate.links}

    for column in table.c:
        for key in column.foreign_keys:
            target = key.column.table.name
            if (target in GOING or target == "subject") and not column.nullable:
                kept = fate.bare is not None and column.name in fate.bare.keeps
                assert column.name in links or kept, f"{name}.{column.name}"
    for column_name, target in fate.links:
        assert column_name in table.c
        assert target in before


@pytest.mark.parametrize("name", [name for name, fate in GOING.items() if fate.bare is not None])
def test_what_is_left_for_the_counts_names_nobody(name: str) -> None:
    """Days, numbers, codes and keys of what stays; no text, but for those that are given anew."""
    bare = GOING[name].bare
    assert bare is not None

    for column in metadata.tables[name].c:
        if column.name in bare.keeps:
            assert type(column.type).__name__ != "Text", f"{name}.{column.name}"
            for key in column.foreign_keys:
                target = FATES[key.column.table.name]
                assert isinstance(target, Stays) or target.bare is not None, f"{name}.{column.name}"


def test_nothing_that_stays_depends_on_what_goes() -> None:
    for name, fate in FATES.items():
        for column in metadata.tables[name].c if isinstance(fate, Stays) else ():
            for key in column.foreign_keys:
                target = key.column.table.name
                assert column.nullable or isinstance(FATES[target], Stays), f"{name}.{column.name}"
