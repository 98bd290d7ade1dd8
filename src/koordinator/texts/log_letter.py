"""The words of the letter to a citizen on who has seen or changed their data: what was done, and why."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from koordinator.domain.access import Action, Channel, Relation
from koordinator.domain.right_of_access import AccessLogLine
from koordinator.texts.audit import ACTIONS
from koordinator.texts.formats import capitalised, clock, count_of, danish_day, date_short

TITLE: Final = "Hvem har set dine oplysninger?"
INTRO: Final = (
    "Vores program skriver ned, hver gang nogen ser eller ændrer noget om dig. Ingen kan lave det om, og det "
    "bliver først slettet, når det er blevet gammelt. Her er det, vi har, det nyeste først. Har en person gjort det "
    "samme flere gange på en dag, står det på én linje."
)
NOT_HERE: Final = (
    "Når en af os søger eller ser en liste over mange, kan dit navn også være på listen. Det står ikke her, for "
    "programmet skriver kun ned, at nogen så listen."
)
WRONG: Final = (
    "Er der noget, du ikke forstår? Eller er der en, der efter din mening ikke skulle have set det? Så ring til os. "
    "Vi ser på det, og du får et svar. Du kan også klage til Datatilsynet."
)
WHO_HEADING: Final = "Dem, der har set noget"
ALL_HEADING: Final = "Hver gang"
WHEN: Final = "Hvornår"
WHO: Final = "Hvem"
WHAT: Final = "Hvad"
WHY: Final = "Hvorfor"
TIMES: Final = "Gange"
FIRST: Final = "Første gang"
LAST: Final = "Sidste gang"
NOBODY: Final = "Ingen har set eller ændret noget om dig."
UNKNOWN: Final = "Ukendt"
PROGRAM: Final = "Programmet selv"


class _Why(StrEnum):
    """What somebody uses a citizen's data for."""

    HELP = "For at hjælpe dig og følge din sag"
    ASSESS = "For at se, hvor meget hjælp du har brug for"
    MEETING = "For at holde et godt møde med dig"
    PLAN = "For at lave planen sammen med dig"
    SHARE = "For at dele det, du har sagt ja til"
    PAPER = "For at give dig eller dem, der hjælper dig, et papir"
    LEAD = "For at se, om vi gør det, vi skal"
    ACCESS = "Fordi du har ret til at se, hvad vi har"
    SEARCH = "For at finde din sag"
    RUN = "For at få programmet til at virke"
    NEED = "For et særligt behov. Personen skrev hvorfor, og det kan du få at se"
    REFUSED = "For at åbne noget om dig. Programmet sagde nej, så personen så ikke noget"
    KEEP = "For ikke at gemme noget om dig længere, end vi må"


_WHY: Final[dict[_Why, frozenset[Action]]] = {
    _Why.ASSESS: frozenset(
        {Action.LIST_ASSESSMENTS, Action.ASSESS, Action.LOCK_ASSESSMENT, Action.MOVE_STEP, Action.LOOK_AT_MISFIT}
    ),
    _Why.MEETING: frozenset(
        {
            Action.LIST_MEETINGS,
            Action.OPEN_MEETING,
            Action.PLAN_MEETING,
            Action.INVITE,
            Action.ANSWER_INVITATION,
            Action.MOVE_MEETING,
            Action.CANCEL_MEETING,
            Action.RUN_MEETING,
            Action.CLOSE_MEETING,
            Action.CORRECT_MINUTES,
            Action.TAKE_QUESTION,
        }
    ),
    _Why.PLAN: frozenset({Action.OPEN_PLAN, Action.EDIT_PLAN, Action.APPROVE_PLAN}),
    _Why.SHARE: frozenset({Action.EDIT_CONSENT}),
    _Why.PAPER: frozenset({Action.MAKE_PAPER, Action.HAND_OUT}),
    _Why.LEAD: frozenset(
        {
            Action.OPEN_SUPERVISION,
            Action.OPEN_SUPERVISION_ROWS,
            Action.EXPORT_SUPERVISION,
            Action.MERGE_COUNTS,
            Action.OPEN_LOG,
            Action.EXPORT_LOG,
            Action.OPEN_SPOT_CHECKS,
            Action.DRAW_SPOT_CHECKS,
            Action.ANSWER_SPOT_CHECK,
        }
    ),
    _Why.ACCESS: frozenset({Action.PREPARE_ACCESS, Action.DECIDE_ACCESS, Action.GIVE_ACCESS, Action.EDIT_REQUESTS}),
    _Why.NEED: frozenset({Action.BREAK_GLASS}),
    _Why.REFUSED: frozenset({Action.ACCESS_REFUSED}),
    _Why.SEARCH: frozenset({Action.SEARCH, Action.LIST_CITIZENS}),
    _Why.RUN: frozenset({Action.VERIFY, Action.EDIT_SETTINGS, Action.EDIT_ORGANISATION, Action.CREATE_DATABASE}),
    _Why.KEEP: frozenset(
        {Action.OPEN_RETENTION, Action.PREVIEW_DELETION, Action.HOLD_SUBJECT, Action.DELETE_SUBJECT, Action.DELETE_OLD}
    ),
}
"""Everything else is part of the daily help."""

