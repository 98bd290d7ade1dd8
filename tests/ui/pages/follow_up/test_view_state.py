"""What Opfølgning shows, without a window."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from koordinator.domain.follow_up import DueItem, DueKind, Urgency, grouped
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.texts import follow_up_page as texts
from koordinator.ui.due.rows import Act, DueRow
from koordinator.ui.pages.follow_up.view_state import Chosen, groups_of
from koordinator.ui.tokens import Tone
from koordinator.usecases.follow_up import FollowUpPage

TODAY = date(2026, 11, 21)
CALL = DueItem(
    DueKind.AGREEMENT,
    1,
    SubjectId(1),
    "Lone Bæk",
    "Ringer til skolen",
    TODAY,
    who="Kim Møller",
    employee_id=EmployeeId(2),
)
ANSWER = replace(CALL, kind=DueKind.DECISION, thing_id=2, what="Støtte", department="Handicap", who="Ida Mikkelsen")
REVIEW = replace(CALL, kind=DueKind.PLAN_REVIEW, thing_id=3, what="", who="")


def page_with(*items: DueItem) -> FollowUpPage:
    return FollowUpPage(TODAY, grouped(items, TODAY))


def row_of(item: DueItem) -> DueRow:
    ((row,),) = (group.rows for group in groups_of(page_with(item), Chosen()))
    return row


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def test_the_groups_come_in_the_order_of_how_pressing_they_are() -> None:
    items = (
        replace(CALL, thing_id=5, due_on=None, rhythm="hver fredag"),
        replace(CALL, thing_id=4, due_on=days(30)),
        replace(CALL, thing_id=3, due_on=days(6)),
        replace(CALL, thing_id=2, due_on=None),
        replace(CALL, thing_id=1, due_on=days(-3)),
    )

    assert [(group.urgency, group.title) for group in groups_of(page_with(*items), Chosen())] == [
        (Urgency.OVERDUE, "Over fristen (1)"),
        (Urgency.LACKING, "Mangler navn eller dato (1)"),
        (Urgency.THIS_WEEK, "De næste syv dage (1)"),
        (Urgency.LATER, "Senere (1)"),
        (Urgency.ONGOING, "Gælder hele tiden (1)"),
    ]


@pytest.mark.parametrize(
    ("item", "words", "tone"),
    [
        (replace(CALL, due_on=days(-3)), "3 dage over fristen", Tone.OVERDUE),
        (replace(CALL, due_on=None), "mangler dato", Tone.SOON),
        (replace(CALL, who=""), "mangler navn", Tone.SOON),
        (replace(CALL, who="", due_on=None), "mangler dato", Tone.SOON),
        (CALL, "i dag", Tone.SOON),
        (replace(CALL, due_on=date(2027, 1, 12)), "12.01.2027", Tone.NEUTRAL),
        (replace(CALL, due_on=None, rhythm="hver fredag"), "hver fredag", Tone.NEUTRAL),
        (replace(REVIEW, due_on=None), "mangler dato", Tone.NEUTRAL),
    ],
)
def test_the_chip_says_by_when(item: DueItem, words: str, tone: Tone) -> None:
    row = row_of(item)

    assert (row.when, row.tone) == (words, tone)


def test_a_line_says_what_who_and_whose() -> None:
    row = row_of(replace(ANSWER, times_carried=2))

    assert (row.what, row.detail) == ("Støtte", "Lone Bæk · Skal afgøres · ført videre 2 gange")
    assert (row.who, row.department) == ("Ida Mikkelsen", "Handicap")
    assert row_of(replace(CALL, who="")).who == "Mangler navn"
    review = row_of(REVIEW)
    assert (review.what, review.detail, review.who) == ("Gennemgang af den fælles plan", "Lone Bæk", "")


def test_what_the_keys_can_do_follows_the_kind() -> None:
    assert {act for act in Act if row_of(CALL).can(act)} == set(Act)
    assert {act for act in Act if row_of(ANSWER).can(act)} == {Act.DONE, Act.OPEN}
    assert {act for act in Act if row_of(REVIEW).can(act)} == {Act.NEW_DAY, Act.OPEN}
    assert {act for act in Act if row_of(replace(CALL, kind=DueKind.CONSENT)).can(act)} == {Act.OPEN}
    assert [row_of(item).button for item in (CALL, ANSWER, REVIEW)] == ["Gjort", "Skriv svaret", "Åbn"]


def test_every_kind_leads_somewhere() -> None:
    tabs = {kind: row_of(replace(CALL, kind=kind)).tab for kind in DueKind}

    assert set(tabs.values()) == {"plan", "network", "assessment", "consent", "meetings", "documents"}


def test_the_lines_can_be_searched_and_sorted_by_kind() -> None:
    page = page_with(CALL, ANSWER)

    def found(kind: DueKind | None = None, text: str = "") -> list[int]:
        return [row.item.thing_id for group in groups_of(page, Chosen(kind, text)) for row in group.rows]

    assert found() == [1, 2]
    assert found(DueKind.DECISION) == [2]
    assert found(text="HANDICAP lone") == [2]
    assert found(text="kim") == [1]
    assert found(DueKind.DECISION, "kim") == []
    assert groups_of(page_with(), Chosen()) == ()


def test_long_words_are_cut_in_a_message() -> None:
    assert texts.is_done("Ringer\ntil  Lone") == "»Ringer til Lone« er gjort."
    assert texts.is_done("a" * 61) == f"»{'a' * 60}…« er gjort."
