"""What ledelsestilsyn counts beside definition 1, each with the smallest story that shows it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.meeting import MeetingKind
from koordinator.domain.paper_after import PAPER_WITHIN_DAYS
from koordinator.domain.steps import Step
from tests.support.counted_sentences import (
    AUTUMN,
    DAY_BEFORE,
    SUMMER,
    WINTER,
    Expected,
    Sentence,
    Town,
    held_by,
    in_team,
    total,
)
from tests.support.counted_world import AS_OF, LONG_AGO, days_after


def _promises(town: Town) -> Iterator[Expected]:
    course = town.course(town.citizen("Lone"), (Step.MEETINGS, LONG_AGO))
    town.coordinator(course, town.ane, LONG_AGO, AUTUMN)
    town.coordinator(course, town.bo, AUTUMN)

    def promised(due: date | None, status: AgreementStatus = AgreementStatus.OPEN, on: date | None = None) -> None:
        town.promise(course.subject_id, due, employee_id=town.ane, status=status, settled_on=on)

    promised(SUMMER, AgreementStatus.DONE, SUMMER)
    promised(SUMMER, AgreementStatus.DONE, AUTUMN)
    promised(AUTUMN, AgreementStatus.NOT_DONE, AUTUMN)
    promised(AUTUMN)
    promised(WINTER)
    promised(WINTER, AgreementStatus.DONE, AUTUMN)
    promised(DAY_BEFORE)
    promised(None)
    town.promise(course.subject_id, SUMMER, status=AgreementStatus.DONE, settled_on=SUMMER)
    yield total(promises_due=5, promises_kept=2)
    yield held_by(town.ane, promises_due=2, promises_kept=1)
    yield held_by(town.bo, promises_due=3, promises_kept=1)


def _replaced(town: Town) -> Iterator[Expected]:
    lone, anna, bo = (town.citizen(name) for name in ("Lone", "Anna", "Bo"))
    course = town.course(lone, (Step.MEETINGS, LONG_AGO))
    town.coordinator(course, town.ane)
    town.plan(course, SUMMER)
    family = town.course(town.family("Familien Bæk", anna), (Step.ONE_CASEWORK, LONG_AGO))
    town.coordinator(family, town.bo)
    town.plan(family, SUMMER, AUTUMN)
    for subject in (lone, lone, anna, bo):
        town.replaced_plan(subject)
    yield total(plans_replaced=3, plans_in_force=2)
    yield held_by(town.ane, plans_replaced=2)
    yield held_by(town.bo, plans_replaced=1)


def _papers(town: Town) -> Iterator[Expected]:
    course = town.on_step(Step.MEETINGS, town.ane)
    held: dict[str, Any] = {"coordinator_id": town.ane, "team_id": town.voksen}
    in_time, on_the_last, late, withdrawn, _ = (
        town.meeting(course, days_after(SUMMER, -number), citizen_took_part=number > 1, **held) for number in range(5)
    )
    town.minutes(in_time, SUMMER)
    town.minutes(in_time, days_after(SUMMER, 30))
    town.minutes(on_the_last, days_after(on_the_last.starts_on, PAPER_WITHIN_DAYS))
    town.minutes(late, days_after(late.starts_on, PAPER_WITHIN_DAYS + 1))
    town.minutes(withdrawn, SUMMER, withdrawn_at=AS_OF, withdrawn_because="Forkert borger")
    town.meeting(course, days_after(town.today, -PAPER_WITHIN_DAYS), **held)
    town.meeting(course, days_after(town.today, -PAPER_WITHIN_DAYS - 1), **held)
    town.minutes(town.meeting(course, AUTUMN, kind=MeetingKind.NETWORK, **held), AUTUMN)
    yield total(papers_due=6, papers_in_time=2, papers_late=4)
    yield held_by(town.ane, papers_due=6, papers_in_time=2)
    yield in_team(town.voksen, papers_due=6, papers_late=4)


def _plans_as_paper(town: Town) -> Iterator[Expected]:
    course = town.on_step(Step.MEETINGS, town.ane)
    plan = town.plan(course, days_after(SUMMER, -1), SUMMER)
    for day in (SUMMER, days_after(SUMMER, -3), days_after(SUMMER, 1)):
        town.meeting(course, day)
    town.plan_read_aloud(plan, 1, SUMMER)
    town.plan_read_aloud(plan, 2, days_after(SUMMER, PAPER_WITHIN_DAYS))
    yield total(papers_due=3, papers_in_time=2)


BESIDE = (
    Sentence("promises are what employees promised by a day, kept when done on that day or before", _promises),
    Sentence("replaced plans are those of people with a joint plan in force on the last day", _replaced),
    Sentence("a paper is in time when the minutes were handed out within five working days, to anybody", _papers),
    Sentence("a plan that was approved on the meeting's day or later is the meeting's paper too", _plans_as_paper),
)
