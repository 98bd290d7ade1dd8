"""The words of the assessment: questions, the result with its reasons, what would change it, last time.

Sentences come from the model; {name} in them is the citizen's first name or the family ("familien
Rømer"). Reasons and changes are clauses without a capital letter, as they stand in a list under
"fordi" and "hvis"; `sentence` makes one that stands alone.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_changes import Change, ChangeSet
from koordinator.domain.assessment_model import UNKNOWN, AssessmentModel, OptionKey, Parameter
from koordinator.domain.assessment_snapshot import LockedFault
from koordinator.domain.recommendation import Difference, Reason, Recommendation
from koordinator.domain.steps import Step
from koordinator.texts.formats import capitalised, date_long, genitive, join_with_og, quoted

HEADING: Final = "Hvor meget koordinering er der brug for?"
BECAUSE: Final = "fordi"
WOULD_CHANGE: Final = "Det ville ændre resultatet, hvis"
NO_SMALL_CHANGE: Final = "Intet enkelt svar ville ændre det, og det ville to eller tre heller ikke."
NO_SINGLE_ANSWER: Final = "Intet enkelt svar ville ændre det."
NOTHING_TO_POINT_BY: Final = "Vi mangler svar, før trappen kan pege på et trin"
SAME_AS_LAST: Final = "Svarene er de samme som sidst."
NO_LAST_TIME: Final = "Det er den første vurdering."
PROFESSIONALS_ANSWER: Final = "Sagsbehandlerens svar"
UNKNOWN_LABEL: Final = "Ved ikke endnu"
UNKNOWN_MEANING: Final = "Vi viser, hvad der mangler at blive afklaret."
DEVIATION_QUESTION: Final = "Hvorfor vælger du et andet trin?"

_NAMES: Final[dict[Step, str]] = {
    Step.NO_NEED: "Intet behov for koordinering",
    Step.ALIGNMENT: "Almindelig afstemning og koordination",
    Step.MEETINGS: "Tværfaglige koordinations- og samarbejdsmøder",
    Step.ONE_CASEWORK: "Én samlet sagsbehandling",
}
_MEANINGS: Final[dict[Step, str]] = {
    Step.NO_NEED: "Hjælpen hænger sammen, som den er. Hver sagsbehandler passer sin egen sag.",
    Step.ALIGNMENT: "Sagsbehandlerne taler sammen, når der er brug for det, og skriver ned, hvem der aftalte hvad.",
    Step.MEETINGS: (
        "Borgeren mødes jævnligt med alle, der hjælper. En koordinerende sagsbehandler har ansvaret for møderne "
        "og den fælles plan."
    ),
    Step.ONE_CASEWORK: "Ét team på tværs har hele ansvaret, og borgeren eller familien får én sagsbehandler.",
}
_LOCKED_FAULTS: Final[dict[LockedFault, str]] = {
    LockedFault.NOT_LOCKED: "Vurderingen er ikke låst.",
    LockedFault.HASH_DIFFERS: "Den låste vurdering er ændret, efter at den blev låst.",
    LockedFault.UNREADABLE: "Den låste vurdering kan ikke læses.",
    LockedFault.ROW_DIFFERS: "Oplysningerne ved siden af den låste vurdering er ændret.",
    LockedFault.STEP_DIFFERS: "Den låste vurdering giver et andet trin, når den beregnes igen.",
}


def step_name(step: Step) -> str:
    """Trin 2 · Tværfaglige koordinations- og samarbejdsmøder"""
    return _NAMES[step] if step is Step.NO_NEED else f"{step_short(step)} · {_NAMES[step]}"


def step_short(step: Step) -> str:
    """Trin 2"""
    return _NAMES[step] if step is Step.NO_NEED else f"Trin {int(step)}"


def step_word(step: Step) -> str:
    """trin 2, as it stands inside a sentence or a bracket."""
    return "intet behov" if step is Step.NO_NEED else f"trin {int(step)}"


def step_meaning(step: Step) -> str:
    """What is done on the step."""
    return _MEANINGS[step]


def filled(words: str, name: str) -> str:
    """A sentence of the model about the citizen or family."""
    return words.replace("{name_s}", genitive(name)).replace("{name}", name)


def sentence(clause: str) -> str:
    """The clause standing alone: a capital letter and a full stop."""
    return f"{capitalised(clause)}."


def question(parameter: Parameter, name: str) -> str:
    """Kan Lone selv koordinere mellem sine kontaktpersoner?"""
    return capitalised(filled(parameter.question, name))


def ask(parameter: Parameter, name: str) -> str:
    """Spørg: »Kan du selv holde styr på aftalerne med alle dem, der hjælper dig?«"""
    return f"Spørg: {quoted(filled(parameter.ask, name))}"


def position(number: int, of: int, parameter: Parameter) -> str:
    """5 af 11 · Egen koordinering"""
    return f"{number} af {of} · {parameter.label}"


def option_label(parameter: Parameter, key: OptionKey) -> str:
    """The answer's own short words, also for "ved ikke"."""
    return UNKNOWN_LABEL if key == UNKNOWN else parameter.option(key).label


