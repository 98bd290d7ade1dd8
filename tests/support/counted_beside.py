"""What ledelsestilsyn counts beside definition 1, each with the smallest story that shows it."""

from collections.abc import Iterator
from datetime import date

from koordinator.domain.agreement import AgreementStatus
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
    total,
)
from tests.support.counted_world import LONG_AGO


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


BESIDE = (
    Sentence("promises are what employees promised by a day, kept when done on that day or before", _promises),
    Sentence("replaced plans are those of people with a joint plan in force on the last day", _replaced),
)
