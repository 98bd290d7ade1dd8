"""What the list of citizens and families shows, from what was read."""

from dataclasses import dataclass

from koordinator.domain.citizen import SubjectKind
from koordinator.domain.folding import danish_order
from koordinator.domain.guide import Urgency
from koordinator.texts import citizens as texts
from koordinator.texts import guide
from koordinator.ui.tokens import STEP_TONES, Tone
from koordinator.usecases.citizen_list import CitizenLine, CitizenList

_PAGES = {SubjectKind.CITIZEN: "citizen", SubjectKind.FAMILY: "family"}


@dataclass(frozen=True, slots=True)
class CitizenRow:
    """A line of the list. `page` and `thing_id` are where it leads; the `*_order` are what it is sorted by."""

    page: str
    thing_id: int
    name: str
    detail: str
    standing: str
    tone: Tone
    coordinator: str
    next_heading: str
    next_sentence: str
    name_order: str
    standing_order: int
    coordinator_order: str
    next_order: Urgency


@dataclass(frozen=True, slots=True)
class CitizensView:
    """The list with a word on how much of it is shown."""

    rows: tuple[CitizenRow, ...]
    counted: str


def view_of(found: CitizenList) -> CitizensView:
    """What to show of the list."""
    return CitizensView(tuple(map(_row, found.lines)), texts.counted(len(found.lines), found.total))


def _row(line: CitizenLine) -> CitizenRow:
    is_family = line.kind is SubjectKind.FAMILY
    return CitizenRow(
        page=_PAGES[line.kind],
        thing_id=line.thing_id,
        name=line.name,
        detail=texts.family_detail(line.members) if is_family else texts.citizen_detail(line.cpr_masked),
        standing=texts.standing(line.step, assessed=line.assessed, ended=line.ended),
        tone=STEP_TONES[line.step or 0],
        coordinator=line.coordinator or texts.NO_COORDINATOR,
        next_heading=guide.heading(line.next_step, line.name),
        next_sentence=guide.sentence(line.next_step, line.name),
        name_order=danish_order(line.name),
        standing_order=-1 if line.step is None else int(line.step),
        coordinator_order=danish_order(line.coordinator),
        next_order=line.next_step.urgency,
    )
