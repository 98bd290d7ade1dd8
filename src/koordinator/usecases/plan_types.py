"""The plan types of the municipality: new versions from a day on, and files of them."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import PlanTypeId
from koordinator.domain.plan_types import (
    PlanType,
    checked_plan_type,
    read_plan_types,
    replaced_by,
    says_the_same,
    write_plan_types,
)
from koordinator.usecases.ports import Office, Transaction


class TextFiles(Protocol):
    """Small text files that the person chooses."""

    def read(self, path: Path) -> str:
        """The text. Raises a DomainError that says why it cannot be read."""

    def write(self, path: Path, text: str) -> None:
        """Writes the text. Raises a DomainError that says why it cannot be written."""


@dataclass(frozen=True, slots=True)
class PlanTypeShelf:
    """All versions of all plan types, in the order they were made, as of a day."""

    types: tuple[PlanType, ...]
    today: date


class PlanTypes:
    """Each change gives all versions; changes need the role of administrator."""

    def __init__(self, office: Office, files: TextFiles) -> None:
        self._office = office
        self._files = files

    def all(self, actor: Actor) -> PlanTypeShelf:
        """Every version of every plan type."""
        with self._office.act(actor, Action.OPEN_SETTINGS) as tx:
            return _shelf(tx)

    def release(self, actor: Actor, plan_type: PlanType) -> PlanTypeShelf:
        """A new version of the plan type, or a new type, in force from its first day.

        Raises VersionInThePast, MonthsOutOfRange, FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            tx.about("plan_type", _release(tx, plan_type).id, codes="released=1")
            return _shelf(tx)

    def read_file(self, actor: Actor, path: Path, from_on: date) -> PlanTypeShelf:
        """The types of a file as new versions from the day on; those that say what they said stay as they are.

        Raises what the file raises, UnusablePlanTypes and what `release` raises; then nothing is changed.
        """
        new = read_plan_types(self._files.read(path), from_on)
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            known = tx.of(PlanType).where()
            changed = [each for each in new if not any(says_the_same(old, each) for old in known if not old.until_on)]
            for each in changed:
                _release(tx, each)
            tx.about("plan_type", 0, codes=f"read={len(changed)}")
            return _shelf(tx)

    def write_file(self, actor: Actor, path: Path, day: date) -> None:
        """The versions that hold on the day, as a file to change and read again."""
        with self._office.act(actor, Action.OPEN_SETTINGS) as tx:
            text = write_plan_types(
                each for each in tx.of(PlanType).where() if each.until_on is None or day < each.until_on
            )
        self._files.write(path, text)


def _release(tx: Transaction, plan_type: PlanType) -> PlanType:
    new = checked_plan_type(replace(plan_type, id=PlanTypeId(0), until_on=None, version=0))
    before = replaced_by(tx.of(PlanType).where(key=new.key), new)
    if before is not None:
        tx.of(PlanType).save(before)
    return tx.of(PlanType).add(new)


def _shelf(tx: Transaction) -> PlanTypeShelf:
    return PlanTypeShelf(tx.of(PlanType).where(), tx.today)
