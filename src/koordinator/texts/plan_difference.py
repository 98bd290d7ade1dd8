"""Nyt siden sidst: the difference between two versions of a plan, in sentences to the citizen, or about them."""

from collections.abc import Callable
from datetime import date
from typing import Final

from koordinator.domain.content_parts import AppointmentContent
from koordinator.domain.plan_difference import ChangeKind, PlanChange, Value
from koordinator.domain.register import PlanRelation
from koordinator.domain.steps import Step
from koordinator.texts.formats import capitalised, clock, date_long, first_name, genitive, quoted, weekday_date
from koordinator.texts.paper_voice import TO_ONE, Voice, stopped

NOTHING_NEW: Final = "Der er ikke ændret noget siden sidst."

_STEP: Final[dict[Step, str]] = {
    Step.NO_NEED: "uden fast koordinering",
    Step.ALIGNMENT: "med korte afstemninger, når der er brug for det",
    Step.MEETINGS: "med faste møder med {to_you} og én fælles plan",
    Step.ONE_CASEWORK: "med én sagsbehandler, der har ansvaret for hele planen",
}

_WORDS: Final[dict[str, str]] = {
    "own_words": "{Your} egne ord er ændret.",
    "must_not_be_lost": "Det, der ikke må gå tabt, er ændret.",
    "strengths": "Det, der er godt og virker, er ændret.",
    "challenges": "Det, der er sværest lige nu, er ændret.",
    "disagreements": "Det, vi ser forskelligt på, er ændret.",
    "own_contribution": "Det, {you} selv gør, er ændret.",
    "relatives_contribution": "Det, {your} nærmeste gør, er ændret.",
}

_MEMBER_WORDS: Final[dict[str, str]] = {
    "own_words": "{name} egne ord er ændret.",
    "strengths": "Det, der er godt for {name}, er ændret.",
    "challenges": "Det, der er sværest for {name}, er ændret.",
    "own_contribution": "Det, {name} selv gør, er ændret.",
}

_GOAL_WORDS: Final[dict[str, str]] = {
    "citizens_wording": "Målet {goal} har fået nye ord fra {to_you}.",
    "own_part": "Det, {you} selv klarer i målet {goal}, er ændret.",
    "practising": "Det, {you} øver i målet {goal}, er ændret.",
}

_RELATION: Final[dict[PlanRelation, str]] = {
    PlanRelation.REPLACED: "er afløst af den fælles plan",
    PlanRelation.PART: "er en del af den fælles plan",
    PlanRelation.BESIDE: "gælder ved siden af den fælles plan",
}


def sentence(change: PlanChange, voice: Voice = TO_ONE) -> str:
    """The change in one sentence."""
    told = _TOLD_TO_READER.get(change.kind)
    return told(change, voice) if told else _SENTENCES[change.kind](change)


def sentences(changes: tuple[PlanChange, ...], voice: Voice = TO_ONE) -> tuple[str, ...]:
    """All changes, each in one sentence; one that says so when there are none."""
    return tuple(sentence(change, voice) for change in changes) or (NOTHING_NEW,)


def _when(value: Value) -> str:
    """senest 27. november 2026, hver fredag, or uden dato"""
    if isinstance(value, date):
        return f"senest {date_long(value)}"
    return str(value) if value else "uden dato"


def _meeting(value: Value) -> str:
    if not isinstance(value, AppointmentContent):
        return "Der er ikke aftalt et næste møde."
    return f"Næste møde er {weekday_date(value.starts_on)} kl. {clock(value.starts_clock)}."


def _step(change: PlanChange, voice: Voice) -> str:
    if not isinstance(change.after, Step):
        return "Trinnet er ændret."
    return f"Vi arbejder nu sammen {_STEP[change.after].format(to_you=voice.to_you)}."


def _coordinator(change: PlanChange, voice: Voice) -> str:
    if not change.after:
        return f"{voice.you_first} har lige nu ikke en koordinerende sagsbehandler."
    return f"{change.after} er blevet {voice.your} koordinerende sagsbehandler."


def _scored(change: PlanChange, voice: Voice) -> str:
    goal = quoted(change.name)
    if change.before is None:
        return f"{voice.you_first} har givet målet {goal} {change.after} ud af 10."
    return _gives_now(voice.you_first, f"målet {goal}", change)


