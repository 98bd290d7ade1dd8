"""The consent form: what is said yes to, in the words the program keeps, and how it is taken back."""

from datetime import date
from typing import Final

from koordinator.domain.consent_content import ConsentForm, GivenWords
from koordinator.domain.content_parts import ContactCard, Sender
from koordinator.texts import consent
from koordinator.texts.formats import date_long, genitive
from koordinator.texts.paper_common import SEPARATOR, call_whom, period
from koordinator.texts.paper_voice import TO_ONE, call_name, stopped

TITLE: Final = "Samtykke til at dele oplysninger"
EXACT: Final = "Det er der sagt ja til"
EXACT_LABEL: Final = "Teksten ord for ord"
IN_SHORT: Final = "Kort fortalt"
WHO: Final = "Hvem må dele"
WHAT: Final = "Hvad må deles"
WHY: Final = "Hvad det bruges til"
HOW_LONG: Final = "Hvor længe"
NOT_COVERED: Final = "Hvad ikke må deles"
GIVEN_BY: Final = "Hvem har sagt ja"
NOTHING_LEFT_OUT: Final = "Der er ikke skrevet noget, der ikke må deles."
UNTIL_TAKEN_BACK: Final = "Til det bliver trukket tilbage"

FILL_IN: Final = "Sæt kryds, og skriv på linjerne. Lad det stå tomt, som ikke passer."
WHO_HEADING: Final = "Hvem må dele med hinanden?"
SOME_ONLY: Final = "Eller kun dem, der er sat kryds ved her:"
OTHERS: Final = "Andre:"
SOMETHING_ELSE: Final = "Andet:"
WHAT_HEADING: Final = "Hvad må de dele?"
NOT_COVERED_HEADING: Final = "Er der noget, der ikke må deles?"
NOT_COVERED_HELP: Final = "Skriv hvem og hvad. For eksempel: Tina ikke om økonomi."
WHY_HEADING: Final = "Hvad skal det bruges til?"
HOW_LONG_HEADING: Final = "Hvor længe?"
NO_END: Final = "Står linjen tom, gælder det, til det bliver trukket tilbage."
SIGN_HEADING: Final = "Underskrift"
DATE: Final = "Dato"
CUSTODY: Final = "har forældremyndigheden"
CUSTODY_HOLDER: Final = "den, der har forældremyndigheden"
CHOICE_HEADING: Final = "Det er frivilligt"

_LEAD: Final = "{you_first} bestemmer, om vi må dele oplysninger om {to_you}. Spørg, hvis noget er uklart."
_LEAD_CHILD: Final = (
    "Du siger ja eller nej på {name_s} vegne. Tal med {name} om det først. Spørg, hvis noget er uklart."
)
_FREE: Final = "Du må gerne sige nej. Du får stadig den hjælp, du har ret til."
_PART: Final = "Du må gerne sige ja til noget og nej til resten."
_TAKE_BACK: Final = (
    "Du kan altid trække dit ja tilbage. {call}, eller sig det til en af os. Fra den dag deler vi ikke mere. Det, der "
    "er delt, kan vi ikke hente igen."
)
_LAW: Final = "Nogle få gange siger loven, at vi må dele uden dit ja. Så fortæller vi dig det, hvis vi må."
_COPY: Final = "Du får en kopi af arket."


def kicker(municipality: str, day: date) -> str:
    """Sundby Kommune · 21. november 2026"""
    return SEPARATOR.join(filter(None, (municipality, date_long(day))))


def running_head(name: str) -> str:
    """Samtykke til at dele oplysninger · Lone Bæk"""
    return f"{TITLE}{SEPARATOR}{name}"


def lead(form: ConsentForm) -> str:
    """Whose choice it is."""
    name = call_name(form.citizen)
    return _LEAD_CHILD.format(name=name, name_s=genitive(name)) if form.is_child else TO_ONE.say(_LEAD)


def beginning(form: ConsentForm) -> str:
    """How the text begins on a form that nobody has signed: with the one who holds custody, where it is a child's."""
    holders = form.custody_holders
    giver = holders[0] if len(holders) == 1 else CUSTODY_HOLDER if form.is_child or holders else form.citizen
    return consent.says_yes(form.citizen, giver)


def kinds(themes: tuple[str, ...]) -> str:
    """Det kan handle om arbejde, børn og familie eller helbred: with "eller", for there is an "og" in some of them."""
    *most, last = (f"{theme[:1].lower()}{theme[1:]}" for theme in themes or ("",))
    named = f"{', '.join(most)} eller {last}" if most else last
    return f"Det kan handle om {named}." if named else ""


def what_may_be_shared(themes: tuple[str, ...]) -> str:
    """Only what is needed, and what that can be about."""
    return " ".join(filter(None, (consent.ONLY_NEEDED, kinds(themes))))


def how_long(given: GivenWords) -> str:
    """Fra 1. november 2026 til og med 31. januar 2027."""
    begins = f"Fra {date_long(given.from_on)}" if given.from_on else ""
    if given.until_on is None:
        return stopped(f"{begins}, til det bliver trukket tilbage" if begins else UNTIL_TAKEN_BACK)
    whole = period(given.from_on, given.until_on)
    return stopped(whole[:1].upper() + whole[1:])


def taken_back(day: date) -> str:
    """That it does not hold any more."""
    return f"Trukket tilbage {date_long(day)}. Fra den dag deler vi ikke mere på dette samtykke."


def rights(coordinator: ContactCard | None, sender: Sender) -> tuple[str, ...]:
    """That it is free, how it is taken back, and when the law decides instead."""
    return _FREE, _PART, _TAKE_BACK.format(call=call_whom(coordinator, sender)), _LAW, _COPY


def signer(name: str, *, holds_custody: bool) -> str:
    """Lone Bæk · har forældremyndigheden"""
    return f"{name}{SEPARATOR}{CUSTODY}" if holds_custody else f"{name[:1].upper()}{name[1:]}"


def footer(*, large_print: bool) -> str:
    """How to have it larger."""
    return "" if large_print else "Du kan få arket med større skrift."