def option_meaning(parameter: Parameter, key: OptionKey, name: str) -> str:
    """What the answer means."""
    return UNKNOWN_MEANING if key == UNKNOWN else filled(parameter.option(key).meaning, name)


def citizens_answer(name: str) -> str:
    """Lones svar"""
    return f"{capitalised(genitive(name))} svar"


def choose_with_keys(answers: int) -> str:
    """Vælg med 1-5 · Enter går videre"""
    return f"Vælg med 1-{answers} · Enter går videre"


def points_to(step: Step | None, *, settled: bool = True) -> str:
    """Det peger på trin 2. `settled`: answers still missing cannot change it. None: nothing answered yet."""
    if step is None:
        return NOTHING_TO_POINT_BY
    where = "på, at der ikke er behov for koordinering" if step is Step.NO_NEED else f"på trin {int(step)}"
    return f"Det peger {where}" if settled else f"Det peger foreløbig {where}"


def still_open(model: AssessmentModel, recommendation: Recommendation) -> str:
    """What is not cleared up, and which steps it could still give; nothing when all is answered."""
    missing = set(recommendation.unanswered) | set(recommendation.unknown)
    if not missing:
        return ""
    labels = [quoted(parameter.label) for parameter in model.parameters if parameter.key in missing]
    line = f"Mangler at blive afklaret: {join_with_og(labels)}."
    if not recommendation.could_become:
        return f"{line} Svarene ændrer ikke resultatet."
    steps = _either([step_word(step) for step in recommendation.could_become])
    return f"{line} Det kan ændre resultatet til {steps}."


def still_to_answer(recommendation: Recommendation) -> str:
    """7 spørgsmål mangler. Resultatet kan stadig blive trin 2 eller trin 3."""
    missing = len(recommendation.unanswered) + len(recommendation.unknown)
    if not missing:
        return ""
    line = f"{missing} spørgsmål mangler svar."
    if not recommendation.could_become:
        return f"{line} Det ændrer ikke resultatet."
    return f"{line} Resultatet kan stadig blive {_either([step_word(step) for step in recommendation.could_become])}."


def reason_sentences(model: AssessmentModel, recommendation: Recommendation, name: str) -> tuple[str, ...]:
    """What speaks for the step, each as a sentence of its own."""
    return tuple(sentence(clause) for clause in because_clauses(model, recommendation, name))


def reason_clause(model: AssessmentModel, reason: Reason, name: str) -> str:
    """fire fagenheder har sager"""
    return filled(model.parameter(reason.parameter).option(reason.option).reason, name)


def because_clauses(model: AssessmentModel, recommendation: Recommendation, name: str) -> tuple[str, ...]:
    """What speaks for the step, the strongest first."""
    return tuple(reason_clause(model, reason, name) for reason in recommendation.because)


def against_clauses(model: AssessmentModel, recommendation: Recommendation, name: str) -> tuple[str, ...]:
    """What speaks for another step, which stands in brackets."""
    return tuple(
        f"{reason_clause(model, reason, name)} ({step_word(reason.argues_for)})" for reason in recommendation.against
    )


def change_clause(model: AssessmentModel, change_set: ChangeSet, name: str) -> str:
    """Lone selv kunne koordinere med lidt støtte og planerne ikke modarbejdede hinanden (trin 1)"""
    known = [_changed(model, change, name) for change in change_set.changes if change.before != UNKNOWN]
    unknown = [_changed(model, change, name) for change in change_set.changes if change.before == UNKNOWN]
    if unknown:
        known.append(f"det viste sig, at {_together(unknown)}")
    return f"{_together(known)} ({step_word(change_set.step)})"


def change_clauses(model: AssessmentModel, recommendation: Recommendation, name: str) -> tuple[str, ...]:
    """Everything that would change the result, one clause a set."""
    return tuple(change_clause(model, change_set, name) for change_set in recommendation.would_change)


def change_sentences(model: AssessmentModel, recommendation: Recommendation, name: str) -> tuple[str, ...]:
    """Each of them as a sentence of its own."""
    return tuple(f"{WOULD_CHANGE} {clause}." for clause in change_clauses(model, recommendation, name))


