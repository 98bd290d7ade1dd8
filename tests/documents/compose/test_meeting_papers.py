"""The papers round a meeting: letters, agenda, preparation, minutes, and the calendar file."""

from dataclasses import replace
from datetime import date, time

import pytest

from koordinator.documents.compose.calendar import calendar_invitation
from koordinator.documents.compose.contacts import contacts_sheet
from koordinator.documents.compose.input_card import input_card
from koordinator.documents.compose.invitation import agenda_sheet, invitation_letter
from koordinator.documents.compose.minutes import minutes_paper
from koordinator.documents.compose.preparation import preparation_sheet
from koordinator.documents.ics import calendar_file
from koordinator.domain.invitation_content import Addressee, CalendarContent, CalendarMethod, InvitationContent
from koordinator.domain.meeting import Attendance, InvitationAnswer, MeetingKind, PlaceKind
from koordinator.domain.minutes_content import AttendeeContent, EvaluationContent, MinutesContent
from tests.documents.compose.contents import FAMILY, FAMILY_PLAN, LONE, MEETING, METTE, PLAN, SENDER
from tests.documents.compose.meetings import (
    CALENDAR,
    CANCELLED,
    CARD,
    CORRECTED,
    INVITATION,
    MINUTES,
    MOVED,
    PREPARATION,
    PREPARED,
    SPARSE_MINUTES,
    TO_KAREN,
    TO_KIM,
)
from tests.documents.compose.papers import on_paper, sentences
from tests.documents.letterheads import LETTERHEADS
from tests.documents.press import PRESS, read_back
from tests.support.letter_texts import TEXTS

ADDRESS = "Lærkevej 3"


def letter(content: InvitationContent, *, to_citizen: bool = True) -> str:
    return sentences(on_paper(invitation_letter(content, TEXTS, to_citizen=to_citizen, large_print=False)))


def minutes(content: MinutesContent, *, to_citizen: bool = True) -> str:
    return sentences(on_paper(minutes_paper(content, to_citizen=to_citizen, large_print=False)))


def test_the_citizen_is_invited_and_professionals_are_called() -> None:
    citizen, professional = letter(INVITATION), letter(TO_KIM, to_citizen=False)

    assert "Invitation til møde Kære Lone" in citizen
    assert "Indkald" not in citizen
    assert "Indkaldelse til samarbejdsmøde Kære Kim Du indkaldes til samarbejdsmøde om Lone Bæk." in professional


def test_the_letter_says_when_where_what_and_who() -> None:
    words = letter(INVITATION)

    assert "Hvornår Tirsdag 12. januar 2027 kl. 13.00 Vi bruger 1 time og 30 minutter." in words
    assert "Hvor Hjemme hos dig" in words
    assert "• Du, og den du gerne vil have med • Mette Holm · socialrådgiver, Handicap" in words
    assert "1. Velkomst 2. Dine ord 3. Siden sidst" in words
    assert "Ring til Mette på 99 12 34 56." in words


def test_the_address_is_for_the_envelope_and_for_those_who_must_find_the_way() -> None:
    assert letter(INVITATION).count(ADDRESS) == 1
    assert f"Hjemme hos Lone Bæk, {ADDRESS}" in letter(TO_KIM, to_citizen=False)


def test_a_protected_address_is_in_no_letter() -> None:
    hidden = replace(INVITATION, appointment=replace(MEETING, place=""), addressee=Addressee("Kim Møller"))

    words = letter(hidden, to_citizen=False)

    assert "Hjemme hos Lone Bæk Adressen står ikke i brevet. Spørg mødelederen, hvis du mangler den." in words


def test_words_that_begin_at_home_are_not_said_twice() -> None:
    at_home = replace(TO_KIM, appointment=replace(MEETING, place="Hjemme hos Lone, Skovvej 3"))

    assert "Hvor Hjemme hos Lone, Skovvej 3" in letter(at_home, to_citizen=False)


@pytest.mark.parametrize(
    ("kind", "place", "said"),
    [
        (PlaceKind.TOWN_HALL, "", "Rådhuset"),
        (PlaceKind.TOWN_HALL, "lokale 2", "Rådhuset, lokale 2"),
        (PlaceKind.TOWN_HALL, "Rådhuset, lokale 2", "Rådhuset, lokale 2"),
        (PlaceKind.ELSEWHERE, "Biblioteket", "Biblioteket"),
        (PlaceKind.ELSEWHERE, "", "Vi aftaler stedet"),
        (PlaceKind.VIDEO, "", "På video. Du får et link."),
        (PlaceKind.TELEPHONE, "99 12 34 56", "På telefon: 99 12 34 56"),
    ],
)
def test_every_place_is_said(kind: PlaceKind, place: str, said: str) -> None:
    content = replace(INVITATION, appointment=replace(MEETING, place_kind=kind, place=place))

    assert f"Hvor {said} Passer tiden ikke" in letter(content)


