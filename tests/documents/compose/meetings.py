"""Made-up contents of the papers round a meeting, and of the sheets. Nobody in them exists."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from koordinator.domain.assessment import Answer, Assessment
from koordinator.domain.assessment_snapshot import locked
from koordinator.domain.content_parts import AppointmentContent, GoalContent, Uid
from koordinator.domain.ids import EmployeeId
from koordinator.domain.invitation_content import (
    Addressee,
    AgendaLine,
    CalendarContent,
    CalendarMethod,
    CalendarPerson,
    InputCardContent,
    InvitationContent,
    InvitedContent,
    MovedFrom,
    PreparationContent,
)
from koordinator.domain.meeting import AgendaKind, Attendance, InvitationAnswer, MeetingKind, NoteKind, PlaceKind
from koordinator.domain.minutes_content import (
    AgendaContent,
    AttendeeContent,
    EvaluationContent,
    MinutesContent,
    NoteContent,
)
from koordinator.domain.reduced import neutral_invitation
from koordinator.domain.register import ContactKind
from koordinator.domain.sheet_content import AssessmentNote, RecoverySheet
from koordinator.domain.steps import Step
from tests.documents.compose.contents import (
    AGREEMENTS,
    FAMILY,
    FAMILY_PLAN,
    LONE,
    MEETING,
    METTE,
    ONE_TO_CALL,
    PENDING,
    SENDER,
    SUBJECT,
    stuffed,
)
from tests.domain.assessments import LONE as ANSWERS
from tests.domain.assessments import answers, assessment

MADE_ON: Final = date(2026, 11, 21)
INVITED: Final = (
    InvitedContent("Lone Bæk", citizen_uid=LONE.uid),
    InvitedContent("Mette Holm", "socialrådgiver", "Handicap"),
    InvitedContent("Kim Møller", "familierådgiver", "Familie"),
    InvitedContent("Bo Thygesen", "jobkonsulent", "Arbejdsmarked og Uddannelse"),
    InvitedContent("Karen Bæk", "søster"),
)
AGENDA: Final = (
    AgendaLine(AgendaKind.WELCOME, "Velkomst", 5),
    AgendaLine(AgendaKind.CITIZENS_WORDS, "Lones ord", 15),
    AgendaLine(AgendaKind.SINCE_LAST, "Siden sidst", 10),
    AgendaLine(AgendaKind.EFFORTS, "Kort om hver indsats", 20, presenter="Kim Møller"),
    AgendaLine(AgendaKind.GOALS, "Fælles mål", 20),
    AgendaLine(AgendaKind.AGREEMENTS, "Aftaler", 15),
    AgendaLine(AgendaKind.NEXT_MEETING, "Næste møde", 5),
)
INVITATION: Final = InvitationContent(
    SENDER,
    SUBJECT,
    Addressee("Lone Bæk", ("Lærkevej 3, 2. tv.", "9990 Sundby"), LONE.uid),
    MeetingKind.COORDINATION,
    MEETING,
    MADE_ON,
    METTE,
    INVITED,
    AGENDA,
)
TO_KIM: Final = replace(INVITATION, addressee=Addressee("Kim Møller"))
TO_KAREN: Final = replace(INVITATION, addressee=Addressee("Karen Bæk", contact_kind=ContactKind.RELATIVE))
INVITED_FAMILY: Final = replace(INVITATION, subject=FAMILY)
NEUTRAL: Final = neutral_invitation(TO_KAREN)
MOVED: Final = replace(
    INVITATION, moved_from=MovedFrom(date(2027, 1, 5), time(10), "Mette kan ikke den dag, fordi hun er på kursus.")
)
CANCELLED: Final = replace(INVITATION, cancelled=True, cancel_reason="Du er syg.")
SPARSE_INVITATION: Final = InvitationContent(
    replace(SENDER, municipality="", main_phone="", return_address=""),
    SUBJECT,
    Addressee("Lone Bæk", citizen_uid=LONE.uid),
    MeetingKind.PREPARATORY_TALK,
    replace(MEETING, place_kind=PlaceKind.TELEPHONE, place=""),
    MADE_ON,
)
PREPARATION: Final = PreparationContent(SENDER, SUBJECT, MEETING, MADE_ON, METTE)
PREPARED: Final = replace(
    PREPARATION,
    wants_to_discuss="Jeg vil tale om morgenerne.\nOg om penge til jul.",
    wants_present="Min søster Karen.",
    must_not_be_discussed="Min fars sygdom.",
    place_wish="Hjemme hos mig.",
)
ATTENDEES: Final = (
    AttendeeContent(
        "Lone Bæk", citizen_uid=LONE.uid, invited=True, answer=InvitationAnswer.YES, attendance=Attendance.PRESENT
    ),
    AttendeeContent(
        "Mette Holm",
        "Handicap",
        "socialrådgiver",
        invited=True,
        answer=InvitationAnswer.YES,
        attendance=Attendance.PRESENT,
    ),
    AttendeeContent(
        "Kim Møller",
        "Familie",
        "familierådgiver",
        invited=True,
        attendance=Attendance.PRESENT,
        arrived_clock=time(13, 20),
        left_clock=time(14),
    ),
    AttendeeContent(
        "Tina Dam",
        "Sundhed",
        "sygeplejerske",
        invited=True,
        answer=InvitationAnswer.NO,
        answer_note="er på ferie",
        attendance=Attendance.WRITTEN,
        written_contribution="Såret heler godt.\nLone kan gå en halv time uden smerter.",
    ),
    AttendeeContent("Karen Bæk", contact_kind=ContactKind.COMPANION, attendance=Attendance.PRESENT),
)
SINCE_LAST: Final = (
    replace(AGREEMENTS[4], settled_on=date(2027, 1, 8)),
    AGREEMENTS[5],
    replace(AGREEMENTS[2], times_carried=1),
)
MINUTES_AGENDA: Final = (
    AgendaContent(AgendaKind.WELCOME, "Velkomst", 5, done=True),
    AgendaContent(
        AgendaKind.CITIZENS_WORDS,
        "Lones ord",
        15,
        done=True,
        notes=(
            NoteContent(NoteKind.SAID, "Det er første gang, nogen ringer tilbage."),
            NoteContent(NoteKind.SAID, "Jeg sover stadig dårligt."),
            NoteContent(NoteKind.WISH, "At Kim kommer en halv time tidligere."),
        ),
    ),
    AgendaContent(
        AgendaKind.AGREEMENTS,
        "Aftaler",
        15,
        notes=(
            NoteContent(NoteKind.AGREED, "Kim taler med skolen om frokosten."),
            NoteContent(NoteKind.TO_DECIDE, "Støtte om morgenen, fem dage om ugen."),
        ),
    ),
    AgendaContent(AgendaKind.OTHER, "", 0, notes=(NoteContent(NoteKind.SAID, "Tak for i dag."),)),
)
MINUTES: Final = MinutesContent(
    Uid("m2"),
    SENDER,
    SUBJECT,
    1,
    MeetingKind.COORDINATION,
    MEETING,
    datetime(2027, 1, 12, 12, 5, tzinfo=UTC),
    datetime(2027, 1, 12, 13, 22, tzinfo=UTC),
    "Mette Holm",
    "Kim Møller",
    METTE,
    ATTENDEES,
    citizen_took_part=True,
    agenda=MINUTES_AGENDA,
    since_last=SINCE_LAST,
    agreements=AGREEMENTS[:2] + AGREEMENTS[3:4],
    pending=PENDING[:1],
    goals=(ONE_TO_CALL, GoalContent(Uid("g9"), "At sove hele natten")),
    new_goal_uids=(Uid("g9"),),
    summary="Morgenerne går bedre, og Lone har fået én at ringe til. Vi mangler svar om støtten.",
    evaluation=EvaluationContent(asked=True, heard=4, makes_sense=3),
    next_meeting=AppointmentContent(
        Uid("m3"), date(2027, 4, 6), time(10), 60, PlaceKind.ELSEWHERE, "Biblioteket, Torvet 3"
    ),
)
SPARSE_MINUTES: Final = MinutesContent(
    Uid("m9"),
    replace(SENDER, municipality=""),
    FAMILY,
    None,
    MeetingKind.NETWORK,
    replace(MEETING, place_kind=PlaceKind.VIDEO, place=""),
    without_citizen_reason="Familien meldte afbud samme morgen",
)
FAMILY_MINUTES: Final = replace(
    MINUTES, subject=FAMILY, agreements=FAMILY_PLAN.agreements, goals=FAMILY_PLAN.goals, since_last=()
)
STUFFED_MINUTES: Final = replace(
    MINUTES,
    agreements=stuffed().agreements,
    pending=stuffed().pending,
    goals=stuffed().goals,
    new_goal_uids=tuple(goal.uid for goal in stuffed().goals),
)
CORRECTED: Final = replace(MINUTES, number=2, correction="Kim var med fra begyndelsen.")
CARD: Final = InputCardContent(SENDER, "Kim Møller", MEETING, MADE_ON, date(2027, 1, 11), METTE)

CALENDAR: Final = CalendarContent(
    CalendarMethod.REQUEST,
    Uid("m2"),
    1,
    datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
    MeetingKind.COORDINATION,
    MEETING,
    "Sundby Kommune",
    CalendarPerson("mette.holm@sundby.example", "Mette Holm"),
    (
        CalendarPerson("kim@sundby.example", "Kim Møller"),
        CalendarPerson("karen@example.org"),
        CalendarPerson("ikke en adresse", "Bo Thygesen"),
    ),
)


def decided(step: Step, reason: str = "") -> Assessment:
    begun = assessment()
    for parameter, option in answers(self_coordination="with_support", stability="unsettled").items():
        given = begun.answer_to(parameter).option
        begun = begun.with_answer(Answer(parameter, given, option, "Talt igennem hjemme hos Lone."))
    return begun.decide(step, reason=reason, on=MADE_ON, by_id=EmployeeId(1))


LOCKED_AT: Final = datetime(2026, 11, 21, 11, tzinfo=UTC)
LAST: Final = locked(
    assessment({**ANSWERS, **answers(departments="two", contacts="few", conflicting_plans="fit")}).decide(
        Step.ALIGNMENT, reason="Lone ville prøve selv først.", on=date(2026, 3, 3), by_id=EmployeeId(1)
    ),
    LOCKED_AT,
)
NOTE: Final = AssessmentNote(SENDER, SUBJECT, locked(decided(Step.MEETINGS), LOCKED_AT), MADE_ON, "Mette Holm", LAST)
DEVIATING: Final = replace(
    NOTE, assessment=decided(Step.ALIGNMENT, "Lone vil selv samle trådene til sommer."), last=None
)
RECOVERY: Final = RecoverySheet("8F2KM-3WZXA-9CDEF-GHJ2M-NPRST-VWXYZ-23456", MADE_ON, "borgere.db", "Sundby Kommune")
