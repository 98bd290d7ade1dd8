"""The town of the demo data: who lives and works there, and what their courses can be about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from koordinator.domain import contact_note
from koordinator.domain.assessment_model import OptionKey
from koordinator.domain.citizen import FamilyRole
from koordinator.domain.cpr import CprNumber, birth_date_of
from koordinator.domain.organisation import Role
from koordinator.domain.register import ContactKind, PlanRelation


class Story(StrEnum):
    """Where a citizen's or a family's course stands today, and how it came there."""

    NONE = ""
    ASSESS = "assess"
    BEGUN = "begun"
    STEP1 = "step1"
    GROWN = "grown"
    CHOOSE_COORDINATOR = "choose_coordinator"
    PLAN_FIRST = "plan_first"
    PREPARE_NEXT = "prepare_next"
    INVITE_NEXT = "invite_next"
    INVITED = "invited"
    MEETS_TODAY = "meets_today"
    CLOSE_MEETING = "close_meeting"
    APPROVE_NEXT = "approve_next"
    NOT_HANDED_OUT = "not_handed_out"
    RUNNING = "running"
    OVERDUE = "overdue"
    CANCELLED_TWICE = "cancelled_twice"
    CONSENT_RUNS_OUT = "consent_runs_out"
    LOOKED_AT = "looked_at"
    NO_MEETING_AHEAD = "no_meeting_ahead"
    REVIEW_DUE = "review_due"
    HANDED_OVER = "handed_over"
    LENT = "lent"
    MOVED_OUT = "moved_out"
    UP_AND_DOWN = "up_and_down"
    NO_NEED_ANY_MORE = "no_need_any_more"
    STEPPED_DOWN = "stepped_down"
    ENDED = "ended"
    FAMILY_NEW = "family_new"
    FAMILY_RUNNING = "family_running"


@dataclass(frozen=True, slots=True)
class TownEmployee:
    """A colleague of the town; the first one owns the database."""

    name: str
    title: str
    department: str
    team: str
    authority: bool
    role: Role
    email: str
    phone: str
    phone_hours: str


@dataclass(frozen=True, slots=True)
class TownMember:
    """Somebody who lives in a household. `cpr` is ten digits that cannot be anybody's."""

    name: str
    cpr: str
    role: FamilyRole
    story: Story

    def age_on(self, day: date) -> int:
        """Years lived on the day."""
        born_on = birth_date_of(CprNumber(self.cpr))
        return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


@dataclass(frozen=True, slots=True)
class Household:
    """Some people with one address. `coordinator` counts the employees from 0."""

    surname: str
    language: str
    address: str
    postal_code: str
    city: str
    phone: str
    theme: str
    coordinator: int
    family_story: Story
    interpreter: bool
    protected: bool
    exempt: bool
    members: tuple[TownMember, ...]


@dataclass(frozen=True, slots=True)
class ThemeGoal:
    """A goal with the citizen's scores of it, the oldest first (1-10)."""

    title: str
    wording: str
    own: str
    practise: str
    subgoals: tuple[str, ...]
    scores: tuple[int, ...]
    about: str = ""
    """The key of its theme in the program; the same for what follows."""


@dataclass(frozen=True, slots=True)
class ThemeAgreement:
    """`who` is "coordinator", "citizen" or the number of a helper; `days` from the meeting, or a `rhythm`."""

    what: str
    who: str
    days: int = 0
    rhythm: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class ThemePending:
    """What the meeting could not grant."""

    what: str
    department: str
    days: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class ThemeCase:
    """A case in a department, for who is old enough and not too old for it."""

    title: str
    department: str
    basis: str = ""
    from_age: int = 0
    under_age: int = 200


@dataclass(frozen=True, slots=True)
class ThemeEffort:
    """An effort and the number of the goal it serves, from 1; 0 for none.

    `from_day` and `until_day` are counted from today; it began with the town, and goes on, where they are 0.
    """

    name: str
    purpose: str
    department: str
    amount: str
    goal: int
    from_day: int = 0
    until_day: int = 0
    about: str = ""


