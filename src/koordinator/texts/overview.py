"""Words of the first page."""

from datetime import date
from typing import Final

from koordinator.domain.codes import GrantKind, PlaceKind
from koordinator.domain.guide import Band, NextStep
from koordinator.texts import guide
from koordinator.texts.formats import (
    capitalised,
    count_of,
    date_no_year,
    days_ago,
    first_name,
    number,
    week,
    weekday,
    weekday_date,
)
from koordinator.texts.founding import OWNER_NAME

NEXT_STEPS: Final = "Næste skridt"
MEETINGS: Final = "Møder"
PROMISES: Final = "Aftaler, der haster"
KEPT: Final = "Vi holder, hvad vi lover"
REVIEWS: Final = "Planer, der snart skal ses igennem"

OPEN: Final = "Åbn"
GRANT_NOTICES: Final = "Besked om dine borgere"
KNOWN_ALREADY: Final = "Du eller en kollega har eller havde borgeren"
LEFT_OVER: Final = "Skrevet og ikke gjort færdigt"

WHOSE: Final = "Hvis næste skridt"
MINE: Final = "Mine"
EVERYBODY: Final = "Alle"
WHY_FIRST: Final = "Hvorfor står denne først?"
WHY_HERE: Final = "Hvorfor står denne her?"
_ORDER: Final = (
    "Øverst står det, hvor fristen er overskredet. Så kommer det, der skal ske inden for 7 dage, og til sidst resten. "
    "I hver gruppe står det, der rammer borgeren hårdest, når det bliver glemt, før det, der kan vente."
)
_BANDS: Final[dict[Band, str]] = {
    Band.OVERDUE: "Det er {due}.",
    Band.SOON: "Det skal ske inden for 7 dage ({due}).",
    Band.LATER: "Det haster ikke endnu ({due}).",
}
_WRITTEN_IN: Final[dict[str, str]] = {
    "assessment": "Vurdering",
    "joint_plan": "Fælles plan",
    "member_part": "Medlemmets del",
    "meeting": "Møde",
}
HIDE_ORDER: Final = "Skjul forklaringen"

EMPTY: Final = (
    "Her kommer dine borgere med det næste, der skal ske for hver af dem. "
    "Læs en liste ind fra jeres fagsystem, eller opret en borger."
)
EMPTY_EVERYBODY: Final = "Der er ingen borgere endnu. Læs en liste ind fra jeres fagsystem, eller opret en borger."
TO_CITIZENS: Final = "Gå til Borgere og familier"
NOTHING_WAITS: Final = "Der er ikke noget, der venter på dig lige nu."
NO_MEETINGS: Final = "Ingen møder de næste 7 dage."
NO_PROMISES: Final = "Ingen aftaler haster lige nu."
NONE_DUE: Final = "Ingen aftaler har haft frist i dette halvår endnu."
KEPT_WORDS: Final = "aftaler holdt til tiden i dette halvår"
ALL_MEETINGS: Final = "Alle møder"
HAND_OVER: Final = "Overdragelser"
ALL_PROMISES: Final = "Al opfølgning"

DO_STEP: Final = "Gør det valgte næste skridt"
OPEN_SUBJECT: Final = "Åbn den valgte borger eller familie"

_PLACES: Final[dict[PlaceKind, str]] = {
    PlaceKind.TOWN_HALL: "Rådhuset",
    PlaceKind.ELSEWHERE: "",
    PlaceKind.VIDEO: "Video",
    PlaceKind.TELEPHONE: "Telefon",
}
_GREETINGS: Final = ((5, "Hej"), (12, "Godmorgen"), (18, "God eftermiddag"), (24, "Godaften"))
"""Each greeting with the hour that it is used until."""


def greeting(hour: int, name: str) -> str:
    """Godmorgen, Mette; only Godmorgen to somebody who has not said their name; Hej at night."""
    words = next(words for until, words in _GREETINGS if hour < until)
    return f"{words}, {first_name(name)}" if name and name != OWNER_NAME else words


def why_here(step: NextStep, name: str, place: int, today: date) -> str:
    """Why the line stands where it does, 1 at the top; how urgent it is, and what it costs the citizen to wait."""
    due = guide.due(step, today) or "ingen frist"
    stands = "står først" if place == 1 else f"står som nr. {place}"
    band = _BANDS.get(step.urgency.band, "").format(due=due)
    return " ".join(part for part in (f"{name} {stands}.", band, guide.harm(step), _ORDER) if part)


def day_line(today: date, waiting: int, *, everybody: bool) -> str:
    """Lørdag 21. november 2026 · uge 47 · 6 ting venter på dig"""
    who = "" if everybody else " på dig"
    what = f"{number(waiting)} ting venter" if waiting else "der er ikke noget, der venter"
    return f"{capitalised(weekday_date(today))} · {week(today)} · {what}{who}"


def family_name(name: str, members: int) -> str:
    """Familien Rømer (4)"""
    return f"{name} ({members})"


def meeting_day(day: date, today: date) -> str:
    """I dag, I morgen, Tirsdag"""
    days = (day - today).days
    return {0: "I dag", 1: "I morgen"}.get(days) or capitalised(weekday(day))


def place(kind: PlaceKind, named: str, *, of_family: bool) -> str:
    """Rådhuset, lokale 2; Hjemme hos borgeren"""
    if kind is PlaceKind.HOME:
        return f"Hjemme hos {'familien' if of_family else 'borgeren'}"
    return named or _PLACES[kind]


def participants(count: int) -> str:
    """5 deltagere"""
    return count_of(count, "deltager", "deltagere")


INTERPRETER: Final = "med tolk"


def kept(count: int, total: int) -> str:
    """41 af 46"""
    return f"{number(count)} af {number(total)}"


def more_steps(count: int) -> str:
    """The steps that are not shown."""
    return f"Og {number(count)} til. Du finder dem under Borgere og familier."


def unbroken(words: str) -> str:
    """The words with a paragraph sign that stays with its number."""
    return words.replace("§ ", "§\u00a0")


def resting(count: int) -> str:
    """The line under the list."""
    who = "én borger eller familie" if count == 1 else f"{count} borgere og familier"
    return f"For {who} er der ikke noget, der venter."


def left_over(kind: str, saved_on: date, today: date) -> str:
    """Fælles plan · skrevet i går"""
    return f"{_WRITTEN_IN[kind]} · skrevet {days_ago(saved_on, today)}"


def review(day: date) -> str:
    """12. december"""
    return date_no_year(day)


def spoken_step(name: str, badge: str, why: str, action: str) -> str:
    """What a screen reader says of a line."""
    return f"{name}, {badge}. {why} Enter: {action}."


_DONE: Final[dict[GrantKind, str]] = {
    GrantKind.NEED: "{who} åbnede {name}",
    GrantKind.LIST: "{who} tog {name} over fra en liste",
    GrantKind.CHOSEN: "{who} valgte en anden sagsbehandler til {name}",
    GrantKind.HANDOVER: "{who} begyndte et skift af sagsbehandler for {name}",
    GrantKind.FAMILY: "{who} satte en borger i en familie: {name}",
    GrantKind.ENDED: "{who} afsluttede en sagsbehandlers arbejde med {name}",
    GrantKind.JOINED: "{who} gav sig selv en opgave hos {name}",
}


def notice_heading(who: str, name: str, kind: GrantKind) -> str:
    """Kim Møller åbnede Lone Bæk"""
    return _DONE[kind].format(who=who, name=name)
