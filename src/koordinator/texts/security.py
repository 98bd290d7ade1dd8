"""The words of Sikkerhed, but for those of each tab."""

from typing import Final

TITLE: Final = "Sikkerhed"

TABS: Final[dict[str, str]] = {
    "keys": "Adgang til databasen",
    "backups": "Sikkerhedskopier",
    "condition": "Tilstand",
    "log": "Log",
    "spot_checks": "Stikprøver",
    "retention": "Opbevaring",
    "periods": "Perioder",
    "access": "Hvem har adgang",
}
