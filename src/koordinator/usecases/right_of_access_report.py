"""The rows that are held as the report gives them: names for keys, and the others taken out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Final

from koordinator.domain.assessment import Answer, Assessment
from koordinator.domain.assessment_faults import UnusableModel
from koordinator.domain.assessment_model import UNKNOWN, AssessmentModel, Parameter
from koordinator.domain.citizen import Citizen
from koordinator.domain.draft import Draft
from koordinator.domain.ids import CitizenId, ContactPersonId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import MinutesVersion
from koordinator.domain.minutes_content import read_minutes
from koordinator.domain.plan_content import read_plan
from koordinator.domain.register import ContactPerson
from koordinator.domain.right_of_access import (
    AccessDecision,
    AnswerCode,
    HeldBack,
    HeldField,
    HeldFields,
    HeldList,
    HeldRow,
    HeldText,
    HeldValue,
    Other,
    OtherKey,
    OtherKind,
)
from koordinator.domain.right_of_access_masks import Masks
from koordinator.domain.snapshot import SnapshotDamaged, SnapshotTooNew
from koordinator.usecases.ports import Transaction
from koordinator.usecases.right_of_access_gather import Holdings, Row, word_of
from koordinator.usecases.right_of_access_kinds import (
    CITIZEN_FIELDS,
    CODE_FIELDS,
    CONTACT_FIELDS,
    FROZEN_FIELDS,
    HELD,
    INNER_FIELDS,
    NAMED,
    SPEAKER_FIELDS,
)
from koordinator.usecases.right_of_access_others import own_writing_key, parsed, private_notes

_LEFT_OUT: Final = frozenset(("id", "version", "model_text"))
"""The row's own key stands beside its fields; a model is the municipality's, and about nobody."""


def held_rows(tx: Transaction, held: Holdings, others: Iterable[Other]) -> tuple[HeldRow, ...]:
    """Every row in the order of the report, each beneath the one it belongs to."""
    writer = _Writer(tx, held, tuple(others))
    top: list[Row] = []
    beneath: dict[tuple[type, int], list[Row]] = {}
    for kind in HELD:
        for row in held.rows[kind.kind].values():
            key = getattr(row, kind.links[0].field)
            is_part = kind.under is not None and key in held.rows[kind.under]
            (beneath.setdefault((kind.under, key), []) if is_part and kind.under else top).append(row)

    def written(row: Row) -> HeldRow:
        parts = beneath.get((type(row), row.id), ())
        return writer.row(row, tuple(written(part) for part in parts))

    return tuple(written(row) for row in (*top, *held.rows[Draft].values()))


class _Writer:
    """Writes rows without what is held back."""

    def __init__(self, tx: Transaction, held: Holdings, others: tuple[Other, ...]) -> None:
        self._tx, self._held = tx, held
        self._masks = Masks(others, held.citizen.cpr)
        self._private = private_notes(held)
        self._citizens = {each.id: each for each in tx.of(Citizen).where(id=(*held.citizen_ids(), held.citizen.id))}
        self._contacts = {each.id: each for each in tx.of(ContactPerson).where(id=tuple(held.contact_ids()))}
        self._uids = {
            each.uid: number
            for each in self._citizens.values()
            if (number := self._masks.number_of(OtherKey(OtherKind.CITIZEN, each.id))) is not None
        }
        self._named: dict[tuple[str, int], HeldValue] = {}

    def row(self, row: Row, parts: tuple[HeldRow, ...]) -> HeldRow:
        """The row; without fields where it is about one who is held back."""
        kind = type(row)
        hidden = self._hidden(row)
        if hidden is not None:
            return HeldRow(word_of(kind), row.id, (), hidden, parts)
        written = [
            HeldField(field.name, self._value(row, field.name, getattr(row, field.name)))
            for field in fields(row)
            if field.name not in _LEFT_OUT
        ]
        return HeldRow(word_of(kind), row.id, tuple(written), None, parts)

    def _hidden(self, row: Row) -> int | None:
        """The number of whom the row is about, when that is held back."""
        keys = [key for name in (*CITIZEN_FIELDS, *CONTACT_FIELDS) if (key := _other(name, getattr(row, name, None)))]
        keys += [key for key in self._by_kind(row) if key is not None]
        owner = self._held.owners.get((type(row), row.id))
        if owner is not None:
            keys.append(OtherKey(OtherKind.CITIZEN, owner))
        for key in keys:
            if (number := self._masks.number_of(key)) is not None:
                return number
        speaker = SPEAKER_FIELDS.get(type(row))
        return next(_numbers(self._masks.text(getattr(row, speaker))), None) if speaker else None

    def _by_kind(self, row: Row) -> Iterator[OtherKey | None]:
        yield own_writing_key(row, self._private)
        if isinstance(row, ContactPerson):
            yield OtherKey(OtherKind.CONTACT_PERSON, row.id)
        if isinstance(row, AccessDecision):
            yield row.key

    def _value(self, row: Row, name: str, value: Any) -> HeldValue:  # noqa: ANN401 (any column)
        if isinstance(value, str) and not isinstance(value, StrEnum):
            return self._text(row, name, value)
        if isinstance(row, Assessment) and name == "answers":
            return HeldList(tuple(self._answer(row, answer) for answer in row.answers))
        if value is None or not name.endswith("_id") or name in INNER_FIELDS:
            written: HeldValue = value
            return written
        return self._name(name, value)

    def _text(self, row: Row, name: str, value: str) -> HeldValue:
        if name in FROZEN_FIELDS and value:
            return self._tree(_frozen(row, value))
        return HeldText((value,)) if name in CODE_FIELDS else self._masks.text(value)

    def _name(self, name: str, key: int) -> HeldValue:
        """What is called so, where that is held or is nobody's affair; else only that there is something."""
        if (name, key) not in self._named:
            self._named[name, key] = self._found_name(name, key)
        return self._named[name, key]

    def _found_name(self, name: str, key: int) -> HeldValue:
        if name in CITIZEN_FIELDS:
            return HeldText((self._citizens[CitizenId(key)].name,))
        if name in CONTACT_FIELDS:
            return HeldText((self._contacts[ContactPersonId(key)].name,))
        if name not in NAMED:
            return key
        kind, field = NAMED[name]
        is_held = kind in self._held.rows
        thing = self._held.rows[kind].get(key) if is_held else self._tx.of(kind).find(id=key)
        if thing is None or (is_held and self._hidden(thing) is not None):
            return None
        said = getattr(thing, field)
        return self._masks.text(said) if is_held and isinstance(said, str) else _plain(said)

    def _answer(self, assessment: Assessment, answer: Answer) -> HeldFields:
        """In the words of the model it was made by."""
        parameter = _parameter(assessment, answer)
        said: tuple[tuple[str, HeldValue], ...] = (
            ("parameter", HeldText((parameter.label if parameter else answer.parameter,))),
            ("option", _option(parameter, answer.option)),
            ("citizen_option", _option(parameter, answer.citizen_option)),
            ("note", self._masks.text(answer.note)),
        )
        return HeldFields(tuple(HeldField(name, value) for name, value in said))

    def _tree(self, value: Any) -> HeldValue:  # noqa: ANN401 (JSON)
        """What a frozen version says; a part that names one who is held back is held back whole."""
        if isinstance(value, str) and not isinstance(value, StrEnum):
            return self._masks.text(value)
        if isinstance(value, list | tuple):
            return HeldList(tuple(self._tree(each) for each in value))
        part = _part(value)
        if part is None:
            plain: HeldValue = value
            return plain
        number = next(self._in_part(part), None)
        if number is not None:
            return HeldBack(number)
        return HeldFields(
            tuple(HeldField(name, self._tree(each)) for name, each in part.items() if name not in _LEFT_OUT)
        )

    def _in_part(self, part: Mapping[str, Any]) -> Iterator[int]:
        for name, value in part.items():
            number = None
            if isinstance(value, str):
                number = self._uids.get(value, self._masks.named(value))
            elif (key := _other(name, value)) is not None:
                number = self._masks.number_of(key)
            if number is not None:
                yield number


