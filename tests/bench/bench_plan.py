"""Two approved versions of a plan with 100 agreements compared, against reading their JSON and checking their seals.

Measured is all of it: both frozen texts read into plans, what is new in sentences, and every part beside the other.
"""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import AgreementContent, GoalContent, ScoreContent, Uid
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.plan_comparison import compared
from koordinator.domain.plan_content import PlanContent, read_plan
from koordinator.domain.plan_difference import difference
from koordinator.domain.plan_rules import frozen
from koordinator.domain.snapshot import sha256_of
from koordinator.texts.plan_difference import sentences
from tests.bench.measuring import Row, medians
from tests.domain.contents import PLAN, a_plan_version

ROUNDS: Final = 200
AGREEMENTS, GOALS = 100, 10
_DAY: Final = date(2026, 11, 21)


def measure() -> list[Row]:
    """The comparison, with what is new told."""
    old, new = versions()
    floor, ours = medians(ROUNDS, lambda: [_checked(version) for version in (old, new)], lambda: compare(old, new))
    return [Row("two plan versions of 100 agreements compared", "<= 50 ms, <= 40 x", floor, ours, ours / floor)]


def versions() -> tuple[PlanVersion, PlanVersion]:
    """Every third agreement was settled, every tenth put off, and ten came to."""
    old = _plan(AGREEMENTS)
    new = replace(old, agreements=tuple(_later(n, each) for n, each in enumerate(_plan(AGREEMENTS + 10).agreements)))
    return frozen(a_plan_version(1), old), frozen(a_plan_version(2), new)


def compare(old: PlanVersion, new: PlanVersion) -> None:
    """As the window and the command do it."""
    before, after = read_plan(old), read_plan(new)
    sentences(difference(before, after))
    compared(before, after)


def _checked(version: PlanVersion) -> object:
    sha256_of(version.content)
    return json.loads(version.content)


def _plan(agreements: int) -> PlanContent:
    goals = tuple(
        GoalContent(Uid(f"g{n}"), f"Mål {n}", scores=tuple(ScoreContent(_DAY, score) for score in (3, 4, 6)))
        for n in range(GOALS)
    )
    promised = (
        AgreementContent(
            Uid(f"a{n}"), f"Ringer til skolen om uge {n}", _DAY, "Kim Møller", due_on=_DAY + timedelta(days=n)
        )
        for n in range(agreements)
    )
    return replace(PLAN, goals=goals, agreements=tuple(promised))


def _later(number: int, agreement: AgreementContent) -> AgreementContent:
    if number % 3 == 0:
        return replace(agreement, status=AgreementStatus.DONE, settled_on=_DAY)
    return replace(agreement, due_on=_DAY + timedelta(days=90)) if number % 10 == 1 else agreement


if __name__ == "__main__":
    for row in measure():
        print(row)  # noqa: T201
