"""Filling a new database with the town: everybody is settled, and all stories are told day by day until today."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from koordinator.domain.ids import SubjectId
from koordinator.domain.retention import RetentionKind
from koordinator.domain.setting import SettingKey
from koordinator.usecases.demo.acts import Cast
from koordinator.usecases.demo.clock import StoryClock
from koordinator.usecases.demo.settle import DEMO_BEGUN, DEMO_DONE, Home, Office, settle_home, settle_office
from koordinator.usecases.demo.stories import STORIES
from koordinator.usecases.demo.town import Story, Town
from koordinator.usecases.services import Services

SETTLED_DAYS_AGO: Final = -540
"""A year and a half."""
_KEPT_MONTHS: Final = 36
_RULE_FOR_ONE: Final = "locked_for_one"
"""The standard model's rule that gives trin 3 to a citizen without a family."""

Progress = Callable[[int, int], None]
"""Days told, and days in all."""


def fill_with_demo_data(services: Services, clock: StoryClock, town: Town, progress: Progress | None = None) -> None:
    """Makes the town's history. `services` must tell the time by `clock`; the database must be new and founded."""
    clock.set_day(SETTLED_DAYS_AGO)
    office = settle_office(services, clock, town)
    casts: list[tuple[Story, Cast]] = []
    for household in town.households:
        home = settle_home(office, household)
        casts += [(story, Cast(office, home, number, subject)) for story, number, subject in _told(home)]
    _tell(casts, clock, progress)
    clock.set_day(0)
    _draft_model(office)
    _decide_period(office)
    services.settings.change(office.owner, {SettingKey.IS_DEMO: DEMO_DONE})


def is_half_done(services: Services) -> bool:
    """The program ended while the town was being settled; the database is of no use."""
    return services.settings.values()[SettingKey.IS_DEMO] == DEMO_BEGUN


def _draft_model(office: Office) -> None:
    """The municipality has begun a model of its own, which keeps trin 3 for families."""
    models, actor = office.services.assessment_models, office.owner
    standard = models.shelf(actor).released[0].released
    draft = models.new_version(actor, standard.id)
    rules = tuple(rule for rule in draft.model.rules if rule.key != _RULE_FOR_ONE)
    models.save(actor, draft, replace(draft.model, title=office.town.words.own_model, rules=rules))


def _decide_period(office: Office) -> None:
    """The municipality has decided for itself how long it keeps what it has about those who moved away."""
    reason = office.town.words.own_period
    office.services.retention.set_period(office.owner, RetentionKind.MOVED, _KEPT_MONTHS, reason, office.today)


def _told(home: Home) -> Iterator[tuple[Story, int, SubjectId]]:
    """Whose stories the household has: the members' own, or the family's."""
    if home.family is not None:
        yield home.household.family_story, 0, home.family.subject_id
    for number, (member, citizen) in enumerate(zip(home.household.members, home.citizens, strict=True)):
        if member.story:
            yield member.story, number, citizen.subject_id


def _tell(casts: list[tuple[Story, Cast]], clock: StoryClock, progress: Progress | None) -> None:
    waiting: list[tuple[int, int]] = []
    tellings = [STORIES[story](cast) for story, cast in casts]
    for number, telling in enumerate(tellings):
        _wait(waiting, number, next(telling, None))
    while waiting:
        day, number = heapq.heappop(waiting)
        clock.set_day(day)
        if progress is not None:
            progress(day - SETTLED_DAYS_AGO, -SETTLED_DAYS_AGO)
        _wait(waiting, number, next(tellings[number], None))


def _wait(waiting: list[tuple[int, int]], number: int, day: int | None) -> None:
    if day is not None:
        heapq.heappush(waiting, (day, number))
