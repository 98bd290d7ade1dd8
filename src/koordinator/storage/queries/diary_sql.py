"""The statements behind the diary. The values of a `DiaryScope` narrow it; `:everybody` is 1 when there are none.

`:living` leaves out the subjects whose course is over, `:seen` all but those whom the actor may see.
"""

from typing import Final

_SCOPE: Final = """
WITH whose AS (
    SELECT :employee AS id WHERE :employee IS NOT NULL
    UNION SELECT colleague.employee_id FROM team_membership AS own
        JOIN team_membership AS colleague ON colleague.team_id = own.team_id
        WHERE own.employee_id = :team_of
        AND own.from_on <= :today AND (own.until_on IS NULL OR own.until_on > :today)
        AND colleague.from_on <= :today AND (colleague.until_on IS NULL OR colleague.until_on > :today)
),
coordinated AS (
    SELECT subject_id FROM coordinator_period
    WHERE employee_id IN (SELECT id FROM whose) AND from_on <= :today AND until_on IS NULL
),
member AS (
    SELECT family.subject_id AS family_subject, citizen.subject_id AS own_subject, citizen.id AS citizen_id
    FROM family_membership AS membership
    JOIN family ON family.id = membership.family_id
    JOIN citizen ON citizen.id = membership.citizen_id
    WHERE membership.from_on <= :today AND (membership.until_on IS NULL OR membership.until_on > :today)
),
household AS (
    SELECT family_subject AS subject_id FROM member WHERE :family_of IN (family_subject, own_subject)
),
scope AS (
    SELECT subject_id FROM coordinated
    UNION SELECT own_subject FROM member WHERE family_subject IN (SELECT subject_id FROM coordinated)
    UNION SELECT citizen.subject_id FROM primary_caseworker_period AS period
        JOIN citizen ON citizen.id = period.citizen_id
        WHERE period.employee_id IN (SELECT id FROM whose) AND period.from_on <= :today AND period.until_on IS NULL
    UNION SELECT subject_id FROM citizen WHERE id = :citizen
    UNION SELECT family_subject FROM member WHERE citizen_id = :citizen
    UNION SELECT :family_of WHERE :family_of IS NOT NULL
    UNION SELECT subject_id FROM household
    UNION SELECT own_subject FROM member WHERE family_subject IN (SELECT subject_id FROM household)
),
running AS (
    SELECT subject_id FROM course WHERE until_on IS NULL OR until_on > :today
),
over AS (
    SELECT subject_id FROM (
        SELECT subject_id FROM course
        UNION SELECT own_subject FROM member JOIN course ON course.subject_id = member.family_subject
    )
    WHERE :living AND subject_id NOT IN (SELECT subject_id FROM running)
    AND subject_id NOT IN (
        SELECT own_subject FROM member WHERE family_subject IN (SELECT subject_id FROM running)
    )
)
"""

MEETINGS: Final = f"""
{_SCOPE}
SELECT meeting.id, meeting.uid, meeting.subject_id, COALESCE(citizen.name, family.name, ''),
    COALESCE(citizen.name, (
        SELECT group_concat(person.name, char(10)) FROM member
        JOIN citizen AS person ON person.id = member.citizen_id
        WHERE member.family_subject = meeting.subject_id
    )),
    meeting.kind, meeting.status, meeting.starts_on, meeting.starts_clock, meeting.duration_minutes,
    meeting.place_kind, meeting.place,
    (SELECT count(*) FROM participant WHERE meeting_id = meeting.id),
    (SELECT count(*) FROM participant WHERE meeting_id = meeting.id AND answer = 'yes'),
    (SELECT count(*) FROM participant WHERE meeting_id = meeting.id AND answer = 'no')
FROM meeting
LEFT JOIN citizen ON citizen.subject_id = meeting.subject_id
LEFT JOIN family ON family.subject_id = meeting.subject_id
WHERE meeting.subject_id NOT IN (SELECT subject_id FROM over)
AND (:seen IS NULL OR meeting.subject_id IN (SELECT value FROM json_each(:seen)))
AND COALESCE(citizen.id, family.id) IS NOT NULL
AND (
    :everybody OR meeting.subject_id IN (SELECT subject_id FROM scope)
    OR EXISTS (
        SELECT 1 FROM participant WHERE meeting_id = meeting.id AND employee_id IN (SELECT id FROM whose)
    )
)
ORDER BY meeting.starts_on DESC, meeting.starts_clock DESC, meeting.id DESC
"""  # noqa: S608 (put together of our own statements)

