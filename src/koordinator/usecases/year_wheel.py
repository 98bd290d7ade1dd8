"""Årshjul: the caseworker's follow-ups round the year, the drawing of it, and the files that may leave the house."""

import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain.access import Action, Actor, require
from koordinator.domain.follow_up import DueItem, DueKind
from koordinator.domain.ids import SubjectId
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.setting import SettingKey
from koordinator.domain.year_wheel import YearWheel, checked_year, wheel_of
from koordinator.domain.year_wheel_days import notable_days
from koordinator.domain.year_wheel_sheet import WheelSheet
from koordinator.usecases.follow_up import current_pace
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_diary import DiaryScope, MeetingEntry
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.ports_year_wheel import Colours, WheelPicture, WheelSheets
from koordinator.usecases.routine import current_routine
from koordinator.usecases.settings import current_values

_SERIES: Final = uuid.UUID("6c1d54c2-8e5b-4c0e-9a55-2f0b8a7f3d11")


class Whose(StrEnum):
    """Whose citizens the wheel is about."""

    MINE = "mine"
    TEAM = "team"


class WheelFile(StrEnum):
    """The files it is made as."""

    PDF = "pdf"
    LARGE_PDF = "large_pdf"
    ICS = "ics"

    @property
    def ending(self) -> str:
        """Of its name."""
        return ".ics" if self is WheelFile.ICS else ".pdf"


@dataclass(frozen=True, slots=True)
class WheelPage:
    """The wheel as of a day, and its numbers alone as `sheet`."""

    today: date
    wheel: YearWheel
    sheet: WheelSheet


class YearWheels:
    """Each look is one read and one entry in the log."""

    def __init__(self, office: Office, sheets: WheelSheets) -> None:
        self._office = office
        self._sheets = sheets

    def open(self, actor: Actor, year: int | None = None, whose: Whose = Whose.MINE) -> WheelPage:
        """The wheel of a year, or of this one. A subject whose course is over is not in it. Raises YearOutOfRange."""
        action = Action.OPEN_TEAM_YEAR_WHEEL if whose is Whose.TEAM else Action.OPEN_YEAR_WHEEL
        with self._office.act(actor, action) as tx:
            return _read(tx, actor, year, whose, action)

    def file(self, actor: Actor, year: int, whose: Whose, kind: WheelFile) -> tuple[WheelPage, MadePaper]:
        """The wheel as a file with counts only, and the page it was made of. Raises YearOutOfRange, or NotAllowed
        for who may not see the team's.
        """
        if whose is Whose.TEAM:
            require(actor, Action.OPEN_TEAM_YEAR_WHEEL)
        with self._office.act(actor, Action.EXPORT_YEAR_WHEEL) as tx:
            page = _read(tx, actor, year, whose, Action.EXPORT_YEAR_WHEEL)
            if kind is WheelFile.ICS:
                return page, self._sheets.calendar(page.sheet, tx.now)
            return page, self._sheets.paper(page.sheet, large_print=kind is WheelFile.LARGE_PDF)

    def picture(self, sheet: WheelSheet, colours: Colours) -> WheelPicture:
        """The drawing for the screen. It holds nothing about anybody, so it is not logged."""
        return self._sheets.picture(sheet, colours)


def open_items(tx: Transaction, scope: DiaryScope, *, held: bool = True) -> tuple[DueItem, ...]:
    """Everything open in the scope, with its meetings as things that fall due.

    A cancelled meeting is none; without `held`, neither is one that is under way or over.
    """
    meetings = (
        _meeting_item(entry)
        for entry in tx.diary.meetings(scope)
        if entry.status.is_ahead or (held and entry.status is not MeetingStatus.CANCELLED)
    )
    return (*tx.diary.due(scope, current_pace(tx)), *meetings)


def _read(tx: Transaction, actor: Actor, year: int | None, whose: Whose, action: Action) -> WheelPage:
    turned_to = checked_year(tx.today.year if year is None else year)
    wheel = wheel_of(turned_to, open_items(tx, _scope(actor, whose, tx.seen_by(actor, action))))
    counts = wheel.counts
    tx.about("year_wheel", turned_to, codes=f"whose={whose} items={counts.total.total}")
    notable = notable_days(turned_to, current_routine(tx).is_holiday)
    municipality = current_values(tx)[SettingKey.MUNICIPALITY]
    series = uuid.uuid5(_SERIES, f"{actor.employee_id}/{whose}").hex
    return WheelPage(tx.today, wheel, WheelSheet(counts, tx.today, notable, municipality, series))


def _scope(actor: Actor, whose: Whose, seen: frozenset[SubjectId] | None) -> DiaryScope:
    team_of = actor.employee_id if whose is Whose.TEAM else None
    return DiaryScope(employee_id=actor.employee_id, team_of=team_of, living=True, seen=seen)


def _meeting_item(entry: MeetingEntry) -> DueItem:
    return DueItem(DueKind.MEETING, entry.id, entry.subject_id, entry.subject_name, "", entry.starts_on)
