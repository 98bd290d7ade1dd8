"""The statements behind `sight`: whom an employee has to do with today, a relation at a time.

Each gives the keys of subjects. `:scope` narrows to some of them, and is nothing where all are asked for.
"""

# ruff: noqa: S608 - the statements are put together of our own names only

from typing import Final

from koordinator.domain.access import Relation
from koordinator.storage.dialect import JOIN_IN_ORDER, days_after


def _holds(row: str) -> str:
    return f"{row}.from_on <= :today AND ({row}.until_on IS NULL OR {row}.until_on > :today)"


_COORDINATES: Final = f"""
    SELECT subject_id FROM coordinator_period AS period WHERE employee_id {{whose}} AND {_holds("period")}
    UNION
    SELECT subject_id FROM coordinator_period AS period WHERE employee_id {{whose}} AND NOT EXISTS (
        SELECT 1 FROM coordinator_period AS other
        WHERE other.subject_id = period.subject_id AND other.from_on >= period.from_on AND other.id <> period.id
    )
"""
"""Who coordinates today, or was the last to do so."""

_PRIMARY: Final = f"""
    SELECT citizen.subject_id FROM primary_caseworker_period AS period
    JOIN citizen ON citizen.id = period.citizen_id
    WHERE period.employee_id {{whose}} AND {_holds("period")}
"""

# Each member of a family, with what belongs to the two of them.
_MEMBER: Final = f"""
member(family_subject, own_subject) AS (
    SELECT family.subject_id, citizen.subject_id
    FROM family_membership AS membership
    JOIN family ON family.id = membership.family_id
    JOIN citizen ON citizen.id = membership.citizen_id
    WHERE {_holds("membership")}
)
"""

_DIRECT: Final = f"""
direct(subject_id) AS (
    {_COORDINATES.format(whose="= :employee")}
    UNION
    {_PRIMARY.format(whose="= :employee")}
    UNION
    SELECT citizen.subject_id FROM case_file
    JOIN citizen ON citizen.id = case_file.citizen_id
    WHERE case_file.caseworker_id = :employee AND case_file.status <> 'closed'
    UNION
    SELECT subject_id FROM handover WHERE giver_id = :employee AND outcome IS NULL
    UNION
    SELECT subject_id FROM handover WHERE receiver_id = :employee AND outcome IS NULL
)
"""

_COURSE_LASTS: Final = """
EXISTS (
    SELECT 1 FROM course WHERE course.id = meeting.course_id
    AND (course.until_on IS NULL OR course.until_on > :today)
)
"""

# A meeting that is still to be held or closed, or of a course that is not over: for those who lead it.
_LIVING_MEETING: Final = f"meeting.status <> 'cancelled' AND (meeting.status <> 'held' OR {_COURSE_LASTS})"

_LEFT_OPEN_DAYS: Final = 14
"""So long after its day a meeting that nobody closed counts as ahead for those who were called to it."""
_CALLED_MEETING: Final = f"""
meeting.status <> 'cancelled' AND (
    (meeting.status <> 'held' AND {days_after("meeting.starts_on", str(_LEFT_OPEN_DAYS))} >= :today) OR {_COURSE_LASTS}
)
"""

_OWN: Final = f"""
WITH {_MEMBER}, {_DIRECT}
SELECT subject_id FROM direct
UNION
SELECT own_subject FROM member WHERE family_subject IN (SELECT subject_id FROM direct)
UNION
SELECT family_subject FROM member WHERE own_subject IN (SELECT subject_id FROM direct) AND NOT EXISTS (
    SELECT 1 FROM coordinator_period AS period WHERE period.subject_id = family_subject AND {_holds("period")}
)
"""
"""A family's coordinator has its members; who has a member has the family for as long as nobody coordinates it."""

_SHARED: Final = f"""
WITH {_MEMBER}, {_DIRECT}
SELECT family_subject AS subject_id FROM member WHERE own_subject IN (SELECT subject_id FROM direct)
UNION
SELECT citizen.subject_id FROM contact_person AS contact
JOIN citizen ON citizen.id = contact.citizen_id
WHERE contact.employee_id = :employee
AND (contact.from_on IS NULL OR contact.from_on <= :today)
AND (contact.until_on IS NULL OR contact.until_on > :today)
UNION
SELECT meeting.subject_id FROM participant
JOIN meeting ON meeting.id = participant.meeting_id
WHERE participant.employee_id = :employee AND {_CALLED_MEETING}
UNION
SELECT subject_id FROM meeting WHERE chair_id = :employee AND {_LIVING_MEETING}
UNION
SELECT subject_id FROM meeting WHERE minute_taker_id = :employee AND {_LIVING_MEETING}
UNION
SELECT subject_id FROM agreement WHERE employee_id = :employee AND status = 'open'
UNION
SELECT subject_id FROM pending_decision WHERE employee_id = :employee AND outcome_on IS NULL
UNION
SELECT subject_id FROM takeover WHERE employee_id = :employee AND until_on IS NULL
"""