def test_a_relative_is_a_guest() -> None:
    words = letter(TO_KAREN)

    assert "Kære Karen Du er inviteret med til et møde om Lone Bæk." in words
    assert "2. Lones ord" in words
    assert "Du bestemmer med" not in words


def test_one_of_the_family_is_invited_to_the_familys_meeting() -> None:
    words = letter(replace(INVITATION, subject=FAMILY))

    assert "Kære Lone Vi vil gerne mødes med jer og dem, der hjælper jer. Mødet er jeres." in words
    assert "Hvor Hjemme hos jer" in words
    assert "Du må tage en med, som du er tryg ved." in words


def test_a_moved_meeting_says_from_when_and_why() -> None:
    words = letter(MOVED)

    assert "Ny tid til mødet" in words
    assert "Mødet er flyttet. Det skulle have været tirsdag 5. januar 2027 kl. 10.00. Grunden er: Mette kan" in words


def test_a_cancelled_meeting_says_so_and_no_more() -> None:
    words = letter(CANCELLED)

    assert "Mødet er aflyst. Vi mødes ikke tirsdag 12. januar 2027 kl. 13.00. Grunden er: Du er syg." in words
    assert "Velkomst" not in words


def test_a_letter_fits_one_sheet() -> None:
    for content, to_citizen in ((INVITATION, True), (TO_KIM, False), (TO_KAREN, True), (CANCELLED, True)):
        assert len(on_paper(invitation_letter(content, TEXTS, to_citizen=to_citizen, large_print=False)).pages) == 1


def test_a_letter_fits_one_sheet_of_the_municipalitys_own_paper_too() -> None:
    for content, to_citizen in ((INVITATION, True), (TO_KIM, False), (TO_KAREN, True), (CANCELLED, True)):
        document = invitation_letter(content, TEXTS, to_citizen=to_citizen, large_print=False)
        (page,) = read_back(PRESS.render(document, LETTERHEADS["full in m65"])).pages
        assert "Venlig hilsen" in page


def test_the_agenda_tells_when_each_item_begins() -> None:
    for_all = replace(INVITATION, addressee=Addressee(""))
    words = sentences(on_paper(agenda_sheet(for_all, to_citizen=True, large_print=True)))

    assert "13.00 1. Velkomst · 5 minutter 13.05 2. Dine ord · 15 minutter" in words
    assert "14.25 7. Næste møde · 5 minutter" in words
    assert "Hvor: Hjemme hos dig" in words


def test_an_agenda_for_a_relative_is_about_somebody_else() -> None:
    words = sentences(on_paper(agenda_sheet(TO_KAREN, to_citizen=True, large_print=False)))

    assert "Hvor Hjemme hos Lone Bæk" in words
    assert "2. Lones ord" in words


def test_a_relative_with_the_citizens_name_is_not_told_to_be_them() -> None:
    named_alike = replace(INVITATION.invited[1], name="Lone Bæk", role="mor", citizen_uid=None)
    content = replace(INVITATION, invited=(INVITATION.invited[0], named_alike))
    words = sentences(on_paper(invitation_letter(content, TEXTS, to_citizen=True, large_print=False)))

    assert words.count("Du, og den du gerne vil have med") == 1
    assert "Lone Bæk · mor" in words


def test_an_agenda_may_pass_midnight() -> None:
    late = replace(INVITATION, appointment=replace(MEETING, starts_clock=time(23, 50)))

    assert "00.10 3. Siden sidst" in sentences(on_paper(agenda_sheet(late, to_citizen=False, large_print=False)))


def test_the_preparation_sheet_asks_and_has_what_is_known() -> None:
    blank, begun = (
        sentences(on_paper(preparation_sheet(content, TEXTS, large_print=False))) for content in (PREPARATION, PREPARED)
    )

    for question in ("Hvad vil du gerne tale om?", "Hvem vil du gerne have med?", "Hvor vil du helst mødes?"):
        assert question in blank
        assert question in begun
    assert "Er der noget, vi ikke skal tale om?" in blank
    assert "DET HAR VI SKREVET NED" not in blank
    assert "DET HAR VI SKREVET NED »Jeg vil tale om morgenerne.« »Og om penge til jul.«" in begun


def test_a_family_is_asked_as_many_on_all_of_the_preparation_sheet() -> None:
    sheet = preparation_sheet(replace(PREPARATION, subject=FAMILY), TEXTS, large_print=False)

    assert sheet.footer.startswith("Har I spørgsmål?")


