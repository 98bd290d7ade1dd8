"""The statements behind the guide's facts. Plain SQL, so that the first page is read before SQLAlchemy is there.

`:scope` is a JSON list of subject ids, `:today` a day. A period holds from its first day until, and
not including, its last. Where several rows of a subject come, the one that counts comes last.
"""

from typing import Final

_PEOPLE: Final = """WITH person(subject_id, citizen_id) AS (
    SELECT subject_id, id FROM citizen WHERE subject_id IN (SELECT value FROM json_each(:scope))
    UNION ALL
    SELECT family.subject_id, member.citizen_id
    FROM family
    JOIN family_membership AS member ON member.family_id = family.id
    WHERE family.subject_id IN (SELECT value FROM json_each(:scope))
    AND member.from_on <= :today AND (member.until_on IS NULL OR member.until_on > :today)
)"""
"""Begins a statement about people: a subject's own citizen, or today's members of the family."""

MINE: Final = """
SELECT subject_id FROM coordinator_period
WHERE employee_id = :employee AND from_on <= :today AND (until_on IS NULL OR until_on > :today)
UNION
SELECT citizen.subject_id FROM citizen
WHERE (
    citizen.id IN (
        SELECT citizen_id FROM primary_caseworker_period
        WHERE employee_id = :employee AND from_on <= :today AND (until_on IS NULL OR until_on > :today)
    )
    OR citizen.id IN (SELECT citizen_id FROM case_file WHERE caseworker_id = :employee AND status <> 'closed')
)
AND NOT EXISTS (
    SELECT 1 FROM coordinator_period AS other
    WHERE other.subject_id = citizen.subject_id
    AND other.from_on <= :today AND (other.until_on IS NULL OR other.until_on > :today)
)
UNION
SELECT subject_id FROM handover
WHERE :employee IN (giver_id, receiver_id) AND outcome IS NULL AND takes_effect_on <= :today
UNION
SELECT citizen.subject_id
FROM coordinator_period AS coordinator
JOIN step_period AS step ON step.subject_id = coordinator.subject_id AND step.step = 3
    AND step.from_on <= :today AND (step.until_on IS NULL OR step.until_on > :today)
JOIN family ON family.subject_id = coordinator.subject_id
JOIN family_membership AS member ON member.family_id = family.id
    AND member.from_on <= :today AND (member.until_on IS NULL OR member.until_on > :today)
JOIN citizen ON citizen.id = member.citizen_id
WHERE coordinator.employee_id = :employee
AND coordinator.from_on <= :today AND (coordinator.until_on IS NULL OR coordinator.until_on > :today)
"""

SERVED: Final = """
SELECT subject_id FROM step_period
WHERE step >= 2 AND from_on <= :today AND (until_on IS NULL OR until_on > :today)
UNION
SELECT subject_id FROM handover WHERE outcome IS NULL
"""

EVERYBODY: Final = "SELECT subject_id FROM citizen UNION ALL SELECT subject_id FROM family"

FAMILIES_ON_STEP3: Final = """
SELECT citizen.subject_id, family.subject_id
FROM citizen
JOIN family_membership AS member ON member.citizen_id = citizen.id
    AND member.from_on <= :today AND (member.until_on IS NULL OR member.until_on > :today)
JOIN family ON family.id = member.family_id
JOIN step_period AS step ON step.subject_id = family.subject_id AND step.step = 3
    AND step.from_on <= :today AND (step.until_on IS NULL OR step.until_on > :today)
WHERE citizen.subject_id IN (SELECT value FROM json_each(:scope))
"""

HEADS: Final = """
SELECT subject.id, subject.kind, COALESCE(citizen.name, family.name, ''), COALESCE(citizen.id, family.id, 0),
    course.from_on, step.step, step.from_on, step.id IS NOT NULL AND step.assessment_id IS NULL,
    coordinator.employee_id,
    CASE WHEN citizen.id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM primary_caseworker_period AS caseworker
        WHERE caseworker.citizen_id = citizen.id
        AND caseworker.from_on <= :today AND (caseworker.until_on IS NULL OR caseworker.until_on > :today)
    ) THEN citizen.primary_caseworker_wish END,
    planned.computed_on, planned.planned_on
FROM subject
LEFT JOIN citizen ON citizen.subject_id = subject.id
LEFT JOIN family ON family.subject_id = subject.id
LEFT JOIN course ON course.subject_id = subject.id
    AND course.from_on <= :today AND (course.until_on IS NULL OR course.until_on > :today)
LEFT JOIN step_period AS step ON step.subject_id = subject.id
    AND step.from_on <= :today AND (step.until_on IS NULL OR step.until_on > :today)
LEFT JOIN coordinator_period AS coordinator ON coordinator.subject_id = subject.id
    AND coordinator.from_on <= :today AND (coordinator.until_on IS NULL OR coordinator.until_on > :today)
LEFT JOIN planned_day AS planned ON planned.kind = 'reassessment' AND planned.thing_id = subject.id
WHERE subject.id IN (SELECT value FROM json_each(:scope))
ORDER BY subject.id
"""

