"""The words of what follows from the talk with the citizen before a meeting."""

from typing import Final

TO_AGENDA: Final = "Sæt på dagsordenen"
PICK: Final[dict[bool, str]] = {True: "Vælg blandt netværket", False: "Vælg hvem"}
HEADING: Final[dict[bool, str]] = {True: "Hvem skal med?", False: "Hvem skal ikke med?"}
INTRO: Final[dict[bool, str]] = {
    True: "{name} vælger. De valgte kommer på listen over deltagere.",
    False: "{name} vælger. Vi siger til, hvis en af dem er på listen over deltagere.",
}
PLACE: Final = "Hvor vil borgeren helst mødes?"
NO_PLACE: Final = "Ikke valgt endnu"
USE_PLACE: Final = "Hold mødet dér"
TO_CONSENT: Final = "Videre til samtykke"
