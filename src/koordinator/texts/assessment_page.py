"""The words of the page that an assessment is made on, and of the tab that shows the earlier ones."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from koordinator.domain.assessment_model import RegisterFact
from koordinator.domain.citizen import LeaveReason
from koordinator.domain.steps import Step
from koordinator.texts.assessment import BECAUSE, citizens_answer, points_to, step_word
from koordinator.texts.formats import (
    capitalised,
    count_of,
    date_long,
    date_short,
    genitive,
    join_with_og,
    quoted,
    spoken_name,
)
from koordinator.texts.subject import LEAVE_REASONS

TITLE: Final = "Vurdering"
REGISTER: Final = "Det ved vi allerede"
REGISTER_INTRO: Final = "Tallene kommer fra sagslisten og netværket. Passer et af dem ikke, så ret svaret."
CORRECT: Final = "ret"
USE_REGISTER: Final = "brug det"
DECISION: Final = "Beslutning"
DECISION_HEADING: Final = "Hvad beslutter du?"
BACK: Final = "← Tilbage"
NEXT: Final = "Næste →"
CONFIRM: Final = "Det passer →"
TO_DECISION: Final = "Til beslutning →"
LOCK: Final = "Lås vurderingen"
LOCK_REMARK: Final = "En låst vurdering kan ikke ændres. Lav en ny, når behovet bliver et andet."
REASON: Final = "Begrundelse"
NOTE: Final = "Note"
NOTE_HINT: Final = "Skriv en note til svaret"
GO_ON_WITH_OLDER: Final = "Gør den færdig, som den er"
BEGIN_AGAIN: Final = "Begynd igen"
ANSWERED_MARK: Final = "besvaret"
UNKNOWN_MARK: Final = "ved ikke endnu"
OPEN_MARK: Final = "ikke besvaret"
FROM_REGISTER: Final = "Fra registret"
LAST_TIME: Final = "Sidst"
POINTED_AT: Final = "Trappen peger her"
ON_NOW: Final = "Er her nu"
SAYS_OTHERWISE: Final = "Taler for noget andet"
ASSESS: Final = "Vurdér"
CONTINUE: Final = "Fortsæt vurderingen"
EARLIER: Final = "Vurderinger"
SHOW: Final = "vis"
HIDE: Final = "skjul"
SINCE_LAST: Final = "Anderledes end gangen før"

ALL_ANSWERS_LAST: Final = "Vis alle svar fra sidst"
JUMP: Final = "Gå til et spørgsmål"
IN_FAMILY: Final = "I familien"
NO_MEMBERS: Final = "Familien har ingen medlemmer endnu. Tilføj dem på familiens side, så tæller deres sager med."
NO_CHILDREN: Final = "Der er ingen børn i familien."
NOT_ASSESSED: Final = "ikke vurderet for sig"
CARRY_OUT: Final = "Sæt i værk"
NOTE_PAPER: Final = "Notat som PDF"
KEY_JUMP: Final = "Gå til et spørgsmål"

KEY_CHOOSE: Final = "Vælg svar"
KEY_CHOOSE_FOR_CITIZEN: Final = "Vælg borgerens svar"
KEY_NEXT: Final = "Næste spørgsmål"
KEY_BACK: Final = "Forrige spørgsmål"
KEY_STEP: Final = "Vælg trin, når der skal besluttes"
KEY_LEAVE_NOTE: Final = "Næste spørgsmål, mens der skrives i noten"

_MOST_NAMES: Final = 8
_LONGEST_HEADING: Final = 9
_FACTS: Final[dict[RegisterFact, Callable[[int], str]]] = {
    RegisterFact.OPEN_CASES: lambda count: count_of(count, "åben sag", "åbne sager"),
    RegisterFact.DEPARTMENTS: lambda count: f"{count_of(count, 'fagenhed', 'fagenheder')} med åbne sager",
    RegisterFact.CONTACT_PERSONS: lambda count: count_of(count, "kontaktperson", "kontaktpersoner"),
    RegisterFact.FAMILY_MEMBERS_WITH_CASES: lambda count: (
        f"{count_of(count, 'person', 'personer')} i familien med åbne sager"
    ),
}


def crumb(name: str) -> str:
    """Lone Bæk › Vurdering"""
    return f"{name} › {TITLE}"


def register_question(name: str) -> str:
    """Passer det, registret ved om Lone?"""
    return f"Passer det, registret ved om {name}?"


def registered(fact: RegisterFact, names: Sequence[str]) -> str:
    """4 fagenheder med åbne sager: Familie, Handicap, Sundhed og Arbejdsmarked"""
    counted = capitalised(_FACTS[fact](len(names)))
    return f"{counted}: {_some(names)}" if names else counted


def register_says_now(answer: str) -> str:
    """Registret siger nu »Fire«"""
    return f"Registret siger nu {quoted(answer)}"


def correct_answer(label: str) -> str:
    """What a screen reader says of the button that corrects an answer."""
    return f"{CORRECT} {label}"


def register_keys(facts: int) -> str:
    """Enter: det passer · ret med 1-3"""
    return f"Enter: det passer · ret med 1-{facts}"


def keys_for_both(answers: int) -> str:
    """1-5 · borgeren Alt+1-5 · Enter går videre"""
    return f"1-{answers} · borgeren Alt+1-{answers} · Enter går videre"


def keys_for_steps() -> str:
    """Vælg med 0-3"""
    return "Vælg med 0-3"


def add_citizens_answer(name: str) -> str:
    """Tilføj Lones svar"""
    return f"Tilføj {genitive(name)} svar"


def citizens_heading(name: str, *, is_family: bool) -> str:
    """Lones svar; a name that is too long for the narrow column is Borgerens svar."""
    if len(name) <= _LONGEST_HEADING:
        return citizens_answer(name)
    return "Familiens svar" if is_family else "Borgerens svar"


def is_citizens_answer(name: str, answer: str) -> str:
    """What a screen reader says of the citizen's mark beside an answer."""
    return f"{capitalised(genitive(name))} svar: {answer}"


