"""The plan growing in the room: agreements, pending decisions and goals, one row in the meeting and in the plan."""

from datetime import date
from typing import TypeVar

from koordinator.domain import agreement_rules as rules
from koordinator.domain.access import Actor
from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import AgendaItemId, GoalId, MeetingId
from koordinator.domain.joint_plan import Goal, JointPlan, Subgoal
from koordinator.domain.meeting import AgendaItem, MeetingNote, NoteKind
from koordinator.domain.note_rules import NoteDraft, check_may_place, placed_note
from koordinator.domain.party import Party
from koordinator.domain.plan_rules import new_goal, new_subgoal, scored
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.meeting_room import Room, in_room
from koordinator.usecases.plan_file import goals_of, score_to_store
from koordinator.usecases.plans import empty_plan, open_plan
from koordinator.usecases.ports import Office

Owned = TypeVar("Owned", Agreement, PendingDecision, JointPlan)


class MeetingRoomPlan:
    """Each method is one act and gives the whole meeting as it stands afterwards. All raise MeetingNotRunning."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def promise(self, actor: Actor, meeting_id: MeetingId, promise: rules.Promise) -> MeetingFile:
        """A new agreement, made at the meeting. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
        with in_room(self._office, actor, meeting_id, "agreement_new") as room:
            subject_id, uid = room.meeting.subject_id, room.tx.new_uid()
            room.journal.add(rules.promised(uid, subject_id, promise, room.tx.today, meeting_id))
            return room.file()

    def note(self, actor: Actor, meeting_id: MeetingId, draft: NoteDraft) -> MeetingFile:
        """A new note; what is Aftalt or Skal afgøres is written into the plan in the same act, unless it is private.

        Raises FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with in_room(self._office, actor, meeting_id, f"note={draft.kind}") as room:
            room.write(draft)
            if not draft.private:
                _write_into_plan(room, draft.kind, draft.text.strip(), draft.agenda_item_id)
            return room.file()

    def place_note(
        self, actor: Actor, note: MeetingNote, kind: NoteKind, agenda_item_id: AgendaItemId | None
    ) -> MeetingFile:
        """The note word for word as another kind or under another agenda item; anybody may, also with another's.

        What becomes Aftalt or Skal afgøres is written into the plan; what the note made there before goes, as long
        as nobody has added anything to it. Raises StaleVersion, NotFound, or WordsOfAnother for a private note.
        """
        with in_room(self._office, actor, note.meeting_id, f"note_placed={kind}") as room:
            check_may_place(note, actor.employee_id)
            _check_item(room, agenda_item_id)
            room.journal.save(placed_note(note, kind, agenda_item_id))
            if kind is not note.kind and not note.private:
                _take_out_of_plan(room, note)
                _write_into_plan(room, kind, note.text, agenda_item_id)
            return room.file()

    def change_promise(
        self, actor: Actor, meeting_id: MeetingId, agreement: Agreement, promise: rules.Promise
    ) -> MeetingFile:
        """The agreement changed. Raises StaleVersion, AgreementSettled, FieldMissing or FieldTooLong."""
        with in_room(self._office, actor, meeting_id, "agreement_changed") as room:
            room.journal.save(rules.changed_agreement(_own(room, agreement), promise))
            return room.file()

    def withdraw_promise(self, actor: Actor, meeting_id: MeetingId, agreement: Agreement) -> MeetingFile:
        """The meeting without an agreement made at it. Raises NotFound."""
        with in_room(self._office, actor, meeting_id, "agreement_removed") as room:
            if agreement.meeting_id != meeting_id:
                raise NotFound("agreement", agreement.uid)
            room.journal.remove(agreement)
            return room.file()

    def done(self, actor: Actor, meeting_id: MeetingId, agreement: Agreement) -> MeetingFile:
        """Siden sidst: the agreement was kept. Raises StaleVersion or AgreementSettled."""
        with in_room(self._office, actor, meeting_id, "agreement_done") as room:
            room.journal.save(rules.done(_own(room, agreement), room.tx.today))
            return room.file()

    def not_done(self, actor: Actor, meeting_id: MeetingId, agreement: Agreement, reason: str) -> MeetingFile:
        """Siden sidst: it came to nothing, and why. Raises StaleVersion, AgreementSettled or FieldMissing."""
        with in_room(self._office, actor, meeting_id, "agreement_not_done") as room:
            room.journal.save(rules.not_done(_own(room, agreement), room.tx.today, reason))
            return room.file()

    def goes_on(self, actor: Actor, meeting_id: MeetingId, agreement: Agreement, due_on: date | None) -> MeetingFile:
        """Siden sidst: the agreement goes on, until the new day. Raises StaleVersion or AgreementSettled."""
        with in_room(self._office, actor, meeting_id, "agreement_goes_on") as room:
            room.journal.save(rules.carried(_own(room, agreement), meeting_id, due_on))
            return room.file()

    def instead(self, actor: Actor, meeting_id: MeetingId, agreement: Agreement, what: str, reason: str) -> MeetingFile:
        """Siden sidst: it came to nothing, and another solution is promised at this meeting in its place.

        Raises StaleVersion, AgreementSettled, FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with in_room(self._office, actor, meeting_id, "agreement_instead") as room:
            own, uid, today = _own(room, agreement), room.tx.new_uid(), room.tx.today
            new = rules.promised(uid, own.subject_id, rules.replaced_by(own, what), today, meeting_id)
            room.journal.save(rules.not_done(own, today, reason))
            room.journal.add(new)
            return room.file()

    def open_again(self, actor: Actor, meeting_id: MeetingId, agreement: Agreement) -> MeetingFile:
        """The agreement open as before it was settled. Raises StaleVersion."""
        with in_room(self._office, actor, meeting_id, "agreement_open") as room:
            room.journal.save(rules.opened_again(_own(room, agreement)))
            return room.file()

    def ask(self, actor: Actor, meeting_id: MeetingId, question: rules.Question) -> MeetingFile:
        """Skal afgøres: what the meeting cannot grant. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
        with in_room(self._office, actor, meeting_id, "decision_new") as room:
            subject_id, uid = room.meeting.subject_id, room.tx.new_uid()
            room.journal.add(rules.asked(uid, subject_id, question, meeting_id))
            return room.file()

    def change_question(
        self, actor: Actor, meeting_id: MeetingId, decision: PendingDecision, question: rules.Question
    ) -> MeetingFile:
        """The pending decision changed. Raises StaleVersion, FieldMissing or FieldTooLong."""
        with in_room(self._office, actor, meeting_id, "decision_changed") as room:
            room.journal.save(rules.changed_decision(_own(room, decision), question))
            return room.file()

    def withdraw_question(self, actor: Actor, meeting_id: MeetingId, decision: PendingDecision) -> MeetingFile:
        """The meeting without a pending decision noted at it. Raises NotFound."""
        with in_room(self._office, actor, meeting_id, "decision_removed") as room:
            if decision.meeting_id != meeting_id:
                raise NotFound("pending_decision", decision.uid)
            room.journal.remove(decision)
            return room.file()

    def set_goal(self, actor: Actor, meeting_id: MeetingId, title: str) -> MeetingFile:
        """A new goal in the plan, which is begun when there is none.

        Raises NoOpenCourse, NotOnStep below trin 2, FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with in_room(self._office, actor, meeting_id, "goal_new") as room:
            plan = _plan(room)
            room.journal.add(new_goal(room.tx.new_uid(), plan.id, title, goals_of(room.tx, plan.id)))
            return room.file()

    def add_subgoal(self, actor: Actor, meeting_id: MeetingId, goal_id: GoalId, title: str) -> MeetingFile:
        """A new subgoal. Raises NotFound, FieldMissing, FieldTooLong or UnusableCharacter."""
        with in_room(self._office, actor, meeting_id, "subgoal_new") as room:
            _check_goal(room, goal_id)
            room.journal.add(new_subgoal(goal_id, title, room.tx.of(Subgoal).where(goal_id=goal_id)))
            return room.file()

    def score(
        self, actor: Actor, meeting_id: MeetingId, goal_id: GoalId, score: int, by: Party | None = None
    ) -> MeetingFile:
        """How near the goal is today as somebody sees it; nobody named is the citizen, or the family together.

        Raises NotFound or ScoreOutOfRange.
        """
        with in_room(self._office, actor, meeting_id, "score") as room:
            _check_goal(room, goal_id)
            new = score_to_store(room.tx, scored(goal_id, score, room.tx.today, by))
            if new.id:
                room.journal.save(new)
            else:
                room.journal.add(new)
            return room.file()