GONE_COORDINATORS: Final = """
WITH coordinating(subject_id, employee_id) AS (
    SELECT subject_id, employee_id FROM coordinator_period
    WHERE subject_id IN (SELECT value FROM json_each(:scope))
    AND from_on <= :today AND (until_on IS NULL OR until_on > :today)
),
ended(employee_id, until_on) AS (
    SELECT employee_id, max(COALESCE(until_on, '9999-12-31')) FROM authority_period
    WHERE employee_id IN (SELECT employee_id FROM coordinating) AND from_on <= :today
    GROUP BY employee_id
    UNION ALL
    SELECT employee_id, max(COALESCE(until_on, '9999-12-31')) FROM team_membership
    WHERE employee_id IN (SELECT employee_id FROM coordinating) AND from_on <= :today
    GROUP BY employee_id
)
SELECT coordinating.subject_id, employee.name, min(ended.until_on)
FROM coordinating
JOIN employee ON employee.id = coordinating.employee_id
LEFT JOIN ended ON ended.employee_id = coordinating.employee_id
GROUP BY coordinating.subject_id
HAVING min(ended.until_on) <= :today
OR NOT EXISTS (
    SELECT 1 FROM authority_period WHERE employee_id = coordinating.employee_id AND from_on <= :today
)
"""
"""Who coordinates without authority, or has left the last team; who never was in one is not gone."""

HANDOVERS: Final = """
SELECT handover.subject_id, handover.takes_effect_on, receiver.name
FROM handover
JOIN employee AS receiver ON receiver.id = handover.receiver_id
WHERE handover.subject_id IN (SELECT value FROM json_each(:scope)) AND handover.outcome IS NULL
"""

HANDED_OVER: Final = """
WITH latest(subject_id, id) AS (
    SELECT subject_id, max(id) FROM handover
    WHERE subject_id IN (SELECT value FROM json_each(:scope))
    GROUP BY subject_id
)
SELECT latest.subject_id, handover.ended_on, item.what
FROM latest
JOIN handover ON handover.id = latest.id AND handover.outcome = 'carried_out' AND handover.returned_on IS NULL
JOIN handover_item AS item ON item.handover_id = handover.id AND item.done_on IS NULL
ORDER BY item.position DESC
"""
"""What is undone after the latest handover; the line that stands first comes last."""

ENDED: Final = """
SELECT subject_id, until_on, end_reason FROM course
WHERE subject_id IN (SELECT value FROM json_each(:scope)) AND until_on <= :today
ORDER BY until_on, id
"""