def _gives_now(who: str, what: str, change: PlanChange) -> str:
    if change.before == change.after:
        return f"{who} giver stadig {what} {change.after} ud af 10."
    return f"{who} gav {what} {change.before} og giver det nu {change.after} ud af 10."


def _scored_by(change: PlanChange) -> str:
    goal = quoted(change.part_of)
    if change.before is None:
        return f"{change.name} har givet målet {goal} {change.after} ud af 10."
    return _gives_now(change.name, f"målet {goal}", change)


def _member_words(change: PlanChange) -> str:
    name = first_name(change.part_of)
    return _MEMBER_WORDS[change.name].format(name=genitive(name) if change.name == "own_words" else name)


def _view(change: PlanChange, voice: Voice) -> str:
    who, about = change.name or voice.you_first, f" på {quoted(change.part_of)}" if change.part_of else ""
    if change.kind is ChangeKind.VIEW_GONE:
        return f"Det er ikke længere skrevet ned, hvordan {change.name or voice.you} ser{about or ' på det'}."
    again = " nu" if change.kind is ChangeKind.VIEW_CHANGED else ""
    return f"{who} ser{again} sådan{about or ' på det'}: {stopped(str(change.after))}"


def _theme_scored(change: PlanChange, voice: Voice) -> str:
    who, theme = change.name or voice.you_first, quoted(change.part_of)
    if change.before is None:
        return f"{who} har givet emnet {theme} {change.after} ud af 10."
    return _gives_now(who, f"emnet {theme}", change)


def _new_effort(change: PlanChange) -> str:
    return f"Ny indsats: {change.name}{f' ved {change.after}' if change.after else ''}."


def _changed_effort(change: PlanChange) -> str:
    if change.before != change.after and change.after:
        return f"Indsatsen {quoted(change.name)} er ændret til {change.after}."
    return f"Indsatsen {quoted(change.name)} er ændret."


def _new_agreement(change: PlanChange) -> str:
    return f"Ny aftale: {quoted(change.name)}{f' – {change.after}' if change.after else ''}."


def _not_done(change: PlanChange) -> str:
    return f"Aftalen {quoted(change.name)} blev ikke til noget: {change.after}"


def _new_person(change: PlanChange) -> str:
    if not change.after:
        return f"Aftalen {quoted(change.name)} mangler en, der har ansvaret."
    return f"{change.after} har nu ansvaret for aftalen {quoted(change.name)}."


def _new_decision(change: PlanChange, voice: Voice) -> str:
    who = f" {voice.you_first} får svar{f' fra {change.before}' if change.before else ''}"
    when = f" senest {date_long(change.after)}" if isinstance(change.after, date) else ""
    return f"Ikke afgjort endnu: {quoted(change.name)}.{who}{when}."


def _new_contact(change: PlanChange) -> str:
    return (
        f"{change.name} er kommet til: {stopped(str(change.after))}"
        if change.after
        else f"{change.name} er kommet til."
    )


def _helps(change: PlanChange) -> str:
    if not change.after:
        return f"Det er ikke længere skrevet ned, hvad {change.name} hjælper med."
    return f"{change.name} hjælper nu med noget andet: {stopped(str(change.after))}"


def _relation(change: PlanChange) -> str:
    return f"Planen {quoted(change.name)} {_RELATION[PlanRelation(str(change.after))]}."


def _review(change: PlanChange) -> str:
    if not isinstance(change.after, date):
        return "Der er ikke sat en dag, hvor vi ser på planen igen."
    return f"Vi ser på planen igen senest {date_long(change.after)}."


