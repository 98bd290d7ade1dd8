"""What can be wrong with an assessment model, named with where."""

from dataclasses import dataclass
from enum import StrEnum

from koordinator.domain.errors import DomainError


class ModelFaultKind(StrEnum):
    """The kinds of fault; what `ModelFault.values` holds stands after each."""

    UNREADABLE = "unreadable"
    """The file: it is not there, or may not be read."""
    NOT_TEXT = "not_text"
    """The file; the line says where it stops being UTF-8."""
    TOO_LARGE = "too_large"
    """The file: characters allowed."""
    NOT_TOML = "not_toml"
    """The file; the line says where it stops making sense."""
    NEWER_SCHEMA = "newer_schema"
    """The file: schema number read."""
    MISSING_FIELD = "missing_field"
    """The missing field."""
    UNKNOWN_FIELD = "unknown_field"
    """A field the format does not have."""
    WRONG_TYPE = "wrong_type"
    """The field, and a name of what belongs there: text, whole_number, true_false, date, list, tables, condition."""
    WRONG_VALUE = "wrong_value"
    """The field, the value, the values allowed."""
    TEXT_TOO_LONG = "text_too_long"
    """The field, characters allowed."""

    MISSING_TEXT = "missing_text"
    """The field that holds no text."""
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    """The field, the placeholder."""
    BAD_KEY = "bad_key"
    """The key: only small letters a-z, figures and _, and not the reserved `unknown`."""
    DUPLICATE_KEY = "duplicate_key"
    """The key that is used twice."""
    WRONG_NUMBER = "wrong_number"
    """What there are too few or too many of (parameters, options, rules), the number, least, most."""
    NEED_ORDER = "need_order"
    """An option whose need is not above that of the option before it."""
    COUNT_ORDER = "count_order"
    """The first option must have from_count 0 and later ones more than the one before; only where a fact is counted."""
    UNKNOWN_PARAMETER = "unknown_parameter"
    """The parameter a condition names, those that exist."""
    UNKNOWN_OPTION = "unknown_option"
    """The parameter, the option a condition names, those that exist."""
    EMPTY_GROUP = "empty_group"
    """A group of conditions without any."""
    IMPOSSIBLE_NUMBER = "impossible_number"
    """A condition asks for this many, of so many parts."""
    TOO_TANGLED = "too_tangled"
    """The rules cannot be followed through."""
    UNREACHABLE_RULE = "unreachable_rule"
    """No answers make the rule the first that holds."""
    UNREACHABLE_STEP = "unreachable_step"
    """The step no answers lead to."""
    LOWERS_STEP = "lowers_step"
    """The option with less need, the option with more, the step with the first, the lower step with the second."""


@dataclass(frozen=True, slots=True)
class ModelFault:
    """One fault. `where` is a path of keys (`parameters.cases.options.one`), empty for the model itself.

    What has no key of its own has its number there (`rules.#2`).
    `line` counts from 1 in the file the model came from, None where there is no file or no single line.
    """

    kind: ModelFaultKind
    where: str
    values: tuple[str, ...] = ()
    line: int | None = None


class UnusableModel(DomainError):
    """The model is refused; each fault is named."""

    faults: tuple[ModelFault, ...]
