"""Opbevaring: whose time is up, what must not be deleted, and the proof of what was."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.cpr import parse_cpr
from koordinator.domain.deletion import Deletion
from koordinator.domain.ids import SubjectId
from koordinator.domain.retention_due import DueSubject, OldThings
from koordinator.texts import retention as texts
from koordinator.texts.formats import date_short, join_some, moment_short, number
from koordinator.ui.ask import Question
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.pages.security.retention_dialogs import (
    ArchiveDialog,
    DecisionDialog,
    HoldAsked,
    HoldDialog,
    ReceiptDialog,
)
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column
from koordinator.ui.widgets.progress import Progress, ProgressWords
from koordinator.ui.widgets.said import Said
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.deletion import DeletionPreview
from koordinator.usecases.retention import HeldBack, RetentionShelf

_MOST_ROWS: Final = 6


class RetentionTab(PageTab):
    """Enter on a line asks what shall happen to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shelf: RetentionShelf | None = None
        self.due = _due_list()
        self.groups = _group_list()
        self.holds = _hold_list()
        self.proofs = _proof_list()
        for each in (self.due, self.holds, self.proofs):
            each.grow_to(_MOST_ROWS)
        self.delete_all = Button(texts.DELETE_ALL, icon="trash")
        self.hold = Button(texts.HOLD_SOMEBODY, icon="plus")
        self.said = Said()
        self.progress = Progress(ProgressWords(texts.PROGRESS, texts.STOP, texts.STOPPING, texts.so_far))
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        retention, actor = self._desk.services.retention, self._desk.actor
        self._desk.tasks.read(self, lambda: retention.shelf(actor), self._show)

    def _lay_out(self) -> None:
        intro = Label(texts.DUE_INTRO, Role.MUTED, wraps=True)
        due = _card(texts.DUE, intro, self.due, self.progress, self.said)
        due.add_to_head(self.delete_all)
        holds = _card(texts.HOLDS, self.holds)
        holds.add_to_head(self.hold)
        self.progress.hide()
        self.setLayout(
            column(due, _card(texts.GROUPS, self.groups), holds, _card(texts.PROOFS, self.proofs), STRETCH, gap=16)
        )

    def _connect(self) -> None:
        self.due.opened.connect(self._look)
        self.due.acted.connect(lambda each, _column: self._look(each))
        self.groups.opened.connect(self._delete_group)
        self.groups.acted.connect(lambda each, _column: self._delete_group(each))
        self.holds.opened.connect(self._lift)
        self.holds.acted.connect(lambda each, _column: self._lift(each))
        self.proofs.opened.connect(self._show_receipt)
        self.proofs.acted.connect(lambda each, _column: self._show_receipt(each))
        self.delete_all.clicked.connect(self._delete_all)
        self.hold.clicked.connect(self._hold)

    def _show(self, shelf: RetentionShelf) -> None:
        self._shelf = shelf
        self.due.set_rows(shelf.due)
        self.groups.set_rows(shelf.groups)
        self.holds.set_rows(shelf.holds)
        self.proofs.set_rows(shelf.deletions)
        free = len(_free(shelf))
        self.delete_all.setText(texts.delete_all(free))
        self.delete_all.setVisible(free > 1)

    def _look(self, due: DueSubject) -> None:
        deletions, actor = self._desk.services.deletions, self._desk.actor
        self._desk.tasks.read(self, lambda: deletions.preview(actor, due.subject_id), self._decide)

    def _decide(self, preview: DeletionPreview) -> None:
        decision = DecisionDialog.ask(self, preview)
        if decision is None:
            return
        retention, actor, subject_id = self._desk.services.retention, self._desk.actor, preview.subject.subject_id
        if decision.archive is not None:
            deletions, archive = self._desk.services.deletions, decision.archive
            done = partial(self._deleted, texts.is_deleted(preview.subject.kind))
            self._desk.tasks.write(self, lambda: deletions.delete(actor, (subject_id,), archive), done, self._failed)
        else:
            reason, until_on = decision.reason, decision.until_on
            self._desk.tasks.write(self, lambda: retention.hold(actor, subject_id, reason, until_on), self._show)

    def _delete_all(self) -> None:
        free = _free(self._shelf) if self._shelf is not None else ()
        intro = texts.all_question(join_some([each.name for each in free]), len(free))
        archive = ArchiveDialog.ask(self, intro)
        if archive is None:
            return
        deletions, actor = self._desk.services.deletions, self._desk.actor
        subject_ids: tuple[SubjectId, ...] = tuple(each.subject_id for each in free)
        self._rest(is_busy=True)
        job = self._desk.tasks.run_long(
            self,
            lambda job: deletions.delete(actor, subject_ids, archive, job.report),
            lambda done: self._deleted(texts.many_deleted(len(done)), done),
            self.progress.show_progress,
            self._failed,
        )
        self.progress.stop_asked.connect(job.request)

    def _delete_group(self, group: OldThings) -> None:
        question = texts.group_question(group.kind, group.number, group.before)
        if Question.confirm(self, texts.GROUPS, question, texts.DO["delete"], dangerous=True):
            deletions, actor = self._desk.services.deletions, self._desk.actor
            done = partial(self._deleted, texts.many_deleted(group.number))
            self._desk.tasks.write(self, lambda: deletions.delete_old(actor, group.kind), done, self._failed)

    def _lift(self, held: HeldBack) -> None:
        question = texts.lift_question(held.subject.name, held.hold.reason)
        if Question.confirm(self, texts.LIFT_HEADING, question, texts.LIFT):
            retention, actor = self._desk.services.retention, self._desk.actor
            self._desk.tasks.write(self, lambda: retention.lift(actor, held.subject.subject_id), self._show)

    def _hold(self) -> None:
        if self._shelf is None:
            return
        retention, actor, today = self._desk.services.retention, self._desk.actor, self._shelf.today
        ask_until_saved(
            self._desk.tasks,
            self,
            HoldAsked(),
            lambda shown: HoldDialog.ask(self, shown, today),
            lambda asked: retention.hold_person(actor, parse_cpr(asked.cpr), asked.reason, asked.until_on),
            self._show,
        )

    def _show_receipt(self, deletion: Deletion) -> None:
        who = self._shelf.who if self._shelf is not None else {}
        by = who.get(deletion.deleted_by_id, "") if deletion.deleted_by_id is not None else ""
        ReceiptDialog.show_lines(self, texts.receipt_lines(deletion, by), self._save_receipt)

    def _save_receipt(self, path: Path, text: str) -> None:
        tables = self._desk.services.tables
        self._desk.tasks.compute(
            self, lambda: tables.write_text(path, text), lambda _nothing: self.said.say(texts.SAVED)
        )

    def _deleted(self, words: str, _proofs: object) -> None:
        self._rest(is_busy=False)
        self.said.say(words)
        self.reload()

    def _failed(self, error: Exception) -> None:
        """Some may be gone all the same: what is left is read anew."""
        self._rest(is_busy=False)
        self.said.say(self._desk.tasks.explain(error), Role.FAULT)
        self.reload()

    def _rest(self, *, is_busy: bool) -> None:
        for part in (self.due, self.groups, self.holds):
            part.setEnabled(not is_busy)
        if is_busy:
            self.delete_all.rest()
            self.progress.begin()
        else:
            self.delete_all.wake()
        self.progress.setVisible(is_busy)


