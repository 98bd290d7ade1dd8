"""The town of the demo data: who lives and works there, and what their courses can be about."""

from dataclasses import dataclass
from enum import StrEnum

from koordinator.domain.assessment_model import OptionKey
from koordinator.domain.citizen import FamilyRole
from koordinator.domain.organisation import Role
from koordinator.domain.register import ContactKind


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
    MOVED_OUT = "moved_out"
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
    """A goal with the citizen's scores of it, the oldest first (0-10)."""

    title: str
    wording: str
    own: str
    practise: str
    subgoals: tuple[str, ...]
    scores: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ThemeAgreement:
    """`who` is "coordinator", "citizen" or the number of a helper; `days` from the meeting, or a `rhythm`."""

    what: str
    who: str
    days: int = 0
    rhythm: str = ""


@dataclass(frozen=True, slots=True)
class ThemePending:
    """What the meeting could not grant."""

    what: str
    department: str
    days: int


@dataclass(frozen=True, slots=True)
class ThemeCase:
    """A case in a department."""

    title: str
    department: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class ThemeEffort:
    """An effort and the number of the goal it serves, from 1; 0 for none."""

    name: str
    purpose: str
    department: str
    amount: str
    goal: int


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


@dataclass(frozen=True, slots=True)
class Town:
    """Everything that the demo data are made of."""

    municipality: str
    main_phone: str
    return_address: str
    cross_team: str
    words: TownWords
    employees: tuple[TownEmployee, ...]
    households: tuple[Household, ...]
    themes: tuple[Theme, ...]

    def theme(self, key: str) -> Theme:
        """The theme with the key."""
        return next(theme for theme in self.themes if theme.key == key)
