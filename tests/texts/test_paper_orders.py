"""The names of papers where one is chosen, and the sentences on what a copy leaves out."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from koordinator.domain.ids import CitizenId, EmployeeId, MeetingId, PaperId, SubjectId
from koordinator.domain.left_out import LeftOut, LeftOutThing, WhyLeftOut
from koordinator.domain.paper import Paper, PaperKind, Reader
from koordinator.domain.paper_order import ListedPaper, PaperOrder
from koordinator.domain.party import Party, PartyKind
from koordinator.texts.paper_orders import left_out_sentence, made_for, paper_title, reader_words

PLAN = PaperOrder(PaperKind.PLAN, SubjectId(1))
MINUTES = PaperOrder(PaperKind.MINUTES, SubjectId(1), meeting_id=MeetingId(2))
KIM = Party(PartyKind.EMPLOYEE, EmployeeId(3))
DAY = date(2026, 11, 12)
PAPER = Paper(
    *(PaperId(1), "", SubjectId(1), PaperKind.PLAN, Reader.PROFESSIONAL),
    *("plan.pdf", "", datetime(2026, 11, 12, tzinfo=UTC), EmployeeId(1)),
    made_for="Kim Møller",
)


@pytest.mark.parametrize(
    ("listed", "title", "reader"),
    [
        (ListedPaper(PLAN), "Fælles plan, som den er i dag", "Til borgeren"),
        (
            ListedPaper(replace(PLAN, number=2, reader=Reader.PROFESSIONAL, large_print=True)),
            "Fælles plan, version 2",
            "Til fagpersoner",
        ),
        (
            ListedPaper(replace(PLAN, number=2, member_id=CitizenId(3)), "Anna Bæk"),
            "Fælles plan, version 2",
            "Til Anna Bæk",
        ),
        (
            ListedPaper(replace(MINUTES, number=1, party=KIM), "Kim Møller", DAY),
            "Referat, 12.11.2026, version 1",
            "Uddrag til Kim Møller",
        ),
        (
            ListedPaper(replace(MINUTES, kind=PaperKind.INVITATION, party=KIM), "Kim Møller", DAY),
            "Invitation til møde, 12.11.2026",
            "Til Kim Møller",
        ),
        (ListedPaper(replace(PLAN, kind=PaperKind.NETWORK)), "Netværk", ""),
    ],
)
def test_a_title_says_what_it_is_and_for_whom(listed: ListedPaper, title: str, reader: str) -> None:
    assert (paper_title(listed), reader_words(listed.order, listed.name)) == (title, reader)


@pytest.mark.parametrize(
    ("left_out", "sentence"),
    [
        (
            LeftOut(LeftOutThing.GOALS, 2, WhyLeftOut.CONSENT, "Økonomi"),
            "2 mål om Økonomi: undtaget i samtykket.",
        ),
        (
            LeftOut(LeftOutThing.AGREEMENTS, 1, WhyLeftOut.OTHER_MEMBER, "Bolig"),
            "1 aftale om Bolig: det hører til en andens del i familien.",
        ),
        (
            LeftOut(LeftOutThing.ADDRESS, 1, WhyLeftOut.PRIVATE),
            "1 adresse: adressen er beskyttet.",
        ),
    ],
)
def test_a_sentence_says_how_much_and_why(left_out: LeftOut, sentence: str) -> None:
    assert left_out_sentence(left_out) == sentence


@pytest.mark.parametrize("what", [LeftOutThing.NOTES, LeftOutThing.CONTACTS, LeftOutThing.ADDRESS])
def test_what_is_private_has_a_reason_of_its_own(what: LeftOutThing) -> None:
    assert left_out_sentence(LeftOut(what, 2, WhyLeftOut.PRIVATE)).endswith(".")


@pytest.mark.parametrize("what", LeftOutThing)
@pytest.mark.parametrize("why", [why for why in WhyLeftOut if why is not WhyLeftOut.PRIVATE])
def test_everything_that_can_be_left_out_has_words(what: LeftOutThing, why: WhyLeftOut) -> None:
    one, many = (left_out_sentence(LeftOut(what, count, why)) for count in (1, 3))

    assert one.startswith("1 ")
    assert many.startswith("3 ")


def test_a_kept_paper_says_whom_it_is_for() -> None:
    assert made_for(PAPER) == "Uddrag til Kim Møller"
    assert made_for(replace(PAPER, reader=Reader.CITIZEN)) == "Til Kim Møller"
    assert made_for(replace(PAPER, kind=PaperKind.INVITATION)) == "Til Kim Møller"
    assert made_for(replace(PAPER, made_for="")) == ""
