"""Words of the course history."""

from collections.abc import Callable
from datetime import date
from typing import Final

from koordinator.domain.course_history import CourseHistory, Event, EventKind, StepSpan
from koordinator.domain.steps import Step
from koordinator.texts.formats import capitalised, date_long, date_short, quoted, spoken_name
from koordinator.texts.handover import KINDS_SHORT
from koordinator.texts.plan import HANDOUT_WAYS, PAPERS
from koordinator.texts.subject import END_REASONS

TITLE: Final = "Forløbet"
PAPER: Final = "Forløbets historie"
SAVE: Final = "Gem som PDF"
NO_COURSE: Final = (
    "Der er ikke noget forløb her endnu. Det begynder med den første vurdering. "
    "Et forløb for hele familien står på familiens side."
)
EVENTS: Final = "Hvad der er sket"
NO_EVENTS: Final = "Ikke noget endnu."
WHEN: Final = "Hvornår"
WHAT: Final = "Hvad"
WHY: Final = "Hvorfor"
NOBODY: Final = "Ingen"
FROM_BEFORE: Final = "Forløbet begyndte, før programmet blev taget i brug"
TODAY: Final = "i dag"

STEPS: Final = "Trin"
COORDINATORS: Final = "Koordinerende sagsbehandler"
PRIMARIES: Final = "Fast sagsbehandler"
ASSESSMENTS: Final = "Vurderinger"
MEETINGS: Final = "Møder"
CANCELLED: Final = "Aflyst"
PLANS: Final = "Planer"

_STEP_WORDS: Final[dict[Step, str]] = {
    Step.NO_NEED: "Intet behov",
    Step.ALIGNMENT: "Trin 1",
    Step.MEETINGS: "Trin 2",
    Step.ONE_CASEWORK: "Trin 3",
}


def step(of: Step) -> str:
    """Trin 2"""
    return _STEP_WORDS[of]


def title(name: str) -> str:
    """Forløbet for Lone Bæk, forløbet for familien Rømer"""
    return f"Forløbet for {spoken_name(name, is_family=True)}"


def when(event: Event) -> str:
    """02.10.2026 til 21.11.2026; fra 02.10.2026; 02.10.2026"""
    if event.kind in (EventKind.STEP, EventKind.COORDINATOR, EventKind.PRIMARY):
        until = f"til {date_short(event.until_on)}" if event.until_on is not None else ""
        return f"{date_short(event.on)} {until}".rstrip() if until else f"fra {date_short(event.on)}"
    return date_short(event.on)


def what(event: Event) -> str:
    """Vurderet til trin 2 af Mette Holm"""
    return _WHAT[event.kind](event)


def why(event: Event) -> str:
    """The reason with which it was decided; nothing where there is none."""
    if event.kind is EventKind.ENDED:
        reason = END_REASONS[event.end_reason] if event.end_reason is not None else ""
        return " · ".join(part for part in (reason, quoted(event.reason) if event.reason else "") if part)
    if event.way is not None:
        return HANDOUT_WAYS[event.way]
    if event.handover_kind is not None:
        return capitalised(KINDS_SHORT[event.handover_kind])
    return FROM_BEFORE if event.from_before else event.reason


def _by(event: Event) -> str:
    return f" af {event.by}" if event.by else ""


def _decided(event: Event) -> str:
    return f"Vurderet til {_named(event.step)}{_by(event)}"


def _deviated(event: Event) -> str:
    pointed = f", hvor svarene pegede på {_named(event.recommended)}" if event.recommended is not None else ""
    return f"{_decided(event)}{pointed}"


def _paper(event: Event) -> str:
    kind = PAPERS[event.paper] if event.paper is not None else ""
    return f"{kind}, version {event.number}" if event.number else kind


def _named(of: Step | None) -> str:
    return "intet behov for koordinering" if of is None or of is Step.NO_NEED else _STEP_WORDS[of].lower()


_WHAT: Final[dict[EventKind, Callable[[Event], str]]] = {
    EventKind.STEP: lambda event: capitalised(_named(event.step)),
    EventKind.ASSESSED: _decided,
    EventKind.DEVIATED: _deviated,
    EventKind.LOOKED: lambda event: f"Trinnet er set efter{_by(event)} og passer stadig",
    EventKind.COORDINATOR: lambda event: f"Koordinerende sagsbehandler: {event.by}",
    EventKind.PRIMARY: lambda event: f"Fast sagsbehandler: {event.by}",
    EventKind.HELD: lambda event: "Samarbejdsmøde holdt uden borgeren" if event.reason else "Samarbejdsmøde holdt",
    EventKind.CANCELLED: lambda _event: "Samarbejdsmøde aflyst",
    EventKind.PLAN_APPROVED: lambda event: f"Fælles plan godkendt, version {event.number}",
    EventKind.HANDED_OUT: lambda event: f"{_paper(event)} til {event.by}",
    EventKind.TAKEN_OVER: lambda event: f"{event.giver} har overdraget til det fælles team",
    EventKind.NOT_HANDED_OVER: lambda event: f"{event.giver} overdrager ikke til det fælles team",
    EventKind.HANDED_OVER: lambda event: f"Overdraget fra {event.giver} til {event.by}",
    EventKind.HANDED_BACK: lambda event: f"Givet tilbage fra {event.by} til {event.giver}",
    EventKind.HANDOVER_CANCELLED: lambda event: f"Overdragelse fra {event.giver} til {event.by} aflyst",
    EventKind.ENDED: lambda _event: "Forløbet afsluttet",
    EventKind.ACCESS_ASKED: lambda _event: "Borgeren bad om indsigt",
    EventKind.ACCESS_ANSWERED: lambda _event: "Svar på, at borgeren bad om indsigt",
    EventKind.CORRECTION_ASKED: lambda _event: "Borgeren bad om en rettelse",
    EventKind.CORRECTION_ANSWERED: lambda _event: "Svar på borgerens ønske om en rettelse",
    EventKind.OBJECTED: lambda _event: "Borgeren gjorde indsigelse",
    EventKind.OBJECTION_ANSWERED: lambda _event: "Svar på borgerens indsigelse",
}


def alternative(history: CourseHistory) -> str:
    """What the picture says to somebody who cannot see it."""
    steps = ", ".join(_span(span) for span in history.steps)
    people = ", ".join(f"{span.name} {_days(span.from_on, span.until_on)}" for span in history.coordinators)
    parts = (f"{title(history.name)}: {steps}.", f"{COORDINATORS}: {people}." if people else "")
    return " ".join(part for part in parts if part)


def _span(span: StepSpan) -> str:
    return f"{step(span.step)} {_days(span.from_on, span.until_on)}"


def _days(from_on: date, until_on: date | None) -> str:
    until = f" til {date_long(until_on)}" if until_on is not None else ""
    return f"fra {date_long(from_on)}{until}"
