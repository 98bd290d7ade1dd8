"""Words of the help with spelling."""

from typing import Final

LOOKING: Final = "Finder forslag …"
NO_SUGGESTIONS: Final = "Ingen forslag"

SPELLING: Final = "Hjælp til stavning"
SPELLING_HINT: Final = (
    "Ord, der måske er stavet forkert, får en bølget streg, mens du står i feltet. Ctrl+. går til det næste og viser "
    "forslag. Intet sendes nogen steder."
)
ON: Final = "Slået til"
OFF: Final = "Slået fra"

OWN_WORDS: Final = "Kommunens egne ord"
OWN_WORDS_HINT: Final = (
    "Ord, som ordbogen ikke kender, men som er rigtige hos jer: navne på tilbud, forkortelser og fagord. "
    "Ord med stort begyndelsesbogstav regnes for navne og bliver aldrig markeret."
)
WORD: Final = "Ord"
ADDED: Final = "Tilføjet"
ADD_WORD: Final = "Tilføj ord"
REMOVE: Final = "Fjern"
NO_WORDS: Final = "I har ikke tilføjet nogen ord endnu."


def add_to_dictionary(word: str) -> str:
    """Føj »stofa« til ordbogen"""
    return f"Føj »{word}« til ordbogen"


def not_a_word(word: str) -> str:
    """Why it cannot be added, and what to do."""
    return f"»{word}« er ikke ét ord af bogstaver, så det kan ikke føjes til ordbogen. Skriv ét ord ad gangen."
