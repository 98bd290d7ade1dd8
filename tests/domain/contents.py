"""A plan and minutes as they stand on paper."""

from datetime import date, time

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import (
    AgreementContent,
    AppointmentContent,
    ContactCard,
    GoalContent,
    MemberContent,
    PendingContent,
    ScoreContent,
    Sender,
    SubgoalContent,
    SubjectContent,
    Uid,
)
from koordinator.domain.ids import EmployeeId, JointPlanId, MeetingId, MinutesVersionId, PlanVersionId, SubjectId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import MeetingKind, MinutesVersion, PlaceKind
from koordinator.domain.minutes_content import MINUTES_SCHEMA, MinutesContent
from koordinator.domain.plan_content import ConsentContent, EffortContent, OtherPlanContent, PlanContent
from koordinator.domain.snapshot import canonical_json, sha256_of
from koordinator.domain.steps import Step
from tests.domain.meetings import MOMENT

SENDER = Sender("Lilleby Kommune", "99 12 30 00", "Torvet 1")
LONE = MemberContent(Uid("lone"), "Lone Bæk")
ANNA = MemberContent(Uid("anna"), "Anna Bæk", is_child=True)
SUBJECT = SubjectContent(Uid("lone"), "Lone Bæk", is_family=False, members=(LONE,))
FAMILY = SubjectContent(Uid("family"), "Familien Bæk", is_family=True, members=(LONE, ANNA))
NEXT = AppointmentContent(Uid("next"), date(2027, 1, 12), time(13), 75, PlaceKind.HOME)
METTE_CARD = ContactCard("Mette Holm", organisation="Familie", phone="99 12 34 56", is_coordinator=True)
KIM_CARD = ContactCard("Kim Møller", organisation="Familie", helps_with="Skole")
MORNINGS = GoalContent(
    Uid("goal"),
    "Rolige morgener",
    subgoals=(SubgoalContent("Op kl. 7"),),
    scores=(ScoreContent(date(2026, 5, 1), 3),),
)
CALLS_SCHOOL = AgreementContent(
    Uid("agreement"), "Taler med skolen", date(2026, 11, 21), "Kim Møller", due_on=date(2026, 11, 27)
)
SUPPORT = PendingContent(Uid("decision"), "Støtte", "Handicap", "Ida Mikkelsen", date(2026, 12, 8))
PLAN = PlanContent(
    uid=Uid("plan"),
    sender=SENDER,
    subject=SUBJECT,
    number=1,
    approved_on=date(2026, 11, 21),
    step=Step.MEETINGS,
    own_words="Jeg vil bare have én at ringe til.",
    goals=(MORNINGS,),
    efforts=(EffortContent("Bostøtte", amount="2 timer om ugen", goal_uids=(Uid("goal"),)),),
    agreements=(CALLS_SCHOOL,),
    pending=(SUPPORT,),
    contacts=(METTE_CARD, KIM_CARD),
    other_plans=(OtherPlanContent("Min Plan", "Jobcentret"),),
    consents=(ConsentContent("Samarbejde", "Familie og Handicap"),),
    next_meeting=NEXT,
    review_on=date(2027, 5, 20),
)
MINUTES = MinutesContent(
    uid=Uid("meeting"),
    sender=SENDER,
    subject=SUBJECT,
    number=1,
    kind=MeetingKind.COORDINATION,
    appointment=NEXT,
    agreements=(CALLS_SCHOOL,),
    summary="Kort sagt: Kim taler med skolen.",
)
DONE = AgreementStatus.DONE


def a_plan_version(number: int = 1) -> PlanVersion:
    """A version that has its content still to come."""
    return PlanVersion(
        id=PlanVersionId(number),
        plan_id=JointPlanId(1),
        subject_id=SubjectId(1),
        number=number,
        content="",
        schema_number=0,
        sha256="",
        has_common_goal=False,
        approved_at=MOMENT,
        approved_by_id=EmployeeId(1),
        from_on=date(2026, 11, 21),
    )


def a_minutes_version(content: MinutesContent) -> MinutesVersion:
    """Closed minutes with this content."""
    text = canonical_json(content)
    return MinutesVersion(
        id=MinutesVersionId(1),
        meeting_id=MeetingId(1),
        subject_id=SubjectId(1),
        number=1,
        content=text,
        schema_number=MINUTES_SCHEMA,
        sha256=sha256_of(text),
        made_at=MOMENT,
        made_by_id=EmployeeId(1),
    )
