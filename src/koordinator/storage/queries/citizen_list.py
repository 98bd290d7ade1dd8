"""The list of citizens and families, chosen by the database: only what is shown is read further."""

import json
from collections.abc import Collection
from datetime import date
from typing import Final

from koordinator.domain.citizen_list import CitizenFilter, StepFilter
from koordinator.domain.ids import SubjectId
from koordinator.storage.queries.search import Select
from koordinator.usecases.ports_search import Listed, ListedSubject

# A member of a family on trin 3 stands on the family's step, with its coordinator (see `domain.guide.next_step`).
_LISTED: Final = """
WITH joint(citizen_id, subject_id) AS (
    SELECT member.citizen_id, family.subject_id
    FROM family
    JOIN step_period AS step ON step.subject_id = family.subject_id AND step.step = 3
        AND step.from_on <= :today AND (step.until_on IS NULL OR step.until_on > :today)
    JOIN family_membership AS member ON member.family_id = family.id
        AND member.from_on <= :today AND (member.until_on IS NULL OR member.until_on > :today)
)
SELECT subject.id, COALESCE(citizen.id, family.id), COALESCE(citizen.cpr, ''), COALESCE(employee.name, ''),
    count(*) OVER ()
FROM subject
LEFT JOIN citizen ON citizen.subject_id = subject.id
LEFT JOIN family ON family.subject_id = subject.id
LEFT JOIN joint ON joint.citizen_id = citizen.id
LEFT JOIN step_period AS step ON step.subject_id = COALESCE(joint.subject_id, subject.id)
    AND step.from_on <= :today AND (step.until_on IS NULL OR step.until_on > :today)
LEFT JOIN coordinator_period AS coordinator ON coordinator.subject_id = COALESCE(joint.subject_id, subject.id)
    AND coordinator.from_on <= :today AND (coordinator.until_on IS NULL OR coordinator.until_on > :today)
LEFT JOIN employee ON employee.id = coordinator.employee_id
WHERE COALESCE(citizen.id, family.id) IS NOT NULL
AND (:scope IS NULL OR subject.id IN (SELECT value FROM json_each(:scope)))
AND (:families OR subject.kind = 'citizen')
AND (:step IS NULL OR step.step = :step)
AND (
    NOT :unassessed OR (
        step.step IS NULL
        AND NOT EXISTS (SELECT 1 FROM course WHERE course.subject_id = subject.id)
        AND NOT EXISTS (
            SELECT 1 FROM assessment WHERE assessment.subject_id = subject.id AND assessment.locked_at IS NOT NULL
        )
    )
)
ORDER BY COALESCE(citizen.name, family.name), subject.id LIMIT :most
"""
_NO_LIMIT: Final = -1


class CitizenListQueries:
    """The list as of a day."""

    def __init__(self, select: Select, today: date) -> None:
        self._select = select
        self._today = today

    def listed(self, chosen: CitizenFilter, scope: Collection[SubjectId] | None, most: int | None) -> Listed:
        """Those of the scope that pass the filter, at most so many, and how many there are in all."""
        step = chosen.step.step
        rows = self._select(
            _LISTED,
            {
                "today": self._today.isoformat(),
                "scope": None if scope is None else json.dumps(sorted(scope)),
                "families": chosen.families,
                "step": None if step is None else int(step),
                "unassessed": chosen.step is StepFilter.UNASSESSED,
                "most": _NO_LIMIT if most is None else most,
            },
        )
        found = list(rows)
        subjects = tuple(ListedSubject(*row[:4]) for row in found)
        return Listed(subjects, found[0][4] if found else 0)
