"""The words of the supervision report on paper."""

from collections.abc import Sequence
from typing import Final

from koordinator.domain.supervision import WHOLE_OF, CountName, GroupBy, SupervisionReport, SupervisionRow
from koordinator.domain.supervision_paper import share as share_of
from koordinator.texts.supervision import COUNTS, MY_NUMBERS, TITLE

_N: Final = CountName
ONLY_NUMBERS: Final = "Her er kun tal. Der står intet om den enkelte borger eller om sagens indhold."
OUTSIDE: Final = "Til brug uden for kommunen: Grupper med færre end fem forløb er lagt sammen."
WHOLE: Final = "Tallene i alt"
STEPS: Final = "Trin ved periodens start og slutning"
HOW_COUNTED: Final = "Sådan er der talt"
HOW_COUNTED_INTRO: Final = (
    "Et tal i alt tæller hver ting én gang og er ikke altid summen af rækkerne. Dage er kalenderdage, og begge "
    "ender af perioden tæller med."
)
NUMBER: Final = "Tal"
COUNTED: Final = "Antal"
OUT_OF: Final = "Ud af"
SHARE: Final = "Andel"
STEP: Final = "Forløb"
AT_START: Final = "Start"
AT_END: Final = "Slut"
STEP_PAIRS: Final = (
    ("Trin 1", _N.STEP1_AT_START, _N.STEP1_AT_END),
    ("Trin 2", _N.STEP2_AT_START, _N.STEP2_AT_END),
    ("Trin 3", _N.STEP3_AT_START, _N.STEP3_AT_END),
)
STEP_COUNTS: Final = frozenset(name for _, *pair in STEP_PAIRS for name in pair)
_FEWEST: Final = 5
_FOR_EACH: Final[dict[GroupBy, str]] = {
    GroupBy.EMPLOYEE: "for hver medarbejder",
    GroupBy.TEAM: "for hvert team",
    GroupBy.DEPARTMENT: "for hver fagenhed",
}


def title(report: SupervisionReport) -> str:
    """Ledelsestilsyn; Mine tal"""
    return TITLE if report.scope.only is None else MY_NUMBERS


def definition(report: SupervisionReport) -> str:
    """Opgørelsesmåde 1"""
    return f"Opgørelsesmåde {report.definition_version}"


def share(row: SupervisionRow, name: CountName) -> str:
    """69 %; nothing of fewer than five, where a share says more than there is"""
    part, whole = share_of(row, name), WHOLE_OF.get(name)
    if part is None or whole is None or row.number(whole) < _FEWEST:
        return ""
    return f"{round(100 * part)} %"


def for_each(count: str, by: GroupBy) -> str:
    """Forløb på trin 2 med møde, for hvert team"""
    return f"{count}, {_FOR_EACH[by]}"


def legend(name: CountName) -> str:
    """How the bars are read."""
    whole = WHOLE_OF.get(name)
    if whole is None:
        return "Bjælken er antallet."
    return f"Den fyldte del er tallet. Hele rammen er: {COUNTS[whole].title.lower()}."


def alternative(heading: str, bars: Sequence[tuple[str, str]]) -> str:
    """The figure for somebody who cannot see it."""
    return f"{heading}. " + "; ".join(f"{name}: {said}" for name, said in bars) + "."