def answered(count: int, of: int) -> str:
    """7 af 11 besvaret"""
    return f"{count} af {of} besvaret"


def way_line(label: str, mark: str) -> str:
    """What a screen reader says of a line in the list of questions."""
    return f"{label}, {mark}"


def sees_it_otherwise(name: str) -> str:
    """Lone ser det anderledes"""
    return f"{capitalised(name)} ser det anderledes"


def saw_it_otherwise(name: str) -> str:
    """Lone så det anderledes"""
    return f"{capitalised(name)} så det anderledes"


def reason(text: str) -> str:
    """Begrundelse: ..."""
    return f"{REASON}: {text}"


def locked_heading(step: Step) -> str:
    """Vurderingen er låst: trin 2"""
    return f"Vurderingen er låst: {step_word(step)}"


def moved(name: str, before: Step | None, after: Step) -> str:
    """What the decision does to the subject's course."""
    who = capitalised(name)
    if after is Step.NO_NEED:
        return f"{who} har {'ikke' if before is None else 'ikke længere'} brug for koordinering."
    if before is after:
        return f"{who} bliver på {step_word(after)}."
    if not before:
        return f"{who} er på {step_word(after)} fra i dag."
    return f"{who} går {_way(before, after)} fra {step_word(before)} til {step_word(after)} fra i dag."


def would_move(name: str, before: Step | None, after: Step) -> str:
    """What locking will do: Når du låser, går Lone ned fra trin 2 til trin 1."""
    if after is Step.NO_NEED:
        return f"Når du låser, har {name} {'ikke' if before is None else 'ikke længere'} brug for koordinering."
    if before is after:
        return f"Når du låser, bliver {name} på {step_word(after)}."
    if not before:
        return f"Når du låser, er {name} på {step_word(after)} fra i dag."
    return f"Når du låser, går {name} {_way(before, after)} fra {step_word(before)} til {step_word(after)}."


def would_stand_beside(name: str, family: str) -> str:
    """Locking moves nobody who is part of a family's casework."""
    return f"Når du låser, bliver {name} i forløbet for {spoken_name(family, is_family=True)}."


def stands_beside(name: str, family: str) -> str:
    """Lone er fortsat med i forløbet for familien Bæk. Vurderingen står ved siden af, når familien vurderes."""
    who = f"{capitalised(name)} er fortsat med i forløbet for {spoken_name(family, is_family=True)}."
    return f"{who} Vurderingen står ved siden af, når familien vurderes."


def lock(before: Step | None, after: Step | None) -> str:
    """Lås: ned til trin 1. The words of the button that locks."""
    if after is None:
        return LOCK
    if after is before:
        return f"Lås: {'stadig intet behov' if after is Step.NO_NEED else f'bliver på {step_word(after)}'}"
    if after is Step.NO_NEED:
        return "Lås: intet behov" if before is None else "Lås: ikke længere behov"
    return f"Lås: {_way(before, after)} til {step_word(after)}" if before else f"Lås: {step_word(after)}"


def _way(before: Step, after: Step) -> str:
    return "op" if after > before else "ned"


def last_answer(decided_on: date, answer: str) -> str:
    """Sidst (3. marts 2026): »Kun delvist«."""
    return f"Sidst ({date_long(decided_on)}): {quoted(answer)}."


