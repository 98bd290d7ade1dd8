"""What the page of an assessment shows, made of the assessment alone."""

from dataclasses import dataclass
from enum import StrEnum

from koordinator.domain.assessment import Assessment
from koordinator.domain.assessment_model import UNKNOWN, OptionKey, Parameter, ParameterKey
from koordinator.domain.recommendation import difference, from_register
from koordinator.domain.registered_facts import counts
from koordinator.domain.steps import Step
from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.texts.formats import capitalised, spoken_name
from koordinator.ui.pages.assessment.family_state import members_said
from koordinator.ui.pages.assessment.way import (
    DECISION,
    REGISTER,
    Stop,
    is_counted,
    otherwise_registered,
    question,
    registered_names,
    stops,
)
from koordinator.ui.tokens import STEP_TONES, Tone
from koordinator.ui.widgets.option_card import Option
from koordinator.usecases.assessments import AssessmentFile
from koordinator.usecases.subject_people import SubjectPeople

_EARLY_FROM = 4
"""With so many questions without an answer, they are counted; later they are named, and what would change it too."""


class Mark(StrEnum):
    """How far a question is."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class WayLine:
    """A line in the list of questions."""

    stop: Stop
    label: str
    mark: Mark
    name: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """What the register counts, the answer it gives, and the answer it would give now where that is another."""

    parameter: ParameterKey
    label: str
    answer: str
    counted: str
    says_now: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question. `citizens` is the citizen's answer; `asks_citizen` when there is room for it.

    `last` is what was answered last time, `members` what was answered for each of a family's members.
    """

    parameter: ParameterKey
    position: str
    question: str
    ask: str
    help: str
    registered: str
    options: tuple[Option, ...]
    chosen: str | None
    citizens: str | None
    asks_citizen: bool
    citizens_heading: str
    note: str
    name: str
    last: str = ""
    members: str = ""


@dataclass(frozen=True, slots=True)
class ResultView:
    """What the answers so far come to. `last_step` stands on the staircase beside the step.

    `changes` has the nearest way to each other step, `more_changes` the others; `same` are the answers
    that are as last time.
    """

    heading: str
    step: Step | None
    last_step: Step | None
    because: tuple[str, ...]
    missing: str
    changes: tuple[str, ...]
    more_changes: tuple[str, ...]
    change_note: str
    last: str
    differences: tuple[str, ...]
    same: tuple[str, ...]
    otherwise: str
    disagreements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionView:
    """The steps to choose among; `against` speaks for another one than the recommended, `now` is today's step.

    `casework_of` names the family whose course the citizen stays in.
    """

    options: tuple[Option, ...]
    recommended: Step | None
    now: Step | None
    name: str
    casework_of: str
    missing: str
    against: tuple[str, ...]


def called(people: SubjectPeople) -> str:
    """The name inside a sentence: Lone, familien Rømer."""
    return spoken_name(people.name, is_family=people.is_family)


def way_lines(file: AssessmentFile, at: Stop) -> tuple[WayLine, ...]:
    """Everything on the way, the counted questions too."""
    model = file.assessment.model
    lines = [_question_line(file.assessment, parameter, at) for parameter in model.parameters]
    if REGISTER in stops(model):
        mark = Mark.OPEN if otherwise_registered(file) else Mark.ANSWERED
        lines.insert(0, WayLine(REGISTER, texts.REGISTER, mark, texts.REGISTER, at == REGISTER))
    lines.append(WayLine(DECISION, texts.DECISION, Mark.OPEN, texts.DECISION, at == DECISION))
    return tuple(lines)


def _question_line(assessment: Assessment, parameter: Parameter, at: Stop) -> WayLine:
    given = assessment.given.get(parameter.key)
    mark = Mark.OPEN if given is None else Mark.UNKNOWN if given == UNKNOWN else Mark.ANSWERED
    spoken = {Mark.OPEN: texts.OPEN_MARK, Mark.UNKNOWN: texts.UNKNOWN_MARK, Mark.ANSWERED: texts.ANSWERED_MARK}[mark]
    stop = question(parameter)
    return WayLine(stop, parameter.label, mark, texts.way_line(parameter.label, spoken), at == stop)


def register_lines(file: AssessmentFile) -> tuple[RegisterLine, ...]:
    """The questions that a glance at the register answers."""
    assessment = file.assessment
    changed = otherwise_registered(file)
    proposed = from_register(assessment.model, counts(file.registered))
    lines = []
    for parameter in assessment.model.parameters:
        names = registered_names(file, parameter)
        if is_counted(parameter) and parameter.register_fact is not None and names is not None:
            answer = words.option_label(parameter, assessment.given.get(parameter.key, UNKNOWN))
            now = words.option_label(parameter, proposed[parameter.key]) if parameter.key in changed else ""
            counted = texts.registered(parameter.register_fact, names)
            lines.append(RegisterLine(parameter.key, parameter.label, answer, counted, now))
    return tuple(lines)


def question_view(file: AssessmentFile, key: ParameterKey, *, ask_citizen: bool = False) -> QuestionView:
    """The question with its answers; `ask_citizen` makes room for the citizen's answer where the model does not."""
    model, name = file.assessment.model, called(file.people)
    parameter = model.parameter(key)
    answer = file.assessment.answer_to(key)
    names = registered_names(file, parameter)
    fact = parameter.register_fact
    return QuestionView(
        parameter=key,
        position=words.position(model.parameters.index(parameter) + 1, len(model.parameters), parameter),
        question=words.question(parameter, name),
        ask=words.ask(parameter, name),
        help=words.filled(parameter.help, name),
        registered=texts.registered(fact, names) if fact is not None and names is not None else "",
        options=_options(file, parameter, name),
        chosen=answer.option,
        citizens=answer.citizen_option,
        asks_citizen=parameter.citizen_answers or answer.citizen_option is not None or ask_citizen,
        citizens_heading=texts.citizens_heading(name, is_family=file.people.is_family),
        note=answer.note,
        name=name,
        last=_last_answer(file, key, name),
        members=members_said(file.family, key),
    )


