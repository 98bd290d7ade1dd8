"""Made-up contents of the letters on who helps. Nobody in them exists."""

from dataclasses import replace
from datetime import date
from typing import Final

from koordinator.domain.codes import EndReason
from koordinator.domain.content_parts import ContactCard
from koordinator.domain.handover import HandoverKind
from koordinator.domain.invitation_content import Addressee
from koordinator.domain.letter_content import EndLetter, HandoverLetter, LetterHead, ResponsibleLetter
from tests.documents.compose.contents import FAMILY, LONE, MEETING, METTE, SENDER, SUBJECT

HEAD: Final = LetterHead(
    SENDER, SUBJECT, Addressee("Lone Bæk", ("Åløkken 3, 2. tv.", "5250 Solbæk"), LONE.uid), date(2026, 11, 21)
)
TO_FAMILY: Final = replace(HEAD, subject=FAMILY, addressee=Addressee(FAMILY.name))
IDA: Final = ContactCard(
    "Ida Mikkelsen", phone="99 12 34 78", phone_hours="kl. 9-14", is_coordinator=True, is_primary_caseworker=True
)
BO: Final = ContactCard("Bo Thygesen", phone="99 12 34 90", is_primary_caseworker=True)

RESPONSIBLE: Final = ResponsibleLetter(HEAD, METTE, BO)
ONE_IS_BOTH: Final = ResponsibleLetter(TO_FAMILY, IDA, IDA)
HANDED_OVER: Final = HandoverLetter(HEAD, HandoverKind.PLANNED, METTE, IDA, date(2026, 12, 1), MEETING)
ABSENCE: Final = replace(HANDED_OVER, kind=HandoverKind.ABSENCE, meeting=None)
HANDED_OVER_FAMILY: Final = replace(ABSENCE, head=TO_FAMILY, kind=HandoverKind.RESIGNATION)
ENDED: Final = EndLetter(
    HEAD,
    EndReason.GOALS_REACHED,
    date(2026, 11, 21),
    "Jeg kan selv ringe til skolen nu.",
    "Ida Mikkelsen på 99 12 34 78",
    METTE,
)
ENDED_FAMILY: Final = EndLetter(TO_FAMILY, EndReason.LESS_NEED, date(2026, 11, 21))
