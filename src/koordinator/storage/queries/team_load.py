"""What those who work on trin 3 carry today, in one statement: a row an employee, the ids as JSON lists."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from koordinator.domain.ids import EmployeeId
from koordinator.domain.team_load import MemberLoad
from koordinator.storage.queries.guide_facts import Select

_TEAM_LOAD: Final = """
WITH held AS MATERIALIZED (
    SELECT coordinator.employee_id, coordinator.subject_id,
        EXISTS (SELECT 1 FROM family WHERE family.subject_id = coordinator.subject_id) AS is_family
    FROM step_period AS step
    JOIN coordinator_period AS coordinator ON coordinator.subject_id = step.subject_id
        AND coordinator.from_on <= :today AND (coordinator.until_on IS NULL OR coordinator.until_on > :today)
    WHERE step.step = 3 AND step.from_on <= :today AND (step.until_on IS NULL OR step.until_on > :today)
),
place AS MATERIALIZED (
    SELECT membership.employee_id, membership.share_percent, team.kind, team.name
    FROM team_membership AS membership
    JOIN team ON team.id = membership.team_id
    WHERE membership.from_on <= :today AND (membership.until_on IS NULL OR membership.until_on > :today)
),
share AS (SELECT employee_id, sum(share_percent) AS percent FROM place WHERE kind = 'cross' GROUP BY employee_id)
SELECT employee.id, employee.name, COALESCE(share.percent, 0),
    (SELECT json_group_array(name) FROM place WHERE place.employee_id = employee.id AND kind = 'home'),
    (SELECT json_group_array(subject_id) FROM held WHERE held.employee_id = employee.id AND is_family),
    (SELECT json_group_array(subject_id) FROM held WHERE held.employee_id = employee.id AND NOT is_family),
    (
        SELECT json_group_array(takeover.id)
        FROM held
        JOIN takeover ON takeover.subject_id = held.subject_id AND takeover.until_on IS NULL
        WHERE held.employee_id = employee.id
    )
FROM employee
LEFT JOIN share ON share.employee_id = employee.id
WHERE employee.id IN (SELECT employee_id FROM share UNION SELECT employee_id FROM held)
"""


def members_on(select: Select, today: date) -> tuple[MemberLoad, ...]:
    """Those in the cross-organisational team, and those who coordinate on trin 3 without being in it."""
    return tuple(map(_member, select(_TEAM_LOAD, {"today": today.isoformat()})))


def _member(row: Sequence[Any]) -> MemberLoad:
    employee_id, name, share_percent, *lists = row
    teams, families, citizens, takeovers = (tuple(sorted(json.loads(each))) for each in lists)
    return MemberLoad(EmployeeId(employee_id), name, share_percent, teams, families, citizens, takeovers)
