"""Words of `koordinator keys`."""

from collections.abc import Collection
from typing import Final

from koordinator.domain.database_key import SlotKind
from koordinator.texts.keys import opens_with

SUMMARY: Final = "vis og skift, hvordan databasen låses op"
LIST: Final = "vis, hvordan databasen låses op"
PASSPHRASE: Final = "vælg eller skift adgangssætning"
SHEET: Final = "lav et nyt ark med gendannelseskode; det gamle gælder, til det nye er gemt"
KEYRING: Final = "lad computerens nøglering låse databasen op (on), eller lad være (off)"
REMOVE: Final = "fjern en måde at låse op på"
REKEY: Final = "giv databasen en ny nøgle og et nyt ark; det, der åbnede den før, åbner den ikke længere"

ON_OFF: Final = "on eller off"
WAY: Final = "den, der fjernes: adgangssætningen eller arkets kode"
SHEET_FILE: Final = "her gemmes arket som PDF"
CURRENT_FILE: Final = "fil med den nuværende adgangssætning på første linje (ellers spørges der i terminalen)"
NEW_FILE: Final = "fil med den nye adgangssætning på første linje (ellers spørges der i terminalen)"
CURRENT_PROMPT: Final = "Den nuværende adgangssætning: "
NEW_PROMPT: Final = "Den nye adgangssætning: "
AGAIN_PROMPT: Final = "Den nye igen: "

SHEET_SAVED: Final = "Det nye ark er gemt: {file}. Det gamle åbner ikke længere databasen."
REKEYED: Final = "Databasen har fået en ny nøgle. Det nye ark er gemt: {file}. Læg det et aflåst sted."


def now_opens_with(kinds: Collection[SlotKind]) -> str:
    """Databasen låses op med: computerens nøglering og ark med gendannelseskode"""
    return f"Databasen låses op med: {opens_with(kinds)}." if kinds else opens_with(kinds)