LEFT_FAMILIES: Final = """
SELECT citizen.subject_id, casework.until_on AS left_on, 0, 1, 1
FROM citizen
JOIN family_membership AS member ON member.citizen_id = citizen.id
    AND member.from_on <= :today AND (member.until_on IS NULL OR member.until_on > :today)
JOIN family ON family.id = member.family_id
JOIN course ON course.subject_id = family.subject_id
    AND course.from_on <= :today AND (course.until_on IS NULL OR course.until_on > :today)
JOIN step_period AS casework ON casework.course_id = course.id AND casework.step = 3
    AND casework.until_on <= :today AND casework.until_on > member.from_on
WHERE citizen.subject_id IN (SELECT value FROM json_each(:scope))
AND NOT EXISTS (
    SELECT 1 FROM step_period AS now WHERE now.course_id = course.id AND now.step = 3
    AND now.from_on <= :today AND (now.until_on IS NULL OR now.until_on > :today)
)
UNION ALL
SELECT citizen.subject_id, member.until_on, COALESCE(member.left_because, '') IN ('died', 'moved_away'),
    EXISTS (
        SELECT 1 FROM family
        JOIN step_period AS step ON step.subject_id = family.subject_id AND step.step = 3
        WHERE family.id = member.family_id
        AND step.from_on <= member.until_on AND (step.until_on IS NULL OR step.until_on >= member.until_on)
    ),
    0
FROM citizen
JOIN family_membership AS member ON member.citizen_id = citizen.id AND member.until_on <= :today
WHERE citizen.subject_id IN (SELECT value FROM json_each(:scope))
AND NOT EXISTS (
    SELECT 1 FROM family_membership AS other WHERE other.citizen_id = citizen.id
    AND other.from_on <= :today AND (other.until_on IS NULL OR other.until_on > :today)
)
UNION ALL
SELECT citizen.subject_id, own.until_on, 0, 1, EXISTS (
    SELECT 1 FROM family_membership AS now WHERE now.citizen_id = citizen.id AND now.until_on IS NULL
)
FROM citizen
JOIN course AS own ON own.subject_id = citizen.subject_id AND own.end_reason = 'part_of_family'
WHERE citizen.subject_id IN (SELECT value FROM json_each(:scope))
AND NOT EXISTS (
    SELECT 1 FROM family_membership AS member
    JOIN family ON family.id = member.family_id
    JOIN step_period AS step ON step.subject_id = family.subject_id AND step.step = 3
    WHERE member.citizen_id = citizen.id
    AND member.from_on <= own.until_on AND (member.until_on IS NULL OR member.until_on > own.until_on)
    AND step.from_on <= own.until_on AND (step.until_on IS NULL OR step.until_on > own.until_on)
)
ORDER BY left_on, 3
"""
"""Who left their family, is in one that came down from trin 3 in the course that goes on, or gave up their own course
for a family's casework that was taken back the same day: such a day leaves no period behind.
"""

ASSESSMENTS: Final = """
SELECT subject_id, locked_at IS NOT NULL, decided_on, decided_step FROM assessment
WHERE subject_id IN (SELECT value FROM json_each(:scope))
ORDER BY decided_on, id
"""

MEMBERS: Final = """
SELECT family.subject_id, count(*)
FROM family
JOIN family_membership AS member ON member.family_id = family.id
WHERE family.subject_id IN (SELECT value FROM json_each(:scope))
AND member.from_on <= :today AND (member.until_on IS NULL OR member.until_on > :today)
GROUP BY family.subject_id
"""

OPEN_CASES: Final = (
    _PEOPLE
    + """
SELECT person.subject_id, COALESCE(case_file.registered_on, case_file.opened_on) AS came_on, department.name
FROM person
JOIN case_file ON case_file.citizen_id = person.citizen_id AND case_file.status <> 'closed'
JOIN department ON department.id = case_file.department_id
ORDER BY came_on, case_file.id
"""
)

RHYTHMS: Final = """
SELECT subject_id, weeks * 7 FROM meeting_rhythm WHERE subject_id IN (SELECT value FROM json_each(:scope))
"""

MEETINGS_AHEAD: Final = """
SELECT meeting.subject_id, meeting.id, meeting.status, meeting.starts_on, meeting.starts_clock,
    EXISTS (SELECT 1 FROM preparation WHERE meeting_id = meeting.id AND prepared_on IS NOT NULL), meeting.planned_on
FROM meeting
WHERE meeting.subject_id IN (SELECT value FROM json_each(:scope))
AND meeting.kind = 'coordination' AND meeting.status IN ('planned', 'invited', 'running')
ORDER BY meeting.starts_on DESC, meeting.starts_clock DESC, meeting.id DESC
"""

MEETINGS_OVER: Final = """
WITH held(subject_id, from_on, last_on) AS (
    SELECT course.subject_id, course.from_on, max(meeting.starts_on)
    FROM course
    LEFT JOIN meeting ON meeting.subject_id = course.subject_id AND meeting.kind = 'coordination'
        AND meeting.status = 'held' AND meeting.starts_on >= course.from_on
    WHERE course.subject_id IN (SELECT value FROM json_each(:scope))
    AND course.from_on <= :today AND (course.until_on IS NULL OR course.until_on > :today)
    GROUP BY course.subject_id, course.from_on
)
SELECT held.subject_id, held.last_on, meeting.id IS NOT NULL,
    meeting.closed_at, meeting.starts_on
FROM held
LEFT JOIN meeting ON meeting.subject_id = held.subject_id AND meeting.kind = 'coordination'
    AND meeting.status = 'cancelled' AND meeting.starts_on >= held.from_on
    AND (held.last_on IS NULL OR meeting.starts_on > held.last_on)
ORDER BY COALESCE(meeting.closed_at, meeting.starts_on), meeting.id
"""

