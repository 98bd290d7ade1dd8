"""Whom the database holds, and what their time is counted from (see `domain.retention_due`)."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any, Final

from koordinator.domain.access import Action
from koordinator.domain.codes import SubjectKind
from koordinator.domain.danish_day import danish_day
from koordinator.domain.ids import SubjectId
from koordinator.domain.retention_due import HeldSubject, Stretch
from koordinator.storage.queries.guide_facts import Select

_NO_USE: Final = (Action.PREVIEW_DELETION, Action.HOLD_SUBJECT, Action.ANSWER_SPOT_CHECK, Action.ACCESS_REFUSED)
"""Whoever is decided about, or was refused to somebody, is not in use: their time would never be up."""
_HELD: Final = """
WITH person(subject_id, kind, thing_id, name) AS (
    SELECT subject_id, 'citizen', id, name FROM citizen
    UNION ALL SELECT subject_id, 'family', id, name FROM family
),
stretch(subject_id, until_on, ended_by, is_open) AS (
    SELECT subject_id, until_on, COALESCE(end_reason, ''), until_on IS NULL FROM course
    UNION ALL
    SELECT citizen.subject_id,
        min(COALESCE(course.until_on, member.until_on), COALESCE(member.until_on, course.until_on)),
        CASE WHEN member.left_because IN ('died', 'moved_away') AND member.until_on IS NOT NULL
            THEN member.left_because ELSE '' END,
        course.until_on IS NULL AND member.until_on IS NULL
    FROM family_membership AS member
    JOIN citizen ON citizen.id = member.citizen_id
    JOIN family ON family.id = member.family_id
    JOIN course ON course.subject_id = family.subject_id
        AND course.from_on < COALESCE(member.until_on, '9999-12-31')
        AND COALESCE(course.until_on, '9999-12-31') > member.from_on
)
SELECT person.subject_id, person.kind, person.thing_id, person.name, stretch.is_open, stretch.until_on,
    stretch.ended_by,
    CASE WHEN stretch.is_open IS NULL THEN (
        SELECT at FROM audit_entry WHERE audit_entry.subject_id = person.subject_id AND action NOT IN ({no_use})
        ORDER BY at DESC LIMIT 1
    ) END,
    CASE WHEN stretch.is_open IS NULL THEN (
        SELECT max(registered_on) FROM case_file WHERE citizen_id = person.thing_id AND person.kind = 'citizen'
    ) END
FROM person LEFT JOIN stretch ON stretch.subject_id = person.subject_id
WHERE :subject IS NULL OR person.subject_id = :subject
ORDER BY person.subject_id
""".replace("{no_use}", ", ".join(f"'{each}'" for each in _NO_USE))


def held_subjects(select: Select, subject_id: SubjectId | None) -> tuple[HeldSubject, ...]:
    """Every citizen and family, or the one."""
    rows = select(_HELD, {"subject": subject_id})
    return tuple(_held(list(some)) for _, some in groupby(rows, key=lambda row: row[0]))


def _held(rows: Sequence[Sequence[Any]]) -> HeldSubject:
    subject_id, kind, thing_id, name, is_open, *_, last_at, registered_on = rows[0]
    stretches = () if is_open is None else tuple(Stretch(_day(row[5]), row[6]) for row in rows)
    used = (danish_day(datetime.fromisoformat(last_at)) if last_at else None, _day(registered_on))
    last_used_on = max((day for day in used if day is not None), default=None)
    return HeldSubject(SubjectId(subject_id), SubjectKind(kind), thing_id, name, stretches, last_used_on)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
