"""What the first page shows, made of what was read: words, tones and where each line leads. Without Qt."""

from datetime import date
from typing import Final, NamedTuple

from koordinator.domain.codes import SubjectKind
from koordinator.domain.guide_kinds import GuidePage
from koordinator.texts import guide
from koordinator.texts import overview as texts
from koordinator.texts.formats import clock, relative_days
from koordinator.texts.ui import joined, step_badge
from koordinator.ui.tokens import STEP_TONES, Tone
from koordinator.usecases.overview import OverviewPage, SubjectLine
from koordinator.usecases.ports_lists import GrantNotice, LeftOverLine, MeetingLine, PromiseLine, ReviewLine

MOST_STEPS: Final = 200
"""Nobody reads further, and the window stays awake with thousands of citizens."""
MOST_BESIDE: Final = 5
"""So many meetings, agreements and reviews stand beside the list; the rest are on their own pages."""


class Target(NamedTuple):
    """The key of a page, and what to show there."""

    page: str
    thing_id: object


class StepLine(NamedTuple):
    """A citizen or a family: who, why, and a button. `opens` is where the name leads, `acts` where the button does."""

    name: str
    badge: str
    tone: Tone
    why: str
    action: str
    opens: Target
    acts: Target

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return texts.spoken_step(self.name, self.badge, self.why, self.action)


class SmallLine(NamedTuple):
    """A line in a small list: its words, a muted detail, and either a lead at the left or a chip at the right."""

    words: str
    detail: str
    opens: Target
    lead: tuple[str, str] = ("", "")
    chip: str = ""
    tone: Tone = Tone.NEUTRAL

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return ", ".join(part for part in (*self.lead, self.words, self.detail, self.chip) if part)


class OverviewView(NamedTuple):
    """Everything on the page.

    `waiting` are the lines behind `steps`. `kept` is the number and its total, empty when nothing fell due.
    `more` says how many steps are left out, `resting` for how many nothing waits; both may be empty.
    """

    greeting: str
    day: str
    is_empty: bool
    steps: tuple[StepLine, ...]
    waiting: tuple[SubjectLine, ...]
    today: date
    more: str
    resting: str
    meetings: tuple[SmallLine, ...]
    promises: tuple[SmallLine, ...]
    reviews: tuple[SmallLine, ...]
    left_over: tuple[SmallLine, ...]
    grant_notices: tuple[SmallLine, ...]
    kept: str
    kept_words: str


def view_of(page: OverviewPage, name: str, hour: int, *, everybody: bool, may_work: bool = True) -> OverviewView:
    """The page for the employee of that name at that hour of the Danish day.

    Who may not do the next things is led to where they are seen.
    """
    waiting = page.waiting
    resting = len(page.lines) - len(waiting)
    due = page.promises.due
    return OverviewView(
        greeting=texts.greeting(hour, name),
        day=texts.day_line(page.today, page.things_waiting, everybody=everybody),
        is_empty=not page.lines,
        steps=tuple(_step_line(each, may_work=may_work) for each in waiting[:MOST_STEPS]),
        waiting=waiting,
        today=page.today,
        more=texts.more_steps(len(waiting) - MOST_STEPS) if len(waiting) > MOST_STEPS else "",
        resting=texts.resting(resting) if resting else "",
        meetings=tuple(_meeting_line(each, page.today) for each in page.meetings[:MOST_BESIDE]),
        promises=tuple(_promise_line(each, page.today) for each in page.urgent_promises[:MOST_BESIDE]),
        reviews=tuple(_review_line(each) for each in page.reviews[:MOST_BESIDE]),
        left_over=tuple(_left_over_line(each, page.today) for each in page.left_over[:MOST_BESIDE]),
        grant_notices=tuple(map(_notice_line, page.grant_notices)),
        kept=texts.kept(page.promises.kept, due) if due else "",
        kept_words=texts.KEPT_WORDS if due else texts.NONE_DUE,
    )


def why_here(view: OverviewView, row: int) -> str:
    """Why the line in that row stands there; said on demand only."""
    line = view.waiting[row]
    return texts.why_here(line.next_step, line.name, row + 1, view.today)


def _step_line(line: SubjectLine, *, may_work: bool) -> StepLine:
    step, number = line.next_step, None if line.step is None else int(line.step)
    of_family = line.kind is SubjectKind.FAMILY
    return StepLine(
        name=texts.family_name(line.name, line.members) if of_family else line.name,
        badge=step_badge(number),
        tone=STEP_TONES[number or 0],
        why=guide.sentence(step, line.name),
        action=guide.button(step) if may_work else texts.OPEN,
        opens=Target(line.kind.value, line.key),
        acts=_acts(line) if may_work else Target(line.kind.value, line.key),
    )


def _acts(line: SubjectLine) -> Target:
    """Where the next thing is done: for a member it is the family's."""
    button, (kind, key) = line.next_step.button, line.done_by
    if button.page is GuidePage.MEETING:
        return Target(button.page.value, button.meeting_id)
    if button.page is GuidePage.ASSESSMENT:
        return Target(button.page.value, line.next_step.subject_id)
    where = button.deed or button.tab
    return Target(kind.value, (key, where.value) if where is not None else key)


def _meeting_line(line: MeetingLine, today: date) -> SmallLine:
    of_family = line.subject_kind is SubjectKind.FAMILY
    details = (
        texts.place(line.place_kind, line.place, of_family=of_family),
        texts.participants(line.participants) if line.participants else "",
        texts.INTERPRETER if line.needs_interpreter else "",
    )
    lead = (texts.meeting_day(line.starts_on, today), clock(line.starts_clock))
    return SmallLine(line.subject_name, joined(details), Target(GuidePage.MEETING.value, line.id), lead=lead)


def _promise_line(line: PromiseLine, today: date) -> SmallLine:
    return SmallLine(
        words=texts.unbroken(line.what),
        detail=joined((line.who, line.subject_name)),
        opens=Target(line.subject_kind.value, (line.subject_key, "plan")),
        chip=relative_days(line.due_on, today),
        tone=Tone.OVERDUE if line.due_on < today else Tone.SOON,
    )


def _notice_line(line: GrantNotice) -> SmallLine:
    """It leads to nowhere: the whole of it is told where it stands."""
    heading = texts.notice_heading(line.who, line.subject_name, line.kind)
    return SmallLine(heading, line.reason or texts.KNOWN_ALREADY, Target("", line))


def _review_line(line: ReviewLine) -> SmallLine:
    opens = Target(line.subject_kind.value, (line.subject_key, "plan"))
    return SmallLine(line.subject_name, texts.review(line.review_on), opens)


def _left_over_line(line: LeftOverLine, today: date) -> SmallLine:
    """It leads to where it was written: there it stands as it was left."""
    places = {
        "assessment": Target(GuidePage.ASSESSMENT.value, line.subject_id),
        "meeting": Target(GuidePage.MEETING.value, line.thing_id),
        "joint_plan": Target(line.subject_kind.value, (line.subject_key, "plan")),
        "member_part": Target(line.subject_kind.value, (line.subject_key, "plan")),
    }
    return SmallLine(line.subject_name, texts.left_over(line.kind, line.saved_on, today), places[line.kind])
