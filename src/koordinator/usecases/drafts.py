"""What is being typed, in the database within a second: no version and no audit entry until it is made a change."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Final, NamedTuple

from koordinator.domain.access import Action, Actor
from koordinator.domain.assessment import Assessment
from koordinator.domain.citizen import Citizen, Family, FamilyMembership
from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.errors import NoLongerHere, NotFound
from koordinator.domain.ids import RowId, SubjectId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.limits import LONG
from koordinator.domain.meeting import Meeting
from koordinator.domain.periods import holding_on
from koordinator.usecases.ports import Office, Transaction

KEPT_CHARACTERS = 10 * LONG
"""A draft may be over its field's limit (the person has yet to shorten it), but not without end."""


class _Home(NamedTuple):
    """What opens the page where a kind of thing is typed, and whom such a thing is about."""

    opened_by: Action
    subject_of: Callable[[Transaction, int], SubjectId]


class Drafts:
    """Drafts of one author each, known by where it is typed."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def keep(self, actor: Actor, place: DraftPlace, text: str, *, base_version: int = 0) -> Draft:
        """The text as it stands in the field now, in place of an earlier one; `base_version` is what it changes.

        Whoever may open the page where it is typed may. Raises NotAllowed, NotYours, and NoLongerHere where what it
        is of was deleted meanwhile.
        """
        kept = storable(text)
        with self._typing(actor, place) as tx:
            _name_subject(tx, place)
            old = _find(tx, actor, place)
            key = old.id if old else RowId(0)
            draft = Draft(key, actor.employee_id, place.kind, place.thing_id, place.field, base_version, kept, tx.now)
            return tx.of(Draft).save(draft) if old else tx.of(Draft).add(draft)

    def find(self, actor: Actor, place: DraftPlace) -> Draft | None:
        """The actor's own draft of the field, or None."""
        with self._office.aside() as tx:
            return _find(tx, actor, place)

    def clear(self, actor: Actor, place: DraftPlace) -> None:
        """Takes the draft away, once it has become a change or was given up."""
        with self._office.aside() as tx:
            draft = _find(tx, actor, place)
            if draft is not None:
                tx.of(Draft).remove(draft.id)

    def of_thing(self, actor: Actor, kind: str, thing_id: int) -> tuple[Draft, ...]:
        """The actor's drafts of one thing."""
        with self._office.aside() as tx:
            return tx.of(Draft).where(author_id=actor.employee_id, kind=kind, thing_id=thing_id)

    def _typing(self, actor: Actor, place: DraftPlace) -> AbstractContextManager[Transaction]:
        if place.kind in _OF_NOBODY:
            return self._office.aside()
        return self._office.quietly(actor, _HOMES[place.kind].opened_by)


def storable(text: str) -> str:
    """The text as it can be stored: what no database holds (half characters, NUL) left out, and not without end."""
    clean = text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
    return clean[:KEPT_CHARACTERS]


def _name_subject(tx: Transaction, place: DraftPlace) -> None:
    """Says whom the draft is about."""
    if place.kind in _OF_NOBODY:
        return
    try:
        subject_id = _HOMES[place.kind].subject_of(tx, place.thing_id)
    except NotFound:
        raise NoLongerHere(place.kind.removesuffix(_ROOM), str(place.thing_id)) from None
    tx.about(place.kind.removesuffix(_ROOM), place.thing_id, subject_id)


def _plans_subject(tx: Transaction, citizen_id: int) -> SubjectId:
    """A member's part is in the family's plan."""
    citizen = tx.of(Citizen).get(citizen_id)
    membership = holding_on(tx.of(FamilyMembership).where(citizen_id=citizen.id), tx.today)
    return citizen.subject_id if membership is None else tx.of(Family).get(membership.family_id).subject_id


def _find(tx: Transaction, actor: Actor, place: DraftPlace) -> Draft | None:
    return tx.of(Draft).find(author_id=actor.employee_id, kind=place.kind, thing_id=place.thing_id, field=place.field)


_ROOM: Final = "_room"
"""What is kept of the meeting's room stands under a word of its own."""
_OF_NOBODY: Final = frozenset({"letter_text", "self_test"})
_MEETING: Final = _Home(Action.OPEN_MEETING, lambda tx, key: tx.of(Meeting).get(key).subject_id)
_HOMES: Final[Mapping[str, _Home]] = {
    "assessment": _Home(Action.ASSESS, lambda tx, key: tx.of(Assessment).get(key).subject_id),
    "joint_plan": _Home(Action.EDIT_PLAN, lambda tx, key: tx.of(JointPlan).get(key).subject_id),
    "meeting": _MEETING,
    "meeting_room": _MEETING,
    "member_part": _Home(Action.EDIT_PLAN, _plans_subject),
}
