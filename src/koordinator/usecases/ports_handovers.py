"""What handovers ask of the world: the municipality's checklist."""

from typing import Protocol


class HandoverChecklists(Protocol):
    """The checklist that a handover begins with."""

    def standard(self) -> tuple[str, ...]:
        """The lines, in their order. Raises UnusableTemplate."""
