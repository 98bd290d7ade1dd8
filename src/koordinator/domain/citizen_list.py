"""The list of citizens and families: which of them are shown."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from koordinator.domain.steps import Step


class StepFilter(StrEnum):
    """By where they stand on the staircase."""

    ANY = "any"
    UNASSESSED = "unassessed"
    STEP_1 = "step_1"
    STEP_2 = "step_2"
    STEP_3 = "step_3"

    @property
    def step(self) -> Step | None:
        """The step that is asked for, or None where no single one is."""
        return _STEPS.get(self)


_STEPS: Final = {
    StepFilter.STEP_1: Step.ALIGNMENT,
    StepFilter.STEP_2: Step.MEETINGS,
    StepFilter.STEP_3: Step.ONE_CASEWORK,
}


@dataclass(frozen=True, slots=True)
class CitizenFilter:
    """What is asked for. `mine` are those whose next step is mine (see `usecases.ports_lists.GuideLists`).

    `text` finds citizens as the search does: part of the name, CPR number or case number; empty finds all.
    """

    mine: bool = False
    step: StepFilter = StepFilter.ANY
    text: str = ""
    families: bool = True
