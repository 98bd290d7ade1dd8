"""Deleting for good what a person has decided about, and deleting it again where a restore brought it back.

Each deletion is put on the list beside the database before it is done, and noted in the database as it is done. A
program that is stopped between the two finds it on the list at the next opening (`finish`).
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.codes import Role
from koordinator.domain.deletion import (
    ArchiveAnswer,
    ArchiveNotSettled,
    DeletedKind,
    Deletion,
    ListedDeletion,
    NotCleaned,
    Removed,
    joined_lists,
)
from koordinator.domain.errors import EnvironmentFault, NotFound
from koordinator.domain.ids import EmployeeId, RowId, SubjectId
from koordinator.domain.retention import PeriodInForce, RetentionKind
from koordinator.domain.retention_due import DueSubject, HeldSubject, Hold, MustBeKept, StillInUse, due_subject, ended
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_deletion import DeletionLists, FileCleaning
from koordinator.usecases.retention import Standard, holds_today, periods_today

_PROGRAM: Final = Actor(EmployeeId(0), frozenset({Role.SUPERVISOR}), Channel.SYSTEM)
"""Who carries a deletion through that a person had decided before."""
_DELETED: Final = {
    RetentionKind.CONSENT: DeletedKind.CONSENT,
    RetentionKind.PAPER: DeletedKind.PAPER,
    RetentionKind.DRAFT: DeletedKind.DRAFT,
}


@dataclass(frozen=True, slots=True)
class DeletionPreview:
    """Who would be deleted, why they may be, what would go, and what keeps them (None for nothing).

    `due` is None while the time is not up.
    """

    subject: HeldSubject
    due: DueSubject | None
    removed: Removed
    hold: Hold | None
    today: date


class Deletions:
    """The use cases of deletion. `cleaned` in what they give says whether the file has been gone through as well."""

    def __init__(self, office: Office, lists: DeletionLists, file: FileCleaning, standard: Standard) -> None:
        self._office = office
        self._lists = lists
        self._file = file
        self._standard = standard

    def preview(self, actor: Actor, subject_id: SubjectId) -> DeletionPreview:
        """What deleting the citizen or family would take, before anybody says yes. Raises NotFound."""
        with self._office.act(actor, Action.PREVIEW_DELETION) as tx:
            subject, removed = _held(tx, subject_id), tx.erasing.look(subject_id)
            tx.about(subject.kind, subject.thing_id, subject_id)
            hold = holds_today(tx).get(subject_id)
            due = due_subject(subject, periods_today(tx, self._standard()), hold, tx.today)
            return DeletionPreview(subject, due, removed, hold, tx.today)

    def delete(
        self,
        actor: Actor,
        subject_ids: Iterable[SubjectId],
        archive: ArchiveAnswer | None,
        progress: Progress = always_on,
    ) -> tuple[Deletion, ...]:
        """Deletes the citizens and families, each wholly or not at all, and gives the proofs.

        It stops at the first that cannot be deleted; those before it are gone. Raises ArchiveNotSettled, MustBeKept,
        StillInUse, NotFound, NotCleaned or an EnvironmentFault.
        """
        if archive is None:
            raise ArchiveNotSettled
        wanted = tuple(subject_ids)
        done: list[Deletion] = []
        try:
            for subject_id in wanted:
                if not progress(len(done), len(wanted)):
                    break
                done.append(self._delete(actor, subject_id, archive))
        finally:
            cleaned = self._clean() if done else True
        if not cleaned:
            raise NotCleaned("")
        return tuple(done)

    def delete_old(self, actor: Actor, kind: RetentionKind) -> Deletion | None:
        """Deletes the small things of the kind whose time is up; None when there are none.

        Raises NotCleaned or an EnvironmentFault.
        """
        with self._office.act(actor, Action.OPEN_RETENTION) as tx:
            period, now = periods_today(tx, self._standard())[kind], tx.now
            before = period.before(tx.today)
        if before is None:
            return None
        made = self._erase_old(actor, ListedDeletion(_DELETED[kind], before.isoformat(), now), replayed=False)
        if made is not None and not self._clean():
            raise NotCleaned("")
        return made

    def listed(self) -> tuple[ListedDeletion, ...]:
        """Everything that was ever deleted here: what the list beside the database and the database itself name."""
        with self._office.aside() as tx:
            noted = tuple(each.listed for each in tx.of(Deletion).where())
        return joined_lists(self._lists.read(), noted)

    def replay(self, listed: Iterable[ListedDeletion]) -> int:
        """Deletes again what is listed and still or again here; gives how many deletions it took.

        What has come to be held since stays. Raises an EnvironmentFault; what was done by then stays done.
        """
        joined = joined_lists(listed, self.listed())
        self._lists.add(joined)
        done = [self._again(each) for each in self._still_here(joined)]
        self._clean_what_is_left()
        return sum(done)

    def finish(self) -> int:
        """Carries through what was begun when the program was last stopped; gives how many deletions it took.

        At opening, after the first page has been seen. Raises as `replay` does.
        """
        return self.replay(())

    def _delete(self, actor: Actor, subject_id: SubjectId, archive: ArchiveAnswer) -> Deletion:
        listed: list[ListedDeletion] = []
        try:
            with self._office.act(actor, Action.DELETE_SUBJECT) as tx:
                subject, hold = _held(tx, subject_id), holds_today(tx).get(subject_id)
                tx.about(subject.kind, subject.thing_id, subject_id)
                due = _checked(subject, periods_today(tx, self._standard()), hold, tx.today)
                line = ListedDeletion(DeletedKind(subject.kind), tx.erasing.uid_of(subject_id), tx.now)
                listed.append(line)
                self._lists.add(listed)
                made = replace(
                    _noted(tx, actor, line, tx.erasing.erase(subject_id)),
                    subject_id=subject_id,
                    rule=due.period.kind,
                    months=due.period.months,
                    event_on=due.event_on,
                    archive=archive,
                )
                return tx.of(Deletion).add(made)
        except BaseException:
            self._take_back_undone(listed)
            raise

    def _erase_old(self, actor: Actor, line: ListedDeletion, *, replayed: bool) -> Deletion | None:
        begun: list[ListedDeletion] = []
        try:
            with self._office.act(actor, Action.DELETE_OLD) as tx:
                spared, before = tuple(holds_today(tx)), date.fromisoformat(line.what)
                tx.about(line.kind, 0, codes=f"before={line.what}")
                if not replayed and not tx.erasing.old(line.kind, before, spared):
                    return None
                begun.append(line)
                self._lists.add(begun)
                made = _noted(tx, actor, line, tx.erasing.erase_old(line.kind, before, spared))
                return tx.of(Deletion).add(replace(made, replayed=replayed))
        except BaseException:
            if not replayed:
                self._take_back_undone(begun)
            raise

    def _take_back_undone(self, listed: list[ListedDeletion]) -> None:
        """What did not come about is not on the list; where that fails it is carried through at the next opening.

        What the database has a proof of did come about, whatever went wrong afterwards.
        """
        if not listed:
            return
        with suppress(EnvironmentFault):
            with self._office.aside() as tx:
                shelf = tx.of(Deletion)
                undone = [each for each in listed if not shelf.find(kind=each.kind, uid=each.what, deleted_at=each.at)]
            self._lists.take_back(undone)

    def _still_here(self, listed: Iterable[ListedDeletion]) -> list[tuple[ListedDeletion, SubjectId | None]]:
        with self._office.aside() as tx:
            noted = {each.listed for each in tx.of(Deletion).where()}
            holds = holds_today(tx)
            found: list[tuple[ListedDeletion, SubjectId | None]] = []
            for each in listed:
                subject_id = tx.erasing.subject_with(each.kind, each.what) if each.kind.is_subject else None
                if subject_id is not None and not _is_held_since(holds.get(subject_id), each):
                    found.append((each, subject_id))
                elif not each.kind.is_subject and each not in noted:
                    found.append((each, None))
            return found

    def _again(self, found: tuple[ListedDeletion, SubjectId | None]) -> bool:
        line, subject_id = found
        if subject_id is None:
            return self._erase_old(_PROGRAM, line, replayed=True) is not None
        with self._office.act(_PROGRAM, Action.DELETE_SUBJECT) as tx:
            subject = _held(tx, subject_id)
            tx.about(subject.kind, subject.thing_id, subject_id, codes="replayed=1")
            made = _noted(tx, _PROGRAM, line, tx.erasing.erase(subject_id))
            tx.of(Deletion).add(replace(made, subject_id=subject_id, replayed=True))
        return True

    def _clean_what_is_left(self) -> None:
        """Where the file could not be gone through before, or has to be now."""
        with self._office.aside() as tx:
            waiting = tx.of(Deletion).find(cleaned_at=None) is not None
        if waiting:
            self._clean()

    def _clean(self) -> bool:
        """Goes through the file, and notes it; False when somebody still reads."""
        if not self._file.clean():
            return False
        with self._office.aside() as tx:
            for each in tx.of(Deletion).where(cleaned_at=None):
                tx.of(Deletion).save(replace(each, cleaned_at=tx.now))
        return True


def _held(tx: Transaction, subject_id: SubjectId) -> HeldSubject:
    found = tx.erasing.held(subject_id)
    if not found:
        raise NotFound("subject", str(subject_id))
    return found[0]


def _checked(
    subject: HeldSubject, periods: Mapping[RetentionKind, PeriodInForce], hold: Hold | None, today: date
) -> DueSubject:
    """Why it may be deleted. Raises MustBeKept or StillInUse."""
    if hold is not None:
        raise MustBeKept(subject.name, hold.reason, hold.until_on)
    due = due_subject(subject, periods, hold, today)
    if due is None:
        end = ended(subject)
        raise StillInUse(subject.name, periods[end.kind].due_on(end.on) if end else None)
    return due


def _noted(tx: Transaction, actor: Actor, line: ListedDeletion, removed: Removed) -> Deletion:
    return Deletion(
        id=RowId(0),
        uid=line.what,
        kind=line.kind,
        deleted_at=line.at,
        deleted_by_id=actor.employee_id or None,
        counts=removed.as_text,
        log_sequence=tx.erasing.next_entry(),
        mentions=removed.mentions,
    )


def _is_held_since(hold: Hold | None, listed: ListedDeletion) -> bool:
    """Somebody has said that it must be kept, after it was deleted."""
    return hold is not None and hold.set_at > listed.at
