"""The answers file: an assessment's answers as TOML, for the command line.

`[answers]` holds parameter = "option" (or a count, where the register counts the parameter),
`[citizen]` the citizen's own answers in the same way; `decided_step` 0-3 and `reason` are optional.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from koordinator.domain import limits
from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_model import UNKNOWN, AssessmentModel, OptionKey, Parameter, ParameterKey
from koordinator.domain.errors import DomainError
from koordinator.domain.steps import Step
from koordinator.domain.toml_text import NotToml, read_toml

MOST_CHARACTERS: Final = 100_000
_UNKNOWN_WORDS: Final = frozenset({UNKNOWN, "ved_ikke", "ved ikke"})
_FIELDS: Final = ("answers", "citizen", "decided_step", "reason")


class AnswersFaultKind(StrEnum):
    """What can be wrong with an answers file."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_TOML = "not_toml"
    NO_ANSWERS = "no_answers"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_PARAMETER = "unknown_parameter"
    UNKNOWN_OPTION = "unknown_option"
    WRONG_VALUE = "wrong_value"


@dataclass(frozen=True, slots=True)
class AnswersFault:
    """One fault: where in the file (a dotted path, or a line number), the value, and what is allowed there."""

    kind: AnswersFaultKind
    where: str = ""
    value: str = ""
    allowed: tuple[str, ...] = ()


class AnswersRefused(DomainError):
    """The answers file is refused as a whole; each fault is named."""

    faults: tuple[AnswersFault, ...]


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What the file says. `answers` stand in the model's order."""

    answers: tuple[Answer, ...]
    decided_step: Step | None = None
    reason: str = ""


def parse_answers(text: str, model: AssessmentModel) -> AnswersFile:
    """The answers in the text, all known to the model. Raises AnswersRefused with every fault."""
    return _Reading(model, _loaded(text)).finished()


def _loaded(text: str) -> dict[str, object]:
    if len(text) > MOST_CHARACTERS:
        raise AnswersRefused((AnswersFault(AnswersFaultKind.TOO_LARGE, allowed=(str(MOST_CHARACTERS),)),))
    try:
        return read_toml(text)
    except NotToml as error:
        raise AnswersRefused((AnswersFault(AnswersFaultKind.NOT_TOML, str(error.line or "")),)) from error


class _Reading:
    """One reading of a file, which notes every fault before it refuses."""

    def __init__(self, model: AssessmentModel, content: dict[str, object]) -> None:
        self._parameters = {str(parameter.key): parameter for parameter in model.parameters}
        self._content = content
        self._faults: list[AnswersFault] = []

    def finished(self) -> AnswersFile:
        for name in self._content:
            if name not in _FIELDS:
                self._fault(AnswersFaultKind.UNKNOWN_FIELD, "", name, _FIELDS)
        given, citizens = self._options("answers"), self._options("citizen")
        step, reason = self._step(), self._reason()
        if not given and not self._faults:
            self._fault(AnswersFaultKind.NO_ANSWERS, "answers", "", tuple(self._parameters))
        if self._faults:
            raise AnswersRefused(tuple(self._faults))
        keys = [parameter.key for parameter in self._parameters.values()]
        answers = tuple(
            Answer(key, given.get(key), citizens.get(key)) for key in keys if key in given or key in citizens
        )
        return AnswersFile(answers, step, reason)

    def _options(self, table: str) -> dict[ParameterKey, OptionKey]:
        values = self._content.get(table, {})
        if not isinstance(values, Mapping):
            self._fault(AnswersFaultKind.WRONG_VALUE, table, str(values), ("table",))
            return {}
        options: dict[ParameterKey, OptionKey] = {}
        for name, value in values.items():
            parameter = self._parameters.get(name)
            if parameter is None:
                self._fault(AnswersFaultKind.UNKNOWN_PARAMETER, table, name, tuple(self._parameters))
            elif (option := _option(parameter, value)) is not None:
                options[parameter.key] = option
            else:
                self._fault(AnswersFaultKind.UNKNOWN_OPTION, f"{table}.{name}", str(value), parameter.allowed)
        return options

    def _step(self) -> Step | None:
        value = self._content.get("decided_step")
        if value is None:
            return None
        if type(value) is int and value in list(Step):
            return Step(value)
        self._fault(AnswersFaultKind.WRONG_VALUE, "decided_step", str(value), tuple(str(int(step)) for step in Step))
        return None

    def _reason(self) -> str:
        value = self._content.get("reason", "")
        if not isinstance(value, str):
            self._fault(AnswersFaultKind.WRONG_VALUE, "reason", str(value), ("text",))
            return ""
        try:
            return limits.checked("reason", value, limits.PARAGRAPH)
        except DomainError:
            self._fault(AnswersFaultKind.WRONG_VALUE, "reason", "", (str(limits.PARAGRAPH),))
            return ""

    def _fault(self, kind: AnswersFaultKind, where: str, value: str, allowed: tuple[str, ...]) -> None:
        self._faults.append(AnswersFault(kind, where, value, allowed))


def _option(parameter: Parameter, value: object) -> OptionKey | None:
    """The option a value in the file names: by its key, as "ved ikke", or as a count of what the register counts."""
    if type(value) is int and value >= 0 and parameter.register_fact is not None:
        return parameter.proposed_for(value)
    if isinstance(value, str) and value in _UNKNOWN_WORDS:
        return UNKNOWN
    return next((option.key for option in parameter.options if option.key == value), None)
