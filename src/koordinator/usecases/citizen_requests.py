"""What a citizen asks about their own data: noted, answered, and kept (see `domain.citizen_request`)."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen
from koordinator.domain.citizen_request import (
    CitizenRequest,
    RequestKind,
    RequestOutcome,
    checked_request,
    settled,
    waiting_for_access,
)
from koordinator.domain.ids import CitizenId, RowId
from koordinator.domain.organisation import Employee
from koordinator.domain.setting import Setting, SettingKey, value_on
from koordinator.usecases.ports import Office, Transaction


@dataclass(frozen=True, slots=True)
class RequestShelf:
    """What the citizen has asked, the newest first; `name` is the citizen's, `sender` who an answer is from."""

    citizen_id: CitizenId
    name: str
    sender: str
    requests: tuple[CitizenRequest, ...]
    today: date


class CitizenRequests:
    """Noting and settling give what there is to see afterwards."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def open(self, actor: Actor, citizen_id: CitizenId) -> RequestShelf:
        """What the citizen has asked until now. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_REQUESTS) as tx:
            citizen = tx.of(Citizen).get(citizen_id)
            tx.about("citizen", citizen_id, citizen.subject_id, "seen=1")
            return _shelf(tx, actor, citizen)

    def note(self, actor: Actor, citizen_id: CitizenId, kind: RequestKind, words: str, asked_on: date) -> RequestShelf:
        """Notes what the citizen asks, in their own words. Raises NotFound, and what `checked_request` raises."""
        with self._office.act(actor, Action.EDIT_REQUESTS) as tx:
            citizen = tx.of(Citizen).get(citizen_id)
            made = CitizenRequest(RowId(0), citizen_id, kind, words, asked_on, actor.employee_id, tx.now)
            kept = tx.of(CitizenRequest).add(checked_request(made, tx.today))
            tx.about("citizen_request", kept.id, citizen.subject_id, kind)
            return _shelf(tx, actor, citizen)

    def settle(self, actor: Actor, request_id: RowId, outcome: RequestOutcome, answer: str) -> RequestShelf:
        """Keeps what came of it and what the citizen is told. Raises NotFound, and what `settled` raises."""
        with self._office.act(actor, Action.EDIT_REQUESTS) as tx:
            request = tx.of(CitizenRequest).get(request_id)
            citizen = tx.of(Citizen).get(request.citizen_id)
            tx.about("citizen_request", request_id, citizen.subject_id, f"{request.kind} {outcome}")
            tx.of(CitizenRequest).save(settled(request, outcome, answer, actor.employee_id, tx.today))
            return _shelf(tx, actor, citizen)

    def access_given(self, actor: Actor, citizen_id: CitizenId) -> tuple[CitizenRequest, ...]:
        """Settles what the citizen has asked to see, each for itself: they have been given it today. Gives those.

        Raises NotFound.
        """
        waiting = waiting_for_access(self.open(actor, citizen_id).requests)
        for each in waiting:
            self.settle(actor, each.id, RequestOutcome.DONE, "")
        return waiting


def _shelf(tx: Transaction, actor: Actor, citizen: Citizen) -> RequestShelf:
    requests = tx.of(CitizenRequest).where(order_by="asked_on", citizen_id=citizen.id)
    municipality = value_on(tx.of(Setting).where(), SettingKey.MUNICIPALITY, tx.today)
    sender = "\n".join(filter(None, (tx.of(Employee).get(actor.employee_id).name, municipality)))
    return RequestShelf(citizen.id, citizen.name, sender, tuple(reversed(requests)), tx.today)
