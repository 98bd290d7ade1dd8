"""The words of Stikprøver: looks at citizens that are drawn at random, for the leader to ask about."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from koordinator.domain.access import Action, Relation
from koordinator.domain.spot_check import OUTSIDE_WEIGHT, SpotAnswer, SpotCheck, SpotDraw
from koordinator.texts.audit import ACTIONS
from koordinator.texts.formats import capitalised, count_of, moment_short, month_year, number

SUMMARY: Final = "vis stikprøverne: tilfældige opslag, som lederen ser på"
INTRO: Final = (
    "Hver måned trækker programmet nogle opslag på borgere, som du ser på: Var der en grund til at åbne borgeren? "
    "Spørg medarbejderen, hvis du er i tvivl, og skriv, hvad du fandt ud af."
)
HOW: Final = (
    "Der bliver trukket én gang for hver måned, der er slut, blandt alle, der åbnede en borger. Et opslag af en, der "
    f"ikke arbejdede med borgeren, har {OUTSIDE_WEIGHT} gange så stor chance for at blive trukket. Ingen kan vælge, "
    "hvad der bliver trukket, og der kan ikke trækkes om. Hvad medarbejderen havde med borgeren at gøre, er set den "
    "dag, så godt programmet kan vide det."
)
LIST: Final = "Stikprøver"
NONE: Final = "Der er ingen stikprøver endnu. De første bliver trukket, når en måned med opslag er slut."
WHEN: Final = "Hvornår"
WHO: Final = "Hvem"
CITIZEN: Final = "Borger"
ANSWER: Final = "Svar"
QUESTION: Final = "Var opslaget i orden?"
NOTE: Final = "Note"
NOTE_HINT: Final = "Skriv, hvad medarbejderen siger, eller hvorfor det ikke var i orden. Skriv ikke andet om borgeren."
SAVED: Final = "Svaret er gemt."
STAYS: Final = "Stikprøven er besvaret, og svaret bliver stående."
TO_ANSWER: Final = "Besvar"
HOW_HEADING: Final = "Sådan bliver der trukket"
NOT_ANSWERED: Final = "Mangler svar"
DELETED: Final = "Slettet"
UNKNOWN: Final = "Ukendt"
OTHER_LEADER: Final = "En anden leder"
OTHER_LEADER_TEXT: Final = (
    "Det er dit eget opslag, så en anden leder skal svare på det. Er der ingen anden leder i programmet, så bed "
    "administratoren om at give en kollega den rolle."
)
ALONE: Final = "Du er den eneste leder i programmet, så du svarer også på dine egne opslag. Det står ved svaret."
OWN_LOOK: Final = "besvaret af den, der selv så"

ANSWERS: Final[dict[SpotAnswer, str]] = {
    SpotAnswer.IN_ORDER: "I orden",
    SpotAnswer.ASKED: "Medarbejderen er spurgt",
    SpotAnswer.NOT_IN_ORDER: "Ikke i orden",
}
RELATIONS: Final[dict[Relation | None, str]] = {
    Relation.OWN: "Borgerens sagsbehandler",
    Relation.SHARED: "Med i forløbet",
    Relation.TEAM: "I det team, der koordinerer på trin 3",
    Relation.COLLEAGUE: "I team med den, der har borgeren",
    Relation.UNTAKEN: "Ingen havde borgeren endnu",
    Relation.GRANTED: "Adgang ved særligt behov",
    Relation.ANY: "Adgang til alle",
    None: "Ingen kendt grund",
}


def what(action: Action) -> str:
    """Åbnede siden"""
    return capitalised(ACTIONS[action])


def when(check: SpotCheck) -> str:
    """21.11.2026 kl. 13.05"""
    return moment_short(check.looked_at)


def answer(check: SpotCheck) -> str:
    """I orden"""
    return NOT_ANSWERED if check.answer is None else ANSWERS[check.answer]


def relation(check: SpotCheck) -> str:
    """Borgerens sagsbehandler"""
    return RELATIONS[check.relation]


def look_line(who: str, citizen: str, check: SpotCheck) -> str:
    """Mette Holm, 21.11.2026 kl. 13.05: Åbnede siden, Lone Bæk."""
    return f"{who or UNKNOWN}, {when(check)}: {what(check.action)}, {citizen or DELETED}."


def note(check: SpotCheck) -> str:
    """What the leader wrote, and that it was about oneself."""
    is_own = check.answered_by_id == check.employee_id
    return ". ".join(filter(None, (check.note.rstrip("."), capitalised(OWN_LOOK) if is_own else "")))


def to_answer(*, is_open: bool, is_own: bool) -> str:
    """Besvar"""
    return "" if not is_open else OTHER_LEADER if is_own else TO_ANSWER


def told(look: str, note: str) -> str:
    """The look, what the leader wrote, and that it stays."""
    return "\n\n".join(filter(None, (look, note, STAYS)))


def draw_line(draw: SpotDraw) -> str:
    """Oktober 2026: 5 trukket af 212 opslag. ..."""
    return (
        f"{capitalised(month_year(draw.month_on))}: {number(draw.drawn)} trukket af "
        f"{count_of(draw.pool, 'opslag', 'opslag')}. Trukket med {draw.seed[:12]} blandt post "
        f"{number(draw.after_sequence + 1)} til {number(draw.until_sequence)} i loggen."
    )


def counted(counts: Mapping[SpotAnswer | None, int]) -> str:
    """Mangler svar: 1. I orden: 3. Ikke i orden: 1."""
    names: list[tuple[SpotAnswer | None, str]] = [(None, NOT_ANSWERED), *ANSWERS.items()]
    return " ".join(f"{name}: {number(counts[each])}." for each, name in names if counts.get(each))


def month_heading(month_on: date) -> str:
    """Oktober 2026"""
    return capitalised(month_year(month_on))