def _card(title: str, *parts: QWidget) -> Card:
    card = Card(title)
    for part in parts:
        card.body.addWidget(part)
    return card


def _due_list() -> DataList[DueSubject]:
    return DataList(
        texts.DUE,
        (
            Column(texts.NAME, lambda each: each.name, look=Look.STRONG, detail=lambda each: texts.SUBJECTS[each.kind]),
            Column(texts.WHY, _why, least=260),
            Column(texts.SINCE, lambda each: date_short(each.due_on), 150),
            Column(texts.STATE, _state, 220, Look.MUTED),
            Column("", lambda _each: texts.DECIDE, 90, is_action=True),
        ),
        lambda each: each.subject_id,
        empty=texts.NOBODY_DUE,
    )


def _group_list() -> DataList[OldThings]:
    return DataList(
        texts.GROUPS,
        (
            Column(texts.WHAT, lambda each: texts.KINDS[each.kind], look=Look.STRONG),
            Column(texts.HOW_MANY, lambda each: number(each.number), 100),
            Column(texts.UNTIL, lambda each: date_short(each.before), 150),
            Column("", lambda _each: texts.DELETE, 90, is_action=True),
        ),
        lambda each: each.kind,
        empty=texts.NO_GROUPS,
        fits_rows=True,
    )


def _hold_list() -> DataList[HeldBack]:
    return DataList(
        texts.HOLDS,
        (
            Column(texts.NAME, lambda each: each.subject.name, look=Look.STRONG),
            Column(texts.REASON, lambda each: each.hold.reason, least=200),
            Column(texts.HOW_LONG, lambda each: texts.until(each.hold.until_on), 200),
            Column("", lambda _each: texts.LIFT, 90, is_action=True),
        ),
        lambda each: each.hold.id,
        empty=texts.NO_HOLDS,
    )


def _proof_list() -> DataList[Deletion]:
    return DataList(
        texts.PROOFS,
        (
            Column(texts.WHEN, lambda each: moment_short(each.deleted_at), 160),
            Column(texts.WHAT, lambda each: texts.DELETED[each.kind], 160, Look.STRONG),
            Column(texts.RULE, texts.deletion_rule, least=260),
            Column("", lambda _each: texts.RECEIPT, 150, is_action=True),
        ),
        lambda each: each.id,
        empty=texts.NO_PROOFS,
    )


def _free(shelf: RetentionShelf) -> tuple[DueSubject, ...]:
    """Those whom nothing keeps."""
    return tuple(each for each in shelf.due if each.hold is None)


def _why(due: DueSubject) -> str:
    return texts.why(due.period.event, due.event_on, due.period.months)


def _state(due: DueSubject) -> str:
    return texts.state(due.hold.reason, due.hold.until_on) if due.hold is not None else texts.state(None, None)
