"""The words of the agenda before the meeting: what could be on it and why, how long it takes, who is there for what."""

from collections.abc import Callable
from datetime import date
from typing import Final

from koordinator.domain.agenda_proposals import Proposal, ProposalKind
from koordinator.texts.formats import (
    capitalised,
    count_of,
    date_no_year,
    first_name,
    genitive,
    join_some,
    number,
    spoken_name,
)

PROPOSE: Final = "Foreslå punkter"
PROPOSE_HINT: Final = "Dagsorden ud fra det, der mangler: borgerens punkter, åbne aftaler, mål, indsatser og frister."
PROPOSALS: Final = "Dagsorden ud fra det, der mangler"
PROPOSALS_INTRO: Final = "Sæt kryds ved det, der skal på dagsordenen. Resten bliver foreslået igen næste gang."
TAKE_UP: Final = "Sæt på dagsordenen"
NOTHING_TO_PROPOSE: Final = "Der er ikke noget, der mangler på dagsordenen."
FEWER: Final = "Færre om bordet"

_TITLES: Final[dict[ProposalKind, Callable[[str], str]]] = {
    ProposalKind.CITIZENS_POINT: lambda about: about,
    ProposalKind.ANOTHER_WAY: lambda about: f"En anden løsning: {about}",
    ProposalKind.OVERDUE: lambda about: f"Aftale, der haster: {about}",
    ProposalKind.OPEN: lambda about: f"Aftale: {about}",
    ProposalKind.EFFORT_WITHOUT_GOAL: lambda about: f"Hvad skal {about} føre til?",
    ProposalKind.GOAL_WITHOUT_EFFORT: lambda about: f"Hvad skal der til: {about}",
    ProposalKind.CASE_DEADLINE: lambda about: f"Frist i sagen {about}",
    ProposalKind.PLAN_FOLLOW_UP: lambda about: f"Opfølgning på {about}",
}
_LONGEST: Final = 200


def title(proposal: Proposal) -> str:
    """The item's title, no longer than a title may be."""
    said = _TITLES[proposal.kind](proposal.about.rstrip(".") if proposal.kind in _SENTENCES else proposal.about)
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def why(proposal: Proposal, subject: str) -> str:
    """Why it belongs on the agenda, in a line."""
    return _WHY[proposal.kind](proposal.on, subject)


def total(minutes: int, of: int) -> str:
    """Punkterne tager 80 minutter. Det er 5 minutter mere end mødets 75."""
    if minutes > of:
        more = count_of(minutes - of, "minut", "minutter")
        return f"Punkterne tager {number(minutes)} minutter. Det er {more} mere end mødets {number(of)}."
    if minutes < of:
        left = count_of(of - minutes, "minut", "minutter")
        return (
            f"Punkterne tager {number(minutes)} af mødets {number(of)} minutter. {capitalised(left)} er ikke fordelt."
        )
    return f"Punkterne passer med mødets {number(of)} minutter."


def crowded(count: int, most: int, idle: tuple[str, ...]) -> str:
    """8 fagpersoner er med, og 6 er nok. Bo og Ida har ikke noget punkt."""
    many = (
        f"{FEWER}: {count_of(count, 'fagperson', 'fagpersoner')} er med. {number(most)} er nok efter jeres egen regel."
    )
    if not idle:
        return many
    they = "de" if len(idle) > 1 else first_name(idle[0])
    return f"{many} {join_some(idle)} har hverken et punkt eller en aftale. Kan {they} nøjes med referatet?"


def item_detail(presenter: str, minutes: int, theme: str) -> str:
    """Kim Møller · 10 min · Økonomi"""
    return " · ".join(filter(None, (presenter, f"{minutes} min" if minutes else "", theme)))


def _due(on: date | None) -> str:
    return f", senest {date_no_year(on)}" if on is not None else ""


_SENTENCES: Final = frozenset(ProposalKind) - {ProposalKind.CITIZENS_POINT}
_WHY: Final[dict[ProposalKind, Callable[[date | None, str], str]]] = {
    ProposalKind.CITIZENS_POINT: lambda _on, subject: capitalised(
        f"{genitive(spoken_name(subject))} ord fra forberedelsen"
    ),
    ProposalKind.ANOTHER_WAY: lambda _on, _subject: "Det er ikke lykkedes tre gange",
    ProposalKind.OVERDUE: lambda on, _subject: f"Aftalen er over fristen{_due(on)}",
    ProposalKind.OPEN: lambda on, _subject: f"Aftalen er åben{_due(on)}",
    ProposalKind.EFFORT_WITHOUT_GOAL: lambda _on, _subject: "Indsatsen er ikke knyttet til et mål endnu",
    ProposalKind.GOAL_WITHOUT_EFFORT: lambda _on, _subject: "Der er ingen indsats til målet endnu",
    ProposalKind.CASE_DEADLINE: lambda on, _subject: f"Fristen ligger før næste møde{_due(on)}",
    ProposalKind.PLAN_FOLLOW_UP: lambda on, _subject: f"Planen skal følges op{_due(on)}",
}