_TOLD_TO_READER: Final[dict[ChangeKind, Callable[[PlanChange, Voice], str]]] = {
    ChangeKind.STEP: _step,
    ChangeKind.COORDINATOR: _coordinator,
    ChangeKind.WORDS: lambda change, voice: _WORDS[change.name].format(
        Your=capitalised(voice.your_many), you=voice.you, your=voice.your_many
    ),
    ChangeKind.GOAL_WORDS: lambda change, voice: _GOAL_WORDS[change.name].format(
        goal=quoted(change.part_of), you=voice.you, to_you=voice.to_you
    ),
    ChangeKind.GOAL_SCORED: _scored,
    ChangeKind.VIEW_NEW: _view,
    ChangeKind.VIEW_CHANGED: _view,
    ChangeKind.VIEW_GONE: _view,
    ChangeKind.THEME_SCORED: _theme_scored,
    ChangeKind.THEME_SCORED_BY: _theme_scored,
    ChangeKind.DECISION_NEW: _new_decision,
    ChangeKind.DECISION_CHANGED: _new_decision,
}

_SENTENCES: Final[dict[ChangeKind, Callable[[PlanChange], str]]] = {
    ChangeKind.GOAL_NEW: lambda change: f"Nyt mål: {quoted(change.name)}.",
    ChangeKind.GOAL_REACHED: lambda change: f"Målet {quoted(change.name)} er nået.",
    ChangeKind.GOAL_PUT_ASIDE: lambda change: f"Målet {quoted(change.name)} er lagt til side.",
    ChangeKind.GOAL_TAKEN_UP: lambda change: f"Målet {quoted(change.name)} er taget op igen.",
    ChangeKind.GOAL_RENAMED: lambda change: (
        f"Målet {quoted(str(change.before))} hedder nu {quoted(str(change.after))}."
    ),
    ChangeKind.GOAL_GONE: lambda change: f"Målet {quoted(change.name)} er taget ud af planen.",
    ChangeKind.SUBGOAL_NEW: lambda change: f"Nyt delmål i {quoted(change.part_of)}: {change.name}.",
    ChangeKind.SUBGOAL_REACHED: lambda change: f"Delmålet {quoted(change.name)} i {quoted(change.part_of)} er nået.",
    ChangeKind.GOAL_SCORED_BY: _scored_by,
    ChangeKind.MEMBER_WORDS: _member_words,
    ChangeKind.EFFORT_ORDER: lambda _change: "Hjælpen tages nu i en anden rækkefølge.",
    ChangeKind.EFFORT_NEW: _new_effort,
    ChangeKind.EFFORT_CHANGED: _changed_effort,
    ChangeKind.EFFORT_GONE: lambda change: f"Indsatsen {quoted(change.name)} er ikke længere med i planen.",
    ChangeKind.AGREEMENT_NEW: _new_agreement,
    ChangeKind.AGREEMENT_DONE: lambda change: f"Aftalen {quoted(change.name)} er holdt.",
    ChangeKind.AGREEMENT_NOT_DONE: _not_done,
    ChangeKind.AGREEMENT_PERSON: _new_person,
    ChangeKind.AGREEMENT_DAY: lambda change: f"Ny tid for aftalen {quoted(change.name)}: {_when(change.after)}.",
    ChangeKind.AGREEMENT_WORDS: lambda change: (
        f"Aftalen {quoted(str(change.before))} lyder nu {quoted(str(change.after))}."
    ),
    ChangeKind.AGREEMENT_OPEN_AGAIN: lambda change: f"Aftalen {quoted(change.name)} er åben igen.",
    ChangeKind.AGREEMENT_GONE: lambda change: f"Aftalen {quoted(change.name)} er taget ud af planen.",
    ChangeKind.DECISION_ANSWERED: lambda change: f"Der er svar om {quoted(change.name)}: {change.after}",
    ChangeKind.DECISION_GONE: lambda change: f"{quoted(change.name)} skal ikke længere afgøres.",
    ChangeKind.CONTACT_NEW: _new_contact,
    ChangeKind.CONTACT_CHANGED: lambda change: f"{change.name} har fået nye kontaktoplysninger.",
    ChangeKind.CONTACT_HELPS: _helps,
    ChangeKind.CONTACT_GONE: lambda change: f"{change.name} er ikke længere med.",
    ChangeKind.OTHER_PLAN_NEW: _relation,
    ChangeKind.OTHER_PLAN_RELATION: _relation,
    ChangeKind.OTHER_PLAN_GONE: lambda change: f"Planen {quoted(change.name)} er ikke længere med.",
    ChangeKind.NEXT_MEETING: lambda change: _meeting(change.after),
    ChangeKind.REVIEW: _review,
}
