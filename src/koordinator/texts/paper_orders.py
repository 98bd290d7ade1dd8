"""What a paper is called where somebody chooses one, and what a copy of it leaves out and why."""

from typing import Final

from koordinator.domain.left_out import LeftOut, LeftOutThing, WhyLeftOut
from koordinator.domain.paper import Paper, PaperKind, Reader
from koordinator.domain.paper_order import ListedPaper, PaperOrder
from koordinator.texts.formats import count_of, date_short
from koordinator.texts.plan import PAPERS, READERS

TO_FILL_IN: Final = "til at udfylde"
NOTHING_LEFT_OUT: Final = "Alt er med."
_DRAFT: Final = "som den er i dag"
_EXTRACTS: Final = frozenset({PaperKind.PLAN, PaperKind.AGENDA, PaperKind.MINUTES})
_TWO_COPIES: Final = _EXTRACTS | {PaperKind.CONTACTS}

_THINGS: Final[dict[LeftOutThing, tuple[str, str]]] = {
    LeftOutThing.GOALS: ("mål", "mål"),
    LeftOutThing.AGREEMENTS: ("aftale", "aftaler"),
    LeftOutThing.PENDING: ("punkt, der skal afgøres", "punkter, der skal afgøres"),
    LeftOutThing.EFFORTS: ("indsats", "indsatser"),
    LeftOutThing.AGENDA_ITEMS: ("punkt på dagsordenen", "punkter på dagsordenen"),
    LeftOutThing.OWN_WORDS: ("tekst med egne ord", "tekster med egne ord"),
    LeftOutThing.VIEWPOINTS: ("syn på det, I er uenige om", "syn på det, I er uenige om"),
    LeftOutThing.SCORES: ("score på et tema", "scorer på temaer"),
    LeftOutThing.CONTACTS: ("kontaktperson", "kontaktpersoner"),
    LeftOutThing.OTHER_PLANS: ("anden plan", "andre planer"),
    LeftOutThing.CONSENTS: ("samtykke", "samtykker"),
    LeftOutThing.LEGAL_BASES: ("oplysning om lovgrundlag eller betaling", "oplysninger om lovgrundlag eller betaling"),
    LeftOutThing.SUMMARY: ("opsummering af mødet", "opsummeringer af mødet"),
    LeftOutThing.EVALUATION: ("evaluering af mødet", "evalueringer af mødet"),
    LeftOutThing.CONTRIBUTIONS: ("svar eller skriftligt bidrag", "svar eller skriftlige bidrag"),
    LeftOutThing.CORRECTION: ("rettelse med egne ord", "rettelser med egne ord"),
    LeftOutThing.NOTES: ("privat note", "private noter"),
    LeftOutThing.NAMES: ("navn på en deltager", "navne på deltagere"),
    LeftOutThing.ADDRESS: ("adresse", "adresser"),
}
_PRIVATE: Final[dict[LeftOutThing, str]] = {
    LeftOutThing.NOTES: "det er kun dig, der ser den slags",
    LeftOutThing.CONTACTS: "de er markeret som nogen, der ikke skal stå på papir",
    LeftOutThing.ADDRESS: "adressen er beskyttet",
}
_WHY: Final[dict[WhyLeftOut, str]] = {
    WhyLeftOut.CONSENT: "samtykket undtager noget, og her er der ikke et emne, der viser, at det må deles",
    WhyLeftOut.NO_CONSENT: "intet samtykke dækker modtageren, så brevet siger ikke, hvad mødet handler om",
    WhyLeftOut.OTHER_MEMBER: "det hører til en andens del i familien",
    WhyLeftOut.PROFESSIONALS_ONLY: "det står i udgaven til fagpersoner",
}


def paper_title(listed: ListedPaper) -> str:
    """Fælles plan, version 2"""
    order = listed.order
    which = (date_short(listed.on) if listed.on is not None else "", _version(order))
    return ", ".join(filter(None, (PAPERS[order.kind], *which)))


def reader_words(order: PaperOrder, name: str = "") -> str:
    """Til borgeren; Uddrag til Kim Møller; nothing where there is one copy for all."""
    if order.party is not None and order.kind in _EXTRACTS:
        return f"Uddrag til {name}"
    if name:
        return f"Til {name}"
    return READERS[order.reader] if order.kind in _TWO_COPIES else ""


def made_for(paper: Paper) -> str:
    """Uddrag til Kim Møller; Til Anna Bæk; nothing where the paper is for all of its readers."""
    is_extract = paper.kind in _EXTRACTS and paper.reader is Reader.PROFESSIONAL
    return f"{'Uddrag til' if is_extract else 'Til'} {paper.made_for}" if paper.made_for else ""


def left_out_sentence(left_out: LeftOut) -> str:
    """2 mål om Økonomi: undtaget i samtykket."""
    told = count_of(left_out.count, *_THINGS[left_out.what])
    if left_out.why is WhyLeftOut.CONSENT and left_out.theme:
        return f"{told} om {left_out.theme}: undtaget i samtykket."
    about = f" om {left_out.theme}" if left_out.theme else ""
    return f"{told}{about}: {_why(left_out)}."


def _why(left_out: LeftOut) -> str:
    return _PRIVATE[left_out.what] if left_out.why is WhyLeftOut.PRIVATE else _WHY[left_out.why]


def _version(order: PaperOrder) -> str:
    if order.number is not None:
        return f"version {order.number}"
    if order.kind is PaperKind.CONSENT and order.consent_id is None:
        return TO_FILL_IN
    return _DRAFT if order.kind is PaperKind.PLAN else ""
