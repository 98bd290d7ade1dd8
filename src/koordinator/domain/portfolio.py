"""The plans of everybody whom one person coordinates for."""

from koordinator.domain.errors import DomainError


class NoApprovedPlan(DomainError):
    """There is nothing to hand over: no version of the plan has been approved, or there is no plan."""