PLANS: Final = """
SELECT plan.subject_id, plan.review_on, version.id, version.from_on,
    EXISTS (
        SELECT 1 FROM handout
        WHERE handout.plan_version_id = version.id AND handout.paper_id IS NULL AND handout.withdrawn_at IS NULL
    )
    OR EXISTS (
        SELECT 1 FROM paper
        JOIN handout ON handout.paper_id = paper.id AND handout.withdrawn_at IS NULL
        WHERE paper.plan_version_id = version.id AND paper.reader = 'citizen'
    )
FROM joint_plan AS plan
LEFT JOIN plan_version AS version ON version.plan_id = plan.id
WHERE plan.subject_id IN (SELECT value FROM json_each(:scope)) AND plan.ended_on IS NULL
ORDER BY version.number
"""

LATE_AGREEMENTS: Final = """
SELECT subject_id, due_on, substr(what, 1, 100) FROM agreement
WHERE subject_id IN (SELECT value FROM json_each(:scope)) AND status = 'open' AND due_on < :today
ORDER BY due_on DESC, id DESC
"""

LATE_DECISIONS: Final = """
SELECT pending.subject_id, pending.answer_by_on, COALESCE(department.name, '')
FROM pending_decision AS pending
LEFT JOIN department ON department.id = pending.department_id
WHERE pending.subject_id IN (SELECT value FROM json_each(:scope))
AND pending.outcome_on IS NULL AND pending.answer_by_on < :today
ORDER BY pending.answer_by_on DESC, pending.id DESC
"""

TAKEOVERS: Final = """
SELECT takeover.subject_id,
    min(takeover.expected_on) FILTER (WHERE takeover.wait_reason = '' OR takeover.expected_on <= :today) AS first_on,
    department.name
FROM takeover
JOIN department ON department.id = takeover.department_id
WHERE takeover.subject_id IN (SELECT value FROM json_each(:scope)) AND takeover.until_on IS NULL
GROUP BY takeover.subject_id, department.id
ORDER BY first_on DESC, department.id DESC
"""
"""A department a row, without a day where nothing presses (see `Takeover.presses_on`)."""

CONSENTS: Final = (
    _PEOPLE
    + """
SELECT person.subject_id, person.citizen_id, consent.id, substr(consent.shared_with, 1, 100), consent.until_on
FROM person
JOIN consent ON consent.citizen_id = person.citizen_id AND consent.withdrawn_at IS NULL
ORDER BY consent.id
"""
)

NEW_CONTACTS: Final = (
    _PEOPLE
    + """
SELECT person.subject_id, COALESCE(contact.registered_on, contact.from_on) AS came_on
FROM person
JOIN contact_person AS contact ON contact.citizen_id = person.citizen_id AND contact.kind = 'professional'
WHERE came_on <= :today AND (contact.until_on IS NULL OR contact.until_on > :today)
ORDER BY came_on, contact.id
"""
)

OPEN_AGREEMENTS: Final = """
SELECT subject_id, count(*) FROM agreement
WHERE subject_id IN (SELECT value FROM json_each(:scope)) AND status = 'open' AND due_on IS NOT NULL
GROUP BY subject_id
"""

MOVES: Final = """
SELECT course.subject_id, later.from_on
FROM course
JOIN step_period AS later ON later.course_id = course.id
WHERE course.subject_id IN (SELECT value FROM json_each(:scope))
AND course.from_on <= :today AND (course.until_on IS NULL OR course.until_on > :today)
AND EXISTS (
    SELECT 1 FROM step_period AS earlier
    WHERE earlier.course_id = course.id AND earlier.until_on = later.from_on AND earlier.step <> later.step
)
ORDER BY later.from_on
"""
"""A step that was changed and changed back the same day leaves two periods of it, and no move."""

LOOKS: Final = """
SELECT subject_id, looked_on, seen, renewed_on FROM misfit_look
WHERE subject_id IN (SELECT value FROM json_each(:scope))
ORDER BY looked_on, id
"""
