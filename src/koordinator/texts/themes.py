"""Words of the tab Emner in Indstillinger."""

from datetime import date
from typing import Final

from koordinator.texts.formats import date_short

THEMES: Final = "Emner"
INTRO: Final = (
    "Et emne siger, hvad et punkt, et mål, en indsats eller en aftale handler om. Samtykke kan undtage et emne for "
    "en person. Et emne slettes aldrig: Det, der har det, beholder det."
)
KEYS: Final = "Alt+Pil op og Alt+Pil ned flytter et emne."
NAME: Final = "Navn"
KIND: Final = "Hvem må høre det"
IN_USE: Final = "Bruges"
ADD: Final = "Tilføj emne"
EDIT: Final = "Ret emnet"
EDIT_ACTION: Final = "Ret"
RETIRE: Final = "Tag ud af brug"
TAKE_UP: Final = "Tag i brug igen"
IS_GENERAL: Final = "Alment: Må deles med alle, som samtykket omfatter"
IS_GENERAL_HINT: Final = "Et alment emne kan ikke undtages. Der er altid mindst ét."
GENERAL: Final = "Alle, der er omfattet"
CAN_BE_EXCEPTED: Final = "Kan undtages for en person"
NO_THEMES: Final = "Der er ingen emner endnu."
IN_USE_NOW: Final = "ja"


def retired(day: date | None) -> str:
    """ikke siden 12.01.2027; ja"""
    return f"ikke siden {date_short(day)}" if day else IN_USE_NOW
