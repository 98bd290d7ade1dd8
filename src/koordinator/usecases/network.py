"""The network: seen, drawn and printed; its questions are taken up at the next meeting."""

from dataclasses import dataclass, replace
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.agenda import checked_item
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import AgendaItemId, RowId, SubjectId
from koordinator.domain.meeting import AgendaItem, AgendaKind, Meeting
from koordinator.domain.network_content import NetworkContent, TreeContent
from koordinator.domain.network_questions import TakenQuestion, checked_question
from koordinator.usecases.meetings import add_item
from koordinator.usecases.network_file import NetworkFile, load_network
from koordinator.usecases.plan_file import next_meeting
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_network import Drawn, NetworkSheets
from koordinator.usecases.ports_year_wheel import Colours

_MINUTES_A_QUESTION: Final = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question to be taken up: its key, and what is to stand on the agenda."""

    key: str
    title: str


class Network:
    """The use cases of the network of a citizen or a family."""

    def __init__(self, office: Office, sheets: NetworkSheets) -> None:
        self._office = office
        self._sheets = sheets

    def open(self, actor: Actor, subject_id: SubjectId) -> NetworkFile:
        """The network as it is today. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_CITIZEN) as tx:
            tx.about("subject", subject_id, subject_id, "network")
            return load_network(tx, subject_id)

    def take_up(self, actor: Actor, subject_id: SubjectId, wanted: Wanted) -> TakenQuestion:
        """The question stands on the next meeting's agenda; without a meeting it is kept until there is one.

        Once is enough: a question that is kept already stays as it is. Raises NotFound, FieldMissing, FieldTooLong
        or UnusableCharacter.
        """
        with self._office.act(actor, Action.TAKE_QUESTION) as tx:
            kept = tx.of(TakenQuestion).find(subject_id=subject_id, key=wanted.key, meeting_id=None)
            new = kept or _kept(tx, actor, subject_id, wanted)
            meeting = next_meeting(tx, subject_id)
            tx.about("subject", subject_id, subject_id, f"question={new.id} meeting={meeting.id if meeting else 0}")
            return _on_agenda(tx, new, meeting) if meeting is not None else new

    def take_up_waiting(self, actor: Actor, subject_id: SubjectId) -> Meeting:
        """The next meeting, with all that was kept for it and is still a question. Raises NotFound without one."""
        with self._office.act(actor, Action.TAKE_QUESTION) as tx:
            file = load_network(tx, subject_id)
            if file.next_meeting is None:
                raise NotFound("meeting", "")
            for taken in file.waiting:
                _on_agenda(tx, taken, file.next_meeting)
            tx.about("subject", subject_id, subject_id, f"questions={len(file.waiting)} meeting={file.next_meeting.id}")
            return file.next_meeting

    def picture(self, content: NetworkContent, colours: Colours) -> Drawn:
        """The picture for the screen; of what has been opened, so it is no look of its own."""
        return self._sheets.picture(content, colours)

    def timeline(self, content: NetworkContent, colours: Colours) -> Drawn:
        """The efforts on a time line, likewise."""
        return self._sheets.timeline(content, colours)

    def tree(self, tree: TreeContent, colours: Colours) -> Drawn:
        """The family tree, likewise."""
        return self._sheets.tree(tree, colours)


def _kept(tx: Transaction, actor: Actor, subject_id: SubjectId, wanted: Wanted) -> TakenQuestion:
    new = TakenQuestion(RowId(0), subject_id, wanted.key, wanted.title, tx.today, actor.employee_id)
    return tx.of(TakenQuestion).add(checked_question(new))


def _on_agenda(tx: Transaction, taken: TakenQuestion, meeting: Meeting) -> TakenQuestion:
    """Before the item about the next meeting; where the same words stand there already, they are enough."""
    items = tx.of(AgendaItem).where(meeting_id=meeting.id, order_by="position")
    if taken.title not in {item.title for item in items}:
        last = next((item.position for item in items if item.kind is AgendaKind.NEXT_MEETING), len(items) + 1)
        item = AgendaItem(AgendaItemId(0), meeting.id, last, AgendaKind.OTHER, taken.title, _MINUTES_A_QUESTION)
        add_item(tx, checked_item(item))
    return tx.of(TakenQuestion).save(replace(taken, meeting_id=meeting.id))
