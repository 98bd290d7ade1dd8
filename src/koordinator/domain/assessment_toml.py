"""An assessment model as TOML text, read by schema number. A locked assessment keeps the whole text."""

from functools import lru_cache
from typing import Final

from koordinator.domain import limits
from koordinator.domain.assessment_check import check_model
from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind, UnusableModel
from koordinator.domain.assessment_model import (
    AssessmentModel,
    AtLeast,
    Combination,
    Condition,
    IsOneOf,
    Option,
    OptionKey,
    Parameter,
    ParameterKey,
    RegisterFact,
    Rule,
    RuleKey,
    Strength,
)
from koordinator.domain.assessment_table import ModelTable, with_lines
from koordinator.domain.steps import Step
from koordinator.domain.toml_text import NotToml, read_toml

SCHEMA: Final = 1


@lru_cache(maxsize=16)
def parse_model(text: str) -> AssessmentModel:
    """The model a TOML text of a known schema describes. Raises UnusableModel for what is not such a text.

    Texts and rules are not judged here: a locked assessment's model is read as it was.
    """
    faults: list[ModelFault] = []
    head = ModelTable("", _loaded(text), faults)
    if head.whole_number("schema") != SCHEMA and not faults:
        faults.append(ModelFault(ModelFaultKind.NEWER_SCHEMA, "", (str(head.values["schema"]),)))
    if faults:
        raise UnusableModel(with_lines(text, faults))
    model = _model(head)
    if faults:
        raise UnusableModel(with_lines(text, faults))
    return model


def model_faults(text: str) -> tuple[ModelFault, ...]:
    """Every fault of a model file, with its line; empty when it may be used."""
    try:
        return with_lines(text, check_model(parse_model(text)))
    except UnusableModel as refused:
        return refused.faults


def usable_model(text: str) -> AssessmentModel:
    """The model of a file, read and checked. Raises UnusableModel."""
    if faults := model_faults(text):
        raise UnusableModel(faults)
    return parse_model(text)


def _loaded(text: str) -> dict[str, object]:
    if len(text) > limits.MODEL_CHARACTERS:
        raise UnusableModel((ModelFault(ModelFaultKind.TOO_LARGE, "", (str(limits.MODEL_CHARACTERS),)),))
    try:
        return read_toml(text)
    except NotToml as error:
        raise UnusableModel((ModelFault(ModelFaultKind.NOT_TOML, "", line=error.line),)) from error


def _model(head: ModelTable) -> AssessmentModel:
    model = AssessmentModel(
        key=head.text("key", limits.SHORT),
        version=head.text("version", limits.SHORT),
        title=head.text("title", limits.LINE),
        valid_from=head.day("valid_from"),
        source=head.text("source", limits.LINE),
        parameters=tuple(_parameter(table) for table in head.tables("parameters")),
        rules=tuple(_rule(table) for table in head.tables("rules")),
        default_step=head.step("default_step") or Step.NO_NEED,
    )
    head.refuse_rest()
    return model


def _parameter(table: ModelTable) -> Parameter:
    parameter = Parameter(
        key=ParameterKey(table.text("key", limits.SHORT)),
        label=table.text("label", limits.SHORT),
        question=table.text("question", limits.LINE),
        ask=table.text("ask", limits.LINE),
        help=table.text("help", limits.PARAGRAPH),
        options=tuple(_option(option) for option in table.tables("options")),
        register_fact=table.choice("register_fact", RegisterFact),
        citizen_answers=table.flag("citizen_answers"),
        exempt_from_order=table.flag("exempt_from_order"),
        source=table.text("source", limits.LINE),
    )
    table.refuse_rest()
    return parameter


def _option(table: ModelTable) -> Option:
    option = Option(
        key=OptionKey(table.text("key", limits.SHORT)),
        label=table.text("label", limits.SHORT),
        meaning=table.text("meaning", limits.LINE),
        need=table.whole_number("need"),
        argues_for=table.step("argues_for"),
        strength=table.choice("strength", Strength) or Strength.WEAK,
        reason=table.text("reason", limits.LINE),
        if_more=table.text("if_more", limits.LINE),
        if_less=table.text("if_less", limits.LINE),
        from_count=table.whole_number("from_count") if "from_count" in table.values else None,
    )
    table.refuse_rest()
    return option


def _rule(table: ModelTable) -> Rule:
    step = table.step("step")
    if step is None:
        table.fault(ModelFaultKind.MISSING_FIELD, "step")
    rule = Rule(
        key=RuleKey(table.text("key", limits.SHORT)),
        label=table.text("label", limits.LINE),
        step=step or Step.NO_NEED,
        condition=_condition(table, table.values.get("when"), 1),
    )
    table.read.add("when")
    table.refuse_rest()
    return rule


def _condition(table: ModelTable, value: object, depth: int) -> Condition:
    """A condition as it stands in the file.

    `{all = [..]}`, `{any = [..]}`, `{at_least = n, of = [..]}`, `{parameter = p, at_least = o}` or
    `{parameter = p, is = [o, ..]}`.
    """
    if depth > limits.MODEL_CONDITION_DEPTH:
        value = None
    match value:
        case {"parameter": str(parameter), "at_least": str(option), **rest} if not rest:
            return AtLeast(ParameterKey(parameter), OptionKey(option))
        case {"parameter": str(parameter), "is": [*options], **rest} if not rest and _are_texts(options):
            return IsOneOf(ParameterKey(parameter), tuple(OptionKey(option) for option in options))
        case {"all": [*parts], **rest} if not rest:
            return Combination(len(parts), _conditions(table, parts, depth))
        case {"any": [*parts], **rest} if not rest:
            return Combination(1, _conditions(table, parts, depth))
        case {"at_least": int(needed), "of": [*parts], **rest} if not rest and needed is not True:
            return Combination(needed, _conditions(table, parts, depth))
    table.fault(ModelFaultKind.WRONG_TYPE, "when", "condition")
    return Combination(0, ())


def _conditions(table: ModelTable, parts: list[object], depth: int) -> tuple[Condition, ...]:
    return tuple(_condition(table, part, depth + 1) for part in parts)


def _are_texts(values: list[object]) -> bool:
    return bool(values) and all(isinstance(value, str) for value in values)
