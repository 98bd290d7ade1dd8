"""The words of `koordinator wheel`."""

from typing import Final

SUMMARY: Final = "lav årshjulet som PDF eller kalenderfil, kun med tal"
YEAR: Final = "ÅR"
YEAR_HELP: Final = "året, 2000-2100"
OUTPUT: Final = "filen, der laves: .pdf til væggen eller .ics til kalenderen"
WRONG_ENDING: Final = "Filen skal ende på .pdf eller .ics."
