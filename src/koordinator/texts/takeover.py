"""Words of the take-over checklist on trin 3."""

from collections.abc import Sequence
from typing import Final

from koordinator.domain.takeover import Takeover, TakeoverOutcome
from koordinator.texts.formats import count_of, date_short, spoken_name

TITLE: Final = "Overtagelse"
NEW: Final = "Ny linje"
EMPTY: Final = "Ingen fagenhed har noget at overdrage. Tilføj en linje, hvis der alligevel er noget."
DEPARTMENT: Final = "Fagenhed"
WHAT: Final = "Hvad overdrages?"
STANDS: Final = "Hvor langt er det?"
ADD: Final = "Ny linje til overtagelsen"
CHANGE: Final = "Overtagelse fra {department}"
CORRECT: Final = "Ret overtagelsen med en ny linje"
CORRECT_INTRO: Final = "Den gamle linje ligger fast og bliver stående. Det, du skriver her, bliver en ny linje."
STATES: Final[dict[TakeoverOutcome | None, str]] = {
    None: "Afventer overtagelse",
    TakeoverOutcome.TAKEN_OVER: "Det fælles team har overtaget",
    TakeoverOutcome.NOT_HANDED_OVER: "Overdrages ikke",
}
EXPECTED_ON: Final = "Ventes overdraget"
MEANWHILE: Final = "Ansvarlig indtil da"
NOBODY: Final = "Ingen er nævnt"
WAIT_REASON: Final = "Hvorfor venter det?"
WAIT_REASON_HINT: Final = "Med en grund og en dag er der ro om linjen, til dagen kommer."
PUT_OFF: Final = "Skriv, hvorfor det er udskudt."
TAKEN_OVER_ON: Final = "Overtaget fra"
OUTCOME_REASON: Final = "Hvorfor overdrages det ikke?"
SEE_FAMILY: Final = "Se overtagelsen"


def summary(lines: Sequence[Takeover]) -> str:
    """Afventer overtagelse: 2 af 4 linjer. Indtil da har fagenheden ansvaret."""
    waiting = sum(line.waits for line in lines)
    if not lines:
        return ""
    if not waiting:
        return "Det fælles team har ansvaret."
    return (
        f"Afventer overtagelse: {waiting} af {count_of(len(lines), 'linje', 'linjer')}. "
        "Indtil da har fagenheden ansvaret."
    )


def state(line: Takeover) -> str:
    """ventes 04.12.2026, overtaget 12.11.2026, overdrages ikke"""
    if line.until_on is None:
        return f"ventes {date_short(line.expected_on)}"
    if line.outcome is TakeoverOutcome.TAKEN_OVER:
        return f"overtaget {date_short(line.until_on)}"
    return "overdrages ikke"


def of_family(name: str) -> str:
    """Sagerne overtages samlet for familien Rømer. Linjerne står på familiens side."""
    return f"Sagerne overtages samlet for {spoken_name(name, is_family=True)}. Linjerne står på familiens side."