def _write_into_plan(room: Room, kind: NoteKind, words: str, item_id: AgendaItemId | None) -> None:
    """What was agreed becomes an agreement, what the meeting cannot grant a pending decision; of the item's theme."""
    subject_id, meeting_id = room.meeting.subject_id, room.meeting.id
    theme_id = room.tx.of(AgendaItem).get(item_id).theme_id if item_id is not None else None
    if kind is NoteKind.AGREED:
        promise = rules.Promise(words, theme_id=theme_id)
        room.journal.add(rules.promised(room.tx.new_uid(), subject_id, promise, room.tx.today, meeting_id))
    if kind is NoteKind.TO_DECIDE:
        question = rules.Question(words, theme_id=theme_id)
        room.journal.add(rules.asked(room.tx.new_uid(), subject_id, question, meeting_id))


def _take_out_of_plan(room: Room, note: MeetingNote) -> None:
    kinds: dict[NoteKind, type[Agreement | PendingDecision]]
    kinds = {NoteKind.AGREED: Agreement, NoteKind.TO_DECIDE: PendingDecision}
    if note.kind in kinds:
        made = room.tx.of(kinds[note.kind]).where(meeting_id=note.meeting_id, what=note.text)
        for bare in [each for each in made if each.is_bare][:1]:
            room.journal.remove(bare)


def _check_item(room: Room, agenda_item_id: AgendaItemId | None) -> None:
    if agenda_item_id is not None and room.tx.of(AgendaItem).get(agenda_item_id).meeting_id != room.meeting.id:
        raise NotFound("agenda_item", str(agenda_item_id))


def _own(room: Room, thing: Owned) -> Owned:
    """The thing, when it is about the meeting's subject."""
    if thing.subject_id != room.meeting.subject_id:
        raise NotFound("subject", str(thing.subject_id))
    return thing


def _plan(room: Room) -> JointPlan:
    subject_id = room.meeting.subject_id
    return open_plan(room.tx, subject_id) or room.journal.add(empty_plan(room.tx, subject_id))


def _check_goal(room: Room, goal_id: GoalId) -> None:
    plan = open_plan(room.tx, room.meeting.subject_id)
    if plan is None or room.tx.of(Goal).get(goal_id).plan_id != plan.id:
        raise NotFound("goal", str(goal_id))
