"""Something planted about one citizen in every table whose rows go with them, to be looked for afterwards."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from sqlalchemy import Column, Connection, Integer, LargeBinary, Table

from koordinator.domain.folding import folded
from koordinator.storage.columns import metadata
from koordinator.storage.deletion_map import FATES, Goes
from koordinator.storage.dialect import trigram_add
from koordinator.storage.tables.search import ENTRIES, parts_of
from koordinator.storage.types import Answers, ClockTime, Code, Day, Flag, Moment, StepNumber

NAME: Final = "Ærlig Åmosegård Quistplant"
CPR: Final = "0101850017"
TELLING: Final = (NAME, CPR, "Quistplant", "Åmosegård", "Plantet æøå", "vrxq")
"""One of these stands in everything that is planted."""
ENDED_ON: Final = "2019-03-01"
_VALUES: Final[dict[type, Any]] = {
    Day: ENDED_ON,
    Moment: f"{ENDED_ON}T10:00:00.000000+00:00",
    ClockTime: "10:00",
    Flag: 1,
    StepNumber: 2,
    Answers: "[]",
    Integer: 1,
}
_PEOPLE: Final = ("citizen", "family", "family_membership", "relation")
_CHOSEN: Final = {
    ("consent_party", "employee_id"): 1,
    ("consent_exception", "employee_id"): 1,
    ("draft", "kind"): "citizen",
    ("draft", "thing_id"): "citizen",
    ("planned_day", "kind"): "reassessment",
    ("meeting", "status"): "held",
    ("meeting", "kind"): "coordination",
    ("agreement", "employee_id"): 1,
    ("case_file", "application"): "new",
    ("other_plan", "relation"): "replaced",
    ("search_term", "term"): f"hvor er {NAME}?",
    ("own_word", "word"): "Quistplant",
}
"""What a column holds where it is no planted text; the name of a table stands for the key of its row."""


def planted_in(table: str, column: str) -> str:
    """What is planted in a column: nothing like it stands anywhere else."""
    return f"Plantet æøå {table} {column} vrxq"


def all_planted() -> Iterator[str]:
    """Everything that `plant` writes about the citizen, as text."""
    yield from (NAME, folded(NAME), CPR, "Quistplant")
    for name, fate in FATES.items():
        if isinstance(fate, Goes) and metadata.tables[name] not in ENTRIES.values() and name not in _PEOPLE:
            yield from (planted_in(name, column.name) for column in metadata.tables[name].c if _is_free(name, column))


@cache
def telling_forms() -> frozenset[bytes]:
    """The telling words as they could lie in a file, also folded.

    A form that has another one in it is left out: where it lies, the other is found.
    """
    forms = set[bytes]()
    for text in TELLING:
        for written in {text, folded(text), text.casefold(), text.upper()}:
            # The high byte of the first letter is left out: so written, both orders of UTF-16 are found.
            forms |= {written.encode(), written.encode("cp1252"), written.encode("utf-16-be")[1:]}
    return frozenset(form for form in forms if not any(other in form for other in forms - {form}))


def plant(connection: Connection, citizen_id: int, subject_id: int) -> dict[str, int]:
    """A row in each table that goes, hung on the citizen by its first links; gives the key of each."""
    keys = {"citizen": citizen_id, "subject": subject_id, "employee": 1, "department": 1, "theme": 1}
    for name, fate in FATES.items():
        table = metadata.tables[name]
        is_entry = table in ENTRIES.values()
        if isinstance(fate, Goes) and not is_entry and name not in _PEOPLE:
            _needed(connection, table, keys)
            keys[name] = _insert(connection, table, dict(_row(table, fate, keys)))
    for kind, entries in ENTRIES.items():
        if kind in keys and kind != "citizen":
            values = {"id": keys[kind], "text": folded(planted_in(entries.name, "folded"))}
            statement = f"INSERT INTO {entries.name} (id, folded) VALUES (:id, :text)"  # noqa: S608
            connection.exec_driver_sql(statement, values)
            connection.exec_driver_sql(trigram_add(parts_of(kind), "folded"), values)
    # As the program does when it closes: the statistics of the indexes hold values out of the rows.
    connection.exec_driver_sql("ANALYZE")
    return keys


def _needed(connection: Connection, table: Table, keys: dict[str, int]) -> None:
    """A row of what the table's rows must name, where there is none yet."""
    for column in table.c:
        for key in column.foreign_keys:
            target = key.column.table
            if not column.nullable and target.name not in (*keys, "audit_entry", "family"):
                plain = {name: _unplanted(value) for name, value in _row(target, Goes(()), keys)}
                keys[target.name] = _insert(connection, target, plain)


def _unplanted(value: object) -> object:
    return "" if isinstance(value, str) and value.startswith("Plantet") else value


def _insert(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    names = ", ".join(f'"{name}"' for name in values)
    places = ", ".join(f":{name}" for name in values)
    statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'  # noqa: S608 - our own names
    return int(connection.exec_driver_sql(statement, values).lastrowid)


def _row(table: Table, fate: Goes, keys: dict[str, int]) -> Iterator[tuple[str, Any]]:
    links = dict(fate.links[:1]) if fate.links else {}
    for column in table.c:
        chosen = _CHOSEN.get((table.name, column.name))
        target = next((key.column.table.name for key in column.foreign_keys), None)
        if chosen is not None:
            yield column.name, keys.get(chosen, chosen) if isinstance(chosen, str) and column.name != "kind" else chosen
        elif target is not None:
            if not column.nullable or column.name in links or target == "course":
                yield column.name, keys.get(target, 1)
        elif not column.primary_key and column.name != "until_on":
            yield column.name, _value(table.name, column)


def _value(table: str, column: Column[Any]) -> object:
    kind = type(column.type)
    if isinstance(column.type, Code):
        return next(iter(column.type.codes)).value
    if isinstance(column.type, LargeBinary):
        return planted_in(table, column.name).encode()
    return _VALUES.get(kind, planted_in(table, column.name))


def _is_free(table: str, column: Column[Any]) -> bool:
    """The column holds a text of its own, or bytes."""
    known = (*_VALUES, Code)
    is_key = column.primary_key or column.foreign_keys
    return not is_key and (table, column.name) not in _CHOSEN and not isinstance(column.type, known)
