"""Words about the ways into the database, in the window and on the command line."""

from collections.abc import Iterable
from typing import Final

from koordinator.domain.database_key import SlotKind
from koordinator.texts.formats import join_with_og

PLACE: Final = "Her ligger dine data"
PLACE_TEXT: Final = "Alt ligger krypteret i denne fil. Nøglefilen ved siden af hører til og skal med i en kopi."
COPY_PLACE: Final = "Kopiér stien"
PLACE_COPIED: Final = "Stien er kopieret."
WAYS: Final = "Sådan låses databasen op"
KEY_FILE_WAY: Final = "Databasen åbnes med en nøglefil. Giv den en adgangssætning, hvis du vil kunne åbne den uden."
WAY_NAMES: Final[dict[SlotKind, str]] = {
    SlotKind.KEYRING: "Computerens nøglering",
    SlotKind.PASSPHRASE: "Adgangssætning",
    SlotKind.RECOVERY_CODE: "Ark med gendannelseskode",
    SlotKind.NEW_RECOVERY_CODE: "Nyt ark, som endnu ikke er bekræftet",
}

KEYRING_ON: Final = "Åbner databasen, når du er logget på computeren."
KEYRING_OFF: Final = "Bruges ikke."
USE_KEYRING: Final = "Lås op med computerens nøglering"
LEAVE_KEYRING: Final = "Brug ikke nøgleringen mere"
KEYRING_USED: Final = "Fra nu af låser computerens nøglering databasen op."
KEYRING_LEFT: Final = "Nøglen er taget ud af computerens nøglering."

PASSPHRASE_ON: Final = "Åbner databasen på enhver computer og låser skærmen op."
PASSPHRASE_OFF: Final = "Der er ikke valgt nogen."
SET_PASSPHRASE: Final = "Vælg adgangssætning"
CHANGE_PASSPHRASE: Final = "Skift adgangssætning"
REMOVE_PASSPHRASE: Final = "Fjern adgangssætningen"
REMOVE_PASSPHRASE_TEXT: Final = "Bagefter åbnes databasen kun med computerens nøglering og med arket."
CURRENT_PASSPHRASE: Final = "Den nuværende adgangssætning"
NEW_PASSPHRASE: Final = "Den nye adgangssætning"
PASSPHRASE_AGAIN: Final = "Den nye igen"
PASSPHRASE_CHANGED: Final = "Adgangssætningen er skiftet."
PASSPHRASE_REMOVED: Final = "Adgangssætningen er fjernet."

SHEET_ON: Final = "Åbner databasen, når alt andet svigter. Opbevar det aflåst."
SHEET_OFF: Final = "Der er ikke noget ark. Med et ark kan databasen åbnes, også når alt andet svigter."
SHEET_OPEN: Final = "Et nyt ark er lavet, men ikke bekræftet. Indtil det er det, åbner både det gamle og det nye."
SHEET_FIRST: Final = "Arket er lavet, men ikke bekræftet. Det åbner databasen allerede nu."
SHEET_STATES: Final[dict[tuple[bool, bool], str]] = {
    (False, False): SHEET_OFF,
    (True, False): SHEET_ON,
    (True, True): SHEET_OPEN,
    (False, True): SHEET_FIRST,
}
"""Whether there is a sheet, and a new one that is not confirmed yet."""
NEW_CODE: Final = "Lav et nyt ark"
NEW_CODE_TEXT: Final = (
    "Det gamle ark gælder, indtil du siger, at det nye er gemt. Derefter åbner det gamle kun sikkerhedskopier fra før."
)
SHEET_KEPT: Final = "Jeg har gemt det nye ark"
SHEET_TRUSTED: Final = (
    "Det nye ark gælder nu. Det gamle åbner ikke længere databasen, kun sikkerhedskopier fra før. Behold det, så længe "
    "du har dem."
)
CANCEL_SHEET: Final = "Gør arket ugyldigt"
CANCEL_SHEET_TEXT: Final = (
    "Brug det, hvis arket er blevet væk. Bagefter kan kun adgangssætningen og computerens nøglering låse databasen op. "
    "Sikkerhedskopier fra før kan stadig åbnes med arket."
)
SHEET_CANCELLED: Final = "Arket åbner ikke længere databasen."

REKEY: Final = "Ny nøgle til databasen"
REKEY_TEXT: Final = (
    "Skift nøglen, hvis en fremmed kan have fået fat i den, for eksempel når en computer eller en nøglefil er stjålet. "
    "Hele databasen krypteres på ny, og det, der åbnede den før, åbner den ikke længere."
)
REKEY_VERB: Final = "Skift databasens nøgle"
REKEY_ASK: Final = (
    "Først tages en sikkerhedskopi, og du får et nyt ark med gendannelseskode. Så krypteres databasen med den nye "
    "nøgle. Det tager fra få sekunder til et par minutter, og du kan arbejde videre bagefter. Behold det gamle ark, så "
    "længe du har sikkerhedskopier fra før: de åbnes stadig med det."
)
REKEY_ON: Final = "Videre til det nye ark"
REKEYING: Final = "Krypterer databasen med den nye nøgle …"
REKEYED: Final = "Databasen har fået en ny nøgle. Det gamle ark åbner kun sikkerhedskopier fra før i dag."
NOT_REKEYED: Final = "Databasen har stadig den gamle nøgle. Både det gamle og det nye ark åbner den."

CHECK: Final = "Er alt i orden?"
CHECK_TEXT: Final = (
    "Kontrollen prøver, om loggen hænger sammen, og om det, der er låst, er, som da det blev låst: vurderinger, "
    "planer, referater og dokumenter."
)
VERIFY: Final = "Kontrollér databasen"
WORKING: Final = "Arbejder …"


def opens_with(kinds: Iterable[SlotKind]) -> str:
    """Computerens nøglering, adgangssætning og ark med gendannelseskode"""
    names = [WAY_NAMES[kind] for kind in SlotKind if kind in set(kinds)]
    return join_with_og([names[0], *(name[0].lower() + name[1:] for name in names[1:])]) if names else KEY_FILE_WAY
