"""Errors of backups, as Danish: what happened, that nothing is lost, what to do."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.backup import (
    BackupCut,
    BackupDamaged,
    BackupLocked,
    BackupMissing,
    BackupNameTaken,
    BackupNewer,
    BackupOfAnother,
    BackupSchemaNewer,
    BackupWaysInRuined,
    NotABackup,
)
from koordinator.domain.database_key import SlotKind
from koordinator.domain.errors import DomainError

_NOTHING: Final = "Intet er ændret."
_OLDER: Final = "Prøv med en ældre sikkerhedskopi, eller med den samme fra et andet sted."
WAYS_IN_RUINED: Final = (
    "Adgangene i kopien kan ikke bruges. Selve kopien er i orden. "
    "Se efter, at databasen kan åbnes med adgangssætningen eller gendannelseskoden, og tag så en ny sikkerhedskopi."
)
_LOCKED: Final = {
    SlotKind.PASSPHRASE: (
        f"Adgangssætningen åbner ikke sikkerhedskopien. {_NOTHING} "
        "Brug den, der gjaldt, da kopien blev taget, eller gendannelseskoden fra dengang."
    ),
    SlotKind.RECOVERY_CODE: (
        f"Gendannelseskoden er skrevet rigtigt, men den åbner ikke sikkerhedskopien. {_NOTHING} "
        "Brug arket, der gjaldt, da kopien blev taget."
    ),
}

TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    NotABackup: lambda error: (
        f"{error.path} er ikke en sikkerhedskopi fra dette program. {_NOTHING} "
        "Vælg en fil, hvis navn ender på .sikkerhedskopi."
    ),
    BackupMissing: lambda error: (
        f"Der er ingen fil her: {error.path}. {_NOTHING} Måske er drevet ikke tilsluttet. Vælg en anden fil."
    ),
    BackupCut: lambda error: (
        f"Sikkerhedskopien er ikke hel: {error.path}. Den er skåret af, som når en kopiering bliver afbrudt. "
        f"{_NOTHING} {_OLDER}"
    ),
    BackupDamaged: lambda error: (
        f"Sikkerhedskopien er beskadiget: {error.path}. Noget i den er ikke, som da den blev skrevet. "
        f"{_NOTHING} {_OLDER}"
    ),
    BackupWaysInRuined: lambda error: f"{WAYS_IN_RUINED} {_NOTHING} Filen er {error.path}.",
    BackupNewer: lambda error: (
        f"Sikkerhedskopien er lavet med en nyere udgave af programmet: {error.path}. {_NOTHING} "
        "Opdatér programmet, og prøv igen."
    ),
    BackupSchemaNewer: lambda error: (
        f"Databasen i sikkerhedskopien er fra en nyere udgave af programmet: {error.path}. {_NOTHING} "
        "Opdatér programmet, og prøv igen."
    ),
    BackupOfAnother: lambda error: (
        f"Sikkerhedskopien er taget af en anden database eller med en anden nøgle: {error.path}. {_NOTHING} "
        "Åbn den med adgangssætningen eller gendannelseskoden, der gjaldt, da den blev taget."
    ),
    BackupLocked: lambda error: _LOCKED[error.kind],
    BackupNameTaken: lambda error: (
        f"Der ligger allerede en fil her: {error.path}. Den er ikke ændret. Vælg et andet navn."
    ),
}
"""One sentence maker for each kind of error."""
