"""What trying a model on old assessments found, in Danish."""

from collections.abc import Sequence
from typing import Final

from koordinator.domain.model_trial import ChangedOutcome, Said, TrialReport, Why
from koordinator.domain.steps import Step
from koordinator.texts.assessment import step_short, step_word
from koordinator.texts.formats import capitalised, count_of, date_short, join_with_og, number, quoted

TITLE: Final = "Prøv på gamle vurderinger"
BACK: Final = "Til modellen"
EXPLANATION: Final = (
    "Her står, hvilke afsluttede vurderinger der ville få et andet trin med denne version. Intet bliver ændret: "
    "En afsluttet vurdering bliver altid stående, som den er."
)
STOP: Final = "Stop"
STOPPING: Final = "Stopper …"
AGAIN: Final = "Prøv igen"
NONE_LOCKED: Final = "Der er ingen afsluttede vurderinger at prøve på endnu."
MOVES: Final = "Fra trin til trin"
MOVE: Final = "Flytning"
COUNT: Final = "Antal"
ALL_MOVES: Final = "Alle flytninger"
CHANGED: Final = "Vurderinger, der ville få et andet trin"
ASSESSED: Final = "Vurderet"
WHO: Final = "Hvem"
REASON: Final = "Hvorfor"
WHY: Final = "Hvorfor?"
CHOOSE_ROW: Final = "Vælg en vurdering for at se hvorfor."


def running(done: int, total: int) -> str:
    """12.000 af 100.000 vurderinger"""
    return f"{number(done)} af {count_of(total, 'vurdering', 'vurderinger')}"


def summary(report: TrialReport) -> str:
    """What came of it, in a sentence or two."""
    if not report.total:
        return NONE_LOCKED
    changed = len(report.changed)
    outcome = (
        f"{number(changed)} af {count_of(report.tried, 'vurdering', 'vurderinger')} ville få et andet trin."
        if changed
        else f"Ingen af {count_of(report.tried, 'vurdering', 'vurderinger')} ville få et andet trin."
    )
    return f"{outcome} {_stopped(report)}" if report.was_stopped else outcome


def _stopped(report: TrialReport) -> str:
    return f"Prøven blev stoppet. {number(report.total - report.tried)} er ikke prøvet."


def move(from_step: Step, to_step: Step) -> str:
    """Trin 1 → trin 2"""
    return f"{step_short(from_step)} → {step_word(to_step)}"


def who(outcome: ChangedOutcome) -> str:
    """Borger 12, never a name."""
    return f"Borger {outcome.citizen_id}" if outcome.citizen_id is not None else f"Familie (id {outcome.subject_id})"


def line(outcome: ChangedOutcome) -> str:
    """One changed assessment in a line, for the command line."""
    head = f"Vurdering {outcome.assessment_id} ({date_short(outcome.assessed_on)}), {who(outcome).lower()}"
    return f"{head}: {move(outcome.from_step, outcome.to_step)}. {why(outcome)}"


def why(outcome: ChangedOutcome) -> str:
    """The reasons as one text."""
    return " ".join(reasons(outcome))


def reasons(outcome: ChangedOutcome) -> tuple[str, ...]:
    """The reasons, a sentence each."""
    told = outcome.why
    sentences = (_now(told, outcome), _rests_on(told), _before(told), _missing(told.missing), _gone(told.gone))
    return tuple(sentence for sentence in sentences if sentence)


def _now(told: Why, outcome: ChangedOutcome) -> str:
    if told.rule_now and told.rule_now == told.rule_before:
        return f"Reglen {quoted(told.rule_now)} giver nu {step_word(outcome.to_step)}."
    if told.rule_now:
        return f"Nu passer reglen {quoted(told.rule_now)}."
    return f"Ingen regel passer nu, så det bliver {step_word(outcome.to_step)}."


def _rests_on(told: Why) -> str:
    if not told.rests_on:
        return ""
    begins = "Den hviler på" if told.rule_now else "Før hvilede det på"
    return f"{begins} {join_with_og([_said(answer) for answer in told.rests_on])}."


def _said(answer: Said) -> str:
    return f"{answer.parameter}: {quoted(answer.option)}"


def _before(told: Why) -> str:
    if told.rule_before in ("", told.rule_now):
        return ""
    return f"Før gjaldt reglen {quoted(told.rule_before)}."


def _missing(labels: Sequence[str]) -> str:
    return f"Uden svar i vurderingen og taget som »ved ikke«: {join_with_og(labels)}." if labels else ""


def _gone(labels: Sequence[str]) -> str:
    if not labels:
        return ""
    return f"Svaret findes ikke i den nye version og er taget som »ved ikke«: {capitalised(join_with_og(labels))}."
