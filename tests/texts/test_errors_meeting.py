"""Errors about meetings and plans say what happened and what to do."""

from datetime import date
from inspect import get_annotations

import pytest

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.agreement_rules import AgreementSettled
from koordinator.domain.errors import DomainError
from koordinator.domain.joint_plan import ScoreOutOfRange
from koordinator.domain.meeting import MeetingNotAhead, MeetingNotRunning, MeetingStatus
from koordinator.domain.meeting_journal import UndoBlocked
from koordinator.domain.snapshot import SnapshotDamaged, SnapshotTooNew
from koordinator.texts.errors import sentence
from koordinator.texts.errors_meeting import TEXTS


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MeetingNotAhead(MeetingStatus.HELD), "Mødet er holdt, så det kan ikke ændres på den måde."),
        (
            MeetingNotRunning(MeetingStatus.INVITED),
            "Mødet er indkaldt, men ikke begyndt. Åbn mødet, før du skriver i det.",
        ),
        (ScoreOutOfRange(11), "11 er ikke mellem 1 og 10. Vælg et helt tal fra 1 til 10."),
        (
            AgreementSettled(AgreementStatus.DONE),
            "Aftalen er holdt. Åbn den igen, hvis der skal ændres noget i den.",
        ),
    ],
)
def test_the_sentence_names_what_it_is_about(error: DomainError, said: str) -> None:
    assert sentence(error) == said


@pytest.mark.parametrize("error", [SnapshotTooNew("minutes"), SnapshotDamaged("plan_version"), UndoBlocked("goal")])
def test_a_thing_is_named_in_danish(error: DomainError) -> None:
    assert sentence(error).split(" er ")[0] in ("Referatet", "Versionen af planen", "Målet")


VALUES = {date: date(2026, 3, 1), MeetingStatus: MeetingStatus.HELD, AgreementStatus: AgreementStatus.DONE}
"""Of each type an example; other values are written as they are."""


@pytest.mark.parametrize("kind", list(TEXTS))
def test_every_sentence_is_whole(kind: type[DomainError]) -> None:
    error = kind(*(VALUES.get(value_type, "goal") for value_type in get_annotations(kind).values()))

    assert TEXTS[kind](error).endswith(".")
