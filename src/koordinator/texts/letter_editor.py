"""Words of Brevtekster in Indstillinger."""

from collections.abc import Mapping
from typing import Final

from koordinator.domain.ids import EmployeeId
from koordinator.domain.letter_versions import LetterTextVersion
from koordinator.domain.line_difference import LineChange
from koordinator.domain.readability import EASY
from koordinator.texts.formats import moment_short

TEXTS: Final = "Brevtekster"
TEXT: Final = "Tekst"
STATE: Final = "Status"
OWN: Final = "Rettet"
DRAFT: Final = "Kladde"
BROKEN: Final = "Skal rettes"
BROKEN_TEXT: Final = (
    "Programmet kan ikke længere læse jeres egen tekst, så standardteksten bruges. Ret den, og tag den i brug."
)
WRITE_HERE: Final = "Brevets tekst"
INSERT: Final = "Indsæt felt"
INSERT_HINT: Final = "Indsæt felt (Ctrl+Mellemrum)"
FOLLOWING: Final = "Ord, der retter sig efter læseren"
USE: Final = "Tag i brug"
STANDARD_BACK: Final = "Tilbage til standardteksten"
GIVE_UP: Final = "Kassér kladden"
GIVE_UP_HEADING: Final = "Skal kladden kasseres?"
GIVE_UP_TEXT: Final = "Det, du har skrevet, forsvinder. Den tekst, der gælder, bliver ved med at gælde."
KEY_USE: Final = "Tag brevteksten i brug"
KEY_INSERT: Final = "Indsæt et felt i brevteksten"
KEY_NEXT_FAULT: Final = "Gå til det næste, der skal rettes i brevteksten"
GO_TO: Final = "Gå dertil (F8)"
HELP: Final = (
    "Et felt som {navn} bliver til det rigtige ord i brevet. Med stort bogstav, {Navn}, begynder ordet stort.\n"
    "{du}, {dig}, {din}, {dit} og {dine} bliver til I, jer og jeres i brevet til en familie. Andre ord skriver du "
    "selv i begge former: {tryg|trygge}.\n"
    "Mangler en oplysning, falder linjen væk. Sæt [ ] om en sætning, så er det kun den, der falder væk. "
    "[Det her|ellers det her] giver et andet ord i stedet.\n"
    "# er overskriften, ## en mellemoverskrift, - et punkt, > en boks, ! en boks, der skal ses, og **fed** er fed."
)
HELP_HEADING: Final = "Sådan skriver du"
LOOK: Final = "Vis"
EXAMPLE: Final = "Eksempel"
EXAMPLE_ONE: Final = "Eksempel: til én"
EXAMPLE_FAMILY: Final = "Eksempel: til en familie"
PAPER: Final = "Sådan ser dokumentet ud"
VERSIONS: Final = "Versioner"
DIFFERENCE: Final = "Forskel fra standarden"
NO_DIFFERENCE: Final = "Teksten er den samme som standardteksten."
NO_VERSIONS: Final = "Teksten er aldrig rettet. Det er standardteksten, der gælder."
NOT_ON_PAPER: Final = "Teksten bruges ikke på papir."
MEND_FIRST: Final = "Ret det, der er markeret. Så følger eksemplet med igen."
WHEN: Final = "Hvornår"
WHO: Final = "Hvem"
TRY_AGAIN: Final = "Hent frem"
STANDARD: Final = "Standardteksten"
IN_FORCE: Final = "Gælder nu"
EARLIER: Final = "Tidligere"
STANDARD_HOLDS: Final = "Det er standardteksten, der gælder."
DRAFTED: Final = "Din kladde er gemt. Den gælder først, når du tager den i brug."
SAVED: Final = "Teksten gælder fra nu af."
BROUGHT_BACK: Final = "Teksten står i feltet. Den gælder først, når du tager den i brug."
MARKS: Final[dict[LineChange, str]] = {LineChange.SAME: "", LineChange.GONE: "Væk: ", LineChange.NEW: "Ny: "}


def holds(version: LetterTextVersion | None, names: Mapping[EmployeeId, str]) -> str:
    """Gælder fra 22.11.2026 kl. 9.30. Gemt af Mette Holm."""
    if version is None:
        return STANDARD_HOLDS
    which = "Jeres egen tekst gælder" if version.text else "Standardteksten gælder igen"
    return f"{which} fra {moment_short(version.saved_at)}. Gemt af {names[version.saved_by_id]}."


def use_nearest(name: str) -> str:
    """Brug {mødedag}"""
    return f"Brug {{{name}}}"


def field_line(name: str, says: str) -> str:
    """{mødedag}  –  Mødets ugedag og dato"""
    return f"{{{name}}}  –  {says}"


def faults_left(number: int) -> str:
    """Der er 3 ting at rette."""
    return "Der er én ting at rette." if number == 1 else f"Der er {number} ting at rette."


def readability(lix: float) -> str:
    """Læsbarhed: LIX 28"""
    said = f"Læsbarhed: LIX {round(lix)}"
    return said if lix <= EASY else f"{said}. Over {EASY} er svært at læse: korte sætninger og korte ord hjælper."


def somebody_else(error: str, version: LetterTextVersion | None, names: Mapping[EmployeeId, str]) -> str:
    """Whose text it is that came first, and that nothing is lost."""
    if version is None:
        return error
    return (
        f"{names[version.saved_by_id]} har gemt en anden tekst imens ({moment_short(version.saved_at)}). "
        "Din står her stadig. Se den anden under Versioner. Tag din i brug igen, hvis den skal gælde."
    )