_NEEDS_NO_RELATION: Final = frozenset({_Why.LEAD, _Why.ACCESS, _Why.RUN, _Why.KEEP, _Why.SEARCH})
"""Whoever leads, looks after the log or runs the program has nothing else to do with the citizen."""
_RELATIONS: Final[dict[Relation | None, str]] = {
    Relation.OWN: "Var din sagsbehandler den dag.",
    Relation.SHARED: "Var med til at hjælpe dig den dag.",
    Relation.TEAM: "Var i det team, der har din sag.",
    Relation.COLLEAGUE: "Var i team med din sagsbehandler.",
    Relation.GRANTED: "Havde fået lov den dag af en særlig grund.",
    Relation.UNTAKEN: "",
    Relation.ANY: "",
    None: "Vi kan ikke se, at den person arbejdede med dig den dag.",
}

_TO_YOU: Final[dict[Action, str]] = {
    Action.OPEN_RETENTION: "Så, hvis oplysninger vi snart skal slette",
    Action.PREVIEW_DELETION: "Så, hvad der forsvinder, når det om dig slettes",
    Action.HOLD_SUBJECT: "Bestemte, om det, vi har om dig, må slettes",
    Action.OPEN_CITIZEN: "Åbnede din side",
    Action.OPEN_HISTORY: "Så, hvad der er sket i dit forløb",
    Action.SHOW_CPR: "Så dit CPR-nummer",
    Action.EDIT_CITIZEN: "Rettede dit navn, din adresse eller andet om dig",
    Action.EDIT_REGISTER: "Rettede noget om dine sager, din hjælp eller dem omkring dig",
    Action.EDIT_FAMILY: "Rettede, hvem der er i din familie",
    Action.IMPORT_CITIZEN: "Satte dig ind fra en liste over dine sager",
    Action.IMPORT_LIST: "Satte dine sager ind fra en liste",
    Action.TAKE_FROM_LIST: "Blev din sagsbehandler, fordi det stod på en liste. Dem, du havde i forvejen, fik besked",
    Action.TAKE_QUESTION: "Tog et spørgsmål med til dit møde",
    Action.WRITE_CONTACT_NOTE: "Skrev ned, at I har talt sammen",
    Action.EDIT_CONSENT: "Skrev ned, hvad du har sagt ja til at dele",
    Action.LIST_ASSESSMENTS: "Så, hvilke vurderinger der er lavet",
    Action.ASSESS: "Skrev i vurderingen",
    Action.LOCK_ASSESSMENT: "Gjorde vurderingen færdig",
    Action.MOVE_STEP: "Flyttede dig til et andet trin",
    Action.LOOK_AT_MISFIT: "Så på, om dit trin stadig passer",
    Action.EDIT_TAKEOVER: "Skrev om sager, der samles ét sted",
    Action.OPEN_HANDOVERS: "Så, hvem der får en ny sagsbehandler",
    Action.OPEN_HANDOVER: "Så, hvad din nye sagsbehandler skal vide",
    Action.HAND_OVER: "Gav din sag til en anden sagsbehandler",
    Action.CHOOSE_COORDINATOR: "Valgte en sagsbehandler til dig",
    Action.END_COURSE: "Afsluttede dit forløb",
    Action.LIST_MEETINGS: "Så listen over dine møder",
    Action.OPEN_MEETING: "Åbnede et møde",
    Action.PLAN_MEETING: "Planlagde et møde med dig",
    Action.INVITE: "Inviterede til et møde",
    Action.ANSWER_INVITATION: "Skrev ned, hvem der kommer til et møde",
    Action.RUN_MEETING: "Skrev på et møde",
    Action.OPEN_PLAN: "Åbnede din plan eller dine papirer",
    Action.EDIT_PLAN: "Skrev i din plan",
    Action.APPROVE_PLAN: "Godkendte din plan",
    Action.MAKE_PAPER: "Lavede et brev eller et papir",
    Action.HAND_OUT: "Skrev ned, hvem der fik et papir",
    Action.PROPOSE_VISIT: "Så, hvad der kan klares på ét besøg hos dig",
    Action.GATHER_FOLLOW_UP: "Samlede flere ting til ét besøg hos dig",
    Action.MOVE_FOLLOW_UP: "Flyttede en dag, hvor vi ser på noget igen",
    Action.FOLLOW_UP: "Skrev ned, hvordan det gik med en aftale",
    Action.OPEN_SUPERVISION_ROWS: "Så dit navn og dit trin på en liste til ledelsen",
    Action.PREPARE_ACCESS: "Samlede alt om dig, så du kan få det",
    Action.DECIDE_ACCESS: "Valgte, hvad du kan få at se om andre",
    Action.OPEN_LOG: "Så på, hvem der har set dine oplysninger",
    Action.EXPORT_LOG: "Gemte en liste over, hvem der har set dine oplysninger",
    Action.OPEN_SPOT_CHECKS: "Så på, om det var i orden, at nogen så dine oplysninger",
    Action.DRAW_SPOT_CHECKS: "Valgte ved lodtrækning at se på, hvem der har set dine oplysninger",
    Action.ANSWER_SPOT_CHECK: "Skrev ned, om det var i orden, at nogen så dine oplysninger",
    Action.EDIT_REQUESTS: "Skrev ned, hvad du har bedt os om, eller hvad vi svarede",
    Action.GIVE_ACCESS: "Lavede et papir til dig med det, vi har",
    Action.BREAK_GLASS: "Fik lov at se noget om dig en kort tid, selv om personen ikke er din sagsbehandler",
    Action.SEE_GRANT: "Fik at vide, at en anden havde set noget om dig eller ændret, hvem der hjælper dig",
    Action.ACCESS_REFUSED: "Prøvede at åbne noget om dig, men fik ikke lov",
}
"""The others are said as the log itself says them."""


def what(line: AccessLogLine) -> str:
    """Åbnede din side"""
    return _TO_YOU.get(line.action) or capitalised(ACTIONS[line.action])


def why(line: AccessLogLine) -> str:
    """For at holde et godt møde med dig. Var din sagsbehandler den dag."""
    reason = next((reason for reason, actions in _WHY.items() if line.action in actions), _Why.HELP)
    related = "" if line.relation is None and reason in _NEEDS_NO_RELATION else _RELATIONS[line.relation]
    return f"{reason.value}. {related}" if related else reason.value


def who(line: AccessLogLine) -> str:
    """Mette Holm, socialrådgiver"""
    return line.who or (PROGRAM if line.channel is Channel.SYSTEM else UNKNOWN)


def when(line: AccessLogLine) -> str:
    """21.11.2026, kl. 9.10-15.30, 4 gange; each on its line"""
    day, at = date_short(danish_day(line.first_at)), f"kl. {_from_to(line.first_at, line.last_at)}"
    times = (count_of(line.times, "gang", "gange"),) if line.times > 1 else ()
    return "\n".join((day, at, *times))


def _from_to(first: datetime, last: datetime) -> str:
    return clock(first) if clock(first) == clock(last) else f"{clock(first)}-{clock(last)}"
