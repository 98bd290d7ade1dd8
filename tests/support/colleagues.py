"""A colleague changed as Indstillinger does it."""

from dataclasses import replace
from typing import Any

from koordinator.domain.access import Actor
from koordinator.domain.ids import EmployeeId
from koordinator.usecases.organisation import Organisation


def change_colleague(organisation: Organisation, actor: Actor, employee_id: EmployeeId, **changed: Any) -> None:  # noqa: ANN401 - what `replace` takes
    """The colleague is saved with these fields changed."""
    colleague = next(row for row in organisation.view(actor).colleagues if row.employee.id == employee_id)
    organisation.save_colleague(actor, replace(colleague, **changed))
