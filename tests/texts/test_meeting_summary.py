"""The summary that is read aloud: what was noted, to the citizen, in about a minute."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import GoalContent, Uid
from koordinator.domain.meeting import AgendaKind, Attendance, NoteKind
from koordinator.domain.minutes_content import AgendaContent, AttendeeContent, NoteContent
from koordinator.texts.meeting_summary import A_MINUTE, spoken_summary, word_count
from tests.domain.contents import CALLS_SCHOOL, FAMILY, LONE, MINUTES, NEXT, SUPPORT

EMPTY = replace(MINUTES, agreements=(), next_meeting=None)
WRITES = replace(
    CALLS_SCHOOL,
    what="skriver ned, hvad der var godt",
    who="Lone Bæk",
    who_uid=LONE.uid,
    due_on=None,
    rhythm="hver fredag",
)
WHOLE = replace(
    MINUTES,
    next_meeting=NEXT,
    attendees=(
        AttendeeContent("Lone Bæk", citizen_uid=LONE.uid, attendance=Attendance.PRESENT),
        AttendeeContent("Tina Dam", attendance=Attendance.WRITTEN),
        AttendeeContent("Kim Møller", attendance=Attendance.PRESENT),
    ),
    agenda=(
        AgendaContent(
            AgendaKind.CITIZENS_WORDS,
            "Lones ord",
            15,
            notes=(
                NoteContent(NoteKind.SAID, "Jeg vil bare have én at ringe til."),
                NoteContent(NoteKind.WISH, "At morgenerne bliver rolige"),
                NoteContent(NoteKind.AGREED, "Kim ringer."),
            ),
        ),
    ),
    since_last=(
        replace(CALLS_SCHOOL, status=AgreementStatus.DONE),
        replace(CALLS_SCHOOL, status=AgreementStatus.DONE),
        CALLS_SCHOOL,
    ),
    goals=(GoalContent(Uid("new"), "Rolige morgener"), GoalContent(Uid("old"), "Et job")),
    new_goal_uids=(Uid("new"),),
    agreements=(
        CALLS_SCHOOL,
        WRITES,
        replace(CALLS_SCHOOL, what="Mangler alt", who="", due_on=None),
        replace(CALLS_SCHOOL, what="Droppet", status=AgreementStatus.NOT_DONE),
    ),
    pending=(SUPPORT, replace(SUPPORT, what="Svaret", outcome="Ja", outcome_on=date(2026, 11, 21))),
)

AGREED = """Det har vi aftalt:
Kim Møller: Taler med skolen, senest 27. november.
Du: Skriver ned, hvad der var godt, hver fredag.
Mangler navn: Mangler alt."""


def test_everything_that_was_noted_is_said_once() -> None:
    assert spoken_summary(WHOLE).split("\n\n") == [
        "Til mødet i dag var Lone og Kim.",
        "Du sagde: »Jeg vil bare have én at ringe til.«",
        "Du ønsker: »At morgenerne bliver rolige«",
        "Siden sidst: 2 aftaler er holdt og 1 aftale går videre.",
        "Nyt mål: Rolige morgener.",
        AGREED,
        "Ikke afgjort endnu: Støtte. Du får svar fra Ida Mikkelsen senest 8. december, og du kan klage over svaret.",
        "Næste møde er tirsdag 12. januar 2027 kl. 13.00.",
    ]


def test_what_is_not_there_is_not_said() -> None:
    assert spoken_summary(EMPTY) == "Vi har ikke aftalt et næste møde endnu."


def test_a_family_is_spoken_to_as_many_and_its_members_by_name() -> None:
    told = spoken_summary(
        replace(
            WHOLE,
            subject=FAMILY,
            agreements=(replace(CALLS_SCHOOL, who="Lone Bæk", who_uid=LONE.uid),),
            pending=(replace(SUPPORT, employee="", answer_by_on=None),),
            new_goal_uids=(Uid("new"), Uid("old")),
        )
    )

    assert "I sagde: " in told
    assert "Lone Bæk: Taler med skolen" in told
    assert "I får svar, og I kan klage over svaret." in told
    assert "Nye mål: Rolige morgener og Et job." in told


def test_only_the_first_of_many_words_are_read_again() -> None:
    many = tuple(NoteContent(NoteKind.SAID, f"ord {number}") for number in range(9))

    told = spoken_summary(replace(EMPTY, agenda=(AgendaContent(AgendaKind.OTHER, "", 0, notes=many),)))

    assert "»ord 2«" in told
    assert "»ord 3«" not in told


@given(st.integers(0, 60), st.integers(0, 40), st.integers(0, 12), st.integers(1, 60), st.integers(0, 40))
def test_it_is_read_in_a_minute_whatever_was_noted(
    agreements: int, notes: int, pending: int, words: int, people: int
) -> None:
    long = " ".join(["ord"] * words)
    item = replace(WHOLE.agenda[0], notes=tuple(NoteContent(NoteKind.SAID, f"{long} {n}") for n in range(notes)))
    told = spoken_summary(
        replace(
            WHOLE,
            attendees=(WHOLE.attendees[0],) * people,
            agenda=(item,),
            agreements=(replace(CALLS_SCHOOL, what=long),) * agreements,
            pending=(replace(SUPPORT, what=long),) * pending,
        )
    )

    assert word_count(told) <= A_MINUTE
    assert ("Det har vi aftalt" in told) == bool(agreements)
    assert ("Ikke afgjort endnu" in told) == bool(pending)


def test_what_is_left_out_is_counted() -> None:
    told = spoken_summary(replace(WHOLE, agreements=(CALLS_SCHOOL,) * 30, pending=(SUPPORT,) * 7))

    assert "mere. Dem får du på papir." in told
    assert "mere er heller ikke afgjort endnu." in told