def last_citizens(name: str, answer: str) -> str:
    """Lone svarede »Ja«."""
    return f"{capitalised(name)} svarede {quoted(answer)}."


def last_note(note: str) -> str:
    """Note: ..."""
    return f"{NOTE}: {note}"


def new_question(name: str) -> str:
    """The question was not asked last time: the model has another version since."""
    return f"Spørgsmålet er nyt siden sidst, da {name} blev vurderet."


def member_answer(name: str, answer: str, citizens: str, on: date | None) -> str:
    """Oliver: »Kun delvist«, siger selv »Ja« (12.03.2026)"""
    said = f"{name}: {quoted(answer)}" + (f", siger selv {quoted(citizens)}" if citizens else "")
    return f"{said} ({date_short(on)})" if on is not None else said


def members_last(lines: Sequence[str]) -> str:
    """Sidst vurderet hver for sig – Oliver: »Kun delvist« (12.03.2026) · Anna: »Nej« (05.04.2026)"""
    return f"Sidst vurderet hver for sig – {' · '.join(lines)}" if lines else ""


def member_standing(name: str, step: Step | None, assessed_on: date | None) -> str:
    """Oliver: trin 2, vurderet for sig 12.03.2026"""
    parts = [step_word(step)] if step is not None else []
    parts.append(f"vurderet for sig {date_short(assessed_on)}" if assessed_on is not None else NOT_ASSESSED)
    return f"{name}: {', '.join(parts)}"


def left_family(name: str, because: LeaveReason | None, on: date) -> str:
    """Oliver er ikke længere med i familien: død (12.03.2026). Sager og kontaktpersoner tæller ikke med."""
    why = f": {LEAVE_REASONS[because].lower()}" if because not in (None, LeaveReason.OTHER) else ""
    return f"{name} er ikke længere med i familien{why} ({date_short(on)}). Sager og kontaktpersoner tæller ikke med."


def belongs_elsewhere(name: str, family: str) -> str:
    """Bo hører til Familien Rømer. Hans eller hendes sager tæller med dér."""
    return f"{name} er i nær familie, men hører til {spoken_name(family, is_family=True)}. Sagerne tæller med dér."


def more_changes(count: int) -> str:
    """Vis 2 til"""
    return f"Vis {count} til"


def pointed_because(recommended: Step) -> str:
    """Det peger på trin 2, fordi"""
    return f"{points_to(recommended)}, {BECAUSE}"


def go_to(name: str) -> str:
    """Gå til Lone"""
    return f"Gå til {name}"


def none_yet(name: str) -> str:
    """What the tab says before the first assessment."""
    return f"{capitalised(name)} er ikke vurderet endnu. Vurderingen er en samtale på omkring ti minutter."


def is_begun(answered_count: int, of: int) -> str:
    """Der er begyndt en vurdering. 5 af 11 spørgsmål er besvaret."""
    return f"Der er begyndt en vurdering. {answered_count} af {of} spørgsmål er besvaret."


def made_on(decided_on: date, by: str) -> str:
    """3. marts 2026 · Mette Holm"""
    return " · ".join(part for part in (date_long(decided_on), by) if part)


def deviation(recommended: Step, text: str) -> str:
    """Trappen pegede på trin 1. Begrundelse: ..."""
    return f"Trappen pegede på {step_word(recommended)}. {reason(text)}"


def waits_to_be_carried_out(name: str, step: Step) -> str:
    """Det er besluttet, at Lone skal være på trin 2, men det er ikke sat i værk."""
    what = "ikke har brug for koordinering" if step is Step.NO_NEED else f"skal være på {step_word(step)}"
    return f"Det er besluttet, at {name} {what}, men det er ikke sat i værk."


def note_paper(day: str) -> str:
    """What a screen reader says of the button that makes the note."""
    return f"{NOTE_PAPER}: vurderingen fra {day}"


def unfold(day: str, *, is_open: bool) -> str:
    """What a screen reader says of the word that shows or hides an older assessment."""
    return f"{HIDE if is_open else SHOW} vurderingen fra {day}"


def _some(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_NAMES
    if rest > 0:
        return f"{', '.join(names[:_MOST_NAMES])} og {rest} mere"
    return join_with_og(names)


def older_model(begun_by: str, now: str) -> str:
    """The assessment was begun by a version that is no longer in force."""
    return (
        f"Vurderingen er begyndt efter version {begun_by} af modellen, og nu gælder version {now}. Du kan gøre den "
        "færdig, som den er, eller begynde igen efter den nye. De svar, der stadig bliver spurgt om, bliver stående."
    )
