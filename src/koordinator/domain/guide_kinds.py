"""What the guide can say: every kind of next step with where it belongs and is done, and every reason for one.

A new kind of step is a name and a line here, a rule in `guide_rules`, and its words in `texts.guide`;
tests name what is missing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from koordinator.domain.misfit import Sign


class Stage(StrEnum):
    """The stages of a course in the order in which they come, and come round again."""

    ASSESSMENT = "assessment"
    COORDINATOR = "coordinator"
    TAKE_OVER = "take_over"
    """On trin 3 only."""
    PREPARATION = "preparation"
    INVITATION = "invitation"
    MEETING = "meeting"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"


class GuidePage(StrEnum):
    """The pages that a next step is done on; the values are the pages' keys."""

    CITIZEN = "citizen"
    MEETING = "meeting"
    ASSESSMENT = "assessment"


class GuideTab(StrEnum):
    """The tabs of the citizen's (or family's) page that a next step is done on."""

    OVERVIEW = "overview"
    ASSESSMENT = "assessment"
    MEETINGS = "meetings"
    PLAN = "plan"
    CONSENT = "consent"


class GuideDeed(StrEnum):
    """What is done in one dialog on the citizen's (or family's) page: the button opens it at once."""

    CHOOSE_COORDINATOR = "choose_coordinator"
    HAND_OVER = "hand_over"
    CHOOSE_PRIMARY = "choose_primary"
    TAKE_OVER = "take_over"
    END_COURSE = "end_course"


class NextStepKind(StrEnum):
    """What there is to do; what hurts the citizen most when it is late comes first."""

    CLOSE_MEETING = "close_meeting"
    HOLD_MEETING = "hold_meeting"
    HAND_OUT_PLAN = "hand_out_plan"
    APPROVE_PLAN = "approve_plan"
    GET_ANSWER = "get_answer"
    RENEW_CONSENT = "renew_consent"
    INVITE = "invite"
    PREPARE = "prepare"
    FOLLOW_UP = "follow_up"
    HANDOVER = "handover"
    FINISH_HANDOVER = "finish_handover"
    CHOOSE_COORDINATOR = "choose_coordinator"
    TAKE_OVER = "take_over"
    CARRY_OUT_ASSESSMENT = "carry_out_assessment"
    TALK_ABOUT_MEETINGS = "talk_about_meetings"
    PLAN_FIRST_MEETING = "plan_first_meeting"
    REASSESS = "reassess"
    FINISH_ASSESSMENT = "finish_assessment"
    ASSESS = "assess"
    PLAN_NEXT_MEETING = "plan_next_meeting"
    REVIEW_PLAN = "review_plan"
    END_COURSE = "end_course"
    OFFER_PRIMARY = "offer_primary"
    REST = "rest"


class Place(NamedTuple):
    """The stage that a step belongs to, and where it is done.

    A tab of the citizen's page, with the dialog there if one is enough; another page where that is
    named, the meeting's own where there is a meeting.
    """

    stage: Stage
    tab: GuideTab = GuideTab.OVERVIEW
    deed: GuideDeed | None = None
    page: GuidePage = GuidePage.CITIZEN


