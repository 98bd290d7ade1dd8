"""Words of `koordinator letters`."""

from collections.abc import Sequence
from typing import Final

from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_versions import LetterTextVersion
from koordinator.texts.formats import count_of, moment_short
from koordinator.texts.letter_texts import NAMES

SUMMARY: Final = "brevtekster: se dem, kontrollér dem, og hold dem i en fil"
LIST: Final = "alle tekster, og hvilke kommunen har rettet"
SHOW: Final = "teksten, som den gælder"
CHECK: Final = "kontrollér teksterne i en fil; der skal ingen database bruges"
EXPORT: Final = "skriv alle tekster, som de gælder, i en fil"
IMPORT: Final = "tag teksterne i en fil i brug; er der én fejl, ændres intet"
KEY: Final = "NØGLE"
KEY_HELP: Final = "tekstens nøgle, som den står i listen"
LETTER_FILE: Final = "teksterne (TOML)"
OWN: Final = "rettet"
STANDARD: Final = "standard"


def line(key: LetterKey, version: LetterTextVersion | None, *, is_own: bool) -> str:
    """invitation_citizen   rettet 22.11.2026 kl. 9.30   Invitation til borgeren"""
    state = f"{OWN} {moment_short(version.saved_at)}" if is_own and version else STANDARD
    return f"{key.value:<25}{state:<28}{NAMES[key].title}"


def fine(keys: Sequence[LetterKey]) -> str:
    """28 tekster kan bruges."""
    return f"{count_of(len(keys), 'tekst', 'tekster')} kan bruges."


def imported(keys: Sequence[LetterKey]) -> str:
    """To tekster er ændret: end, cover."""
    if not keys:
        return "Filen siger det samme som nu. Intet er ændret."
    return f"{count_of(len(keys), 'tekst', 'tekster')} gælder fra nu af: {', '.join(keys)}."
