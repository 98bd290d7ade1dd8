"""What every page works with: the use cases, who acts, and the workers that keep the window free."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from koordinator.domain.access import Actor
from koordinator.ui.tasks import Tasks

if TYPE_CHECKING:
    from koordinator.usecases.services import Services


@dataclass(frozen=True, slots=True)
class Desk:
    """An open database with the employee who sits at it."""

    services: "Services"
    actor: Actor
    tasks: Tasks
