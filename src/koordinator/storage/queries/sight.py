"""Whom an employee may see: asked before something is stored or shown, and to leave the others out of a list."""

import json
from collections.abc import Collection
from datetime import UTC, date, datetime

from koordinator.domain.access import Relation
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.storage.queries import sight_sql as sql
from koordinator.storage.queries.guide_facts import Select


class SightQueries:
    """The relations as of a moment."""

    def __init__(self, select: Select, today: date, now: datetime) -> None:
        self._select = select
        self._when = {"today": today.isoformat(), "now": now.astimezone(UTC).isoformat(timespec="microseconds")}

    def seen(self, employee_id: EmployeeId, relations: Collection[Relation]) -> frozenset[SubjectId]:
        """Every subject to which the employee has one of the relations."""
        return frozenset().union(*(self._related(each, employee_id, None) for each in sql.RELATED if each in relations))

    def lacks(self, employee_id: EmployeeId, relations: Collection[Relation], of: Collection[int]) -> bool:
        """One of the subjects was there already, and the employee has none of the relations to it."""
        left = {row[0] for row in self._select(sql.KNOWN, {"scope": json.dumps(sorted(of))})}
        for relation in sql.RELATED:
            if left and relation in relations:
                left -= self._related(relation, employee_id, json.dumps(sorted(left)))
        return bool(left)

    def is_gone(self, of: Collection[int]) -> bool:
        """One of the subjects is nobody's any more."""
        return bool(self._select(sql.BARE, {"scope": json.dumps(sorted(of))}))

    def _related(self, relation: Relation, employee_id: EmployeeId, scope: str | None) -> set[SubjectId]:
        values = self._when | {"employee": employee_id, "scope": scope}
        return {SubjectId(row[0]) for row in self._select(sql.RELATED[relation], values)}
