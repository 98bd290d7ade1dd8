"""Brevpapir: what the municipality's papers look like, from today on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import LogoId, RowId
from koordinator.domain.letterhead import Letterhead, letterhead_of
from koordinator.domain.letterhead_colour import checked_accent
from koordinator.domain.letterhead_logo import Logo, LogoPicture
from koordinator.domain.organisation import Employee
from koordinator.domain.setting import Setting, SettingKey
from koordinator.usecases.ports import Office
from koordinator.usecases.ports_first import Shelves
from koordinator.usecases.settings import current_values, put_value

_LIMITS: Final = {SettingKey.RETURN_ADDRESS: limits.LINE}
"""A line of the letterhead is short."""


class LogoFiles(Protocol):
    """Reads logos."""

    def read(self, path: Path) -> LogoPicture:
        """The picture in the file, as it will be printed. Raises UnusableLogo."""


class LetterheadSample(Protocol):
    """Shows what a letterhead looks like."""

    def letter(self, letterhead: Letterhead, return_address: str, *, with_case_number: bool) -> bytes:
        """A letter to nobody, as PDF."""


@dataclass(frozen=True, slots=True)
class LetterheadView:
    """What is set today. `logo_added_by` is the name of whoever put the logo in; empty without one."""

    values: dict[SettingKey, str]
    logo: Logo | None = None
    logo_added_by: str = ""


class Letterheads:
    """Reading, showing and changing the letterhead."""

    def __init__(self, office: Office, files: LogoFiles, sample: LetterheadSample) -> None:
        self._office = office
        self._files = files
        self._sample = sample

    def view(self) -> LetterheadView:
        """What is set today. It concerns no citizen, so the look is not logged."""
        with self._office.glance() as tx:
            return _view(tx)

    def sample(self, values: Mapping[SettingKey, str]) -> bytes:
        """A letter as it would be with these values and the logo in force; nothing is kept.

        Raises what `change` raises.
        """
        with self._office.glance() as tx:
            before = current_values(tx)
            wanted = before | _checked(values)
            letterhead = letterhead_of(wanted, _picture(_logo_in_force(tx, before)))
        with_case_number = bool(wanted[SettingKey.CASE_NUMBER_ON_PAPERS])
        return self._sample.letter(letterhead, wanted[SettingKey.RETURN_ADDRESS], with_case_number=with_case_number)

    def change(self, actor: Actor, values: Mapping[SettingKey, str]) -> LetterheadView:
        """Changes values from today on. Raises NotAColour, FaintColour, FieldTooLong or UnusableCharacter."""
        checked = _checked(values)
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            before = current_values(tx)
            changed = {key: value for key, value in checked.items() if value != before[key]}
            for key, value in changed.items():
                put_value(tx, Setting(RowId(0), key, value, tx.today))
            tx.about("setting", 0, codes=" ".join(sorted(changed)))
            return _view(tx)

    def set_logo(self, actor: Actor, path: Path) -> LetterheadView:
        """The picture in the file is the logo from today on; every earlier one is kept. Raises UnusableLogo."""
        content, width, height = self._files.read(path)
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            logo = tx.of(Logo).add(Logo(LogoId(0), content, width, height, tx.now, actor.employee_id))
            put_value(tx, Setting(RowId(0), SettingKey.LOGO_ID, str(logo.id), tx.today))
            tx.about("logo", logo.id, codes="set")
            return _view(tx)

    def remove_logo(self, actor: Actor) -> LetterheadView:
        """No logo from today on."""
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            put_value(tx, Setting(RowId(0), SettingKey.LOGO_ID, "", tx.today))
            tx.about("logo", 0, codes="removed")
            return _view(tx)


class LetterheadInForce:
    """The paper in the printer: asked for each time something is printed, on whichever thread."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def __call__(self) -> Letterhead:
        """Today's letterhead, as it was before the transaction that is being made."""
        with self._office.glance() as tx:
            values = current_values(tx)
            return letterhead_of(values, _picture(_logo_in_force(tx, values)))


def _checked(values: Mapping[SettingKey, str]) -> dict[SettingKey, str]:
    checked = {key: limits.checked(key.value, value, _LIMITS.get(key, limits.SHORT)) for key, value in values.items()}
    if SettingKey.ACCENT_COLOUR in checked:
        checked[SettingKey.ACCENT_COLOUR] = checked_accent(checked[SettingKey.ACCENT_COLOUR])
    return checked


def _view(tx: Shelves) -> LetterheadView:
    values = current_values(tx)
    logo = _logo_in_force(tx, values)
    return LetterheadView(values, logo, tx.of(Employee).get(logo.added_by_id).name if logo else "")


def _logo_in_force(tx: Shelves, values: Mapping[SettingKey, str]) -> Logo | None:
    key = values[SettingKey.LOGO_ID]
    return tx.of(Logo).get(LogoId(int(key))) if key else None


def _picture(logo: Logo | None) -> LogoPicture | None:
    return LogoPicture(logo.content, logo.width, logo.height) if logo else None
