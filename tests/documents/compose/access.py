"""What a citizen gets who asks for everything: a little of each, as it is when others have been taken out."""

from datetime import UTC, date, datetime, time
from typing import Final

from koordinator.domain.access import Action, Channel
from koordinator.domain.assessment_model import UNKNOWN
from koordinator.domain.content_parts import Sender
from koordinator.domain.ids import CitizenId, EmployeeId, RowId
from koordinator.domain.meeting import MeetingKind, NoteKind
from koordinator.domain.register import CaseStatus, ContactKind
from koordinator.domain.right_of_access import (
    AccessDecision,
    AccessLog,
    AccessLogLine,
    AccessReport,
    AccessVerdict,
    AnswerCode,
    HeldBack,
    HeldField,
    HeldFields,
    HeldList,
    HeldRow,
    HeldText,
    HeldValue,
    Other,
    OtherKey,
    OtherKind,
)

TODAY: Final = date(2026, 11, 21)
_AT: Final = datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
_NAME: Final = "Lone Bæk"


def said(*pieces: str | int) -> HeldText:
    """A text, with a number where somebody else is named."""
    return HeldText(pieces)


def row(kind: str, key: int, /, *parts: HeldRow, **fields: HeldValue) -> HeldRow:
    """A row by the names of its fields."""
    return HeldRow(kind, key, tuple(HeldField(name, value) for name, value in fields.items()), parts=parts)


def part(**fields: HeldValue) -> HeldFields:
    """A part of a frozen version."""
    return HeldFields(tuple(HeldField(name, value) for name, value in fields.items()))


def decided(key: OtherKey, verdict: AccessVerdict, reason: str) -> AccessDecision:
    """A decision of the day before."""
    return AccessDecision(RowId(1), CitizenId(1), *key, verdict, reason, EmployeeId(1), _AT)


_KAREN: Final = OtherKey(OtherKind.CONTACT_PERSON, 4)
_NABO: Final = OtherKey(OtherKind.NAME, name="bodil lund")
_NOTE: Final = OtherKey(OtherKind.PRIVATE_NOTE, 7)
_LEARNT: Final = "Hun har sagt det i fortrolighed."

OTHERS: Final = (
    Other(_KAREN, 1, "Karen Holm", ContactKind.RELATIVE, decision=decided(_KAREN, AccessVerdict.MASKED, _LEARNT)),
    Other(_NABO, 2, "Bodil Lund", detail="Så kom Bodil Lund forbi"),
    Other(_NOTE, 3, "Mette Holm", detail="Husk at spørge igen"),
)
LOG: Final = AccessLog(
    Sender("Lilleby Kommune", "99 12 30 00", "Lilleby Kommune, Torvet 1, 9999 Lilleby"),
    _NAME,
    TODAY,
    (
        AccessLogLine(_AT, _AT, 1, "Mette Holm, socialrådgiver", Action.OPEN_CITIZEN, Channel.WINDOW),
        AccessLogLine(_AT, _AT.replace(hour=12), 14, "Mette Holm, socialrådgiver", Action.RUN_MEETING, Channel.WINDOW),
        AccessLogLine(_AT, _AT, 2, "", Action.OPEN_PLAN, Channel.WINDOW),
        AccessLogLine(_AT, _AT, 1, "", Action.IMPORT_LIST, Channel.SYSTEM),
        AccessLogLine(_AT, _AT, 1, "Hans Lund, leder", Action.OPEN_SUPERVISION_ROWS, Channel.WINDOW),
    ),
)
REPORT: Final = AccessReport(
    LOG,
    OTHERS,
    (
        row("citizen", 1, name=said(_NAME), cpr=said("1203784444"), born_on=date(1978, 3, 12), protected_address=False),
        row("case_file", 3, number=said("SB-17"), title=said("Ressourceforløb"), status=CaseStatus.ACTIVE),
        HeldRow("contact_person", 4, (), hidden=1),
        HeldRow("contact_person", 5, (), hidden=1),
        row(
            "assessment",
            8,
            decided_on=date(2026, 2, 4),
            answers=HeldList(
                (
                    part(parameter=said("Antal sager"), option=said("Tre"), citizen_option=AnswerCode(UNKNOWN)),
                    part(parameter=said("Overblik"), option=said("Delvist"), note=said("Sagt af ", 1, ".")),
                )
            ),
        ),
        row(
            "meeting",
            9,
            row("participant", 21, citizen_id=said(_NAME), citizen_took_part=True),
            HeldRow("participant", 22, (), hidden=1),
            row("meeting_note", 6, kind=NoteKind.SAID, text=said("Så kom ", 2, " forbi. Det var fint.")),
            HeldRow("meeting_note", 7, (), hidden=3),
            row("meeting_operation", 1, sequence=1),
            row(
                "minutes_version",
                2,
                number=1,
                made_at=_AT,
                content=part(
                    summary=said("Vi fandt en vej."),
                    agreements=HeldList(
                        (HeldBack(1), HeldBack(1), part(what=said("Mette ringer."), due_on=date(2026, 12, 1)))
                    ),
                    goals=HeldList(()),
                ),
            ),
            kind=MeetingKind.COORDINATION,
            starts_on=date(2026, 3, 3),
            starts_clock=time(13, 0),
            duration_minutes=60,
        ),
        row("agreement", 30, what=said("Mette ringer til ", 2, " på ", 0, ". " + "Og så er der mere. " * 5)),
        row("paper", 40, file_name=said("referat-2026-03-03.pdf"), made_at=_AT),
        row("handout", 41, recipient=None, handed_on=date(2026, 3, 4)),
    ),
)
EMPTY_REPORT: Final = AccessReport(AccessLog(Sender("", "", ""), _NAME, TODAY, ()), (), ())
