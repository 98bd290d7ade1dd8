"""The words of `koordinator log` and `koordinator spot-checks`."""

from typing import Final

DAY: Final = "DAG"
NAME: Final = "NAVN"
NUMBER: Final = "TAL"
CITIZEN_ARGUMENT: Final = "BORGER"
FROM: Final = "fra og med dagen, 1.7.2026 eller 2026-07-01"
TO: Final = "til og med dagen"
EMPLOYEE: Final = "kun det, som medarbejderen med det hele navn eller nummer har gjort"
CITIZEN: Final = "kun det om borgeren eller familien: CPR-nummer eller en del af navnet"
GROUP: Final = "kun en slags brug: set, søgt, rettet, skrevet ud, slettet eller programmet selv"
CHANNEL: Final = "kun fra vinduet, fra kommandolinjen eller af programmet selv"
BEFORE: Final = "kun poster før det nummer i loggen"
MOST: Final = "højst så mange poster (ellers 100)"
OLD: Final = "vis kun, hvor gammel loggen er, og hvad der er ældre, end den skal gemmes"
DELETE_OLD: Final = "slet de poster, der er ældre, end loggen skal gemmes; de kan ikke hentes igen"
TOO_FEW: Final = "Vælg mindst 1 post."
OLD_IS_ALL: Final = "Hvad der er for gammelt, kan ikke afgrænses. Det gælder hele loggen."

ANSWER: Final = "svar på stikprøven med dette nummer"
VERDICT: Final = "svaret: i orden, medarbejderen er spurgt, eller ikke i orden"
NOTE: Final = "en note til svaret"
TEXT: Final = "TEKST"
ANSWER_NEEDS_VERDICT: Final = "Skriv både --answer og --verdict."
HEADINGS: Final = ("Nr.", "Hvornår", "Hvem", "Borger", "Hvad", "Havde med borgeren at gøre", "Svar", "Note")