def test_the_preparation_sheet_is_one_sheet() -> None:
    assert len(on_paper(preparation_sheet(PREPARATION, TEXTS, large_print=False)).pages) == 1


@pytest.mark.parametrize(
    ("kind", "place", "said"),
    [
        (PlaceKind.TOWN_HALL, "", "kl. 13.00 på rådhuset."),
        (PlaceKind.VIDEO, "", "kl. 13.00 på video."),
        (PlaceKind.TELEPHONE, "", "kl. 13.00 på telefon."),
        (PlaceKind.TOWN_HALL, "lokale 2", "kl. 13.00. Sted: Rådhuset, lokale 2."),
        (PlaceKind.HOME, "Lærkevej 3", "kl. 13.00 hjemme hos dig."),
    ],
)
def test_a_meeting_ahead_is_said_in_a_sentence(kind: PlaceKind, place: str, said: str) -> None:
    content = replace(PREPARATION, appointment=replace(MEETING, place_kind=kind, place=place))
    words = sentences(on_paper(preparation_sheet(content, TEXTS, large_print=False)))

    assert f"Vi mødes tirsdag 12. januar 2027 {said}" in words


def test_the_minutes_begin_with_who_does_what() -> None:
    first = on_paper(minutes_paper(MINUTES, to_citizen=True, large_print=False)).pages[0]

    assert "Hvem gør hvad" in first
    assert "Skriver ned, hvad der var godt om morgenen Du hver fredag" in first
    assert "Hvem var med" not in first


def test_invited_and_present_are_two_facts() -> None:
    words = minutes(MINUTES)

    assert "Kim Møller familierådgiver, Familie Ja · har ikke svaret Til stede, kom kl. 13.20, gik kl. 14.00" in words
    assert "Tina Dam sygeplejerske, Sundhed Ja · meldte afbud: er på ferie Skriftligt bidrag" in words
    assert "Karen Bæk bisidder Nej Til stede" in words
    assert "Tina Dam »Såret heler godt.«" in words


def test_the_citizens_words_stand_as_they_were_said() -> None:
    said = "»Det er første gang, nogen ringer tilbage.« »Jeg sover stadig dårligt.«"

    assert f"DU SAGDE {said}" in minutes(MINUTES)
    assert f"LONE SAGDE {said}" in minutes(MINUTES, to_citizen=False)
    assert f"SAGT PÅ MØDET {said}" in minutes(replace(MINUTES, subject=FAMILY))


def test_notes_keep_their_kind() -> None:
    words = minutes(MINUTES)

    assert "Ønske: At Kim kommer en halv time tidligere." in words
    assert "Aftalt: Kim taler med skolen om frokosten." in words
    assert "Skal afgøres: Støtte om morgenen, fem dage om ugen." in words


def test_what_was_promised_last_time_is_told_of() -> None:
    words = minutes(MINUTES)

    assert "Skaffer en bedre seng Ida Mikkelsen gjort 8. januar" in words
    assert "blev ikke til noget: Anna vil hellere gå" in words
    assert "går videre, senest 11. december 2026" in words


def test_the_citizens_answers_are_in_words() -> None:
    assert "Blev du hørt i dag? Rigtig godt (4 af 4)" in minutes(MINUTES)
    assert "Blev Lone hørt i dag? Rigtig godt (4 af 4)" in minutes(MINUTES, to_citizen=False)
    assert "Trækker vi i samme retning? Intet svar" in minutes(MINUTES)
    assert "Der blev ikke spurgt på dette møde." in minutes(replace(MINUTES, evaluation=EvaluationContent()))


def test_minutes_that_are_not_closed_are_a_draft() -> None:
    assert "Udkast – ikke godkendt" in minutes(SPARSE_MINUTES)
    assert "holdt uden" not in minutes(SPARSE_MINUTES)


def test_a_meeting_without_the_citizen_says_why() -> None:
    words = minutes(replace(SPARSE_MINUTES, number=1))

    assert "Mødet blev holdt uden jer. Grunden er: Familien meldte afbud samme morgen." in words


def test_a_correction_says_what_it_corrects() -> None:
    words = minutes(CORRECTED, to_citizen=False)

    assert "Rettet version 2: Kim var med fra begyndelsen." in words


def test_the_contacts_are_the_same_to_family_and_citizen_and_about_them() -> None:
    def sheet(*, family: bool = False, to_citizen: bool = True) -> str:
        plan = FAMILY_PLAN if family else PLAN
        return sentences(on_paper(contacts_sheet(plan, large_print=False, to_citizen=to_citizen)))

    assert "Hvem hjælper dig med hvad" in sheet()
    assert "Hvem hjælper jer med hvad" in sheet(family=True)
    assert "Hvem hjælper Lone med hvad" in sheet(to_citizen=False)
    for words in (sheet(), sheet(to_citizen=False)):
        assert "Karen Bæk · pårørende Henter Anna om onsdagen 99 52 34 56" in words


