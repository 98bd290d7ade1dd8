"""Opfølgning and Møder: what falls due, and which meetings there are. Settling is `Promises`."""

from dataclasses import dataclass, replace
from datetime import date

from koordinator.domain.access import Action, Actor, may
from koordinator.domain.citizen import Citizen
from koordinator.domain.follow_up import DueGroup, grouped
from koordinator.domain.ids import SubjectId
from koordinator.domain.setting import SettingKey
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_diary import DiaryScope, FollowUpPace, MeetingEntry
from koordinator.usecases.settings import current_number
from koordinator.usecases.subject_people import SubjectPeople, people_of


@dataclass(frozen=True, slots=True)
class FollowUpPage:
    """What falls due as of a day, the most pressing first."""

    today: date
    groups: tuple[DueGroup, ...]


def current_pace(tx: Transaction) -> FollowUpPace:
    """The intervals as of today."""
    return FollowUpPace(
        current_number(tx, SettingKey.REASSESS_AFTER_DAYS), current_number(tx, SettingKey.EFFORT_FOLLOW_UP_DAYS)
    )


class FollowUp:
    """The lists that follow the days."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def open(self, actor: Actor, scope: DiaryScope) -> FollowUpPage:
        """Everything in the scope that is open and falls due; citizens' requests for those who may answer them."""
        with self._office.act(actor, Action.LIST_FOLLOW_UP) as tx:
            items = tx.diary.due(_seen(tx, actor, Action.LIST_FOLLOW_UP, scope), current_pace(tx))
            if may(actor, Action.EDIT_REQUESTS):
                items += tx.diary.requests(_seen(tx, actor, Action.EDIT_REQUESTS, scope))
            tx.about("citizen", scope.citizen_id or 0, _subject(tx, scope), f"items={len(items)}")
            return FollowUpPage(tx.today, grouped(items, tx.today))

    def whose(self, actor: Actor, subject_id: SubjectId) -> SubjectPeople:
        """Whom a line is about, to open the citizen or the family. Raises NotFound."""
        with self._office.act(actor, Action.LIST_FOLLOW_UP) as tx:
            tx.about("subject", subject_id, subject_id)
            return people_of(tx, subject_id)

    def meetings(self, actor: Actor, scope: DiaryScope) -> tuple[MeetingEntry, ...]:
        """The meetings in the scope, the latest first."""
        with self._office.act(actor, Action.LIST_MEETINGS) as tx:
            entries = tx.diary.meetings(_seen(tx, actor, Action.LIST_MEETINGS, scope))
            tx.about("citizen", scope.citizen_id or 0, _subject(tx, scope), f"meetings={len(entries)}")
            return entries


def _seen(tx: Transaction, actor: Actor, action: Action, scope: DiaryScope) -> DiaryScope:
    return replace(scope, seen=tx.seen_by(actor, action))


def _subject(tx: Transaction, scope: DiaryScope) -> int:
    """The one whom the list is about, 0 where it is about several."""
    return tx.of(Citizen).get(scope.citizen_id).subject_id if scope.citizen_id is not None else 0
