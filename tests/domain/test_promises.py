"""What counts as a promise of the authority's, which were kept in time, and how soon the paper came."""

from dataclasses import replace
from datetime import date, timedelta

from koordinator.domain.agreement import Agreement, AgreementStatus
from koordinator.domain.ids import AgreementId, CitizenId, EmployeeId, SubjectId
from koordinator.domain.paper_after import PAPER_WITHIN_DAYS, PaperAfterMeeting
from koordinator.domain.promises import authority_promises, promises_kept

DAY = date(2026, 11, 20)
TODAY = date(2026, 11, 21)
PROMISE = Agreement(
    AgreementId(1), "uid", SubjectId(1), "Ringer", date(2026, 11, 1), employee_id=EmployeeId(1), due_on=DAY
)


def kept(*agreements: Agreement) -> tuple[int, int]:
    numbered = (replace(each, id=AgreementId(number)) for number, each in enumerate(agreements))
    count = promises_kept(authority_promises(numbered), TODAY)
    return count.kept, count.due


def settled(status: AgreementStatus, on: date) -> Agreement:
    return replace(PROMISE, status=status, settled_on=on)


def test_only_what_an_employee_promised_by_a_day_is_counted() -> None:
    citizens = replace(PROMISE, employee_id=None, citizen_id=CitizenId(1))
    from_now_on = replace(PROMISE, due_on=None, rhythm="fra nu af")

    assert kept(PROMISE, citizens, from_now_on) == (0, 1)


def test_kept_is_what_was_done_on_its_day_or_before() -> None:
    done, late = settled(AgreementStatus.DONE, DAY), settled(AgreementStatus.DONE, DAY + timedelta(days=1))
    dropped = settled(AgreementStatus.NOT_DONE, DAY - timedelta(days=1))

    assert kept(done, late, dropped, PROMISE) == (1, 4)


def test_one_whose_day_is_still_running_is_not_counted_unless_it_is_done() -> None:
    running = replace(PROMISE, due_on=TODAY)

    assert kept(running) == (0, 0)
    assert kept(replace(running, status=AgreementStatus.DONE, settled_on=TODAY)) == (1, 1)


def test_the_paper_comes_so_many_days_after_the_meeting() -> None:
    handed = PaperAfterMeeting(DAY, DAY + timedelta(days=3))

    assert (handed.days(TODAY), handed.in_time(TODAY)) == (3, True)


def test_a_paper_that_is_not_handed_out_waits_until_today() -> None:
    waiting = PaperAfterMeeting(TODAY - timedelta(days=PAPER_WITHIN_DAYS), None)

    assert waiting.in_time(TODAY)
    assert not waiting.in_time(TODAY + timedelta(days=1))
    assert waiting.days(TODAY + timedelta(days=1)) == PAPER_WITHIN_DAYS + 1
