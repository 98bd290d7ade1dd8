"""Words of handovers: the page, the card, the dialogs."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from koordinator.domain.agreement import Agreement
from koordinator.domain.contact_note import ContactNote
from koordinator.domain.handover import Handover, HandoverKind, Held
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.meeting import Preparation
from koordinator.texts.formats import count_of, danish_day, date_long, date_short

TITLE: Final = "Overdragelse"
INTRO: Final = (
    "Vælg, hvem der overdrager, hvem det gælder, og hvem der tager over. Borgeren har hele tiden én at gå til."
)
OPEN_PAGE: Final = "Overdrag …"
TERMS: Final = "Hvem og hvornår?"
GIVER: Final = "Hvem overdrager?"
KIND: Final = "Hvorfor?"
KINDS: Final[dict[HandoverKind, str]] = {
    HandoverKind.PLANNED: "Planlagt skift",
    HandoverKind.ABSENCE: "Fravær – går tilbage igen",
    HandoverKind.RESIGNATION: "Fratrædelse",
}
KINDS_SHORT: Final[dict[HandoverKind, str]] = {
    HandoverKind.PLANNED: "planlagt",
    HandoverKind.ABSENCE: "ved fravær",
    HandoverKind.RESIGNATION: "ved fratrædelse",
}
FROM_DAY: Final = "Gælder fra"
TOLD: Final = "Det skal den nye vide"
TOLD_HINT: Final = "Det, der ikke står andre steder. Så skal borgeren ikke fortælle det igen."
WHOM: Final = "Hvem skal overdrages?"
NAME: Final = "Borger eller familie"
TICK: Final = "Valgt"
TICKED: Final = "✓ Valgt"
NOT_TICKED: Final = "Vælg"
AGREEMENTS: Final = "Åbne aftaler"
RECEIVER: Final = "Hvem tager over?"
CHOOSE_ALL: Final = "Vælg alle"
CHOOSE_NONE: Final = "Vælg ingen"
GIVE_TO: Final = "Vælg modtagere"
GIVE_TO_INTRO: Final = (
    "Vælg en eller flere. De valgte borgere bliver fordelt, så den, der har færrest, får flest. "
    "Tryk Enter på en borger for at vælge en anden til netop den borger."
)
NOBODY_CAN: Final = "Der er ingen andre med myndighed. Giv en medarbejder myndighed under Indstillinger."
NOT_CHOSEN: Final = "ikke valgt endnu"
NOTHING: Final = "{name} er ikke koordinerende eller fast sagsbehandler for nogen."
CARRY: Final = "Begynd overdragelsen"
UNDER_WAY: Final = "Overdragelser i gang"
NO_UNDER_WAY: Final = "Ingen overdragelser i gang."
FROM_TO: Final = "Fra og til"
WHEN: Final = "Gælder fra"
MISSING: Final = "Mangler"
SHORTCUT_TICK: Final = "Vælg borgeren, eller vælg fra igen"
SHORTCUT_ALL: Final = "Vælg alle"
SHORTCUT_RECEIVERS: Final = "Vælg modtagere til de valgte"
SHORTCUT_ONE: Final = "Vælg modtager til denne borger"
SHORTCUT_CARRY: Final = "Begynd overdragelsen"

HAND_OVER: Final = "overdrag"
HAND_OVER_HEADING: Final = "Overdrag {name}"
HAND_OVER_INTRO: Final = "Den nuværende sagsbehandler har ansvaret til og med dagen før. Der følger en tjekliste med."
NOW: Final = "Gennemfør overdragelsen"
SEE: Final = "Læs det, vi ved"
INTRODUCE: Final = "Aftal introduktionsmøde"
LETTER: Final = "Skriv brev"
CALL_OFF: Final = "Aflys"
CALL_OFF_HEADING: Final = "Aflys overdragelsen"
CALL_OFF_REASON: Final = "Hvorfor bliver den aflyst?"
GIVE_BACK: Final = "Giv tilbage"
GIVE_BACK_ASK: Final = "Skal {giver} have ansvaret igen fra i dag?"
READ_HEADING: Final = "Det ved vi allerede om {name}"
READ_INTRO: Final = "Læs det, før I mødes, så borgeren ikke skal fortælle det hele igen."
CLOSE: Final = "Luk"
FROM_GIVER: Final = "Fra {name}"
OWN_WORDS: Final = "Borgerens egne ord"
MUST_NOT_BE_LOST: Final = "Det må ikke gå tabt"
STRENGTHS: Final = "Styrker"
BEFORE_MEETINGS: Final = "Fra forberedelsen af møder"
CONTACTS: Final = "Kontakter"
OPEN_AGREEMENTS: Final = "Åbne aftaler"
NOTHING_WRITTEN: Final = "Ikke skrevet ned endnu."

WHICH_LETTER: Final = "Hvilket brev?"
PRINT: Final = "Skrift"
NORMAL: Final = "Almindelig skrift"
LARGE: Final = "Stor skrift"
LETTER_INTRO: Final = "Brevet bliver gemt under Dokumenter."
MAKE: Final = "Lav brevet"
LETTER_RESPONSIBLE: Final = "Hvem er din sagsbehandler"
LETTER_HANDOVER: Final = "Du får en ny sagsbehandler"
LETTER_END: Final = "Forløbet slutter"
OFFER_END: Final = "Skal borgeren have et brev om det?"
OFFER_END_TEXT: Final = "I brevet står grunden, borgerens egne ord, og hvem man kan ringe til bagefter."
COORDINATES: Final = "{name} koordinerer {courses}."
OFFER: Final = "Skal forløbene overdrages?"
OFFER_TEXT: Final = (
    "{name} koordinerer {courses} og kan ikke gøre det længere. Indtil en anden tager over, står de under "
    "»Mangler koordinerende sagsbehandler«."
)
OFFER_YES: Final = "Overdrag"

CARD_TITLE: Final = "Sagsbehandlerskift"
UNSERVED_HEADING: Final = "Mangler koordinerende sagsbehandler, er ikke overdraget, eller mødes ikke"
STEP: Final = "Trin"
COORDINATOR: Final = "Koordinerende sagsbehandler"
NOBODY: Final = "ingen"
SINCE: Final = "Siden"
SHOW: Final = "Se rækkerne"


def from_to(giver: str, receiver: str) -> str:
    """Mette Holm → Ida Mikkelsen"""
    return f"{giver} → {receiver}"


def heading(handover: Handover, giver: str, receiver: str, today: date) -> str:
    """Fra Mette Holm til Ida Mikkelsen, planlagt, fra 1. december 2026."""
    if not handover.is_open:
        return f"{receiver} har taget over for {giver} siden {date_long(handover.ended_on or today)}."
    due = " Dagen er kommet." if handover.presses_on(today) else ""
    day = date_long(handover.takes_effect_on)
    return f"Fra {giver} til {receiver}, {KINDS_SHORT[handover.kind]}, fra {day}.{due}"


def held(held_now: Held) -> str:
    """What the giver is there."""
    words = (("koordinerende", held_now.coordinates), ("fast", held_now.is_primary))
    return " og ".join(word for word, is_so in words if is_so) + " sagsbehandler"


def load(courses: int) -> str:
    """koordinerer 12 forløb"""
    return f"koordinerer {courses} forløb"


def courses(count: int) -> str:
    """12 forløb"""
    return count_of(count, "forløb", "forløb")


def receiver_option(name: str, count: int) -> str:
    """Ida Mikkelsen · koordinerer 12 forløb"""
    return f"{name} · {load(count)}"


def under_way(receiver: str, day: date) -> str:
    """Under overdragelse til Ida Mikkelsen fra 01.12.2026"""
    return f"I gang: {receiver} fra {date_short(day)}"


def chosen(count: int, ready: int) -> str:
    """12 valgt, 3 mangler en modtager"""
    if not count:
        return "Vælg dem, der skal overdrages."
    left = count - ready
    return f"{count} valgt" + (f" · {left} mangler en modtager" if left else "")


def begun(count: int) -> str:
    """Overdragelsen af 12 er begyndt."""
    return f"Overdragelsen af {count_of(count, 'borger eller familie', 'borgere og familier')} er begyndt."


def missing(count: int) -> str:
    """3 punkter"""
    return count_of(count, "punkt", "punkter") if count else "intet"


def told_parts(handover: Handover, giver: str, plan: JointPlan | None) -> tuple[tuple[str, str], ...]:
    """What stands under each heading; empty where nothing is written."""
    return (
        (FROM_GIVER.format(name=giver), handover.told),
        (OWN_WORDS, plan.own_words if plan else ""),
        (MUST_NOT_BE_LOST, plan.must_not_be_lost if plan else ""),
        (STRENGTHS, plan.strengths if plan else ""),
    )


def prepared(preparations: Sequence[Preparation]) -> str:
    """The wishes that were talked through, the newest first."""
    wishes = (
        wish
        for each in preparations
        for wish in (each.wants_to_discuss, each.must_not_be_discussed, each.place_wish)
        if wish
    )
    return "\n".join(dict.fromkeys(wishes))


def contacts(notes: Sequence[ContactNote]) -> str:
    """The latest contacts, one a line."""
    return "\n".join(f"{date_short(danish_day(note.contacted_at))} {note.who}: {note.what}" for note in notes)


def agreements(open_ones: Sequence[Agreement]) -> str:
    """What was agreed, one a line."""
    return "\n".join(
        f"{each.what} ({date_short(each.due_on)})" if each.due_on is not None else each.what for each in open_ones
    )


def unserved(without_coordinator: int, not_handed_over: int, not_meeting: int = 0) -> str:
    """3 forløb mangler en koordinerende sagsbehandler. 1 overdragelse er ikke gennemført."""
    handovers = count_of(not_handed_over, "overdragelse", "overdragelser")
    parts = (
        f"{courses(without_coordinator)} mangler en koordinerende sagsbehandler." if without_coordinator else "",
        f"{handovers} skal gennemføres nu." if not_handed_over else "",
        f"{courses(not_meeting)} har fået flere møder aflyst i træk." if not_meeting else "",
    )
    return " ".join(filter(None, parts))


def unserved_hidden(count: int) -> str:
    """What other teams' leaders see."""
    return f"{count} mere hører til andre teams."


def unserved_why(receiver: str, cancelled: int = 0) -> str:
    """What is the matter with the row."""
    if cancelled:
        return f"{count_of(cancelled, 'møde', 'møder')} aflyst i træk, og intet møde er aftalt"
    return f"overdrages til {receiver}" if receiver else "mangler koordinerende sagsbehandler"