_COLLEAGUES: Final = f"""
colleagues(employee_id) AS (
    SELECT theirs.employee_id FROM team_membership AS mine
    JOIN team_membership AS theirs ON theirs.team_id = mine.team_id
    JOIN team ON team.id = mine.team_id
    WHERE mine.employee_id = :employee AND {_holds("mine")} AND {_holds("theirs")} AND {{kind}}
)
"""

_TEAM: Final = f"""
WITH {_MEMBER}, {_COLLEAGUES.format(kind="team.kind = 'cross'")},
theirs(subject_id) AS (
    SELECT period.subject_id FROM coordinator_period AS period
    JOIN step_period AS step ON step.subject_id = period.subject_id AND step.step = 3 AND {_holds("step")}
    WHERE period.employee_id IN (SELECT employee_id FROM colleagues) AND {_holds("period")}
)
SELECT subject_id FROM theirs
UNION
SELECT own_subject FROM member WHERE family_subject IN (SELECT subject_id FROM theirs)
"""

_COLLEAGUE: Final = f"""
WITH {_MEMBER}, {_COLLEAGUES.format(kind="TRUE")},
theirs(subject_id) AS (
    {_COORDINATES.format(whose="IN (SELECT employee_id FROM colleagues)")}
    UNION
    {_PRIMARY.format(whose="IN (SELECT employee_id FROM colleagues)")}
)
SELECT subject_id FROM theirs
UNION
SELECT own_subject FROM member WHERE family_subject IN (SELECT subject_id FROM theirs)
"""

_TAKEN: Final = f"""
    EXISTS (SELECT 1 FROM coordinator_period AS period WHERE period.subject_id = {{subject}})
    OR EXISTS (
        SELECT 1 FROM citizen JOIN primary_caseworker_period AS period ON period.citizen_id = citizen.id
        WHERE citizen.subject_id = {{subject}} AND {_holds("period")}
    )
    OR EXISTS (
        SELECT 1 FROM citizen JOIN case_file ON case_file.citizen_id = citizen.id
        WHERE citizen.subject_id = {{subject}}
        AND case_file.status <> 'closed' AND case_file.caseworker_id IS NOT NULL
    )
"""

_UNTAKEN: Final = f"""
WITH {_MEMBER}
SELECT subject.id AS subject_id FROM subject
WHERE NOT ({_TAKEN.format(subject="subject.id")})
AND NOT EXISTS (
    SELECT 1 FROM member WHERE member.own_subject = subject.id
    AND EXISTS (SELECT 1 FROM coordinator_period AS period WHERE period.subject_id = member.family_subject)
)
AND NOT EXISTS (
    SELECT 1 FROM member WHERE member.family_subject = subject.id AND ({_TAKEN.format(subject="member.own_subject")})
)
"""

_GRANTED: Final = f"""
WITH {_MEMBER},
given(subject_id) AS (
    SELECT subject_id FROM access_grant WHERE employee_id = :employee AND from_at <= :now AND until_at > :now
)
SELECT subject_id FROM given
UNION
SELECT family_subject FROM given
{JOIN_IN_ORDER} member ON own_subject = given.subject_id
JOIN step_period AS step ON step.subject_id = family_subject AND step.step = 3 AND {_holds("step")}
"""
"""On trin 3 what is to be seen of a citizen stands with the family. Every change asks: it begins at the few grants."""


def _narrowed(statement: str) -> str:
    return (
        f"SELECT subject_id FROM ({statement}) AS related "
        "WHERE :scope IS NULL OR subject_id IN (SELECT value FROM json_each(:scope))"
    )


RELATED: Final = {
    Relation.OWN: _narrowed(_OWN),
    Relation.SHARED: _narrowed(_SHARED),
    Relation.GRANTED: _narrowed(_GRANTED),
    Relation.TEAM: _narrowed(_TEAM),
    Relation.COLLEAGUE: _narrowed(_COLLEAGUE),
    Relation.UNTAKEN: _narrowed(_UNTAKEN),
}
"""In the order in which most are found."""

BARE: Final = """
SELECT 1 FROM subject WHERE id IN (SELECT value FROM json_each(:scope))
AND NOT EXISTS (SELECT 1 FROM citizen WHERE citizen.subject_id = subject.id)
AND NOT EXISTS (SELECT 1 FROM family WHERE family.subject_id = subject.id)
"""
"""Finds a row where one of them has been deleted: what is counted of them is all there is."""

KNOWN: Final = "SELECT id FROM subject WHERE id IN (SELECT value FROM json_each(:scope))"
"""Those that there are already."""
