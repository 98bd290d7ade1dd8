"""Handing papers out: whom it may go to and how, noting who got it, and taking back a note that was wrong."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor
from koordinator.domain.content_parts import Sender
from koordinator.domain.errors import AlreadyLocked, NotFound
from koordinator.domain.handouts import HandedOver, HandedThing, check_handed
from koordinator.domain.ids import MeetingId, PaperId, PlanVersionId, RowId, SubjectId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_text import Line
from koordinator.domain.meeting import Meeting
from koordinator.domain.organisation import Employee
from koordinator.domain.output_file import text_file
from koordinator.domain.paper import Handout, Paper, PaperKind, Reader
from koordinator.domain.paper_facts import PaperFacts, facts_of
from koordinator.usecases.letter_texts import own_texts_today
from koordinator.usecases.paper_files import PaperFiles
from koordinator.usecases.paper_parts import sender_of
from koordinator.usecases.paper_store import kept_content
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_letters import LetterStandards
from koordinator.usecases.reader_today import require_still_covered
from koordinator.usecases.recipients import Recipients, citizens_of, recipients_of
from koordinator.usecases.subject_people import people_of

Own = TypeVar("Own", Paper, PlanVersion)


@dataclass(frozen=True, slots=True)
class HandoutOffer:
    """What is to be handed out, whom it may go to, and who has it already.

    `facts` say what it is. Of a plan version `thing` is its newest paper for the citizen; where none was made, `paper`
    is None. `sender`, `signed_by` and the municipality's text `covering` are for what goes with it.
    """

    subject_id: SubjectId
    thing: HandedThing
    facts: PaperFacts
    paper: Paper | None
    recipients: Recipients
    noted: tuple[Handout, ...]
    sender: Sender
    signed_by: Employee
    today: date
    covering: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Covering:
    """The text that goes with a paper, and what its file is called."""

    file_name: str
    text: str


class Handouts:
    """Who got what, on which day and how."""

    def __init__(self, office: Office, files: PaperFiles, letters: LetterStandards) -> None:
        self._office = office
        self._files = files
        self._letters = letters

    def offer(self, actor: Actor, subject_id: SubjectId, thing: HandedThing) -> HandoutOffer:
        """What stands in the dialog when a paper is to be handed out. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            paper, version_id = _thing(tx, subject_id, thing)
            paper = paper or _paper_of(tx, version_id)
            tx.about("paper", paper.id if paper else 0, subject_id, "handout_offer")
            noted = tx.of(Handout).where(subject_id=subject_id, order_by="handed_on")
            return HandoutOffer(
                subject_id,
                HandedThing(paper.id) if paper else thing,
                _facts(tx, paper, version_id),
                paper,
                recipients_of(tx, actor, people_of(tx, subject_id), paper),
                tuple(each for each in noted if _is_about(each, paper, version_id)),
                sender_of(tx),
                tx.of(Employee).get(actor.employee_id),
                tx.today,
                self._letters().with_own(own_texts_today(tx)).of(LetterKey.COVER),
            )

    def make_ready(self, actor: Actor, paper_id: PaperId, folder: Path, covering: Covering) -> Path:
        """Puts a new folder with the paper and its covering text into the folder, to be sent from the case system.

        Nobody has got anything by that. Raises as `Papers.release`, and OutputNotWritten.
        """
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            paper = tx.of(Paper).get(paper_id)
            tx.about("paper", paper_id, paper.subject_id, "made_ready_to_send")
            require_still_covered(tx, paper)
            content = kept_content(tx, actor, paper)
        name, dot, _ = paper.file_name.rpartition(".")
        files = {paper.file_name: content, covering.file_name: text_file(covering.text)}
        return self._files.write_folder(folder, name if dot else paper.file_name, files)

    def note(
        self, actor: Actor, subject_id: SubjectId, thing: HandedThing, handed: Iterable[HandedOver]
    ) -> tuple[Handout, ...]:
        """Notes who got it, all or none; a paper of a plan version counts as that version.

        Raises NotFound, FieldMissing, FieldTooLong, UnusableCharacter, NotByDigitalPost or HandedOutAhead.
        """
        with self._office.act(actor, Action.HAND_OUT) as tx:
            _, version_id = _thing(tx, subject_id, thing)
            citizens = citizens_of(tx, people_of(tx, subject_id))
            every = tuple(handed)
            for each in every:
                check_handed(each, citizens, tx.today)
            tx.about("paper", thing.paper_id or 0, subject_id, f"way={'+'.join(sorted({each.way for each in every}))}")
            return tuple(
                tx.of(Handout).add(
                    Handout(
                        id=RowId(0),
                        subject_id=subject_id,
                        recipient=limits.checked("recipient", each.recipient, limits.LINE, required=True),
                        handed_on=each.on,
                        way=each.way,
                        noted_by_id=actor.employee_id,
                        plan_version_id=version_id,
                        paper_id=thing.paper_id,
                    )
                )
                for each in every
            )

    def withdraw(self, actor: Actor, handout_id: RowId, reason: str) -> Handout:
        """The note was wrong; it stays, with why, and counts no more.

        Raises NotFound, FieldMissing, FieldTooLong, UnusableCharacter, or AlreadyLocked when it was withdrawn before.
        """
        with self._office.act(actor, Action.HAND_OUT) as tx:
            handout = tx.of(Handout).get(handout_id)
            if not handout.counts:
                raise AlreadyLocked("handout")
            why = limits.checked("reason", reason, limits.PARAGRAPH, required=True)
            tx.about("handout", handout_id, handout.subject_id, "withdrawn")
            return tx.of(Handout).save(replace(handout, withdrawn_at=tx.now, withdrawn_because=why))


def _is_about(handout: Handout, paper: Paper | None, version_id: PlanVersionId | None) -> bool:
    """The note is about the version, on whichever paper; else about the paper itself."""
    if version_id is not None:
        return handout.plan_version_id == version_id
    return paper is not None and handout.paper_id == paper.id


def _paper_of(tx: Transaction, version_id: PlanVersionId | None) -> Paper | None:
    """The version's newest paper for the citizen."""
    return tx.of(Paper).last(plan_version_id=version_id, kind=PaperKind.PLAN, reader=Reader.CITIZEN, made_for="")


def _facts(tx: Transaction, paper: Paper | None, version_id: PlanVersionId | None) -> PaperFacts:
    if paper is not None:
        return facts_of(paper, _day_of(tx, paper.meeting_id))
    number = tx.of(PlanVersion).get(version_id).number if version_id is not None else None
    return PaperFacts(PaperKind.PLAN, number=number)


def _day_of(tx: Transaction, meeting_id: MeetingId | None) -> date | None:
    return tx.of(Meeting).get(meeting_id).starts_on if meeting_id is not None else None


def _thing(tx: Transaction, subject_id: SubjectId, thing: HandedThing) -> tuple[Paper | None, PlanVersionId | None]:
    """The paper, and the plan version that it counts as."""
    if thing.paper_id is not None:
        paper = _own(tx.of(Paper).get(thing.paper_id), "paper", subject_id)
        return paper, paper.plan_version_id
    if thing.plan_version_id is None:
        raise NotFound("paper", "")
    return None, _own(tx.of(PlanVersion).get(thing.plan_version_id), "plan_version", subject_id).id


def _own(thing: Own, kind: str, subject_id: SubjectId) -> Own:
    if thing.subject_id != subject_id:
        raise NotFound(kind, str(thing.id))
    return thing
