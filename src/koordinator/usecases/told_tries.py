"""Wrong passphrases and codes come into the log: how many there were, never what was typed."""

from pathlib import Path

from koordinator.domain.access import Action, Actor
from koordinator.usecases.ports import Office
from koordinator.usecases.ports_keys import TriesShelf


class ToldTries:
    """Those before the database was open are told as soon as it is."""

    def __init__(self, office: Office, tries: TriesShelf, path: Path) -> None:
        self._office, self._tries, self._path = office, tries, path

    def tell(self, actor: Actor) -> None:
        """Logs what the log does not hold yet, if there is any; `actor` is who sits here now."""
        tries = self._tries.get(self._path)
        if tries.untold:
            with self._office.act(actor, Action.WRONG_TRY) as tx:
                tx.about("employee", actor.employee_id, codes=f"tries={tries.untold}")
            self._tries.put(self._path, tries._replace(untold=0))
