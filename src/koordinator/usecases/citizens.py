"""A citizen's own page and master data. Every look is logged before anything is shown."""

from dataclasses import replace

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen, CprTaken, Subject, SubjectKind
from koordinator.domain.citizen_rules import checked_citizen
from koordinator.domain.cpr import CprNumber, birth_date_of
from koordinator.domain.ids import CitizenId, SubjectId
from koordinator.usecases.citizen_file import CitizenFile, load_citizen_file
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.subject_people import name_if_seen


class Citizens:
    """The use cases of one citizen."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def open(self, actor: Actor, citizen_id: CitizenId) -> CitizenFile:
        """Everything that the citizen's page shows. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_CITIZEN) as tx:
            citizen = tx.of(Citizen).get(citizen_id)
            tx.about("citizen", citizen.id, citizen.subject_id)
            return load_citizen_file(tx, citizen)

    def show_cpr(self, actor: Actor, citizen_id: CitizenId) -> CprNumber:
        """The whole CPR number, which is masked until somebody asks. Raises NotFound."""
        with self._office.act(actor, Action.SHOW_CPR) as tx:
            citizen = tx.of(Citizen).get(citizen_id)
            tx.about("citizen", citizen.id, citizen.subject_id)
            return CprNumber(citizen.cpr)

    def save(self, actor: Actor, citizen: Citizen) -> Citizen:
        """Makes a citizen (key 0) or changes the master data; with another CPR number comes its date of birth.

        Raises CprTaken, BadCpr, FieldMissing, FieldTooLong, UnusableCharacter or StaleVersion.
        """
        with self._office.act(actor, Action.EDIT_CITIZEN) as tx:
            checked = checked_citizen(_born_by_own_number(tx, citizen), tx.today)
            _check_cpr_is_free(tx, actor, checked)
            saved = tx.of(Citizen).save(checked) if checked.id else _added(tx, checked)
            tx.about("citizen", saved.id, saved.subject_id)
            return saved


def new_citizen(name: str = "", cpr: str = "") -> Citizen:
    """A citizen who is not stored yet."""
    return Citizen(CitizenId(0), "", SubjectId(0), cpr, name)


def _added(tx: Transaction, citizen: Citizen) -> Citizen:
    subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.CITIZEN))
    return tx.of(Citizen).add(replace(citizen, uid=tx.new_uid(), subject_id=subject.id))


def _born_by_own_number(tx: Transaction, citizen: Citizen) -> Citizen:
    """A date of birth that was read out of the number before is not kept with another one."""
    before = tx.of(Citizen).find(id=citizen.id) if citizen.id else None
    if before is None or not before.cpr or before.cpr == citizen.cpr:
        return citizen
    was_read = citizen.born_on == birth_date_of(CprNumber(before.cpr))
    return replace(citizen, born_on=None) if was_read else citizen


def _check_cpr_is_free(tx: Transaction, actor: Actor, citizen: Citizen) -> None:
    other_id = tx.search.citizen_with(CprNumber(citizen.cpr)) if citizen.cpr else None
    if other_id not in (None, citizen.id):
        raise CprTaken(name_if_seen(tx, actor, tx.of(Citizen).get(other_id)))
