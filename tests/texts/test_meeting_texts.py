"""The meeting in Danish: every code has its words, and sentences read as one speaks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from enum import StrEnum

import pytest

from koordinator.domain.closing_check import Lack, Missing
from koordinator.domain.meeting import (
    AgendaKind,
    Attendance,
    InvitationAnswer,
    MeetingKind,
    MeetingStatus,
    NoteKind,
    PlaceKind,
)
from koordinator.domain.meeting_rules import BEST_SCORE
from koordinator.texts import meeting
from tests.domain.meetings import a_meeting


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (meeting.KINDS, MeetingKind),
        (meeting.STATUS, MeetingStatus),
        (meeting.PLACES, PlaceKind),
        (meeting.PLACE_HINTS, PlaceKind),
        (meeting.ANSWERS, InvitationAnswer),
        (meeting.ATTENDANCE, Attendance),
        (meeting.NOTE_KINDS, NoteKind),
        (meeting.NOTE_HINTS, NoteKind),
        (meeting.AGENDA_HINTS, AgendaKind),
    ],
)
def test_every_code_has_its_words(words: Mapping[StrEnum, str], codes: type[StrEnum]) -> None:
    assert set(words) == set(codes)


def test_the_scale_has_a_word_for_each_answer() -> None:
    assert len(meeting.EVALUATION_SCALE) == BEST_SCORE + 1


@pytest.mark.parametrize("lack", list(Lack))
def test_each_thing_that_is_missing_is_a_sentence(lack: Lack) -> None:
    sentence = meeting.missing(Missing(lack, 1, "Taler med skolen"))

    assert sentence[0] == "»" or sentence[0].isupper()
    assert sentence[-1] in ".?"


def test_an_agreement_without_a_day_is_named() -> None:
    assert meeting.missing(Missing(Lack.AGREEMENT_DAY, 1, "Bo undersøger praktik")) == (
        "Aftalen »Bo undersøger praktik« mangler en dato."
    )


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(0, "Alt er på plads."), (1, "1 ting mangler, før I går."), (3, "3 ting mangler, før I går.")],
)
def test_how_much_is_missing(count: int, sentence: str) -> None:
    assert meeting.missing_count(count) == sentence


@pytest.mark.parametrize(
    ("kind", "words", "shown"),
    [
        (PlaceKind.HOME, "", "Hjemme hos Lone"),
        (PlaceKind.HOME, "Skovvej 3", "Skovvej 3"),
        (PlaceKind.TOWN_HALL, "", "På rådhuset"),
        (PlaceKind.TOWN_HALL, "lokale 2.14", "På rådhuset, lokale 2.14"),
        (PlaceKind.ELSEWHERE, "Biblioteket", "Biblioteket"),
        (PlaceKind.VIDEO, "", "Videomøde"),
    ],
)
def test_where_the_meeting_is(kind: PlaceKind, words: str, shown: str) -> None:
    assert meeting.place(kind, words, "Lone Bæk") == shown


def test_the_head_of_the_room() -> None:
    at_home = replace(a_meeting(), place_kind=PlaceKind.HOME)

    assert meeting.heading(MeetingKind.COORDINATION, "Lone Bæk") == "Samarbejdsmøde · Lone Bæk"
    assert meeting.when_and_where(at_home, "Lone Bæk") == "Hjemme hos Lone · 13.00-14.15"
    assert meeting.starts(date(2027, 1, 12), time(13)) == "tirsdag 12. januar 2027 kl. 13.00"
    assert meeting.said_by("Lone Bæk") == "Lone sagde"


def test_a_meeting_over_midnight_ends_the_day_after() -> None:
    assert meeting.time_span(date(2026, 11, 21), time(23, 30), 60) == "23.30-00.30 næste dag"
    assert meeting.time_span(date(2027, 3, 28), time(1), 180) == "01.00-05.00"
    assert meeting.time_span(date(2027, 10, 31), time(1), 180) == "01.00-03.00"


@pytest.mark.parametrize(
    ("arrived", "left", "words"),
    [
        (None, None, ""),
        (time(13, 20), None, "kom 13.20"),
        (None, time(14), "gik 14.00"),
        (time(13, 20), time(14), "kom 13.20, gik 14.00"),
    ],
)
def test_late_and_left(arrived: time | None, left: time | None, words: str) -> None:
    assert meeting.late_and_left(arrived, left) == words


def test_the_quiet_time_line() -> None:
    assert meeting.minutes_used(16, 75) == "16 minutter brugt af 75"
    assert meeting.minutes_used(1, 75) == "1 minut brugt af 75"


def test_how_often_a_promise_has_gone_on() -> None:
    assert [meeting.carried(times) for times in (0, 1, 2)] == ["", "gået videre 1 gang", "gået videre 2 gange"]
