"""What is being typed, in the database within a second: no version and no audit entry until it is made a change."""

from koordinator.domain.access import Actor
from koordinator.domain.draft import Draft, DraftPlace
from koordinator.domain.ids import RowId
from koordinator.domain.limits import LONG
from koordinator.usecases.ports import Office, Transaction

KEPT_CHARACTERS = 10 * LONG
"""A draft may be over its field's limit (the person has yet to shorten it), but not without end."""


class Drafts:
    """Drafts of one author each, known by where it is typed."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def keep(self, actor: Actor, place: DraftPlace, text: str, *, base_version: int = 0) -> Draft:
        """The text as it stands in the field now, in place of an earlier one; `base_version` is what it changes."""
        kept = storable(text)
        with self._office.aside() as tx:
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


def storable(text: str) -> str:
    """The text as it can be stored: what no database holds (half characters, NUL) left out, and not without end."""
    clean = text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
    return clean[:KEPT_CHARACTERS]


def _find(tx: Transaction, actor: Actor, place: DraftPlace) -> Draft | None:
    return tx.of(Draft).find(author_id=actor.employee_id, kind=place.kind, thing_id=place.thing_id, field=place.field)
