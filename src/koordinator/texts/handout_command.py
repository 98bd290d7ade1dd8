"""Words of `koordinator hand-out`."""

from collections.abc import Sequence
from typing import Final

from koordinator.domain.handouts import Recipient
from koordinator.domain.paper import Handout, HandoutWay
from koordinator.texts import handout
from koordinator.texts.formats import join_with_og
from koordinator.texts.plan import HANDOUT_WAYS

SUMMARY: Final = "vis, hvem et dokument kan udleveres til, og notér, hvem der fik det, hvordan og hvornår"
FILE_HELP: Final = "dokumentets PDF, præcis som den blev lavet her"
NAME: Final = "NAVN"
TO_HELP: Final = "en, der har fået dokumentet; kan skrives flere gange"
WAY_HELP: Final = "hvordan: digital_post, letter, secure_mail, at_meeting eller read_aloud (ellers den foreslåede vej)"
DAY: Final = "DAG"
ON_HELP: Final = "dagen, som 24.11.2026 eller 2026-11-24 (ellers i dag)"
READY_HELP: Final = "læg dokumentet og en følgetekst klar i en ny mappe her"
WITHDRAW_HELP: Final = "træk noteringen med dette nummer tilbage"
BECAUSE_HELP: Final = "hvad der var forkert ved noteringen"
REASON: Final = "ÅRSAG"
NEEDS_REASON: Final = "--withdraw og --because hører sammen"
ONE_THING: Final = "--withdraw kan ikke skrives sammen med --to eller --ready"
NEEDS_SOMEBODY: Final = "--way og --on hører sammen med --to"


def proposed(recipient: Recipient, way: HandoutWay) -> str:
    """Lone Bæk, borger: Brev (Fritaget for Digital Post ...)"""
    remarks = handout.remarks(recipient)
    return f"{handout.who(recipient)}: {HANDOUT_WAYS[way]}{f' ({remarks})' if remarks else ''}"


def numbered(noted: Handout) -> str:
    """12: Lone Bæk · 24.11.2026 · Brev"""
    return f"{noted.id}: {handout.withdrawn(noted)}"


def ready(folder: str) -> str:
    """Dokument og følgetekst ligger klar her: E:\\\\faelles-plan-version-3"""
    return f"Dokument og følgetekst ligger klar her: {folder}"


def has_got(noted: Sequence[Handout]) -> str:
    """Noteret: Lone Bæk og Jens Ravn har fået dokumentet."""
    return f"Noteret: {join_with_og([each.recipient for each in noted])} har fået dokumentet."


def taken_back(noted: Handout) -> str:
    """Trukket tilbage: Lone Bæk · 24.11.2026 · Brev"""
    return f"Trukket tilbage: {handout.line(noted)}"
