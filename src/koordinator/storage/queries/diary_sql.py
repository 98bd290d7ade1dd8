"""The statements behind the diary. `:employee` and `:citizen` narrow it; `:everybody` is 1 when neither is given."""

from typing import Final

_SCOPE: Final = """
WITH coordinated AS (
    SELECT subject_id FROM coordinator_period
    WHERE employee_id = :employee AND from_on <= :today AND until_on IS NULL
),
member AS (
    SELECT family.subject_id AS family_subject, citizen.subject_id AS own_subject, citizen.id AS citizen_id
    FROM family_membership AS membership
    JOIN family ON family.id = membership.family_id
    JOIN citizen ON citizen.id = membership.citizen_id
    WHERE membership.from_on <= :today AND (membership.until_on IS NULL OR membership.until_on > :today)
),
scope AS (
    SELECT subject_id FROM coordinated
    UNION SELECT own_subject FROM member WHERE family_subject IN (SELECT subject_id FROM coordinated)
    UNION SELECT citizen.subject_id FROM primary_caseworker_period AS period
        JOIN citizen ON citizen.id = period.citizen_id
        WHERE period.employee_id = :employee AND period.from_on <= :today AND period.until_on IS NULL
    UNION SELECT subject_id FROM citizen WHERE id = :citizen
    UNION SELECT family_subject FROM member WHERE citizen_id = :citizen
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
WHERE :everybody OR meeting.subject_id IN (SELECT subject_id FROM scope)
OR EXISTS (SELECT 1 FROM participant WHERE meeting_id = meeting.id AND employee_id = :employee)
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
SELECT 'reassessment', step.subject_id, step.subject_id, '', date(COALESCE((
        SELECT max(assessment.decided_on) FROM assessment
        WHERE assessment.subject_id = step.subject_id AND assessment.locked_at IS NOT NULL
    ), step.from_on), :reassess), '', NULL, coordinator.employee_id, NULL, 0
FROM step_period AS step
LEFT JOIN coordinator_period AS coordinator
    ON coordinator.subject_id = step.subject_id AND coordinator.until_on IS NULL
WHERE step.until_on IS NULL AND step.step > 0
"""

DUE: Final = f"""
{_SCOPE},
thing AS ({_THINGS})
SELECT thing.kind, thing.thing_id, thing.subject_id, COALESCE(citizen.name, family.name, ''), thing.what,
    thing.due_on, thing.rhythm, COALESCE(thing.other_name, employee.name, ''), thing.employee_id,
    COALESCE(department.name, ''), thing.times_carried
FROM thing
LEFT JOIN citizen ON citizen.subject_id = thing.subject_id
LEFT JOIN family ON family.subject_id = thing.subject_id
LEFT JOIN employee ON employee.id = thing.employee_id
LEFT JOIN department ON department.id = thing.department_id
WHERE :everybody OR thing.subject_id IN (SELECT subject_id FROM scope) OR thing.employee_id = :employee
"""  # noqa: S608
