"""The words of Sikkerhed, but for those of each tab."""

from typing import Final

TITLE: Final = "Sikkerhed"

TABS: Final[dict[str, str]] = {
    "keys": "Adgang til databasen",
    "backups": "Sikkerhedskopier",
    "log": "Log",
    "spot_checks": "Stikprøver",
    "retention": "Opbevaring",
    "access": "Hvem har adgang",
    "periods": "Perioder",
}
