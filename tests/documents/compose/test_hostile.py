"""Whatever was typed in any field of any content comes out as text, and the paper comes out at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.documents.compose.calendar import calendar_invitation
from koordinator.documents.compose.consent_form import consent_form
from koordinator.documents.compose.contacts import contacts_sheet
from koordinator.documents.compose.course_history import course_paper
from koordinator.documents.compose.invitation import agenda_sheet, invitation_letter
from koordinator.documents.compose.letters import end_letter, handover_letter, responsible_letter
from koordinator.documents.compose.log_letter import log_letter
from koordinator.documents.compose.minutes import minutes_paper
from koordinator.documents.compose.network import network_paper
from koordinator.documents.compose.plan_citizen import plan_for_citizen
from koordinator.documents.compose.plan_professional import plan_for_professionals
from koordinator.documents.compose.preparation import preparation_sheet
from koordinator.documents.compose.right_of_access import access_report
from koordinator.documents.compose.take_home import take_home_sheet
from koordinator.documents.compose.ways_sheet import ways_sheet
from koordinator.documents.content import Document
from koordinator.documents.ics import calendar_file
from koordinator.domain.invitation_content import AgendaLine
from koordinator.domain.meeting import AgendaKind, NoteKind
from koordinator.domain.minutes_content import NoteContent
from tests.documents.compose.access import LOG, REPORT
from tests.documents.compose.citizen_sheets import BLANK_CONSENT, GIVEN_CONSENT, WAYS_TODAY
from tests.documents.compose.contents import AGREEMENTS, FAMILY_PLAN, METTE, PLAN
from tests.documents.compose.letters import ENDED, HANDED_OVER, RESPONSIBLE
from tests.documents.compose.meetings import CALENDAR, INVITATION, MINUTES, MINUTES_AGENDA, MOVED, PREPARED
from tests.documents.compose.papers import NEWS, with_text_everywhere
from tests.documents.drawings import LONG_COURSE
from tests.documents.networks import with_everything
from tests.documents.press import PRESS, read_back
from tests.support.letter_texts import TEXTS

MARKUP = (
    "<b>Lone</b> & <img src='/etc/passwd'/>",
    '<a href="javascript:alert(1)">klik</a>',
    "%s {name} {0} ${jndi}",
    "BEGIN:VEVENT\\nEND:VCALENDAR",
)


def documents(text: str, *, large_print: bool = False) -> tuple[Document, ...]:
    """Every paper that is made from what people typed, with the text in all its fields."""
    plan = with_text_everywhere(FAMILY_PLAN, text)
    invitation, moved = with_text_everywhere(INVITATION, text), with_text_everywhere(MOVED, text)
    minutes = with_text_everywhere(MINUTES, text)
    return (
        plan_for_citizen(plan, with_text_everywhere(NEWS, text), large_print=large_print),
        plan_for_professionals(plan, with_text_everywhere(NEWS, text), large_print=large_print),
        contacts_sheet(plan, large_print=large_print),
        invitation_letter(invitation, TEXTS, to_citizen=True, large_print=large_print),
        invitation_letter(moved, TEXTS, to_citizen=False, large_print=large_print),
        invitation_letter(replace(invitation, cancelled=True), TEXTS, to_citizen=False, large_print=large_print),
        agenda_sheet(invitation, to_citizen=False, large_print=large_print),
        preparation_sheet(with_text_everywhere(PREPARED, text), TEXTS, large_print=large_print),
        minutes_paper(minutes, to_citizen=True, large_print=large_print),
        minutes_paper(minutes, to_citizen=False, large_print=large_print),
        take_home_sheet(minutes, large_print=large_print),
        responsible_letter(with_text_everywhere(RESPONSIBLE, text), TEXTS, large_print=large_print),
        handover_letter(with_text_everywhere(HANDED_OVER, text), TEXTS, large_print=large_print),
        end_letter(with_text_everywhere(ENDED, text), TEXTS, large_print=large_print),
        ways_sheet(with_text_everywhere(WAYS_TODAY, text), large_print=large_print),
        consent_form(with_text_everywhere(GIVEN_CONSENT, text), large_print=large_print),
        consent_form(with_text_everywhere(BLANK_CONSENT, text), large_print=large_print),
        network_paper(with_text_everywhere(with_everything(), text), large_print=large_print),
        course_paper(with_text_everywhere(LONG_COURSE, text), large_print=large_print),
        access_report(replace(REPORT, rows=with_text_everywhere(REPORT.rows, text)), large_print=large_print),
        log_letter(with_text_everywhere(LOG, text), large_print=large_print),
    )


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_text(text: str) -> None:
    for document in documents(text):
        pdf = PRESS.render(document)
        assert "".join(text.split()) in read_back(pdf).words
        assert b"/URI" not in pdf.content
        assert b"/JavaScript" not in pdf.content
        assert b"/Subtype /Image" not in pdf.content


@pytest.mark.parametrize("unseen", ["\x00", "\x1b", "\u202e", "\u200b", "\ud83d"])
def test_what_cannot_be_seen_is_not_on_the_paper(unseen: str) -> None:
    for document in documents(f"Lo{unseen}ne"):
        paper = read_back(PRESS.render(document))
        assert "Lone" in paper.text
        assert unseen not in paper.text


def test_emoji_and_other_scripts_are_seen() -> None:
    for document in documents("Tak 🙂 李"):
        assert "[smiler] □" in read_back(PRESS.render(document)).text


def test_a_hundred_thousand_characters_find_room() -> None:
    text = "Der var så meget at sige. " * 4_000
    agreement = replace(AGREEMENTS[0], what=text)
    item = replace(MINUTES_AGENDA[1], notes=(NoteContent(NoteKind.SAID, text),))
    line = AgendaLine(AgendaKind.OTHER, text, 5)
    long = (
        plan_for_citizen(replace(PLAN, own_words=text), None, large_print=False),
        plan_for_citizen(replace(PLAN, agreements=(agreement,)), None, large_print=False),
        plan_for_professionals(replace(PLAN, contacts=(replace(METTE, name=text),)), None, large_print=False),
        invitation_letter(replace(INVITATION, agenda=(line,)), TEXTS, to_citizen=True, large_print=False),
        preparation_sheet(replace(PREPARED, wants_to_discuss=text), TEXTS, large_print=True),
        minutes_paper(replace(MINUTES, agenda=(item,), summary=text), to_citizen=True, large_print=False),
    )
    for document in long:
        pdf = PRESS.render(document)
        assert pdf.pages > 10
        assert read_back(pdf).words.count("Dervarsåmegetatsige.") >= 3_000


@given(st.text(max_size=80), st.booleans())
def test_any_text_in_any_field_can_be_printed(text: str, large_print: bool) -> None:
    for document in documents(text, large_print=large_print)[::4]:
        assert PRESS.render(document).pages >= 1


@given(st.text(max_size=200))
def test_no_text_breaks_out_of_the_calendar_file(text: str) -> None:
    content = calendar_file(calendar_invitation(with_text_everywhere(CALENDAR, text), TEXTS)).decode()
    lines = content.replace("\r\n ", "").split("\r\n")

    assert lines.count("BEGIN:VEVENT") == 1
    assert lines.count("END:VCALENDAR") == 1
    assert sum(line.startswith("ATTENDEE") for line in lines) <= len(CALENDAR.attendees)
