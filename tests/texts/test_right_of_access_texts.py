"""Everything that a citizen can get has a Danish name: every field, kind and code; and every action its reason."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest

from koordinator.domain.access import Action, Channel, Relation
from koordinator.domain.citizen import RelationKind
from koordinator.domain.minutes_content import MinutesContent
from koordinator.domain.plan_content import PlanContent
from koordinator.domain.right_of_access import AccessLogLine
from koordinator.texts import log_letter
from koordinator.texts.right_of_access_codes import code_word
from koordinator.texts.right_of_access_fields import KINDS, NOT_PRINTED, TITLES, label
from koordinator.texts.words import field_name
from koordinator.usecases.right_of_access_gather import word_of
from koordinator.usecases.right_of_access_kinds import DRAFTS, HELD

NOWHERE = field_name("")
LEFT_OUT = {"id", "version", "model_text"}
ROWS = [*(held.kind for held in HELD), DRAFTS]


def types_in(kind: Any) -> Iterator[type]:  # noqa: ANN401 (type hints)
    kind = getattr(kind, "__supertype__", kind)
    if isinstance(kind, type) and not get_args(kind):
        yield kind
    for part in get_args(kind):
        yield from types_in(part)


def every_type(*kinds: type) -> set[type]:
    found: set[type] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            if is_dataclass(kind):
                waiting += [part for hint in get_type_hints(kind).values() for part in types_in(hint)]
    return found


TYPES = every_type(*ROWS, PlanContent, MinutesContent)
FIELDS = sorted({field.name for kind in TYPES if is_dataclass(kind) for field in fields(kind)} - LEFT_OUT)


@pytest.mark.parametrize("name", FIELDS)
def test_each_field_has_a_label_or_is_not_printed(name: str) -> None:
    assert name in NOT_PRINTED or label(name) != NOWHERE


def test_each_code_has_a_word() -> None:
    codes = [code for kind in TYPES if issubclass(kind, Enum) for code in kind]

    assert len(codes) > 100
    assert [code for code in codes if code_word(code) == str(code.value)] == [RelationKind.PARTNER]


def test_each_kind_has_a_heading_and_the_fields_it_is_known_by() -> None:
    rows = {word_of(kind): {field.name for field in fields(kind)} for kind in ROWS}

    assert rows.keys() == KINDS.keys()
    assert all(rows[kind] & set(names) for kind, names in TITLES.items())


@pytest.mark.parametrize("action", Action)
def test_each_action_is_said_to_the_citizen_with_its_reason(action: Action) -> None:
    at = datetime(2026, 11, 21, 9, tzinfo=UTC)
    line = AccessLogLine(at, at, 1, "Mette Holm", action, Channel.WINDOW)

    assert log_letter.what(line)[0].isupper()
    assert log_letter.why(line).startswith(("For ", "Fordi "))
    assert log_letter.when(line) == "21.11.2026\nkl. 10.00"


@pytest.mark.parametrize(
    ("action", "relation", "said"),
    [
        (Action.OPEN_CITIZEN, Relation.OWN, "For at hjælpe dig og følge din sag. Var din sagsbehandler den dag."),
        (
            Action.OPEN_CITIZEN,
            None,
            "For at hjælpe dig og følge din sag. Vi kan ikke se, at den person arbejdede med dig den dag.",
        ),
        (Action.OPEN_SUPERVISION_ROWS, None, "For at se, om vi gør det, vi skal"),
        (Action.OPEN_MEETING, Relation.ANY, "For at holde et godt møde med dig"),
    ],
)
def test_the_citizen_is_told_what_whoever_looked_had_to_do_with_them(
    action: Action, relation: Relation | None, said: str
) -> None:
    at = datetime(2026, 11, 21, 9, tzinfo=UTC)

    assert log_letter.why(AccessLogLine(at, at, 1, "Mette Holm", action, Channel.WINDOW, relation)) == said
