"""The numbers that the municipality itself has put into the coordination model."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ModelPace:
    """As of `today`; all in calendar days but the working days and the families expected on trin 3."""

    municipality: str
    today: date
    first_meeting_days: int
    meeting_interval_days: int
    review_interval_days: int
    reassess_days: int
    hand_out_working_days: int
    take_over_days: int
    families_from: int
    families_to: int
