"""What the first page shows of what was read."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.citizen import SubjectKind
from koordinator.domain.guide import next_step
from koordinator.domain.guide_facts import AssessmentState
from koordinator.domain.ids import AgreementId, JointPlanId, MeetingId, RowId, SubjectId
from koordinator.domain.meeting import MeetingStatus, PlaceKind
from koordinator.domain.promises import Promised, promises_kept
from koordinator.domain.steps import Step
from koordinator.texts import overview as texts
from koordinator.texts.founding import OWNER_NAME
from koordinator.ui.pages.overview.view_state import MOST_BESIDE, MOST_STEPS, OverviewView, Target, view_of
from koordinator.ui.tokens import Tone
from koordinator.usecases.overview import OverviewPage, SubjectLine
from koordinator.usecases.ports_lists import GrantNotice, LeftOverLine, MeetingLine, PromiseLine, ReviewLine
from tests.support.guide_facts import ROUTINE, new_citizen
from tests.support.office import TODAY

NOTHING_PROMISED = promises_kept((), TODAY)
FAMILY, CITIZEN = SubjectKind.FAMILY, SubjectKind.CITIZEN


def view(**known: object) -> OverviewView:
    page = OverviewPage(TODAY, **{**_EMPTY, **known})  # type: ignore[arg-type]
    return view_of(page, "Mette Holm", 9, everybody=False)


_EMPTY: dict[str, object] = {
    "lines": (), "meetings": (), "urgent_promises": (), "promises": NOTHING_PROMISED, "reviews": (),
    "left_over": (), "grant_notices": (),
}  # fmt: skip


def line(name: str = "Lone Bæk", kind: SubjectKind = CITIZEN, **known: object) -> SubjectLine:
    step = next_step(new_citizen(name=name, kind=kind, **known), ROUTINE)
    return SubjectLine(SubjectId(7), kind, 3, name, 4, Step.MEETINGS, step, (kind, 3))


def meeting(days: int, kind: SubjectKind = CITIZEN, place: PlaceKind = PlaceKind.HOME, named: str = "") -> MeetingLine:
    day = TODAY + timedelta(days=days)
    return MeetingLine(
        MeetingId(8), SubjectId(7), kind, "Lone Bæk", MeetingStatus.INVITED, day, time(13), place, named, 5, days == 1
    )


def promise(days: int, what: str = "Ringe", kind: SubjectKind = CITIZEN) -> PromiseLine:
    day = TODAY + timedelta(days=days)
    return PromiseLine(AgreementId(1), SubjectId(7), kind, 3, "Lone Bæk", what, "Mette Holm", day)


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (0, "Hej"),
        (4, "Hej"),
        (5, "Godmorgen"),
        (11, "Godmorgen"),
        (12, "God eftermiddag"),
        (17, "God eftermiddag"),
        (18, "Godaften"),
        (23, "Godaften"),
    ],
)
def test_greeting_follows_the_day(hour: int, words: str) -> None:
    assert texts.greeting(hour, "Mette Holm") == f"{words}, Mette"


def test_nobody_is_greeted_by_a_name_they_have_not_said() -> None:
    assert texts.greeting(9, OWNER_NAME) == "Godmorgen"
    assert texts.greeting(9, "") == "Godmorgen"


def test_an_empty_page() -> None:
    shown = view()

    assert shown.is_empty
    assert shown.day == "Lørdag 21. november 2026 · uge 47 · der er ikke noget, der venter på dig"
    assert (shown.steps, shown.more, shown.resting, shown.kept) == ((), "", "", "")
    assert shown.kept_words == texts.NONE_DUE


def test_a_citizen_with_the_way_to_the_next_step() -> None:
    shown = view(lines=(line(),))

    (step,) = shown.steps
    assert (step.name, step.badge, step.tone) == ("Lone Bæk", "Trin 2", Tone.STEP_2)
    assert step.why == "Lone får hjælp fra to fagenheder. Vurdér behovet for koordinering."
    assert (step.action, step.opens, step.acts) == (
        "Vurdér", Target("citizen", 3), Target("assessment", 7),
    )  # fmt: skip
    assert step.spoken == f"Lone Bæk, Trin 2. {step.why} Enter: Vurdér."
    assert shown.day.endswith("· 1 ting venter på dig")


def test_a_family_is_named_with_its_number() -> None:
    (step,) = view(lines=(line("Familien Rømer", FAMILY),)).steps

    assert (step.name, step.opens) == ("Familien Rømer (4)", Target("family", 3))


def test_who_can_rest_is_counted_and_not_listed() -> None:
    waits, rests = line(), line(departments=1, assessment=AssessmentState())

    shown = view(lines=(waits, rests, rests))

    assert len(shown.steps) == 1
    assert shown.resting == "For 2 borgere og familier er der ikke noget, der venter."
    assert view(lines=(rests,)).resting == "For én borger eller familie er der ikke noget, der venter."


def test_a_list_that_nobody_reads_to_the_end_is_cut() -> None:
    shown = view(lines=(line(),) * (MOST_STEPS + 1_100))

    assert len(shown.steps) == MOST_STEPS
    assert shown.more == "Og 1.100 til. Du finder dem under Borgere og familier."


@pytest.mark.parametrize(
    ("when", "lead", "detail"),
    [
        (meeting(0), "I dag", "Hjemme hos borgeren · 5 deltagere"),
        (meeting(1, FAMILY), "I morgen", "Hjemme hos familien · 5 deltagere · med tolk"),
        (
            meeting(3, place=PlaceKind.TOWN_HALL, named="Rådhuset, lokale 2"),
            "Tirsdag",
            "Rådhuset, lokale 2 · 5 deltagere",
        ),
        (meeting(3, place=PlaceKind.VIDEO), "Tirsdag", "Video · 5 deltagere"),
        (meeting(3, place=PlaceKind.ELSEWHERE), "Tirsdag", "5 deltagere"),
    ],
)
def test_a_meeting_in_a_line(when: MeetingLine, lead: str, detail: str) -> None:
    (shown,) = view(meetings=(when,)).meetings

    assert (shown.lead, shown.words, shown.detail) == ((lead, "13.00"), "Lone Bæk", detail)
    assert shown.opens == Target("meeting", 8)
    assert shown.spoken.startswith(f"{lead}, 13.00, Lone Bæk")


@pytest.mark.parametrize(
    ("days", "chip", "tone"),
    [(-3, "3 dage over fristen", Tone.OVERDUE), (0, "i dag", Tone.SOON), (1, "i morgen", Tone.SOON)],
)
def test_a_promise_that_presses(days: int, chip: str, tone: Tone) -> None:
    (shown,) = view(urgent_promises=(promise(days, "Søge § 112", FAMILY),)).promises

    assert (shown.words, shown.detail) == ("Søge §\u00a0112", "Mette Holm · Lone Bæk")
    assert (shown.chip, shown.tone, shown.opens) == (chip, tone, Target("family", (3, "plan")))


def test_few_lines_stand_beside_the_list() -> None:
    shown = view(meetings=(meeting(0),) * 9, urgent_promises=(promise(0),) * 9)

    assert (len(shown.meetings), len(shown.promises)) == (MOST_BESIDE, MOST_BESIDE)


def test_a_plan_to_be_gone_through() -> None:
    review = ReviewLine(JointPlanId(2), SubjectId(7), CITIZEN, 3, "Lone Bæk", date(2026, 12, 11))

    (shown,) = view(reviews=(review,)).reviews

    assert (shown.words, shown.detail, shown.opens) == ("Lone Bæk", "11. december", Target("citizen", (3, "plan")))


@pytest.mark.parametrize(
    ("kind", "said", "opens"),
    [
        ("joint_plan", "Fælles plan · skrevet i går", Target("family", (3, "plan"))),
        ("meeting", "Møde · skrevet i går", Target("meeting", 4)),
        ("assessment", "Vurdering · skrevet i går", Target("assessment", 7)),
    ],
)
def test_what_was_never_finished_leads_to_where_it_was_written(kind: str, said: str, opens: Target) -> None:
    line = LeftOverLine(kind, 4, SubjectId(7), FAMILY, 3, "Familien Bæk", TODAY - timedelta(days=1))

    (shown,) = view(left_over=(line,)).left_over

    assert (shown.words, shown.detail, shown.opens) == ("Familien Bæk", said, opens)


def test_promises_kept_with_their_total() -> None:
    kept = Promised(AgreementId(1), date(2026, 11, 1), AgreementStatus.DONE, date(2026, 10, 30))
    late = Promised(AgreementId(2), date(2026, 11, 1), AgreementStatus.OPEN, None)

    shown = view(promises=promises_kept((kept, late), TODAY))

    assert (shown.kept, shown.kept_words) == ("1 af 2", texts.KEPT_WORDS)


def test_what_was_opened_for_a_special_need_is_told_in_a_line() -> None:
    notice = GrantNotice(
        RowId(3), CITIZEN, 7, "Lone Bæk", "Kim Møller", "Lone stod her", datetime(2026, 11, 21, tzinfo=UTC)
    )

    (shown,) = view(grant_notices=(notice,)).grant_notices

    assert (shown.words, shown.detail, shown.opens) == (
        "Kim Møller åbnede Lone Bæk",
        "Lone stod her",
        Target("", notice),
    )


def test_who_may_not_do_the_next_thing_is_led_to_where_it_is_seen() -> None:
    page = OverviewPage(TODAY, **{**_EMPTY, "lines": (line(),)})  # type: ignore[arg-type]

    (step,) = view_of(page, "Mette Holm", 9, everybody=False, may_work=False).steps

    assert (step.action, step.acts) == (texts.OPEN, step.opens)