def _last_answer(file: AssessmentFile, key: ParameterKey, name: str) -> str:
    """The answer of last time in the words of its own model, with the citizen's own and the note."""
    last = file.last
    if last is None or last.decided_on is None:
        return ""
    parameter = next((each for each in last.model.parameters if each.key == key), None)
    if parameter is None:
        return texts.new_question(name)
    answer, said = last.answer_to(key), []
    if answer.option is not None:
        said.append(texts.last_answer(last.decided_on, words.option_label(parameter, answer.option)))
    if answer.citizen_option is not None:
        said.append(texts.last_citizens(name, words.option_label(parameter, answer.citizen_option)))
    return " ".join([*said, texts.last_note(answer.note)] if answer.note else said)


def _options(file: AssessmentFile, parameter: Parameter, name: str) -> tuple[Option, ...]:
    proposed = from_register(file.assessment.model, counts(file.registered)).get(parameter.key)
    last = file.last.given.get(parameter.key) if file.last is not None else None
    chosen = file.assessment.given.get(parameter.key)
    options = []
    for key in parameter.allowed:
        badges = []
        if key == proposed:
            badges.append((texts.FROM_REGISTER, Tone.INFO))
        if key == last:
            badges.append((texts.LAST_TIME, Tone.NEUTRAL))
        if key == chosen and (step := _argues_for(parameter, key)) is not None:
            badges.append((words.argues_for(step), STEP_TONES[step]))
        label, meaning = words.option_label(parameter, key), words.option_meaning(parameter, key, name)
        options.append(Option(key, label, meaning, tuple(badges)))
    return tuple(options)


def _argues_for(parameter: Parameter, key: OptionKey) -> Step | None:
    return None if key == UNKNOWN else parameter.option(key).argues_for


def result_view(file: AssessmentFile) -> ResultView:
    """What the answers come to so far, and last time beside it."""
    assessment, name = file.assessment, called(file.people)
    model, found = assessment.model, assessment.recommendation()
    step = assessment.recommended_step
    is_late = step is not None and len(found.unanswered) + len(found.unknown) < _EARLY_FROM
    last_step = file.last.decided_step if file.last is not None else None
    nearest, changes = words.nearest_change_clauses(model, found, name), words.change_clauses(model, found, name)
    return ResultView(
        heading=words.points_to(step, settled=not found.could_become),
        step=step,
        last_step=last_step,
        because=words.because_clauses(model, found, name) if step is not None else (),
        missing=words.still_open(model, found) if is_late else words.still_to_answer(found),
        changes=nearest if is_late else (),
        more_changes=tuple(each for each in changes if each not in nearest) if is_late else (),
        change_note=words.change_note(found) if is_late else "",
        last=_last(file, is_finished=not found.unanswered),
        differences=_differences(file),
        same=_same(file),
        otherwise=texts.sees_it_otherwise(name),
        disagreements=tuple(words.disagreement_line(model, each, name) for each in assessment.disagreements),
    )


def _last(file: AssessmentFile, *, is_finished: bool) -> str:
    last = file.last
    if last is None or last.decided_on is None or last.decided_step is None:
        return words.NO_LAST_TIME
    line = words.last_time(last.decided_on, last.decided_step)
    return f"{line} {words.SAME_AS_LAST}" if is_finished and not _differences(file) else line


def _differences(file: AssessmentFile) -> tuple[str, ...]:
    """What is answered otherwise than last time; what is not answered yet is no difference, what is gone is."""
    if file.last is None:
        return ()
    model, last_model = file.assessment.model, file.last.model
    asked = {parameter.key for parameter in model.parameters}
    found = difference(model, file.last.given, file.assessment.given)
    told = (each for each in found if each.now is not None or each.parameter not in asked)
    return tuple(words.difference_line(each, model, last_model) for each in told)


def _same(file: AssessmentFile) -> tuple[str, ...]:
    """What is answered as last time."""
    before, now = file.last.given if file.last is not None else {}, file.assessment.given
    asked = (each for each in file.assessment.model.parameters if each.key in now)
    return tuple(words.same_line(each, now[each.key]) for each in asked if before.get(each.key) == now[each.key])


def decision_view(file: AssessmentFile) -> DecisionView:
    """The four steps, with where the answers point and where the subject is now."""
    assessment = file.assessment
    model, found, name = assessment.model, assessment.recommendation(), called(file.people)
    return DecisionView(
        options=tuple(_step_option(file, step) for step in Step),
        recommended=assessment.recommended_step,
        now=file.step,
        name=name,
        casework_of=file.casework_of,
        missing=words.still_open(model, found),
        against=tuple(capitalised(clause) for clause in words.against_clauses(model, found, name)),
    )


def _step_option(file: AssessmentFile, step: Step) -> Option:
    badges = []
    if step is file.assessment.recommended_step:
        badges.append((texts.POINTED_AT, STEP_TONES[step]))
    if step is file.step:
        badges.append((texts.ON_NOW, Tone.NEUTRAL))
    return Option(str(int(step)), words.step_name(step), words.step_meaning(step), tuple(badges))