PLACES: Final[dict[NextStepKind, Place]] = {
    NextStepKind.CLOSE_MEETING: Place(Stage.MEETING, GuideTab.MEETINGS, page=GuidePage.MEETING),
    NextStepKind.HOLD_MEETING: Place(Stage.MEETING, GuideTab.MEETINGS, page=GuidePage.MEETING),
    NextStepKind.HAND_OUT_PLAN: Place(Stage.PLAN, GuideTab.PLAN),
    NextStepKind.APPROVE_PLAN: Place(Stage.PLAN, GuideTab.PLAN),
    NextStepKind.GET_ANSWER: Place(Stage.FOLLOW_UP, GuideTab.PLAN),
    NextStepKind.RENEW_CONSENT: Place(Stage.PREPARATION, GuideTab.CONSENT),
    NextStepKind.INVITE: Place(Stage.INVITATION, GuideTab.MEETINGS, page=GuidePage.MEETING),
    NextStepKind.PREPARE: Place(Stage.PREPARATION, GuideTab.MEETINGS, page=GuidePage.MEETING),
    NextStepKind.FOLLOW_UP: Place(Stage.FOLLOW_UP, GuideTab.PLAN),
    NextStepKind.HANDOVER: Place(Stage.COORDINATOR, deed=GuideDeed.HAND_OVER),
    NextStepKind.FINISH_HANDOVER: Place(Stage.COORDINATOR),
    NextStepKind.CHOOSE_COORDINATOR: Place(Stage.COORDINATOR, deed=GuideDeed.CHOOSE_COORDINATOR),
    NextStepKind.TAKE_OVER: Place(Stage.TAKE_OVER, deed=GuideDeed.TAKE_OVER),
    NextStepKind.CARRY_OUT_ASSESSMENT: Place(Stage.ASSESSMENT, GuideTab.ASSESSMENT),
    NextStepKind.TALK_ABOUT_MEETINGS: Place(Stage.PREPARATION, GuideTab.MEETINGS),
    NextStepKind.PLAN_FIRST_MEETING: Place(Stage.PREPARATION, GuideTab.MEETINGS),
    NextStepKind.REASSESS: Place(Stage.ASSESSMENT, GuideTab.ASSESSMENT, page=GuidePage.ASSESSMENT),
    NextStepKind.FINISH_ASSESSMENT: Place(Stage.ASSESSMENT, GuideTab.ASSESSMENT, page=GuidePage.ASSESSMENT),
    NextStepKind.ASSESS: Place(Stage.ASSESSMENT, GuideTab.ASSESSMENT, page=GuidePage.ASSESSMENT),
    NextStepKind.PLAN_NEXT_MEETING: Place(Stage.PREPARATION, GuideTab.MEETINGS),
    NextStepKind.REVIEW_PLAN: Place(Stage.PLAN, GuideTab.PLAN),
    NextStepKind.END_COURSE: Place(Stage.FOLLOW_UP, deed=GuideDeed.END_COURSE),
    NextStepKind.OFFER_PRIMARY: Place(Stage.FOLLOW_UP, deed=GuideDeed.CHOOSE_PRIMARY),
    NextStepKind.REST: Place(Stage.FOLLOW_UP),
}


class WhyCode(StrEnum):
    """Why it is the next thing; with its values each makes one sentence."""

    NEVER_ASSESSED = "never_assessed"
    LEFT_FAMILY = "left_family"
    FAMILY_CAME_DOWN = "family_came_down"
    BEGUN = "begun"
    DECIDED = "decided"
    MISFIT = "misfit"
    NO_COORDINATOR = "no_coordinator"
    COORDINATOR_GONE = "coordinator_gone"
    NOT_HANDED_OVER = "not_handed_over"
    HANDOVER_UNDONE = "handover_undone"
    NOT_TAKEN_OVER = "not_taken_over"
    NO_MEETING_YET = "no_meeting_yet"
    NO_MEETING_AHEAD = "no_meeting_ahead"
    NO_MEETING_KNOWN = "no_meeting_known"
    CANCELLED = "cancelled"
    FIRST_TO_PREPARE = "first_to_prepare"
    NEXT_TO_PREPARE = "next_to_prepare"
    FIRST_PREPARED = "first_prepared"
    NEXT_PREPARED = "next_prepared"
    TODAY = "today"
    RUNNING = "running"
    DAY_PASSED = "day_passed"
    AHEAD = "ahead"
    HELD_SINCE = "held_since"
    NOT_HANDED_OUT = "not_handed_out"
    REVIEW_DUE = "review_due"
    PROMISES_OVERDUE = "promises_overdue"
    ANSWERS_OVERDUE = "answers_overdue"
    RUNS_OUT = "runs_out"
    RUN_OUT = "run_out"
    NO_NEED_ANY_MORE = "no_need_any_more"
    PRIMARY_NOT_OFFERED = "primary_not_offered"
    PRIMARY_MISSING = "primary_missing"
    ALL_WELL = "all_well"
    NO_NEED = "no_need"
    ENDED = "ended"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Why:
    """The reason with its values: a day, the days (or working days) to it or since it, a number of things, words.

    `signs` are those of a misfit, the heaviest first.
    """

    code: WhyCode
    on: date | None = None
    days: int = 0
    count: int = 0
    words: str = ""
    signs: tuple[Sign, ...] = ()