def calendar(content: CalendarContent = CALENDAR) -> str:
    return calendar_file(calendar_invitation(content, TEXTS)).decode().replace("\r\n ", "")


def test_the_calendar_names_nobody_but_those_asked() -> None:
    lines = calendar().split("\r\n")
    rest = "\n".join(line for line in lines if not line.startswith(("ATTENDEE", "ORGANIZER")))

    for name in (*LONE.name.split(), "Bæk", *METTE.name.split(), "Kim", "Møller", "Karen", ADDRESS):
        assert name not in rest
    assert "SUMMARY:Samarbejdsmøde" in lines
    assert "LOCATION:Hjemmebesøg. Adressen står i indkaldelsen." in lines


def test_the_calendar_has_real_attendees_and_the_stored_numbers() -> None:
    lines = calendar().split("\r\n")

    for line in (
        "UID:m2",
        "SEQUENCE:1",
        "DTSTART;TZID=Europe/Copenhagen:20270112T130000",
        "DTEND;TZID=Europe/Copenhagen:20270112T143000",
    ):
        assert line in lines
    addresses = [line.partition("mailto:")[2] for line in lines if line.startswith(("ORGANIZER", "ATTENDEE"))]
    assert sorted(addresses) == ["karen@example.org", "kim@sundby.example", "mette.holm@sundby.example"]


def test_the_calendar_calls_off() -> None:
    words = calendar(replace(CALENDAR, method=CalendarMethod.CANCEL, sequence=2))

    assert "METHOD:CANCEL" in words
    assert "STATUS:CANCELLED" in words
    assert "SEQUENCE:2" in words


def test_the_card_says_nothing_about_whom_the_meeting_is() -> None:
    for large_print in (False, True):
        words = sentences(on_paper(input_card(CARD, large_print=large_print)))

        assert "Fra: Kim Møller" in words
        assert "Lone" not in words
        assert "Giv arket til Mette senest mandag 11. januar 2027." in words
    nobody = sentences(on_paper(input_card(replace(CARD, coordinator=None), large_print=False)))
    assert "Giv arket til os senest" in nobody


def test_the_agenda_goes_on_over_midnight() -> None:
    night = replace(MEETING, starts_on=date(2026, 12, 31), starts_clock=time(23, 30))
    words = sentences(
        on_paper(agenda_sheet(replace(INVITATION, appointment=night), to_citizen=False, large_print=False))
    )

    assert "kl. 23.30–01.00 næste dag" in words
    assert "00.00 4. Kort om hver indsats · Kim Møller · 20 minutter" in words


@pytest.mark.parametrize(
    ("kind", "place", "said"),
    [
        (PlaceKind.TOWN_HALL, "lokale 2", "LOCATION:Rådhuset\\, lokale 2"),
        (PlaceKind.TELEPHONE, "", "LOCATION:Telefon"),
        (PlaceKind.ELSEWHERE, "Biblioteket", "LOCATION:Biblioteket"),
    ],
)
def test_the_calendar_says_where(kind: PlaceKind, place: str, said: str) -> None:
    appointment = replace(CALENDAR.appointment, place_kind=kind, place=place)

    assert said in calendar(replace(CALENDAR, kind=MeetingKind.NETWORK, appointment=appointment))


def test_a_letter_without_anybody_to_call_still_says_what_to_do() -> None:
    alone = replace(INVITATION, coordinator=None, sender=replace(SENDER, main_phone=""))

    assert "Ring til os." in letter(alone)
    assert "Ring til os på 99 12 30 00." in letter(replace(INVITATION, coordinator=None))
    assert "Ring til Mette." in letter(
        replace(INVITATION, coordinator=replace(METTE, phone=""), sender=replace(SENDER, main_phone=""))
    )


def test_an_absence_told_in_advance_is_in_the_minutes_with_its_reason() -> None:
    told = AttendeeContent("Bo Thygesen", invited=True, answer=InvitationAnswer.NO, answer_note="på kursus")
    not_asked = replace(told, name="Ida Mikkelsen", invited=False)
    came = AttendeeContent("Jens Ravn", attendance=Attendance.PRESENT)
    words = minutes(replace(MINUTES, attendees=(told, not_asked, came)))

    assert "Bo Thygesen Ja · meldte afbud: på kursus" in words
    assert "Ida Mikkelsen Nej · meldte afbud: på kursus" in words
    assert "Jens Ravn Nej Til stede" in words
