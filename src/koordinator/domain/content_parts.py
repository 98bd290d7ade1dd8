"""The parts that the contents of several papers are made of: everything a paper needs, and nothing it may not show.

Contents are frozen and stand on their own: names, not keys, so that an old paper reads as it did.
Only a `uid` refers back. There is no CPR number in them, and no address where it is protected.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import NamedTuple, NewType

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.meeting import PlaceKind
from koordinator.domain.register import ContactKind

Uid = NewType("Uid", str)
"""A thing's random id, the only one that leaves the database."""


@dataclass(frozen=True, slots=True)
class Sender:
    """The municipality as it stands on the paper. Each may be empty as long as it is not set up."""

    municipality: str
    main_phone: str
    return_address: str


@dataclass(frozen=True, slots=True)
class SubjectContent:
    """Whom the paper is about. `name` is the citizen's or the family's, `members` the citizens it covers."""

    uid: Uid
    name: str
    is_family: bool
    members: tuple["MemberContent", ...]

    def member(self, uid: str) -> "MemberContent | None":
        """The member with the uid, or None."""
        return next((member for member in self.members if member.uid == uid), None)


@dataclass(frozen=True, slots=True)
class MemberContent:
    """A citizen that the paper is about: the one, or one of the family."""

    uid: Uid
    name: str
    is_child: bool = False


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Hvem hjælper dig med hvad: one person, what they help with, and how to reach them.

    `for_uids` are the members of the subject whom the person helps; all when it is empty.
    """

    name: str
    kind: ContactKind = ContactKind.PROFESSIONAL
    role: str = ""
    organisation: str = ""
    helps_with: str = ""
    phone: str = ""
    phone_hours: str = ""
    email: str = ""
    is_coordinator: bool = False
    is_primary_caseworker: bool = False
    for_uids: tuple[Uid, ...] = ()


@dataclass(frozen=True, slots=True)
class AppointmentContent:
    """When and where a meeting is. `place` is empty where naming it would give a protected address away."""

    uid: Uid
    starts_on: date
    starts_clock: time
    duration_minutes: int
    place_kind: PlaceKind
    place: str = ""


@dataclass(frozen=True, slots=True)
class ThemeContent:
    """What something is about: the theme's key, by which consent leaves it out for somebody, and its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class AgreementContent:
    """What, who, by when. `who` is empty while nobody is named; `who_uid` is set when it is a citizen.

    `member_uid` is the family member in whose part it stands; None in the common part.
    """

    uid: Uid
    what: str
    made_on: date
    who: str = ""
    who_uid: Uid | None = None
    organisation: str = ""
    due_on: date | None = None
    rhythm: str = ""
    goal_uid: Uid | None = None
    status: AgreementStatus = AgreementStatus.OPEN
    settled_on: date | None = None
    not_done_reason: str = ""
    times_carried: int = 0
    member_uid: Uid | None = None
    theme: ThemeContent | None = None


@dataclass(frozen=True, slots=True)
class PendingContent:
    """Skal afgøres: not decided yet, who answers and when - and the outcome once it is there."""

    uid: Uid
    what: str
    department: str = ""
    employee: str = ""
    answer_by_on: date | None = None
    outcome: str = ""
    outcome_on: date | None = None
    member_uid: Uid | None = None
    theme: ThemeContent | None = None


@dataclass(frozen=True, slots=True)
class SubgoalContent:
    """A step on the way to a goal."""

    title: str
    reached_on: date | None = None


@dataclass(frozen=True, slots=True)
class ScoreContent:
    """A score of a goal on a day, 1-10 where 10 is best.

    `who` is empty for the citizen's own, or the family's together; `who_uid` is set when it is a member's.
    """

    scored_on: date
    score: int
    who: str = ""
    who_uid: Uid | None = None

    @property
    def is_own(self) -> bool:
        """The citizen's or a family member's own; a professional's stands apart."""
        return not self.who or self.who_uid is not None


class LatestScore(NamedTuple):
    """What somebody gave last, and what they gave before it."""

    latest: ScoreContent
    before: ScoreContent | None


def latest_of_each(scores: Iterable[ScoreContent]) -> tuple[LatestScore, ...]:
    """The latest score of each person, in the order in which they first scored. `scores` stand in time."""
    latest: dict[tuple[str, Uid | None], LatestScore] = {}
    for score in scores:
        earlier = latest.get((score.who, score.who_uid))
        latest[score.who, score.who_uid] = LatestScore(score, earlier.latest if earlier else None)
    return tuple(latest.values())


@dataclass(frozen=True, slots=True)
class GoalContent:
    """A goal. `member_uid` is set for a family member's own goal; the others are common.

    `scores` stand in the order they were given, whoever gave them.
    """

    uid: Uid
    title: str
    citizens_wording: str = ""
    own_part: str = ""
    practising: str = ""
    status: GoalStatus = GoalStatus.ACTIVE
    member_uid: Uid | None = None
    subgoals: tuple[SubgoalContent, ...] = ()
    scores: tuple[ScoreContent, ...] = ()
    theme: ThemeContent | None = None

    @property
    def own_scores(self) -> tuple[ScoreContent, ...]:
        """The citizen's own, or the family's together: the line that is drawn."""
        return tuple(score for score in self.scores if score.is_own and score.who_uid in (None, self.member_uid))

    def for_member(self, uid: str) -> "GoalContent":
        """The goal without the scores that other family members gave it."""
        return replace(self, scores=tuple(score for score in self.scores if score.who_uid in (None, uid)))

    @property
    def others_scores(self) -> tuple[ScoreContent, ...]:
        """Those of everybody else, each under their name."""
        return tuple(score for score in self.scores if score not in self.own_scores)
