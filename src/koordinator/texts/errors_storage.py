"""Errors of the database file and its keys, as Danish: what happened, that nothing is lost, what to do."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.database_file import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseExists,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseReadOnly,
    DiskFailed,
    DiskFull,
    FolderMissing,
    ForeignFile,
    NotOurDatabase,
    OnNetworkDrive,
    RestsOfAnother,
    ServerNotSupported,
    WritingStopped,
)
from koordinator.domain.database_key import (
    KeyFileUnusable,
    KeyInKeyringUnusable,
    KeyNeeded,
    KeyNotInKeyring,
    KeyringTrouble,
    KeyringUnavailable,
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    KeysWithoutDatabase,
    LastSlot,
    NobodyToAsk,
    NoSuchSlot,
    NoWayIn,
    PassphrasesDiffer,
    PassphraseTooLong,
    PassphraseTooShort,
    SecretUnreadable,
    SlotKind,
    WrongKey,
    WrongKeyOrDamaged,
    WrongPassphrase,
    WrongRecoveryCode,
)
from koordinator.domain.errors import DomainError
from koordinator.domain.practice import NotPracticeData
from koordinator.domain.recovery_code import RecoveryCodeLength, RecoveryCodeMistyped
from koordinator.domain.rescue import NothingToRescue
from koordinator.domain.wrong_tries import TooManyTries

_UNTOUCHED: Final = "Filen er ikke ændret."

_FOREIGN: Final[dict[ForeignFile, str]] = {
    ForeignFile.FOLDER: "er en mappe og ikke en database",
    ForeignFile.EMPTY: "er en tom fil og ikke en database",
    ForeignFile.UNENCRYPTED: "er en ukrypteret database fra et andet program",
    ForeignFile.OTHER: "er ikke en database fra dette program",
}
_SLOT: Final[dict[SlotKind, str]] = {
    SlotKind.KEYRING: "computerens nøglering",
    SlotKind.PASSPHRASE: "en adgangssætning",
    SlotKind.RECOVERY_CODE: "en gendannelseskode",
    SlotKind.NEW_RECOVERY_CODE: "en gendannelseskode",
}
_OTHER_WAY: Final[dict[SlotKind, str]] = {
    SlotKind.KEYRING: "Giv først databasen en adgangssætning.",
    SlotKind.PASSPHRASE: "Lad først nøgleringen åbne databasen, og hav et ark med gendannelseskode.",
    SlotKind.RECOVERY_CODE: "Giv først databasen en adgangssætning.",
    SlotKind.NEW_RECOVERY_CODE: "Giv først databasen en adgangssætning.",
}
_KEYRING: Final[dict[KeyringTrouble, str]] = {
    KeyringTrouble.NONE: "Denne computer har ikke en nøglering, som programmet kan bruge.",
    KeyringTrouble.LOCKED: "Computerens nøglering er låst.",
    KeyringTrouble.NO_ANSWER: "Computerens nøglering svarer ikke.",
    KeyringTrouble.FAILED: "Computerens nøglering kunne ikke bruges.",
}


def _time(seconds: int) -> str:
    if seconds > 90:
        return f"{-(-seconds // 60)} minutter"
    return "et sekund" if seconds == 1 else f"{seconds} sekunder"


_FILE_TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    DatabaseMissing: lambda error: (
        f"Der er ingen database her: {error.path}. Måske er den flyttet, eller drevet er ikke tilsluttet. "
        "Intet er ændret. Find filen, eller opret en ny database."
    ),
    DatabaseExists: lambda error: (
        f"Der ligger allerede en fil her: {error.path}. {_UNTOUCHED} Åbn den, eller vælg et andet navn."
    ),
    RestsOfAnother: lambda error: (
        f"Her ligger en rest af en database, som mangler: {error.path}. {_UNTOUCHED} Der kan være ændringer i den. "
        "Læg databasen tilbage, eller flyt resten til en anden mappe."
    ),
    FolderMissing: lambda error: (
        f"Mappen findes ikke: {error.path}. Intet er ændret. Opret mappen, eller vælg en anden."
    ),
    NotOurDatabase: lambda error: f"{error.path} {_FOREIGN[error.found]}. {_UNTOUCHED} Vælg en anden fil.",
    NotPracticeData: lambda error: (
        f"{error.path} er ikke en øvelse, så den bliver ikke lavet forfra. {_UNTOUCHED} Vælg en anden mappe."
    ),
    DatabaseDamaged: lambda error: (
        f"Databasen er beskadiget: {error.path}. {_UNTOUCHED} "
        "Tag en kopi af filen, og hent den seneste sikkerhedskopi frem. Spørg it-afdelingen, hvis du er i tvivl."
    ),
    NothingToRescue: lambda error: (
        f"Ikke én side af databasen kan læses: {error.path}. {_UNTOUCHED} "
        "Her er intet at redde, så hent den seneste sikkerhedskopi frem. Behold filen, til alt er på plads."
    ),
    WritingStopped: lambda error: (
        f"Databasen er beskadiget: {error.path}. Derfor gemmes der ikke mere i den, så intet bliver værre. "
        "Det, du har skrevet, står på skærmen: Gem det i en fil, og luk programmet. "
        "Næste gang det åbnes, kan du hente en sikkerhedskopi frem eller redde det, der kan læses."
    ),
    DatabaseNewer: lambda error: (
        f"Databasen er lavet med en nyere udgave af programmet: {error.path}. {_UNTOUCHED} "
        "Opdatér programmet, og åbn databasen igen."
    ),
    OnNetworkDrive: lambda error: (
        f"Databasen ligger på et netværksdrev: {error.path}. Dér kan ændringer gå tabt, så den åbnes ikke. "
        f"{_UNTOUCHED} Læg databasen og dens nøglefil på computerens eget drev, og åbn den dér."
    ),
    DatabaseReadOnly: lambda error: (
        f"Der kan ikke skrives her: {error.path}. Det, der allerede er gemt, er der stadig. "
        "Giv dig selv lov til at skrive i både filen og mappen, eller vælg en anden mappe. Prøv så igen."
    ),
    DatabaseBusy: lambda _: (
        "Databasen er optaget af et andet vindue eller program. Det, du har skrevet, står her stadig. "
        "Luk det andet, eller vent lidt, og gem igen."
    ),
    DiskFull: lambda error: (
        f"Der er ikke mere plads på disken: {error.path}. Det, der allerede er gemt, er der stadig, "
        "og det, du har skrevet, står på skærmen. Gør plads, og gem igen."
    ),
    DiskFailed: lambda error: (
        f"Disken kunne ikke læses eller skrives: {error.path}. Det, der allerede er gemt, er der stadig, "
        "og det, du har skrevet, står på skærmen. Kontrollér, at drevet er tilsluttet, og prøv igen."
    ),
    ServerNotSupported: lambda error: (
        f"En fælles databaseserver ({error.scheme}://) kan ikke bruges endnu. Det kommer senere. "
        "Intet er ændret. Angiv en fil på computeren i stedet."
    ),
}

AT_TERMINAL: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    DatabaseMissing: lambda error: (
        f"Der er ingen database her: {error.path}. Måske er den flyttet, eller drevet er ikke tilsluttet. "
        "Intet er ændret. Angiv med --database, hvor den ligger. En ny bliver lavet, når programmets vindue åbner, "
        "eller når en liste bliver læst ind med --key-file."
    ),
    DatabaseBusy: lambda _: (
        "Databasen er optaget af et andet vindue eller program. Intet er ændret. "
        "Luk det andet, eller vent lidt, og prøv igen."
    ),
    DiskFull: lambda error: (
        f"Der er ikke mere plads på disken: {error.path}. Det, der allerede er gemt, er der stadig. "
        "Gør plads, og prøv igen."
    ),
    DiskFailed: lambda error: (
        f"Disken kunne ikke læses eller skrives: {error.path}. Det, der allerede er gemt, er der stadig. "
        "Kontrollér, at drevet er tilsluttet, og prøv igen."
    ),
}
"""What is said instead to somebody who typed a command, and nothing else."""

_KEY_TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    KeysMissing: lambda error: (
        f"Nøglefilen til databasen mangler: {error.path}. Databasen er ikke ændret, men kan ikke åbnes uden. "
        "Læg nøglefilen tilbage ved siden af databasen, for eksempel fra en sikkerhedskopi."
    ),
    KeysDamaged: lambda error: (
        f"Nøglefilen kan ikke læses eller hører til en anden database: {error.path}. Databasen er ikke ændret. "
        "Hent nøglefilen frem fra en sikkerhedskopi."
    ),
    KeysNewer: lambda error: (
        f"Nøglefilen er lavet med en nyere udgave af programmet: {error.path}. {_UNTOUCHED} "
        "Opdatér programmet, og åbn databasen igen."
    ),
    KeysWithoutDatabase: lambda error: (
        f"Nøglerne er her, men databasen mangler: {error.path}. Intet er ændret. Læg databasen tilbage. "
        "Vil du begynde forfra, så flyt nøglefilen et andet sted hen først."
    ),
    KeyringUnavailable: lambda error: (
        f"{_KEYRING[error.trouble]} Databasen er ikke ændret. "
        "Brug adgangssætningen eller gendannelseskoden, eller prøv igen."
    ),
    KeyNotInKeyring: lambda _: (
        "Computerens nøglering kender ikke denne database. Måske er den flyttet hertil fra en anden computer. "
        "Intet er ændret. Brug adgangssætningen eller gendannelseskoden."
    ),
    KeyInKeyringUnusable: lambda _: (
        "Det, computerens nøglering har gemt til denne database, kan ikke bruges som nøgle til den. "
        "Intet er ændret. Brug adgangssætningen eller gendannelseskoden."
    ),
    KeyFileUnusable: lambda error: (
        f"Nøglen i filen kan ikke bruges: {error.path}. Filen skal kunne læses og indeholde 64 tegn, "
        "hvert af dem 0-9 eller a-f. Intet er ændret. Vælg en anden nøglefil."
    ),
    KeyNeeded: lambda error: (
        f"Databasen er låst, og der er ingen at spørge om adgangssætningen: {error.path}. Intet er ændret. "
        "Angiv en nøglefil med --key-file, eller kør kommandoen i et terminalvindue."
    ),
    WrongKey: lambda error: (
        f"Nøglen hører til en anden database end {error.path}. {_UNTOUCHED} Brug den rigtige nøgle."
    ),
    WrongKeyOrDamaged: lambda error: (
        f"Nøglen åbner ikke {error.path}. Enten er det en anden databases nøgle, eller også er filen beskadiget. "
        f"{_UNTOUCHED} Prøv med den rigtige nøgle, eller hent en sikkerhedskopi frem."
    ),
}


_SECRET_TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    WrongPassphrase: lambda _: (
        "Adgangssætningen er ikke den rigtige. Intet er ændret. Prøv igen, eller brug gendannelseskoden."
    ),
    TooManyTries: lambda error: (
        f"Der er skrevet forkert flere gange. Vent {_time(error.seconds)}, og prøv så igen. "
        "Intet er ændret, og intet er gået tabt."
    ),
    WrongRecoveryCode: lambda _: (
        "Gendannelseskoden er skrevet rigtigt, men den passer ikke til databasen. Intet er ændret. "
        "Se efter, om der er et nyere ark med gendannelseskode."
    ),
    RecoveryCodeLength: lambda error: (
        f"Gendannelseskoden har {error.expected} tegn, og du har skrevet {error.length}. "
        "Se på arket, og skriv alle grupper."
    ),
    RecoveryCodeMistyped: lambda error: (
        f"Der er en tastefejl i gruppe {error.group} af gendannelseskoden. Sammenlign med arket, og ret den."
    ),
    NoSuchSlot: lambda error: (
        f"Databasen er ikke sat op til at blive åbnet med {_SLOT[error.kind]}. Intet er ændret. "
        "Åbn den på en anden måde."
    ),
    LastSlot: lambda error: (
        f"{_SLOT[error.kind].capitalize()} kan ikke undværes: uden den kunne databasen ikke længere åbnes. Intet er "
        f"ændret. {_OTHER_WAY[error.kind]}"
    ),
    PassphrasesDiffer: lambda _: "De to adgangssætninger er ikke ens. Intet er ændret. Skriv dem igen.",
    NobodyToAsk: lambda _: (
        "Der skal bruges en adgangssætning, og der er ingen at spørge. Intet er ændret. "
        "Kør kommandoen i et terminalvindue, eller angiv en fil med den; --help viser hvordan."
    ),
    SecretUnreadable: lambda error: (
        f"Filen kan ikke læses, eller dens første linje er tom: {error.path}. Intet er ændret. Vælg en anden fil."
    ),
    NoWayIn: lambda _: (
        "Databasen åbnes kun med en nøglefil, og den ville ikke længere passe. Intet er ændret. "
        "Giv først databasen en adgangssætning, eller lad computerens nøglering åbne den."
    ),
    PassphraseTooShort: lambda error: (
        f"Adgangssætningen skal have mindst {error.at_least} tegn. Skriv for eksempel fire ord efter hinanden."
    ),
    PassphraseTooLong: lambda error: f"Adgangssætningen må højst have {error.at_most} tegn. Skriv en kortere.",
}


TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = _FILE_TEXTS | _KEY_TEXTS | _SECRET_TEXTS
"""One sentence maker for each kind of error."""
