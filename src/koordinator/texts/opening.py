"""Words from before the program's own window: unlocking, the first start, the sheet with the recovery code."""

from typing import Final

UNLOCK_HEADING: Final = "Lås op"
UNLOCK_TEXT: Final = "Skriv din adgangssætning for at åbne dine borgeres sager."
PASSPHRASE: Final = "Adgangssætning"
UNLOCK: Final = "Lås op"
UNLOCKING: Final = "Låser op …"
USE_CODE: Final = "Jeg har glemt den. Brug gendannelseskoden"
USE_PASSPHRASE: Final = "Brug adgangssætningen i stedet"
CODE_HEADING: Final = "Lås op med gendannelseskoden"
CODE_TEXT: Final = "Koden står på arket, du gemte, da programmet blev sat op. Store og små bogstaver er lige gode."
CODE: Final = "Gendannelseskode"
QUIT: Final = "Luk programmet"

WELCOME_HEADING: Final = "Velkommen til Koordinator"
WELCOME_TEXT: Final = (
    "Programmet hjælper dig med at koordinere hjælpen til borgere med sager flere steder i kommunen. "
    "Hvordan vil du begynde?"
)
TRY_DEMO: Final = "Prøv med eksempeldata"
TRY_DEMO_MEANING: Final = "En lille by med opdigtede borgere. Du kan se og prøve alt uden at ødelægge noget."
PRACTISE: Final = "Øvelse: lær modellen at kende"
PRACTISE_MEANING: Final = "Følg én opdigtet borger fra vurdering til plan. Det tager en halv time."
SET_UP: Final = "Sæt programmet op hos os"
SET_UP_MEANING: Final = "Skriv kommunens og dit eget navn. Det tager et par minutter."
HAS_BACKUP: Final = "Gendan fra en sikkerhedskopi"
HAS_BACKUP_MEANING: Final = "Hent jeres database frem fra en kopi, for eksempel på en ny computer."
NEXT: Final = "Videre"
BACK: Final = "Tilbage"

ABOUT_HEADING: Final = "Kommunen og dig"
ABOUT_TEXT: Final = "Det kan alt sammen rettes senere i Indstillinger."
MUNICIPALITY: Final = "Kommunens navn"
MAIN_PHONE: Final = "Hovednummer"
YOUR_NAME: Final = "Dit navn"
YOUR_TITLE: Final = "Din stilling"
YOUR_PHONE: Final = "Din telefon"
YOUR_EMAIL: Final = "Din e-mail"
DEPARTMENT: Final = "Din fagenhed"
TEAM: Final = "Dit team"
HAS_AUTHORITY: Final = "Jeg er myndighedsperson"
HAS_AUTHORITY_HINT: Final = "En koordinerende sagsbehandler skal have myndighed."

KEY_HEADING: Final = "Sådan låser du op"
KEY_TEXT: Final = "Alt, du skriver, er krypteret på computeren. Kun den, der kan låse op, kan læse det."
KEYRING: Final = "Lås op med mit login på computeren"
KEYRING_MEANING: Final = (
    "Nøglen ligger i computerens egen nøglering. Du skal ikke skrive noget, når du åbner programmet."
)
PASSPHRASE_WAY: Final = "Lås op med en adgangssætning"
PASSPHRASE_WAY_MEANING: Final = "Mindst 12 tegn. En hel sætning er nemmere at huske end et kodeord."
PASSPHRASE_AGAIN: Final = "Adgangssætningen igen"
PASSPHRASES_DIFFER: Final = "De to adgangssætninger er ikke ens. Skriv den igen."
PASSPHRASE_LENGTH: Final = "Adgangssætningen skal have mellem 12 og 200 tegn."
CREATE: Final = "Opret databasen"
CREATING: Final = "Opretter …"

NEW_HERE_HEADING: Final = "Lås op næste gang"
NEW_HERE_TEXT: Final = "Databasen er åben. Vælg, hvordan du vil låse den op på denne computer fra nu af."
NOT_NOW: Final = "Ikke nu"
USE_WAY: Final = "Brug det fra nu af"

SHEET_HEADING: Final = "Ark med gendannelseskode"
SHEET_TEXT: Final = (
    "Glemmer du adgangssætningen, eller går computeren i stykker, er koden her den eneste vej ind. "
    "Ingen andre har den, heller ikke os. Gem arket som PDF, print det, og læg det et aflåst sted."
)
SAVE_SHEET: Final = "Gem arket som PDF"
SHEET_SAVED: Final = "Arket er gemt: {name}"
SHEET_KEPT: Final = "Jeg har gemt koden et sikkert sted"
START: Final = "Begynd"
SHEET_FILE: Final = "ark-med-gendannelseskode.pdf"
PDF_FILES: Final = "PDF-filer (*.pdf)"

WAITING: Final = "Låser op …"
WAITING_TEXT: Final = "Spørger computeren, om programmet må bruge din nøglering, så svar ja."
NO_DISPLAY: Final = (
    "Der er ingen skærm at vise vinduet på. Start programmet på en computer med skærm, "
    "eller skriv »koordinator --help« for at se, hvad der kan gøres uden."
)
UNEXPECTED: Final = (
    "Der skete en fejl, som er vores. Det, der allerede var gemt, er der stadig. "
    "Der er lavet en fejlrapport uden personoplysninger: {path}"
)
OPENING_FAILED: Final = "Databasen kunne ikke åbnes"
