"""Tag med hjem: one page that says what was agreed, who does it, what is not decided, when we meet and whom to call."""

from dataclasses import replace

import pytest

from koordinator.documents.compose.take_home import take_home_sheet
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import Uid
from koordinator.domain.minutes_content import MinutesContent
from tests.documents.compose.contents import ONE_TO_CALL, PENDING
from tests.documents.compose.meetings import FAMILY_MINUTES, MINUTES, SPARSE_MINUTES, STUFFED_MINUTES
from tests.documents.compose.papers import on_paper, sentences


def sheet(content: MinutesContent = MINUTES) -> str:
    return sentences(on_paper(take_home_sheet(content, large_print=False)))


@pytest.mark.parametrize("content", [MINUTES, FAMILY_MINUTES, SPARSE_MINUTES, STUFFED_MINUTES])
def test_it_is_one_page_whatever_was_agreed(content: MinutesContent) -> None:
    assert len(on_paper(take_home_sheet(content, large_print=False)).pages) == 1


def test_it_says_who_does_what_by_when_and_what_you_do_yourself() -> None:
    said = sheet()

    assert "Taler med skolen om, at Anna møder kl. 8.30 Kim Møller senest 27. november 2026" in said
    assert "Det gør du selv • Skriver ned, hvad der var godt om morgenen · hver fredag" in said
    assert "Nyt mål: At sove hele natten." in said


def test_what_you_manage_and_practise_is_yours_in_your_own_words() -> None:
    goal = replace(ONE_TO_CALL, own_part="Jeg ringer selv.", practising="At sige fra i tide")
    said = sheet(replace(MINUTES, goals=(goal,), new_goal_uids=()))

    assert "Det klarer du selv: »Jeg ringer selv.«" in said
    assert "Det øver du: At sige fra i tide" in said


def test_what_is_not_decided_says_who_answers_when_and_that_one_can_appeal() -> None:
    said = sheet(replace(MINUTES, pending=PENDING))

    assert (
        "Ikke afgjort endnu: Støtte om morgenen. Du får svar fra Ida Mikkelsen (Handicap) senest 8. december 2026, "
        "og du kan klage over svaret." in said
    )
    assert "Hjælp til en ny seng" not in said


def test_it_ends_with_the_next_meeting_and_whom_to_call() -> None:
    assert "Næste møde: tirsdag 6. april 2027 kl. 10.00. Sted: Biblioteket, Torvet 3." in sheet()
    assert "Er du i tvivl om noget? Ring til Mette på 99 12 34 56." in sheet()


def test_each_of_a_family_is_named_before_their_part() -> None:
    assert "• Lone Bæk: Skriver ned" in sheet(FAMILY_MINUTES)


def test_what_did_not_find_room_is_said() -> None:
    assert "mere. Det hele står i referatet." in sheet(STUFFED_MINUTES)


def test_new_goals_that_did_not_find_room_are_said() -> None:
    goals = tuple(replace(ONE_TO_CALL, uid=Uid(f"g{number}"), title=f"Mål nr. {number}") for number in range(1, 7))
    said = sheet(replace(MINUTES, goals=goals, new_goal_uids=tuple(goal.uid for goal in goals)))

    assert "Nye mål: Mål nr. 1, Mål nr. 2, Mål nr. 3 og Mål nr. 4." in said
    assert "Der er 2 nye mål mere. Det hele står i referatet." in said


def test_only_what_is_still_to_be_done_is_on_it() -> None:
    done = tuple(replace(each, uid=Uid(f"{each.uid}-done"), status=AgreementStatus.DONE) for each in MINUTES.agreements)

    assert "Vi lavede ingen nye aftaler i dag." in sheet(replace(MINUTES, agreements=done, since_last=()))
