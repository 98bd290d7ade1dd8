"""The next step in Danish: a heading, a sentence that says why, the words on the button, the stages."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, NamedTuple

from koordinator.domain.guide import Band, NextStep
from koordinator.domain.guide_kinds import NextStepKind, Stage, WhyCode
from koordinator.domain.misfit import GROWTH, MisfitReason, Sign
from koordinator.texts.formats import (
    capitalised,
    count_of,
    date_long,
    date_no_year,
    join_with_og,
    quoted,
    relative_days,
    spoken_name,
)

_LONGEST_QUOTE: Final = 60
_NUMBERS: Final = {2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks"}

STAGES: Final[dict[Stage, str]] = {
    Stage.ASSESSMENT: "Vurdering",
    Stage.COORDINATOR: "Koordinerende sagsbehandler",
    Stage.TAKE_OVER: "Overtagelse",
    Stage.PREPARATION: "Forberedelse med borgeren",
    Stage.INVITATION: "Indkaldelse",
    Stage.MEETING: "Møde",
    Stage.PLAN: "Plan",
    Stage.FOLLOW_UP: "Opfølgning",
}


class _Words(NamedTuple):
    """What a kind of step is called over the guide band, on its button, and why it hurts when it is late."""

    heading: str
    button: str
    harm: str


_WORDS: Final[dict[NextStepKind, _Words]] = {
    NextStepKind.CLOSE_MEETING: _Words(
        "Afslut mødet", "Afslut møde", "Det, der blev aftalt på mødet, gælder først, når mødet er afsluttet."
    ),
    NextStepKind.HOLD_MEETING: _Words("Mødet er aftalt", "Åbn møde", "Borgeren og de andre sidder og venter."),
    NextStepKind.HAND_OUT_PLAN: _Words(
        "Udlever planen til {name}",
        "Udlever plan",
        "Uden planen i hånden kan borgeren ikke holde os fast på det, vi har lovet.",
    ),
    NextStepKind.APPROVE_PLAN: _Words(
        "Godkend planen", "Godkend plan", "Det, der er aftalt, gælder ikke for nogen, før planen er godkendt."
    ),
    NextStepKind.GET_ANSWER: _Words(
        "Spørg efter svaret", "Følg op", "Borgeren venter på en afgørelse, der er lovet til en bestemt dag."
    ),
    NextStepKind.RENEW_CONSENT: _Words(
        "Forny samtykket", "Forny samtykke", "Uden samtykke må fagenhederne ikke tale sammen."
    ),
    NextStepKind.INVITE: _Words(
        "Indkald til samarbejdsmøde", "Indkald", "Uden indkaldelse kommer de ikke, og mødet må flyttes."
    ),
    NextStepKind.PREPARE: _Words(
        "Forbered mødet sammen med {name}", "Forbered", "Uden forberedelse bliver det vores møde og ikke borgerens."
    ),
    NextStepKind.FOLLOW_UP: _Words(
        "Følg op på aftalerne", "Følg op", "En aftale, ingen følger op på, koster borgerens tillid."
    ),
    NextStepKind.CHOOSE_COORDINATOR: _Words(
        "Vælg koordinerende sagsbehandler",
        "Vælg",
        "Så længe der ingen er, samler ingen trådene.",
    ),
    NextStepKind.HANDOVER: _Words(
        "Gennemfør overdragelsen", "Se overdragelsen", "Borgeren skal vide, hvem der samler trådene nu."
    ),
    NextStepKind.FINISH_HANDOVER: _Words(
        "Gør overdragelsen færdig", "Se tjeklisten", "Det, der ikke bliver givet videre, må borgeren fortælle igen."
    ),
    NextStepKind.TAKE_OVER: _Words(
        "Få sagerne overdraget", "Se overdragelse", "Før alle har overdraget, har det fælles team ikke hele ansvaret."
    ),
    NextStepKind.CARRY_OUT_ASSESSMENT: _Words(
        "Sæt vurderingen i værk", "Se vurdering", "Vurderingen hjælper først, når den bliver til noget."
    ),
    NextStepKind.TALK_ABOUT_MEETINGS: _Words(
        "Tal med {name} om tid og sted",
        "Tal om mødet",
        "Møder, der bliver aflyst igen og igen, passer ikke til borgerens liv.",
    ),
    NextStepKind.PLAN_FIRST_MEETING: _Words(
        "Aftal det første samarbejdsmøde", "Aftal møde", "Før det første møde er der ingen fælles plan."
    ),
    NextStepKind.REASSESS: _Words(
        "Vurdér trinnet igen", "Vurdér", "Et trin, der ikke passer, giver for lidt eller for meget hjælp."
    ),
    NextStepKind.FINISH_ASSESSMENT: _Words(
        "Gør vurderingen færdig", "Fortsæt vurdering", "Så længe vurderingen ikke er færdig, sker der ikke noget nyt."
    ),
    NextStepKind.ASSESS: _Words(
        "Vurdér behovet for koordinering", "Vurdér", "Borgeren koordinerer selv, indtil nogen har vurderet behovet."
    ),
    NextStepKind.PLAN_NEXT_MEETING: _Words(
        "Aftal det næste samarbejdsmøde", "Aftal møde", "Går der for længe mellem møderne, trækker hver sin vej."
    ),
    NextStepKind.REVIEW_PLAN: _Words(
        "Se planen igennem", "Se plan", "En gammel plan siger noget andet end det, borgeren vil nu."
    ),
    NextStepKind.END_COURSE: _Words(
        "Afslut forløbet",
        "Afslut forløb",
        "Borgeren skal vide, at forløbet slutter, og hvem de kan ringe til.",
    ),
    NextStepKind.OFFER_PRIMARY: _Words(
        "Tilbyd {name} en fast sagsbehandler", "Vælg", "Det haster ikke, men alle borgere skal have tilbuddet."
    ),
    NextStepKind.REST: _Words("Der er ikke noget, der venter", "Åbn", ""),
}
_SPECIAL_HEADINGS: Final[dict[WhyCode, str]] = {
    WhyCode.FIRST_PREPARED: "Indkald til det første samarbejdsmøde",
    WhyCode.TODAY: "Hold mødet i dag",
    WhyCode.DAY_PASSED: "Skriv, hvordan mødet gik",
    WhyCode.PRIMARY_MISSING: "Find en fast sagsbehandler til {name}",
    WhyCode.NO_NEED: "Ikke brug for koordinering lige nu",
    WhyCode.ENDED: "Forløbet er afsluttet",
    WhyCode.GONE: "Forløbet er afsluttet",
}


GUIDE_SUMMARY: Final = "vis det næste, der skal ske for hver borger"
GUIDE_CITIZEN: Final = "kun denne borger (CPR-nummer eller id)"
GUIDE_MINE: Final = "kun dine egne borgere"
ONE_OR_MINE: Final = "Vælg enten én borger eller --mine."
GUIDE_HEADINGS: Final = ("Nr.", "Navn", "Næste skridt", "Senest", "Hvorfor")
NOBODY_IN_COURSE: Final = "Ingen borger har et åbent forløb her."
LOOKED: Final = "Set på det"
LOOK_HEADING: Final = "Trinnet passer stadig"
LOOK_INTRO: Final = (
    "{signs}. Skriv, hvorfor trinnet ikke skal vurderes igen nu. Så er der ro om det, indtil der kommer noget nyt."
)
LOOK_REASON: Final = "Hvorfor trinnet passer"


def misfit_remark(found: Sequence[Sign]) -> str:
    """Passer trinnet stadig? To møder er aflyst."""
    return f"Passer trinnet stadig? {signs(found)}."


def heading(step: NextStep, name: str) -> str:
    """Indkald til det første samarbejdsmøde"""
    return _SPECIAL_HEADINGS.get(step.why.code, _WORDS[step.kind].heading).format(name=_called(step, name))


def sentence(step: NextStep, name: str) -> str:
    """Forberedelsen med Lone er færdig. Indkald til det første møde, senest 4. december."""
    called = _called(step, name)
    said = capitalised(_SENTENCES[step.why.code](step, called))
    return f"Gælder {called}: {said}" if step.of_family else said


def button(step: NextStep) -> str:
    """Indkald"""
    return "Se møde" if step.why.code is WhyCode.AHEAD else _WORDS[step.kind].button


def harm(step: NextStep) -> str:
    """Why it hurts the citizen when it is late; nothing where nothing waits."""
    return _WORDS[step.kind].harm


def due(step: NextStep, today: date) -> str:
    """senest 4. december, i dag, 3 dage over fristen; nothing when no day presses."""
    if step.by_on is None or not step.waits:
        return ""
    return relative_days(step.by_on, today) if step.by_on <= today else _by(step.by_on)


def _called(step: NextStep, name: str) -> str:
    """How the subject is named inside a sentence: Lone, familien Rømer."""
    return spoken_name(step.of_family or name)


def _by(day: date) -> str:
    return f"senest {date_no_year(day)}"


def _on(step: NextStep) -> str:
    """The day of the reason: 12. november."""
    return date_no_year(step.why.on) if step.why.on is not None else "tidligere"


def _is_late(step: NextStep) -> bool:
    return step.urgency.band is Band.OVERDUE


def _in_good_time(step: NextStep) -> str:
    """The end of a request: ", senest 4. december", or " nu" when that day has passed."""
    return " nu" if step.by_on is None or _is_late(step) else f", {_by(step.by_on)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1].rstrip()} …"


def _in_words(count: int) -> str:
    return _NUMBERS.get(count, str(count))


def _never_assessed(step: NextStep, name: str) -> str:
    if not step.waits:
        return f"{name} er ikke vurderet. Det kan vente, så længe højst én fagenhed hjælper."
    return f"{name} får hjælp fra {_in_words(step.why.count)} fagenheder. Vurdér behovet for koordinering."


def _decided(step: NextStep, _name: str) -> str:
    outcome = f"trin {step.why.count}" if step.why.count else "intet behov for koordinering"
    return f"Vurderingen fra {_on(step)} siger {outcome}. Sæt det i værk{_in_good_time(step)}."


def _misfit(step: NextStep, _name: str) -> str:
    return f"{signs(step.why.signs)}. Vurdér trinnet igen{_in_good_time(step) if _is_only_old(step) else ''}."


def _is_only_old(step: NextStep) -> bool:
    return [sign.reason for sign in step.why.signs] == [MisfitReason.LONG_AGO]


def signs(found: Sequence[Sign]) -> str:
    """Ny sag i Familie og ny fagenhed siden sidste vurdering og to møder er aflyst"""
    grown = [_SIGNS[sign.reason](sign) for sign in found if sign.reason in GROWTH]
    others = [_SIGNS[sign.reason](sign) for sign in found if sign.reason not in GROWTH]
    growth = [f"{join_with_og(grown)} siden sidste vurdering"] if grown else []
    return capitalised(join_with_og([*growth, *others]))


def _cases(sign: Sign) -> str:
    if sign.count == 1:
        return f"ny sag i {sign.words}" if sign.words else "ny sag"
    newest = f" (senest i {sign.words})" if sign.words else ""
    return f"{_in_words(sign.count)} nye sager{newest}"


def _some(one: str, several: str) -> Callable[[Sign], str]:
    return lambda sign: one if sign.count == 1 else f"{_in_words(sign.count)} {several}"


_SIGNS: Final[dict[MisfitReason, Callable[[Sign], str]]] = {
    MisfitReason.NEW_CASES: _cases,
    MisfitReason.NEW_DEPARTMENTS: _some("ny fagenhed", "nye fagenheder"),
    MisfitReason.NEW_CONTACTS: _some("ny kontaktperson", "nye kontaktpersoner"),
    MisfitReason.MEETINGS_CANCELLED: _some("ét møde er aflyst", "møder er aflyst"),
    MisfitReason.AGREEMENTS_OVERDUE: lambda sign: f"{sign.count} af {sign.of} aftaler er over fristen",
    MisfitReason.STEP_MOVED: lambda sign: f"trinnet er skiftet {_times(sign.count)} siden {date_long(sign.first_on)}",
    MisfitReason.LONG_AGO: lambda sign: f"trinnet blev sidst vurderet {date_long(sign.first_on)}",
}


def _times(count: int) -> str:
    return "én gang" if count == 1 else f"{_in_words(count)} gange"


def _no_meeting(which: str) -> Callable[[NextStep, str], str]:
    def said(step: NextStep, name: str) -> str:
        must = "skal holdes" if step.why.days >= 0 else "skulle være holdt"
        return f"Det {which} møde {must} senest {_on(step)}. Aftal tid og sted med {name}."

    return said


def _running(step: NextStep, name: str) -> str:
    if step.why.days <= 0:
        return f"Mødet med {name} er i gang."
    return f"Mødet fra {_on(step)} er stadig åbent. Afslut det, så {name} kan få referatet."


def _not_handed_out(step: NextStep, name: str) -> str:
    if not _is_late(step):
        return f"Planen er godkendt den {_on(step)}. Udlever den til {name}{_in_good_time(step)}."
    days = count_of(step.why.days, "arbejdsdag", "arbejdsdage")
    return f"Planen fra {_on(step)} er ikke udleveret til {name}. Det er {days} siden."


def _review_due(step: NextStep, name: str) -> str:
    if _is_late(step):
        return f"Planen skulle være set igennem den {_on(step)}. Se den igennem sammen med {name}."
    return f"Se planen igennem sammen med {name}{_in_good_time(step)}."


def _promises_overdue(step: NextStep, _name: str) -> str:
    days = count_of(step.why.days, "dag", "dage")
    if step.why.count == 1:
        return f"Aftalen {quoted(_short(step.why.words))} er {days} over fristen. Følg op."
    return f"{_in_words(step.why.count)} aftaler er over fristen, den ældste {days}. Følg op."


def _answers_overdue(step: NextStep, name: str) -> str:
    who = _short(step.why.words) or "Kommunen"
    if step.why.count == 1:
        return f"{who} skulle have svaret {name} den {_on(step)}. Spørg efter svaret."
    return f"{_in_words(step.why.count)} svar er over fristen, det ældste fra {who} den {_on(step)}. Spørg efter dem."


def _handover_undone(step: NextStep, _name: str) -> str:
    many = "Ét punkt mangler" if step.why.count == 1 else f"{_in_words(step.why.count)} punkter mangler"
    return f"{many} efter overdragelsen den {_on(step)}. Begynd med {quoted(_short(step.why.words))}."


def _not_taken_over(step: NextStep, _name: str) -> str:
    who = _short(step.why.words)
    if step.why.count == 1:
        return f"{who} mangler at overdrage sagen til det fælles team."
    others = "en anden fagenhed" if step.why.count == 2 else f"{_in_words(step.why.count - 1)} andre fagenheder"
    return f"{who} og {others} mangler at overdrage sager til det fælles team."


def _coordinator_gone(step: NextStep, _name: str) -> str:
    return f"Mangler koordinerende sagsbehandler: {step.why.words} kan ikke være det længere. Vælg en ny."


def _runs_out(step: NextStep, _name: str) -> str:
    when = "i morgen" if step.why.days == 1 else f"om {step.why.days} dage"
    return f"Samtykket for {quoted(_short(step.why.words))} udløber {when}."


def _run_out(step: NextStep, _name: str) -> str:
    when = "i går" if step.why.days == 1 else f"for {step.why.days} dage siden"
    return f"Samtykket for {quoted(_short(step.why.words))} udløb {when}. Del ikke mere, før det er fornyet."


def _rests(words: str, again: str) -> Callable[[NextStep, str], str]:
    def said(step: NextStep, _name: str) -> str:
        return f"{words} {again} vurderes igen {date_long(step.by_on)}." if step.by_on is not None else words

    return said


_SENTENCES: Final[dict[WhyCode, Callable[[NextStep, str], str]]] = {
    WhyCode.NEVER_ASSESSED: _never_assessed,
    WhyCode.LEFT_FAMILY: lambda step, name: (
        f"{name} er ikke med i familiens forløb længere (siden {_on(step)}). Vurdér, hvad der er brug for nu."
    ),
    WhyCode.FAMILY_CAME_DOWN: lambda step, name: (
        f"Familien er ikke på trin 3 længere (siden {_on(step)}). Vurdér, hvad {name} har brug for nu."
    ),
    WhyCode.BEGUN: lambda _step, name: f"Der er begyndt en vurdering af {name}. Gør den færdig.",
    WhyCode.DECIDED: _decided,
    WhyCode.MISFIT: _misfit,
    WhyCode.NO_COORDINATOR: lambda step, name: (
        f"{name} har ingen koordinerende sagsbehandler. Vælg en{_in_good_time(step)}."
    ),
    WhyCode.NO_MEETING_YET: _no_meeting("første"),
    WhyCode.NO_MEETING_AHEAD: _no_meeting("næste"),
    WhyCode.NO_MEETING_KNOWN: lambda _step, name: (
        f"Forløbet begyndte før programmet, og intet møde er aftalt. Aftal det næste med {name}."
    ),
    WhyCode.CANCELLED: lambda step, name: (
        f"{_in_words(step.why.count)} møder i træk er aflyst. Tal med {name} om tid og sted."
    ),
    WhyCode.FIRST_TO_PREPARE: lambda step, name: f"Det første møde er den {_on(step)}. Forbered det sammen med {name}.",
    WhyCode.NEXT_TO_PREPARE: lambda step, name: f"Det næste møde er den {_on(step)}. Forbered det sammen med {name}.",
    WhyCode.FIRST_PREPARED: lambda step, name: (
        f"Forberedelsen med {name} er færdig. Indkald til det første møde{_in_good_time(step)}."
    ),
    WhyCode.NEXT_PREPARED: lambda step, name: (
        f"Forberedelsen med {name} er færdig. Indkald til mødet den {_on(step)}{_in_good_time(step)}."
    ),
    WhyCode.TODAY: lambda _step, name: f"Mødet med {name} er i dag.",
    WhyCode.RUNNING: _running,
    WhyCode.DAY_PASSED: lambda step, _: (
        f"Mødet den {_on(step)} er ikke afsluttet. Skriv, hvordan det gik, eller aflys det."
    ),
    WhyCode.AHEAD: lambda step, name: f"Mødet med {name} er den {_on(step)}. Der er ikke noget, der venter inden da.",
    WhyCode.HELD_SINCE: lambda step, _: f"Mødet den {_on(step)} er holdt. Godkend planen{_in_good_time(step)}.",
    WhyCode.NOT_HANDED_OUT: _not_handed_out,
    WhyCode.REVIEW_DUE: _review_due,
    WhyCode.PROMISES_OVERDUE: _promises_overdue,
    WhyCode.ANSWERS_OVERDUE: _answers_overdue,
    WhyCode.NOT_TAKEN_OVER: _not_taken_over,
    WhyCode.COORDINATOR_GONE: _coordinator_gone,
    WhyCode.HANDOVER_UNDONE: _handover_undone,
    WhyCode.NOT_HANDED_OVER: lambda step, _name: (
        f"Overdragelsen til {step.why.words} gælder fra den {_on(step)}. Gennemfør den, eller aflys den."
    ),
    WhyCode.RUNS_OUT: _runs_out,
    WhyCode.RUN_OUT: _run_out,
    WhyCode.NO_NEED_ANY_MORE: lambda _step, name: (
        f"Der er ikke længere brug for koordinering. Afslut forløbet sammen med {name}."
    ),
    WhyCode.PRIMARY_NOT_OFFERED: lambda _step, name: f"{name} har ikke fået tilbudt en fast sagsbehandler.",
    WhyCode.PRIMARY_MISSING: lambda _step, name: f"{name} ønsker en fast sagsbehandler, men har ingen.",
    WhyCode.ALL_WELL: _rests("Der er ikke noget, der venter.", "Trinnet"),
    WhyCode.NO_NEED: _rests("Der er ikke brug for koordinering lige nu.", "Behovet"),
    WhyCode.ENDED: lambda _step, name: f"{name} har ikke noget forløb lige nu. Der er ikke noget, du skal gøre.",
    WhyCode.GONE: lambda _step, _name: "Forløbet er afsluttet. Der er ikke noget, du skal gøre.",
}