def _frozen(row: Row, text: str) -> Any:  # noqa: ANN401 (content, or JSON)
    """What the version says, in types where it can be read as what it was written as."""
    try:
        if isinstance(row, PlanVersion):
            return read_plan(row)
        if isinstance(row, MinutesVersion):
            return read_minutes(row)
    except (SnapshotDamaged, SnapshotTooNew):
        return parsed(text)
    return parsed(text)


def _part(value: Any) -> Mapping[str, Any] | None:  # noqa: ANN401 (content, or JSON)
    if isinstance(value, Mapping):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return None


def _other(name: str, key: Any) -> OtherKey | None:  # noqa: ANN401 (any column)
    if type(key) is not int:
        return None
    if name in CITIZEN_FIELDS:
        return OtherKey(OtherKind.CITIZEN, key)
    return OtherKey(OtherKind.CONTACT_PERSON, key) if name in CONTACT_FIELDS else None


def _numbers(text: HeldText) -> Iterator[int]:
    return (piece for piece in text.pieces if isinstance(piece, int))


def _plain(said: Any) -> HeldValue:  # noqa: ANN401 (a name, a number or a day)
    value: HeldValue = HeldText((said,)) if isinstance(said, str) else said
    return value


def _parameter(assessment: Assessment, answer: Answer) -> Parameter | None:
    try:
        model: AssessmentModel = assessment.model
        return next(each for each in model.parameters if each.key == answer.parameter)
    except (UnusableModel, StopIteration):
        return None


def _option(parameter: Parameter | None, key: str | None) -> HeldValue:
    if key is None:
        return None
    if key == UNKNOWN:
        return AnswerCode.UNKNOWN
    labels: Mapping[str, str] = {each.key: each.label for each in parameter.options} if parameter else {}
    return HeldText((labels.get(key, key),))