_THINGS: Final = """
SELECT 'agreement' AS kind, agreement.id AS thing_id, agreement.subject_id AS subject_id, agreement.what AS what,
    agreement.due_on AS due_on, agreement.rhythm AS rhythm,
    COALESCE(person.name, contact_person.name) AS other_name,
    agreement.employee_id AS employee_id, NULL AS department_id, agreement.times_carried AS times_carried
FROM agreement
LEFT JOIN citizen AS person ON person.id = agreement.citizen_id
LEFT JOIN contact_person ON contact_person.id = agreement.contact_person_id
WHERE agreement.status = 'open'
UNION ALL
SELECT 'decision', id, subject_id, what, answer_by_on, '', NULL, employee_id, department_id, 0
FROM pending_decision WHERE outcome_on IS NULL
UNION ALL
SELECT 'case_deadline', case_file.id, citizen.subject_id, COALESCE(NULLIF(title, ''), number), deadline_on, '', NULL,
    caseworker_id, department_id, 0
FROM case_file JOIN citizen ON citizen.id = case_file.citizen_id
WHERE status <> 'closed' AND deadline_on IS NOT NULL
UNION ALL
SELECT 'case_answer', case_file.id, citizen.subject_id, COALESCE(NULLIF(title, ''), number), answer_due_on, '', NULL,
    caseworker_id, department_id, 0
FROM case_file JOIN citizen ON citizen.id = case_file.citizen_id
WHERE status <> 'closed' AND answer_due_on IS NOT NULL AND answered_on IS NULL
UNION ALL
SELECT 'plan_review', plan.id, plan.subject_id, '', plan.review_on, '', NULL, coordinator.employee_id, NULL, 0
FROM joint_plan AS plan
LEFT JOIN coordinator_period AS coordinator
    ON coordinator.subject_id = plan.subject_id AND coordinator.until_on IS NULL
WHERE plan.ended_on IS NULL AND plan.review_on IS NOT NULL
UNION ALL
SELECT 'other_plan', plan.id, citizen.subject_id, plan.title, plan.follow_up_on, '', NULLIF(plan.owner, ''), NULL,
    NULL, 0
FROM other_plan AS plan JOIN citizen ON citizen.id = plan.citizen_id
WHERE plan.follow_up_on IS NOT NULL AND (plan.until_on IS NULL OR plan.until_on > :today)
UNION ALL
SELECT 'reassessment', step.subject_id, step.subject_id, '', date(max(
        COALESCE((
            SELECT max(assessment.decided_on) FROM assessment
            WHERE assessment.subject_id = step.subject_id AND assessment.locked_at IS NOT NULL
        ), step.from_on),
        COALESCE((SELECT max(renewed_on) FROM misfit_look WHERE subject_id = step.subject_id), '')
    ), :reassess), '', NULL, coordinator.employee_id, NULL, 0
FROM step_period AS step
LEFT JOIN coordinator_period AS coordinator
    ON coordinator.subject_id = step.subject_id AND coordinator.until_on IS NULL
WHERE step.until_on IS NULL AND step.step > 0
UNION ALL
SELECT 'effort', effort.id, citizen.subject_id, effort.name, date(effort.until_on, :before_effort_ends), '',
    NULL, COALESCE(case_file.caseworker_id, coordinator.employee_id), effort.department_id, 0
FROM effort
JOIN citizen ON citizen.id = effort.citizen_id
LEFT JOIN case_file ON case_file.id = effort.case_file_id
LEFT JOIN coordinator_period AS coordinator
    ON coordinator.subject_id = citizen.subject_id AND coordinator.until_on IS NULL
WHERE effort.until_on > :today AND NOT EXISTS (
    SELECT 1 FROM effort AS later
    WHERE later.citizen_id = effort.citizen_id AND later.name = effort.name AND later.from_on >= effort.until_on
)
UNION ALL
SELECT 'consent', consent.id, citizen.subject_id, consent.purpose, date(consent.until_on, '-1 day'), '',
    NULL, coordinator.employee_id, NULL, 0
FROM consent
JOIN citizen ON citizen.id = consent.citizen_id
LEFT JOIN coordinator_period AS coordinator
    ON coordinator.subject_id = citizen.subject_id AND coordinator.until_on IS NULL
WHERE consent.until_on > :today AND consent.withdrawn_at IS NULL
"""

# The same day as `domain.citizen_request` gives: no later than the last of the next month. It is due from somebody also
# when the course has ended: from who coordinated last, or has a case, before who happened to note it.
_REQUESTS: Final = """
SELECT 'request' AS kind, request.id AS thing_id, citizen.subject_id AS subject_id, request.words AS what,
    min(date(asked_on, '+1 month'), date(asked_on, 'start of month', '+2 months', '-1 day')) AS due_on, '' AS rhythm,
    NULL AS other_name, COALESCE((
        SELECT employee_id FROM coordinator_period WHERE subject_id = citizen.subject_id
        ORDER BY until_on IS NULL DESC, from_on DESC LIMIT 1
    ), (
        SELECT caseworker_id FROM case_file
        WHERE citizen_id = citizen.id AND status <> 'closed' AND caseworker_id IS NOT NULL ORDER BY id DESC LIMIT 1
    ), request.noted_by_id) AS employee_id, NULL AS department_id, 0 AS times_carried
FROM citizen_request AS request
JOIN citizen ON citizen.id = request.citizen_id
WHERE request.outcome IS NULL
"""


def _due(things: str) -> str:
    return f"""
{_SCOPE},
thing AS ({things})
SELECT thing.kind, thing.thing_id, thing.subject_id, COALESCE(citizen.name, family.name, ''), thing.what,
    COALESCE(planned.planned_on, thing.due_on), thing.rhythm, COALESCE(thing.other_name, employee.name, ''),
    thing.employee_id, COALESCE(department.name, ''), thing.times_carried,
    CASE WHEN thing.kind IN ('reassessment', 'effort') THEN thing.due_on END
FROM thing
LEFT JOIN planned_day AS planned
    ON planned.kind = thing.kind AND planned.thing_id = thing.thing_id AND planned.computed_on = thing.due_on
LEFT JOIN citizen ON citizen.subject_id = thing.subject_id
LEFT JOIN family ON family.subject_id = thing.subject_id
LEFT JOIN employee ON employee.id = thing.employee_id
LEFT JOIN department ON department.id = thing.department_id
WHERE thing.subject_id NOT IN (SELECT subject_id FROM over)
AND (:seen IS NULL OR thing.subject_id IN (SELECT value FROM json_each(:seen)))
AND (
    :everybody OR thing.subject_id IN (SELECT subject_id FROM scope)
    OR thing.employee_id IN (SELECT id FROM whose)
)
"""  # noqa: S608


DUE: Final = _due(_THINGS)
REQUESTS: Final = _due(_REQUESTS)
