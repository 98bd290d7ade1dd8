"""The statements of ledelsestilsyn, definition version 2. `domain.supervision_rules` says the same in words.

`:first_on` and `:last_on` are the period's days, `:today` the day of the transaction; for a meeting before
`:waits_from` the paper is late. From `:settled_on` to
`:last_on` nobody changes team, so that all days between count as one. Things are found first, through an index each,
then put to their holder and counted; names are joined to what comes out. The meetings' index begins with the holder:
a table that has been analysed is then read holder by holder, in the order of the groups.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from koordinator.domain.paper_after import PAPER_WITHIN_DAYS
from koordinator.domain.supervision import CountName
from koordinator.domain.supervision_rules import AT_END, AT_START
from koordinator.storage.dialect import AS_WRITTEN, day_before, days_after
from koordinator.storage.tables.counting import (
    APPLICATION,
    COUNTED_MEETING,
    FIRST_VERSION,
    LOCKED_ASSESSMENT,
    PROMISE,
    REPLACED_PLAN,
)

_COORDINATOR: Final = """(
    SELECT held.employee_id FROM coordinator_period AS held
    WHERE held.subject_id = thing.subject_id
    AND held.from_on <= thing.day AND (held.until_on IS NULL OR held.until_on > thing.day)
    ORDER BY held.from_on DESC LIMIT 1
)"""
_STEP: Final = """(
    SELECT stood.step FROM step_period AS stood
    WHERE stood.subject_id = {thing}.subject_id
    AND stood.from_on <= {day} AND (stood.until_on IS NULL OR stood.until_on > {day})
    ORDER BY stood.from_on DESC LIMIT 1
)"""
_DAY: Final = "CASE WHEN thing.day >= :settled_on THEN :last_on ELSE thing.day END"


@dataclass(frozen=True, slots=True)
class Things:
    """One kind of counted things. `found` gives thing, subject_id, day, step, from_on and until_on of each.

    `employee` is who it is counted for on `day`, `counts` the condition that puts it among a count's. Where
    `stands` is true the holder (employee_id, team_id, department_id) stands in the row and there is no day to ask.
    `until` is the second day where a count has another one.
    """

    found: str
    counts: Mapping[CountName, str]
    employee: str = _COORDINATOR
    stands: bool = False
    until: Mapping[CountName, str] = field(default_factory=dict)

    def numbers(self, wanted: Collection[CountName]) -> str:
        """The holder in three columns, then the number of each count that is wanted."""
        conditions = (condition for name, condition in self.counts.items() if name in wanted)
        numbers = ", ".join(f"count(*) FILTER (WHERE {condition})" for condition in conditions)
        return f"WITH thing AS ({self.found}) SELECT {self._holder}, {numbers} FROM thing GROUP BY 1, 2, 3"  # noqa: S608

    def rows(self, name: CountName | None = None) -> str:
        """The holder in three columns, thing, subject_id, step, from_on, until_on, then whether each count has it.

        `name` is the count whose days are told.
        """
        member = ", ".join(self.counts.values())
        until_on = self.until.get(name, "thing.until_on") if name else "thing.until_on"
        facts = f"thing.thing, thing.subject_id, thing.step, thing.from_on, {until_on}"
        return f"WITH thing AS ({self.found}) SELECT {self._holder}, {facts}, {member} FROM thing"  # noqa: S608

    @property
    def _holder(self) -> str:
        if self.stands:
            return "thing.employee_id, thing.team_id, thing.department_id"
        return f"{self.employee}, {_DAY}, thing.step"


_PAPER_ON: Final = days_after("thing.from_on", "thing.paper_days")
MEETINGS: Final = Things(
    f"""
    SELECT id AS thing, subject_id, step, starts_on AS from_on, NULL AS until_on, citizen_took_part, paper_days,
        coordinator_id AS employee_id, team_id, department_id
    FROM meeting
    WHERE {COUNTED_MEETING} AND starts_on BETWEEN :first_on AND :last_on
    """,  # noqa: S608
    {
        CountName.MEETINGS_HELD: "thing.citizen_took_part = 1",
        CountName.MEETINGS_WITHOUT_CITIZEN: "thing.citizen_took_part = 0",
        CountName.PAPERS_DUE: "thing.paper_days IS NOT NULL OR thing.from_on < :waits_from",
        CountName.PAPERS_IN_TIME: f"thing.paper_days <= {PAPER_WITHIN_DAYS}",
    },
    stands=True,
    until={CountName.PAPERS_DUE: _PAPER_ON, CountName.PAPERS_IN_TIME: _PAPER_ON},
)

PLANS_IN_FORCE: Final = Things(
    f"""
    SELECT plan_id AS thing, subject_id, :last_on AS day, {_STEP.format(thing="version", day=":last_on")} AS step,
        from_on, until_on, has_common_goal
    FROM plan_version AS version
    WHERE from_on <= :last_on AND (until_on IS NULL OR until_on > :last_on)
    """,  # noqa: S608
    {CountName.PLANS_IN_FORCE: "TRUE", CountName.PLANS_WITH_GOAL: "thing.has_common_goal = 1"},
)

PLANS_APPROVED: Final = Things(
    f"""
    SELECT plan_id AS thing, subject_id, from_on AS day, {_STEP.format(thing="version", day="version.from_on")} AS step,
        from_on, until_on
    FROM plan_version AS version
    WHERE {FIRST_VERSION} AND from_on BETWEEN :first_on AND :last_on
    """,  # noqa: S608
    {CountName.PLANS_APPROVED: "TRUE"},
)


def _on_step(step: int, day: str, name: CountName) -> Things:
    return Things(
        f"""
        SELECT course_id AS thing, subject_id, {day} AS day, step, from_on, until_on FROM step_period
        WHERE step = {step} AND from_on <= {day} AND (until_on IS NULL OR until_on > {day})
        """,  # noqa: S608
        {name: "TRUE"},
    )


ON_STEPS: Final = (
    *(_on_step(step, ":first_on", name) for step, name in AT_START.items()),
    *(_on_step(step, ":last_on", name) for step, name in AT_END.items()),
)

MOVES: Final = Things(
    """
    SELECT id AS thing, subject_id, from_on AS day, step, from_on, until_on, (
        SELECT before.step FROM step_period AS before
        WHERE before.course_id = stretch.course_id AND (before.until_on IS NULL OR before.until_on > before.from_on)
        AND (before.from_on < stretch.from_on OR (before.from_on = stretch.from_on AND before.id < stretch.id))
        ORDER BY before.from_on DESC, before.id DESC LIMIT 1
    ) AS from_step
    FROM step_period AS stretch
    WHERE from_on BETWEEN :first_on AND :last_on AND (until_on IS NULL OR until_on > from_on)
    """,
    {CountName.MOVES_UP: "thing.step > thing.from_step", CountName.MOVES_DOWN: "thing.step < thing.from_step"},
)

ASSESSMENTS: Final = Things(
    f"""
    SELECT id AS thing, subject_id, decided_on AS day, decided_step AS step, decided_on AS from_on, NULL AS until_on,
        decided_by_id
    FROM assessment
    WHERE {LOCKED_ASSESSMENT} AND decided_on BETWEEN :first_on AND :last_on
    """,  # noqa: S608
    {CountName.ASSESSMENTS_MADE: "TRUE"},
    employee="thing.decided_by_id",
)

ENDED: Final = Things(
    f"""
    SELECT id AS thing, subject_id, {day_before("until_on")} AS day, from_on, until_on,
        {_STEP.format(thing="course", day=day_before("course.until_on"))} AS step
    FROM course
    WHERE until_on BETWEEN :first_on AND :last_on AND until_on > from_on
    """,  # noqa: S608
    {CountName.COURSES_ENDED: "TRUE"},
)

APPLICATIONS: Final = Things(
    f"""
    SELECT case_file.id AS thing, citizen.subject_id, NULL AS step, answer_due_on AS from_on, answered_on AS until_on,
        answered_on, answer_due_on, caseworker_id AS employee_id, team_id, department_id
    FROM case_file JOIN citizen ON citizen.id = case_file.citizen_id
    WHERE {APPLICATION} AND answer_due_on BETWEEN :first_on AND :last_on
    AND (answered_on IS NOT NULL OR answer_due_on < :today)
    UNION ALL
    SELECT -id, subject_id, NULL, from_on, until_on, until_on, from_on, employee_id, team_id, department_id
    FROM counted_thing WHERE kind = 'application' AND from_on BETWEEN :first_on AND :last_on
    """,  # noqa: S608
    {CountName.APPLICATIONS_DUE: "TRUE", CountName.APPLICATIONS_IN_TIME: "thing.answered_on <= thing.answer_due_on"},
    stands=True,
)

PROMISES: Final = Things(
    f"""
    SELECT id AS thing, subject_id, due_on AS day, {_STEP.format(thing="promise", day="promise.due_on")} AS step,
        due_on AS from_on, settled_on AS until_on, status
    FROM agreement AS promise
    WHERE {PROMISE} AND due_on BETWEEN :first_on AND :last_on AND (status <> 'open' OR due_on < :today)
    """,  # noqa: S608
    {
        CountName.PROMISES_DUE: "TRUE",
        CountName.PROMISES_KEPT: "thing.status = 'done' AND thing.until_on <= thing.from_on",
    },
)

REPLACED: Final = Things(
    f"""
    SELECT replaced.id AS thing, version.subject_id, :last_on AS day,
        {_STEP.format(thing="version", day=":last_on")} AS step, max(version.from_on) AS from_on, NULL AS until_on
    FROM (
        SELECT other_plan.id, citizen.subject_id
        FROM other_plan JOIN citizen ON citizen.id = other_plan.citizen_id WHERE {REPLACED_PLAN}
        UNION ALL
        SELECT other_plan.id, family.subject_id
        FROM other_plan JOIN family_membership AS member ON member.citizen_id = other_plan.citizen_id
            AND member.from_on <= :last_on AND (member.until_on IS NULL OR member.until_on > :last_on)
        JOIN family ON family.id = member.family_id WHERE {REPLACED_PLAN}
        UNION ALL
        SELECT thing_id, subject_id FROM counted_thing
        WHERE kind = 'replaced_plan' AND from_on <= :last_on AND (until_on IS NULL OR until_on > :last_on)
    ) AS replaced
    JOIN plan_version AS version ON version.subject_id = replaced.subject_id
    WHERE version.from_on <= :last_on AND (version.until_on IS NULL OR version.until_on > :last_on)
    GROUP BY replaced.id
    """,  # noqa: S608
    {CountName.PLANS_REPLACED: "TRUE"},
)

THINGS: Final = (
    MEETINGS,
    PLANS_IN_FORCE,
    PLANS_APPROVED,
    *ON_STEPS,
    MOVES,
    ASSESSMENTS,
    ENDED,
    APPLICATIONS,
    PROMISES,
    REPLACED,
)

COURSES: Final = f"""
WITH thing AS MATERIALIZED (
    SELECT id, subject_id, course_id, step, from_on, until_on, :last_on AS day FROM step_period
    WHERE step IN (2, 3) AND until_on IS NULL AND from_on <= :last_on
    UNION ALL
    SELECT id, subject_id, course_id, step, from_on, until_on,
        CASE WHEN until_on > :last_on THEN :last_on ELSE {day_before("until_on")} END
    FROM step_period
    WHERE step IN (2, 3) AND until_on > :first_on AND until_on > from_on AND from_on <= :last_on
    ORDER BY course_id
),
more_than_once AS MATERIALIZED (SELECT course_id FROM thing GROUP BY course_id HAVING count(*) > 1),
stretch AS (
    SELECT
        {_COORDINATOR} AS employee_id,
        {_DAY} AS day,
        thing.step,
        CASE WHEN :listed OR thing.course_id IN more_than_once THEN thing.id END AS listed,
        EXISTS (
            SELECT 1 FROM meeting
            WHERE {COUNTED_MEETING} AND meeting.course_id = thing.course_id AND meeting.step = thing.step
            AND meeting.citizen_took_part = 1 AND meeting.starts_on BETWEEN :first_on AND :last_on
        ) AS met,
        EXISTS (
            SELECT 1 FROM plan_version AS plan
            WHERE plan.subject_id = thing.subject_id AND plan.from_on <= :last_on
            AND (plan.until_on IS NULL OR (plan.until_on > :first_on AND plan.until_on > plan.from_on))
            AND (thing.until_on IS NULL OR plan.from_on < thing.until_on)
            AND (plan.until_on IS NULL OR plan.until_on > thing.from_on)
        ) AS planned
    FROM thing
    {AS_WRITTEN}
),
counted AS (
    SELECT employee_id, day, step, listed, count(*) AS number, sum(met) AS met, sum(planned) AS planned
    FROM stretch GROUP BY 1, 2, 3, 4
)
SELECT counted.*, apart.course_id, apart.subject_id, apart.from_on, apart.until_on
FROM counted LEFT JOIN step_period AS apart ON apart.id = counted.listed
"""  # noqa: S608
"""Courses on trin 2 and 3 by holder (employee, day, step): how many, how many of them met, how many had a plan.

One that was there more than once in the period is listed apart, a row a stretch, for the rule about those. The
stretches are taken in the order of the indexes that each is looked up in, and what only those apart tell is read last.
"""
