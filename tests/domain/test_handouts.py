"""Handing out: which ways lead to somebody, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.handouts import (
    HandedOutAhead,
    HandedOver,
    NoDigitalPost,
    NotByDigitalPost,
    Recipient,
    RecipientRole,
    check_handed,
    no_digital_post,
)
from koordinator.domain.ids import RowId, SubjectId
from koordinator.domain.paper import Handout, HandoutWay
from koordinator.domain.paper_facts import facts_of
from tests.domain.test_paper_mark import PAPER

TODAY = date(2026, 11, 22)
LONE = Recipient("Lone Bæk", RecipientRole.CITIZEN, is_citizen=True)
EXEMPT = replace(LONE, no_digital_post=NoDigitalPost.EXEMPT)


@pytest.mark.parametrize(
    ("exempt", "born_on", "why"),
    [
        (False, None, None),
        (False, date(2011, 11, 22), None),
        (False, date(2011, 11, 23), NoDigitalPost.UNDER_AGE),
        (True, date(2011, 11, 23), NoDigitalPost.EXEMPT),
        (True, None, NoDigitalPost.EXEMPT),
    ],
)
def test_digital_post_is_for_those_of_fifteen_who_are_not_exempt(
    exempt: bool, born_on: date | None, why: NoDigitalPost | None
) -> None:
    assert no_digital_post(exempt=exempt, born_on=born_on, today=TODAY) is why


def test_digital_post_is_no_way_to_somebody_exempt_and_secure_mail_none_to_a_citizen() -> None:
    helper = Recipient("Kim Møller", RecipientRole.PRESENT)

    assert HandoutWay.DIGITAL_POST in LONE.ways
    assert EXEMPT.ways == (HandoutWay.LETTER, HandoutWay.AT_MEETING, HandoutWay.READ_ALOUD)
    assert helper.ways == tuple(HandoutWay)


@pytest.mark.parametrize("recipient", [EXEMPT, replace(LONE, wants_letter=True)])
def test_a_letter_is_proposed_to_whoever_is_exempt_or_wants_one(recipient: Recipient) -> None:
    assert recipient.proposed_way(met_today=False) is HandoutWay.LETTER
    assert recipient.proposed_way(met_today=True) is HandoutWay.AT_MEETING
    assert LONE.proposed_way(met_today=False) is HandoutWay.DIGITAL_POST


@given(
    why=st.none() | st.sampled_from(NoDigitalPost),
    wants=st.booleans(),
    met=st.booleans(),
    is_citizen=st.booleans(),
)
def test_what_is_proposed_can_be_chosen(why: NoDigitalPost | None, wants: bool, met: bool, is_citizen: bool) -> None:
    recipient = Recipient("N", RecipientRole.CITIZEN, is_citizen, why, wants)

    assert recipient.proposed_way(met_today=met) in recipient.ways


def test_what_is_noted_has_happened_and_can_have_happened() -> None:
    by_post = HandedOver(" lone bæk ", TODAY, HandoutWay.DIGITAL_POST)

    check_handed(by_post, (LONE,), TODAY)
    check_handed(replace(by_post, way=HandoutWay.LETTER), (EXEMPT,), TODAY)
    check_handed(replace(by_post, recipient="Kim"), (EXEMPT,), TODAY)
    with pytest.raises(NotByDigitalPost) as refused:
        check_handed(by_post, (EXEMPT,), TODAY)
    assert (refused.value.name, refused.value.why) == ("Lone Bæk", NoDigitalPost.EXEMPT)
    with pytest.raises(HandedOutAhead):
        check_handed(by_post, (LONE,), TODAY - timedelta(days=1))


def test_a_withdrawn_note_counts_no_more() -> None:
    note = Handout(RowId(1), SubjectId(1), "Lone", TODAY, HandoutWay.LETTER, PAPER.made_by_id)

    assert note.counts
    assert not replace(note, withdrawn_at=PAPER.made_at).counts


def test_the_facts_of_a_paper_name_nobody() -> None:
    facts = facts_of(PAPER, TODAY)

    assert (facts.kind, facts.reader, facts.number, facts.meeting_on) == (PAPER.kind, PAPER.reader, 3, TODAY)
