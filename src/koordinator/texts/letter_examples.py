"""Invented people and days, for the municipality to see its own letter texts filled. Nobody in them exists."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from koordinator.domain.codes import EndReason
from koordinator.domain.content_parts import AppointmentContent, ContactCard, MemberContent, Sender, SubjectContent, Uid
from koordinator.domain.handover import HandoverKind
from koordinator.domain.invitation_content import (
    Addressee,
    AgendaLine,
    CalendarContent,
    CalendarMethod,
    InvitationContent,
    InvitedContent,
    MovedFrom,
    PreparationContent,
)
from koordinator.domain.letter_content import EndLetter, HandoverLetter, LetterHead, ResponsibleLetter
from koordinator.domain.letter_kinds import Placeholder
from koordinator.domain.meeting import AgendaKind, MeetingKind, PlaceKind
from koordinator.domain.reduced import neutral_invitation
from koordinator.domain.register import ContactKind
from koordinator.texts.consent import consent_values

_LONE: Final = MemberContent(Uid("example-1"), "Lone Bæk")
_ANNA: Final = MemberContent(Uid("example-2"), "Anna Bæk", is_child=True)
_CITIZEN: Final = SubjectContent(Uid("example-3"), "Lone Bæk", is_family=False, members=(_LONE,))
_FAMILY: Final = SubjectContent(Uid("example-4"), "Familien Bæk", is_family=True, members=(_LONE, _ANNA))
_SENDER: Final = Sender("Sundby Kommune", "99 12 30 00", "Sundby Kommune, Torvet 1, 9990 Sundby")
_DAY: Final = date(2026, 11, 21)
_ADDRESS: Final = ("Lærkevej 3, 2. tv.", "9990 Sundby")
_METTE: Final = ContactCard(
    "Mette Holm",
    role="socialrådgiver",
    phone="99 12 34 56",
    phone_hours="kl. 9-14",
    email="mette.holm@sundby.example",
    is_coordinator=True,
)
_IDA: Final = ContactCard("Ida Mikkelsen", phone="99 12 34 78", phone_hours="kl. 9-14", is_primary_caseworker=True)
_MEETING: Final = AppointmentContent(Uid("example-5"), date(2027, 1, 12), time(13), 90, PlaceKind.HOME)
_INVITED: Final = (
    InvitedContent("Lone Bæk", citizen_uid=_LONE.uid),
    InvitedContent("Mette Holm", "socialrådgiver", "Handicap"),
    InvitedContent("Kim Møller", "familierådgiver", "Familie"),
    InvitedContent("Karen Dahl", "søster"),
)
_AGENDA: Final = (
    AgendaLine(AgendaKind.WELCOME, "Velkomst", 5),
    AgendaLine(AgendaKind.CITIZENS_WORDS, "Lones ord", 15),
    AgendaLine(AgendaKind.EFFORTS, "Kort om hver indsats", 20),
    AgendaLine(AgendaKind.AGREEMENTS, "Aftaler", 15),
)
_INVITATION: Final = InvitationContent(
    _SENDER,
    _CITIZEN,
    Addressee("Lone Bæk", _ADDRESS, _LONE.uid),
    MeetingKind.COORDINATION,
    _MEETING,
    _DAY,
    _METTE,
    _INVITED,
    _AGENDA,
)


def head(*, family: bool) -> LetterHead:
    """From the town to Lone, or to her family."""
    subject = _FAMILY if family else _CITIZEN
    return LetterHead(_SENDER, subject, Addressee(subject.name, _ADDRESS), _DAY)


def to_citizen(*, family: bool) -> InvitationContent:
    """To Lone, about her or about the family."""
    return replace(_INVITATION, subject=_FAMILY) if family else _INVITATION


def to_relative() -> InvitationContent:
    """To Lone's sister."""
    return replace(_INVITATION, addressee=Addressee("Karen Dahl", contact_kind=ContactKind.RELATIVE))


def to_professional() -> InvitationContent:
    """To one who helps Lone."""
    return replace(_INVITATION, addressee=Addressee("Kim Møller"))


def neutral(content: InvitationContent) -> InvitationContent:
    """The same to somebody whom no consent covers."""
    return neutral_invitation(content)


def moved() -> InvitationContent:
    """To Lone: another time."""
    return replace(_INVITATION, moved_from=MovedFrom(date(2027, 1, 5), time(10), "Mette er på kursus den dag"))


def cancelled(content: InvitationContent) -> InvitationContent:
    """The meeting will not be."""
    reason = "Du er syg" if content.addressee.citizen_uid else ""
    return replace(content, cancelled=True, cancel_reason=reason)


def preparation(*, family: bool) -> PreparationContent:
    """The sheet before the meeting."""
    return PreparationContent(_SENDER, _FAMILY if family else _CITIZEN, _MEETING, _DAY, _METTE)


def responsible(*, family: bool) -> ResponsibleLetter:
    """One who coordinates, and one who is fast sagsbehandler; to the family one who is both."""
    return ResponsibleLetter(head(family=family), _METTE, _METTE if family else _IDA)


def handover(kind: HandoverKind, *, family: bool) -> HandoverLetter:
    """From Mette to Ida; to the family without a meeting."""
    receiver = replace(_IDA, is_coordinator=True)
    return HandoverLetter(head(family=family), kind, _METTE, receiver, date(2026, 12, 1), None if family else _MEETING)


def end(reason: EndReason, *, family: bool) -> EndLetter:
    """The course is over; the family has not been told whom to call."""
    word, call = ("", "") if family else ("Jeg kan selv ringe til skolen nu.", "Ida Mikkelsen på 99 12 34 78")
    return EndLetter(head(family=family), reason, _DAY, word, call, _METTE)


def calendar(method: CalendarMethod, *, for_all: bool) -> CalendarContent:
    """What stands in everybody's calendar."""
    return CalendarContent(
        method,
        Uid("example-6"),
        0,
        datetime(2026, 11, 21, 9, tzinfo=UTC),
        MeetingKind.COORDINATION,
        replace(_MEETING, place_kind=PlaceKind.TOWN_HALL, place="Lokale 2"),
        _SENDER.municipality,
        for_all=for_all,
    )


WORDS: Final[dict[Placeholder, str]] = {
    Placeholder.NAME: "Lone",
    Placeholder.MUNICIPALITY: _SENDER.municipality,
    Placeholder.TODAY: "21. november 2026",
    Placeholder.PAPERS: "Fælles plan, version 3",
    Placeholder.PHONE: "99 12 34 56",
    Placeholder.PHONE_HOURS: "kl. 9-14",
    Placeholder.SIGNER: "Mette Holm",
    Placeholder.SIGNER_TITLE: "socialrådgiver",
    **consent_values(
        "Lone Bæk",
        "Lone Bæk",
        "At samarbejde om planen",
        "Kim Møller, Ida Mikkelsen og Handicap",
        "Tina Dam ikke om økonomi.",
        date(2027, 6, 30),
    ),
}
"""For the texts that are words alone."""
