"""The plan in Danish: every code has its words, and every change is a sentence."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

import pytest

from koordinator.domain.agreement import AgreementStatus, PendingDecision
from koordinator.domain.follow_up import DueKind, Urgency
from koordinator.domain.ids import PendingDecisionId, SubjectId
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.paper import HandoutWay, PaperKind, Reader
from koordinator.domain.plan_content import PlanContent
from koordinator.domain.plan_difference import ChangeKind, PlanChange, Value, difference
from koordinator.domain.register import PlanRelation
from koordinator.texts import plan
from koordinator.texts.paper_voice import TO_MANY
from koordinator.texts.plan_difference import NOTHING_NEW, sentence, sentences
from tests.domain.contents import METTE_CARD, PLAN
from tests.domain.meetings import an_agreement
from tests.domain.test_plan_difference import CHANGES

DAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (plan.GOAL_STATUS, GoalStatus),
        (plan.AGREEMENT_STATUS, AgreementStatus),
        (plan.RELATIONS, PlanRelation),
        (plan.HANDOUT_WAYS, HandoutWay),
        (plan.PAPERS, PaperKind),
        (plan.READERS, Reader),
        (plan.DUE_KINDS, DueKind),
        (plan.URGENCIES, Urgency),
    ],
)
def test_every_code_has_its_words(words: Mapping[StrEnum, str], codes: type[StrEnum]) -> None:
    assert set(words) == set(codes)


def test_every_field_has_a_hint() -> None:
    assert set(plan.FIELDS) == set(plan.FIELD_HINTS)


def test_when_something_is_due() -> None:
    assert plan.when_due(replace(an_agreement(), due_on=DAY)) == "senest 27. november"
    assert plan.when_due(replace(an_agreement(), rhythm="hver fredag")) == "hver fredag"
    assert plan.when_due(an_agreement()) == "mangler dato"


def test_who_answers_and_when() -> None:
    decision = PendingDecision(PendingDecisionId(1), "uid", SubjectId(1), "Støtte", answer_by_on=date(2026, 12, 8))

    assert plan.who_answers(decision, "Ida Mikkelsen") == "Ida Mikkelsen svarer senest 8. december"
    assert plan.who_answers(replace(decision, answer_by_on=None), "Ida") == "Ida svarer – mangler dato"
    assert plan.who_answers(decision, "") == "Mangler en, der svarer"


def test_goals_progress_and_versions() -> None:
    assert plan.goal_number(1, "Rolige morgener") == "Mål 1 · Rolige morgener"
    assert [plan.progress(*scores) for scores in ((3, 5), (None, 5), (None, None))] == [
        "3 → nu 5 af 10",
        "nu 5 af 10",
        "ikke vurderet endnu",
    ]
    assert plan.version_line(3, DAY) == "Version 3 · godkendt 27.11.2026"
    assert plan.handed_out("Lone Bæk", DAY, HandoutWay.LETTER) == "Lone Bæk · 27.11.2026 · Brev"
    assert plan.said_by("Kim Møller", 4, DAY, 3) == "Kim Møller: 4 af 10 · 27.11.2026 (før 3)"
    assert plan.said_by("Kim Møller", 4, DAY, None) == "Kim Møller: 4 af 10 · 27.11.2026"


@pytest.mark.parametrize(("old", "new", "change"), CHANGES, ids=lambda value: getattr(value, "kind", ""))
def test_every_change_is_a_whole_sentence(old: PlanContent, new: PlanContent, change: PlanChange) -> None:
    for told in (sentence(change), sentence(change, TO_MANY)):
        assert told[0].isupper() or told[0] == "»"
        assert "None" not in told
        assert "{" not in told
        assert change.name not in ("own_words", "own_part") or change.name not in told
    assert sentences(difference(old, new)) == (sentence(change),)


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_every_kind_of_change_can_be_told_without_its_values(kind: ChangeKind) -> None:
    names = {ChangeKind.WORDS: "own_words", ChangeKind.GOAL_WORDS: "own_part", ChangeKind.MEMBER_WORDS: "strengths"}
    relations = (ChangeKind.OTHER_PLAN_NEW, ChangeKind.OTHER_PLAN_RELATION)
    after = PlanRelation.BESIDE if kind in relations else None

    assert sentence(PlanChange(kind, names.get(kind, "Rolige morgener"), after=after))


def test_a_new_coordinator_is_told_by_name() -> None:
    bo = replace(METTE_CARD, name="Bo Thygesen")

    assert sentences(difference(PLAN, replace(PLAN, contacts=(bo,))))[0] == (
        "Bo Thygesen er blevet din koordinerende sagsbehandler."
    )


@pytest.mark.parametrize(
    ("kind", "before", "after", "said"),
    [
        (ChangeKind.AGREEMENT_PERSON, "Kim", "Bo", "Bo har nu ansvaret for aftalen »Ringer«."),
        (ChangeKind.AGREEMENT_DAY, None, DAY, "Ny tid for aftalen »Ringer«: senest 27. november 2026."),
        (ChangeKind.AGREEMENT_DAY, DAY, "hver fredag", "Ny tid for aftalen »Ringer«: hver fredag."),
        (ChangeKind.GOAL_SCORED, 3, 5, "Du gav målet »Ringer« 3 og giver det nu 5 ud af 10."),
        (ChangeKind.GOAL_SCORED, 3, 3, "Du giver stadig målet »Ringer« 3 ud af 10."),
    ],
)
def test_changes_read_as_one_speaks(kind: ChangeKind, before: Value, after: Value, said: str) -> None:
    assert sentence(PlanChange(kind, "Ringer", before, after)) == said


def test_nothing_new_is_said_too() -> None:
    assert sentences(difference(PLAN, PLAN)) == (NOTHING_NEW,)
