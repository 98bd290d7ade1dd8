"""Tag med hjem: one sheet in the hand before the coat is on."""

from datetime import date
from typing import Final

from koordinator.domain.content_parts import ContactCard, Sender
from koordinator.texts.formats import count_of, date_long, join_with_og
from koordinator.texts.paper_common import SEPARATOR, call_whom, if_not_there
from koordinator.texts.paper_voice import Voice

TITLE: Final = "Tag med hjem"
SUBJECT: Final = "Tag med hjem fra mødet"
AGREED: Final = "Det har vi aftalt"
NOTHING_AGREED: Final = "Vi lavede ingen nye aftaler i dag."
NEXT_MEETING: Final = "Næste møde: "


def kicker(municipality: str, day: date) -> str:
    """Sundby Kommune · møde 12. januar 2027"""
    return SEPARATOR.join(filter(None, (municipality, f"møde {date_long(day)}")))


def lead(voice: Voice) -> str:
    """What the sheet is."""
    return f"Her er det vigtigste fra mødet. Resten står i referatet, som {voice.you} får senere."


def you_do(voice: Voice) -> str:
    """Det gør du selv"""
    return f"Det gør {voice.you} selv"


def new_goals(count: int) -> str:
    """Nyt mål: and then which"""
    return "Nyt mål: " if count == 1 else "Nye mål: "


def ready(text: str) -> str:
    """Det klarer du selv: and then what"""
    return f"{text}: "


def more_in_minutes(goals: int, agreements: int, pending: int) -> str:
    """Der er 3 aftaler mere. Det hele står i referatet. Nothing where all is there."""
    left = (
        count_of(goals, "nyt mål", "nye mål") if goals else "",
        count_of(agreements, "aftale", "aftaler") if agreements else "",
        count_of(pending, "spørgsmål", "spørgsmål") if pending else "",
    )
    parts = [part for part in left if part]
    return f"Der er {join_with_og(parts)} mere. Det hele står i referatet." if parts else ""


def whom_to_call(coordinator: ContactCard | None, sender: Sender, voice: Voice) -> str:
    """Er der noget, du er i tvivl om? Ring til Mette på 99 12 34 56. Kan du ikke få fat i Mette, så ring til ..."""
    doubt = f"Er {voice.you} i tvivl om noget? {call_whom(coordinator, sender)}."
    return f"{doubt} {if_not_there(coordinator, sender, voice)}".rstrip()


def running_head(day: date, name: str) -> str:
    """Tag med hjem 12. januar 2027 · Lone Bæk"""
    return f"{TITLE} {date_long(day)}{SEPARATOR}{name}"


def footer(voice: Voice, *, large_print: bool) -> str:
    """What to do with what is wrong, and how to have it larger."""
    larger = "" if large_print else f"{voice.you_first} kan få arket med større skrift. "
    return f"{larger}Er der noget, der ikke passer, så sig det til os."
