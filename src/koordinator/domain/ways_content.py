"""What the sheet says that explains to a citizen how we work together: in general, or as it is for one today."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.content_parts import ContactCard, Sender, SubjectContent
from koordinator.domain.steps import Step


@dataclass(frozen=True, slots=True)
class WayToday:
    """Which way holds for the citizen or the family, and whom they call: the coordinator, else the primary one."""

    subject: SubjectContent
    step: Step
    to_call: ContactCard | None = None


@dataclass(frozen=True, slots=True)
class WaysSheet:
    """Sådan arbejder vi sammen. `today` is None on the sheet that is about nobody."""

    sender: Sender
    made_on: date
    today: WayToday | None = None
