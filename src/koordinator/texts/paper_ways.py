"""Sådan arbejder vi sammen: the three ways of helping, to a citizen. None of them stands above another."""

from datetime import date
from typing import Final, NamedTuple

from koordinator.domain.content_parts import ContactCard, Sender
from koordinator.domain.steps import Step
from koordinator.texts.formats import date_long
from koordinator.texts.paper_common import COORDINATOR, PRIMARY_CASEWORKER, SEPARATOR, call_whom, if_not_there
from koordinator.texts.paper_voice import Voice


class Way(NamedTuple):
    """A way of helping: its name, what happens, and what the reader gets; with room for the reader's words."""

    name: str
    text: str
    gets: str


TITLE: Final = "Sådan arbejder vi sammen"
WAYS: Final[dict[Step, Way]] = {
    Step.ALIGNMENT: Way(
        "Vi taler sammen",
        "Vi ringer til hinanden, når der er brug for det. {you_first} ringer til dem, der hjælper {to_you}, som "
        "{you} plejer.",
        "{you_first} får et ark, hvor der står, hvem der hjælper {to_you} med hvad.",
    ),
    Step.MEETINGS: Way(
        "Vi mødes med {to_you}",
        "{you_first} og alle, der hjælper {to_you}, mødes med jævne mellemrum. Én af os samler trådene. Det er "
        "{your} koordinerende sagsbehandler.",
        "{you_first} får én fælles plan. Den begynder med {your_many} egne ord.",
    ),
    Step.ONE_CASEWORK: Way(
        "Én står for det hele",
        "{you_first} får én sagsbehandler til det hele. Det er den samme for hele {your} familie. Bag ved står et "
        "hold fra hele kommunen.",
        "{you_first} får én at ringe til og én plan.",
    ),
}
_LEAD: Final = (
    "Får {you} hjælp fra flere steder i kommunen? Så skal vi tale sammen, så hjælpen hænger sammen for {to_you}. "
    "Det kan vi gøre på tre måder."
)
_NO_NEED: Final = (
    "Hjælpen hænger sammen, og {you} har selv overblikket. Derfor gør vi ikke mere nu. Sig til, hvis det ændrer sig."
)
NOW: Final = "Lige nu"
EQUAL_HEADING: Final = "Den ene måde er ikke bedre end den anden"
_EQUAL: Final = (
    "Det handler kun om, hvor mange der skal være om at hjælpe {to_you}. Vi vælger det, der passer til {to_you} nu. "
    "Passer det ikke mere, vælger vi om."
)
_NAMES: Final = (
    "Måske siger vi trin 1, 2 og 3. Det er vores navne for de tre måder. Det er ikke karakterer, og {you} skal ikke "
    "op ad en trappe."
)
CHOICE_HEADING: Final = "Hvem vælger?"
_CHOICE: Final = (
    "Vi spørger {to_you} først: Hvad er vigtigt for {to_you}? Hvad klarer {you} selv? Så vælger vi en måde og siger "
    "hvorfor. Er {you} ikke {agree}, så sig det. Vi skriver det ned og ser på det igen."
)
_ALWAYS_HEADING: Final = "Det kan {you} altid"
_ALWAYS: Final = (
    "Tage en med, som {you} er {safe} ved.",
    "Sige, hvad vi ikke må dele, og med hvem.",
    "Bede os om at vælge igen, når noget ændrer sig.",
)

_PICTURES: Final[dict[Step, str]] = {
    Step.ALIGNMENT: "{you_first} er i midten med en streg til hver af tre, der hjælper. De tre taler også sammen.",
    Step.MEETINGS: "{you_first} og fire, der hjælper, sidder om det samme bord.",
    Step.ONE_CASEWORK: "{you_first} har en streg til én, der hjælper. Bag ved den ene står tre andre.",
}


def kicker(municipality: str, day: date) -> str:
    """Sundby Kommune · 21. november 2026"""
    return SEPARATOR.join(filter(None, (municipality, date_long(day))))


def running_head(name: str) -> str:
    """Sådan arbejder vi sammen · Lone Bæk"""
    return SEPARATOR.join(filter(None, (TITLE, name)))


def lead(voice: Voice) -> str:
    """What the sheet is about."""
    return voice.say(_LEAD)


def way(step: Step, voice: Voice) -> Way:
    """The way of helping, to the reader."""
    return Way(*(voice.say(sentence) for sentence in WAYS[step]))


def picture(step: Step, voice: Voice) -> str:
    """What the drawing of a way shows."""
    return voice.say(_PICTURES[step])


def pictures(voice: Voice, today: Step | None) -> str:
    """What the three drawings beside each other show, and which of them is framed."""
    each = (f"{way(step, voice).name}: {picture(step, voice)}" for step in WAYS)
    now = (f"{NOW}: {way(today, voice).name}.",) if today in WAYS else ()
    return " ".join((*each, *now))


def today(step: Step, voice: Voice) -> str:
    """Which way holds now; without need of coordination what that means."""
    return f"{way(step, voice).name}." if step in WAYS else voice.say(_NO_NEED)


def helper(card: ContactCard, voice: Voice) -> str:
    """Mette Holm er din koordinerende sagsbehandler."""
    role = COORDINATOR if card.is_coordinator else PRIMARY_CASEWORKER.replace("fast", "faste")
    return f"{card.name} er {voice.your} {role}."


def equal(voice: Voice) -> tuple[str, str]:
    """That no way is better, and what the numbers are that the reader may hear."""
    return voice.say(_EQUAL), voice.say(_NAMES)


def choice(voice: Voice) -> str:
    """Who decides on the way, and what the reader does who does not agree."""
    return voice.say(_CHOICE, agree=voice.agreeing("enig", "enige"))


def always_heading(voice: Voice) -> str:
    """Det kan du altid"""
    return voice.say(_ALWAYS_HEADING)


def always(voice: Voice) -> tuple[str, ...]:
    """What holds on every way."""
    safe = voice.agreeing("tryg", "trygge")
    return tuple(voice.say(each, safe=safe) for each in _ALWAYS)


def whom_to_call(to_call: ContactCard | None, sender: Sender, voice: Voice) -> str:
    """Vil du vide mere? Ring til Mette på 99 12 34 56."""
    more = f"Vil {voice.you} vide mere? {call_whom(to_call, sender)}."
    return f"{more} {if_not_there(to_call, sender, voice)}".rstrip()


def footer(voice: Voice, *, large_print: bool) -> str:
    """How to have it larger."""
    return "" if large_print else f"{voice.you_first} kan få arket med større skrift."
