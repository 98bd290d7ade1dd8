"""The staircase (trappemodellen): the higher the complexity, the higher the step."""

from enum import IntEnum


class Step(IntEnum):
    """How closely the help is coordinated. 0 means that no coordination is needed."""

    NO_NEED = 0
    ALIGNMENT = 1
    MEETINGS = 2
    ONE_CASEWORK = 3

    @property
    def has_joint_plan(self) -> bool:
        """Trin 2 and 3 work from a joint plan and are counted in supervision."""
        return self >= Step.MEETINGS