@dataclass(frozen=True, slots=True)
class ThemePlan:
    """One of the citizen's plans elsewhere; `follow_up_in` is counted from today."""

    title: str
    owner: str
    goal: str
    relation: PlanRelation
    follow_up_in: int = 0


@dataclass(frozen=True, slots=True)
class ThemeContact:
    """Somebody in the network."""

    name: str
    kind: ContactKind
    role: str
    organisation: str
    helps: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What a course is about, in the words of the people in it."""

    key: str
    own_words: str
    wish: str
    must_not_be_lost: str
    strengths: str
    challenges: str
    disagreements: str
    complexity: OptionKey
    self_coordination: OptionKey
    connection: OptionKey
    stability: OptionKey
    goals: tuple[ThemeGoal, ...]
    agreements: tuple[ThemeAgreement, ...]
    pending: ThemePending
    cases: tuple[ThemeCase, ...]
    efforts: tuple[ThemeEffort, ...]
    contacts: tuple[ThemeContact, ...]
    said: tuple[str, ...]
    plans: tuple[ThemePlan, ...] = ()
    own_contribution: str = ""
    relatives: str = ""
    plan_type: str = ""
    views: tuple["ThemeView", ...] = ()
    life: tuple["ThemeLife", ...] = ()
    children: tuple["ThemeChild", ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeView:
    """How somebody sees it; `who` is as in an agreement."""

    who: str
    about: str
    says: str


@dataclass(frozen=True, slots=True)
class ThemeLife:
    """The citizen's scores of a theme (an emne by its key), the oldest first, and a helper's at first; 0 for none."""

    theme: str
    scores: tuple[int, ...]
    helper: int = 0


@dataclass(frozen=True, slots=True)
class ThemeChild:
    """What a child of the family says, can, finds hard and does, and the child's own goal with its score."""

    own_words: str
    strengths: str
    challenges: str
    own: str
    goal: str
    score: int


@dataclass(frozen=True, slots=True)
class TownNote:
    """A contact about somebody on trin 1 of that age; {name} is filled in."""

    kind: contact_note.ContactKind
    who: str
    what: str
    from_age: int = 0
    under_age: int = 200


OfAnAge = TypeVar("OfAnAge", ThemeCase, TownNote)


def fitting(things: Iterable[OfAnAge], age: int) -> tuple[OfAnAge, ...]:
    """Those for somebody of the age."""
    return tuple(thing for thing in things if thing.from_age <= age < thing.under_age)


@dataclass(frozen=True, slots=True)
class TownWords:
    """What the stories say in Danish; names in braces are filled in."""

    deviation: str
    consent_purpose: str
    consent_shared_with: str
    consent_text: str
    consent_not_covered: str
    place_at_home: str
    place_town_hall: str
    wants_present: str
    must_not_be_discussed: str
    place_wish: str
    cannot_come: str
    sends_instead: str
    summary: str
    most_important: str
    dropped: str
    granted: str
    takeover_waits: str
    cancelled_first: str
    cancelled_again: str
    looked_at: str
    stepped_down: str
    no_need: str
    last_word: str
    call_afterwards: str
    family_name: str
    own_model: str
    must_be_kept: str
    own_period: str
    hands_over: str


@dataclass(frozen=True, slots=True)
class TownHoliday:
    """The schools are closed in these weeks, from the Saturday before to the Sunday after."""

    name: str
    week: int
    weeks: int


@dataclass(frozen=True, slots=True)
class Town:
    """Everything that the demo data are made of."""

    municipality: str
    main_phone: str
    return_address: str
    letterhead_department: str
    letterhead_address: str
    letterhead_web: str
    envelope: str
    logo: Path
    cross_team: str
    words: TownWords
    employees: tuple[TownEmployee, ...]
    households: tuple[Household, ...]
    themes: tuple[Theme, ...]
    cases_of_others: tuple[ThemeCase, ...]
    """What a household's further members can have a case about, by their age."""
    notes_on_step1: tuple[TownNote, ...]
    school_holidays: tuple[TownHoliday, ...]

    def theme(self, key: str) -> Theme:
        """The theme with the key."""
        return next(theme for theme in self.themes if theme.key == key)