def would_change_sentence(model: AssessmentModel, recommendation: Recommendation, name: str) -> str:
    """Det ville ændre resultatet, hvis ..., for each step the nearest way, or that no small change would."""
    clauses = nearest_change_clauses(model, recommendation, name)
    return f"{WOULD_CHANGE} {_either(clauses, comma=True)}." if clauses else NO_SMALL_CHANGE


def nearest_change_clauses(model: AssessmentModel, recommendation: Recommendation, name: str) -> tuple[str, ...]:
    """For each other step the nearest way to it."""
    nearest: dict[Step, ChangeSet] = {}
    for change_set in recommendation.would_change:
        nearest.setdefault(change_set.step, change_set)
    return tuple(change_clause(model, change_set, name) for change_set in nearest.values())


def change_note(recommendation: Recommendation) -> str:
    """What is worth saying beside the list of changes: that none is small, or that no single answer does it."""
    if not recommendation.would_change:
        return NO_SMALL_CHANGE
    one_is_enough = any(len(change_set.changes) == 1 for change_set in recommendation.would_change)
    return "" if one_is_enough else NO_SINGLE_ANSWER


def last_time(decided_on: date, step: Step) -> str:
    """Sidste vurdering 3. marts 2026: trin 1."""
    return f"Sidste vurdering {date_long(decided_on)}: {step_word(step)}."


def difference_line(difference: Difference, model: AssessmentModel, last_model: AssessmentModel) -> str:
    """Egen koordinering: før »Ja, med lidt støtte«, nu »Kun delvist«; a question of only one model says so."""
    in_use = {parameter.key: parameter for parameter in model.parameters}
    last = {parameter.key: parameter for parameter in last_model.parameters}
    label = (last | in_use)[difference.parameter].label
    before = _answer_words(last.get(difference.parameter), difference.before)
    now = _answer_words(in_use.get(difference.parameter), difference.now)
    if difference.parameter not in last:
        return f"{label}: nyt spørgsmål, nu {now}"
    if difference.parameter not in in_use:
        return f"{label}: før {before}, spørges der ikke om længere"
    return f"{label}: før {before}, nu {now}"


def same_line(parameter: Parameter, key: OptionKey) -> str:
    """Fagenheder: »Fire«, som sidst"""
    return f"{parameter.label}: {_answer_words(parameter, key)}, som sidst"


def argues_for(step: Step) -> str:
    """Taler for trin 2"""
    return f"Taler for {step_word(step)}"


def disagreement_line(model: AssessmentModel, answer: Answer, name: str) -> str:
    """Egen koordinering: Lone siger »Ja, med lidt støtte«, sagsbehandleren siger »Kun delvist«"""
    parameter = model.parameter(answer.parameter)
    citizens = _answer_words(parameter, answer.citizen_option)
    professionals = _answer_words(parameter, answer.option)
    return f"{parameter.label}: {capitalised(name)} siger {citizens}, sagsbehandleren siger {professionals}"


def decision_line(recommended: Step, decided: Step) -> str:
    """Besluttet: trin 1. Trappen pegede på trin 2."""
    line = f"Besluttet: {step_word(decided)}."
    return line if recommended == decided else f"{line} Trappen pegede på {step_word(recommended)}."


def locked_fault(fault: LockedFault) -> str:
    """What does not hold for a locked assessment."""
    return _LOCKED_FAULTS[fault]


def _changed(model: AssessmentModel, change: Change, name: str) -> str:
    """The changed answer as it follows "hvis", said from where the answer stands now."""
    parameter = model.parameter(change.parameter)
    after = parameter.option(change.after)
    falls = change.before != UNKNOWN and after.need < parameter.option(change.before).need
    return filled((after.if_less if falls else after.if_more) or after.if_less, name)


def _answer_words(parameter: Parameter | None, key: OptionKey | None) -> str:
    return "ikke besvaret" if parameter is None or key is None else quoted(option_label(parameter, key))


def _together(clauses: Sequence[str]) -> str:
    """Clauses after "hvis": no comma before "og", unless it ends a clause inside the one before."""
    *most, last = clauses
    comma = "," if most and "," in most[-1] else ""
    return f"{', '.join(most)}{comma} og {last}" if most else last


def _either(parts: Sequence[str], *, comma: bool = False) -> str:
    """A, B eller C; with a comma before the last where the parts are clauses."""
    *most, last = parts
    return f"{', '.join(most)}{',' if comma else ''} eller {last}" if most else last
