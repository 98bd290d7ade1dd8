"""The fast sagsbehandler: offered to every citizen, who has one, does not want one, or is missing one."""

from dataclasses import replace

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen, PrimaryCaseworkerPeriod, PrimaryCaseworkerWish
from koordinator.domain.codes import GrantKind
from koordinator.domain.ids import CitizenId, EmployeeId, RowId
from koordinator.domain.organisation import Employee
from koordinator.usecases.handed_on import end_handover_of_nothing
from koordinator.usecases.periods import end_open
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.taking import tell_holders


class PrimaryCaseworkers:
    """The use cases of the fast sagsbehandler."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def choose(self, actor: Actor, citizen_id: CitizenId, employee_id: EmployeeId) -> PrimaryCaseworkerPeriod:
        """The employee is the citizen's fast sagsbehandler from today. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_CITIZEN) as tx:
            employee = tx.of(Employee).get(employee_id)
            citizen = _wishing(tx, citizen_id, PrimaryCaseworkerWish.WANTED)
            tx.about("citizen", citizen.id, citizen.subject_id, f"primary_caseworker={employee.id}")
            now = tx.of(PrimaryCaseworkerPeriod).find(citizen_id=citizen_id, until_on=None)
            if now is not None and now.employee_id == employee.id:
                return now
            losing = (now.employee_id,) if now is not None else ()
            tell_holders(tx, actor, citizen.subject_id, GrantKind.CHOSEN, losing)
            end_open(tx, PrimaryCaseworkerPeriod, tx.today, citizen_id=citizen_id)
            new = PrimaryCaseworkerPeriod(RowId(0), citizen_id, employee.id, tx.today)
            stored = tx.of(PrimaryCaseworkerPeriod).add(new)
            end_handover_of_nothing(tx, citizen.subject_id)
            return stored

    def choose_for_all(
        self, actor: Actor, citizen_ids: tuple[CitizenId, ...], employee_id: EmployeeId
    ) -> tuple[PrimaryCaseworkerPeriod, ...]:
        """The employee is the fast sagsbehandler of all of them, siblings as a rule, each with an entry in the log.

        Raises NotFound.
        """
        return tuple(self.choose(actor, citizen_id, employee_id) for citizen_id in citizen_ids)

    def note_wish(self, actor: Actor, citizen_id: CitizenId, wish: PrimaryCaseworkerWish) -> Citizen:
        """The citizen's answer to the offer; who does not want one has none from today, and whoever was it is told.

        Raises NotFound.
        """
        with self._office.act(actor, Action.EDIT_CITIZEN) as tx:
            citizen = _wishing(tx, citizen_id, wish)
            now = tx.of(PrimaryCaseworkerPeriod).find(citizen_id=citizen_id, until_on=None)
            if now is not None and wish is PrimaryCaseworkerWish.NOT_WANTED:
                tell_holders(tx, actor, citizen.subject_id, GrantKind.ENDED, (now.employee_id,))
                end_open(tx, PrimaryCaseworkerPeriod, tx.today, citizen_id=citizen_id)
                end_handover_of_nothing(tx, citizen.subject_id)
            tx.about("citizen", citizen.id, citizen.subject_id, f"wish={wish}")
            return citizen


def _wishing(tx: Transaction, citizen_id: CitizenId, wish: PrimaryCaseworkerWish) -> Citizen:
    citizen = tx.of(Citizen).get(citizen_id)
    if citizen.primary_caseworker_wish is wish:
        return citizen
    return tx.of(Citizen).save(replace(citizen, primary_caseworker_wish=wish))
