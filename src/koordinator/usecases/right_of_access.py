"""Indsigt: what is held about a citizen, who has seen it, and what of it is about others.

Source: GDPR article 15; log entries, Datatilsynet 6 June 2024. What is about others is left out until somebody has
decided so for each (see `domain.right_of_access`).
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from itertools import groupby
from typing import Final

from koordinator.domain.access import NEAREST_FIRST, Action, Actor, Channel, Relation
from koordinator.domain.audit import AuditEntry
from koordinator.domain.danish_day import danish_day
from koordinator.domain.ids import CitizenId, RowId, SubjectId
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.right_of_access import (
    AccessDecision,
    AccessLog,
    AccessLogLine,
    AccessReport,
    AccessVerdict,
    Other,
    OtherKey,
    checked_decision,
)
from koordinator.usecases.paper_parts import sender_of
from koordinator.usecases.paper_store import PaperAbout
from koordinator.usecases.papers import HandedPaper, kept
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_access import AccessPapers
from koordinator.usecases.ports_log import Looker
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.right_of_access_gather import Holdings, gather
from koordinator.usecases.right_of_access_others import others_of
from koordinator.usecases.right_of_access_report import held_rows
from koordinator.usecases.spelling import Dictionary

_NEAREST_FIRST: Final = (Relation.ANY, *NEAREST_FIRST, None)
_ALL_DAY: Final = NEAREST_FIRST[: NEAREST_FIRST.index(Relation.GRANTED)]
"""Leave begins and ends by the hour: what is no nearer can be nearer an hour before."""


class RightOfAccess:
    """The use cases of the right of access."""

    def __init__(self, office: Office, maker: AccessPapers, dictionary: Dictionary) -> None:
        self._office = office
        self._maker = maker
        self._is_word = dictionary.knows

    def others(self, actor: Actor, citizen_id: CitizenId) -> tuple[Other, ...]:
        """All there is to decide before the report says everything it may. Raises NotFound."""
        with self._office.act(actor, Action.PREPARE_ACCESS) as tx:
            held = gather(tx, citizen_id)
            tx.about("citizen", citizen_id, held.citizen.subject_id)
            return others_of(tx, held, actor.employee_id, self._is_word)

    def decide(
        self, actor: Actor, citizen_id: CitizenId, keys: Collection[OtherKey], verdict: AccessVerdict, reason: str
    ) -> tuple[Other, ...]:
        """Decides the same of each, for the same reason; gives them all as they stand now.

        Raises NotToDecide, NotFound, FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.DECIDE_ACCESS) as tx:
            held = gather(tx, citizen_id)
            others = others_of(tx, held, actor.employee_id, self._is_word)
            for key in keys:
                decision = AccessDecision(RowId(0), citizen_id, *key, verdict, reason, actor.employee_id, tx.now)
                tx.of(AccessDecision).add(checked_decision(decision, others))
            tx.about("citizen", citizen_id, held.citizen.subject_id, f"{verdict}={len(keys)}")
            return others_of(tx, held, actor.employee_id, self._is_word)

    def report(self, actor: Actor, citizen_id: CitizenId, *, large_print: bool = False) -> HandedPaper:
        """Everything on paper, kept with its bytes. Raises NotFound."""
        report, about = self._report(actor, citizen_id, PaperKind.RIGHT_OF_ACCESS)
        return self._kept(actor, about, self._maker.report(report, large_print=large_print))

    def data(self, actor: Actor, citizen_id: CitizenId) -> HandedPaper:
        """The same as JSON, kept with its bytes. Raises NotFound."""
        report, about = self._report(actor, citizen_id, PaperKind.ACCESS_DATA)
        return self._kept(actor, about, self._maker.data(report))

    def log(self, actor: Actor, citizen_id: CitizenId, *, large_print: bool = False) -> HandedPaper:
        """Who has seen the citizen's data, as a letter that is kept with its bytes. Raises NotFound."""
        with self._office.act(actor, Action.PREPARE_ACCESS) as tx:
            held = gather(tx, citizen_id)
            tx.about("citizen", citizen_id, held.citizen.subject_id)
            log = _log(tx, held)
        about = PaperAbout(held.citizen.subject_id, PaperKind.ACCESS_LOG, Reader.CITIZEN)
        return self._kept(actor, about, self._maker.log(log, large_print=large_print))

    def _report(self, actor: Actor, citizen_id: CitizenId, kind: PaperKind) -> tuple[AccessReport, PaperAbout]:
        with self._office.act(actor, Action.PREPARE_ACCESS) as tx:
            held = gather(tx, citizen_id)
            tx.about("citizen", citizen_id, held.citizen.subject_id)
            others = others_of(tx, held, actor.employee_id, self._is_word)
            report = AccessReport(_log(tx, held), others, held_rows(tx, held, others))
        return report, PaperAbout(held.citizen.subject_id, kind, Reader.CITIZEN)

    def _kept(self, actor: Actor, about: PaperAbout, made: MadePaper) -> HandedPaper:
        """Drawn outside of any transaction: hundreds of pages take a while, and nobody waits for them to save."""
        with self._office.act(actor, Action.GIVE_ACCESS) as tx:
            return kept(tx, actor, about, made)


def _log(tx: Transaction, held: Holdings) -> AccessLog:
    subjects = (*held.subject_ids, *held.left)
    entries = [
        each
        for each in tx.audit.about(subjects, held.citizen.id)
        if danish_day(each.at) < held.left.get(SubjectId(each.subject_id), date.max)
    ]
    acting = tx.of(Employee).where(id=frozenset(entry.actor_id for entry in entries))
    names = {each.id: ", ".join(filter(None, (each.name, each.title))) for each in acting}
    related = _relations(tx, held.citizen.subject_id)
    lines = tuple(_lines(entries, lambda entry: names.get(entry.actor_id, ""), related))
    return AccessLog(sender_of(tx), held.citizen.name, tx.today, lines)


def _relations(tx: Transaction, subject_id: SubjectId) -> Callable[[AuditEntry], Relation | None]:
    """What who acted had to do with the citizen, or the family, then; what holds all day is asked once."""
    known: dict[tuple[int, int, date], Relation] = {}

    def relation(entry: AuditEntry) -> Relation | None:
        if entry.channel is Channel.SYSTEM:
            return Relation.ANY
        subject = SubjectId(entry.subject_id or subject_id)
        key = entry.actor_id, subject, danish_day(entry.at)
        if key in known:
            return known[key]
        found = tx.log_lines.relation(Looker(entry.actor_id, subject, entry.sequence, entry.at, entry.action))
        if found in _ALL_DAY:
            known[key] = found
        return found

    return relation


def _lines(
    entries: Iterable[AuditEntry],
    who: Callable[[AuditEntry], str],
    relation: Callable[[AuditEntry], Relation | None],
) -> Iterable[AccessLogLine]:
    """The newest day first; what somebody did several times on a day is one line."""
    by_day = groupby(sorted(entries, key=lambda entry: entry.at, reverse=True), key=lambda entry: danish_day(entry.at))
    for _, of_day in by_day:
        together: dict[tuple[object, ...], list[AuditEntry]] = {}
        for entry in of_day:
            together.setdefault((entry.actor_id, entry.action, entry.channel), []).append(entry)
        for same in together.values():
            newest, oldest = same[0], same[-1]
            related = min(map(relation, same), key=_NEAREST_FIRST.index)
            yield AccessLogLine(oldest.at, newest.at, len(same), who(newest), newest.action, newest.channel, related)
