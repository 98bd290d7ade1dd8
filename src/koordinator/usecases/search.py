"""Searching: hits while somebody types, and one audit entry when the search has settled."""

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor, require
from koordinator.domain.cpr import CprNumber, masked_cpr
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import CitizenId
from koordinator.domain.search import SearchHit
from koordinator.usecases.ports import Office


class Searching:
    """The search over everything."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def hits(self, actor: Actor, text: str) -> tuple[SearchHit, ...]:
        """What the text finds so far. Not logged: `settle` is, once the typing has stopped. Raises NotAllowed."""
        require(actor, Action.SEARCH)
        with self._office.glance() as view:
            return view.search.hits(text, view.seen_by(actor, Action.SEARCH))

    def settle(self, actor: Actor, text: str) -> tuple[SearchHit, ...]:
        """The same, logged as one search: before a hit is opened, and when the box is left with hits in it."""
        with self._office.act(actor, Action.SEARCH) as tx:
            hits = tx.search.hits(text, tx.seen_by(actor, Action.SEARCH))
            tx.about("search", 0, codes=f"hits={len(hits)}")
            tx.searched_for(text.strip()[: limits.SHORT])
            return hits

    def citizen_with(self, actor: Actor, cpr: CprNumber) -> CitizenId:
        """The citizen with the CPR number, for an action that is logged itself. Raises NotFound."""
        require(actor, Action.SEARCH)
        with self._office.glance() as view:
            citizen_id = view.search.citizen_with(cpr)
        if citizen_id is None:
            raise NotFound("citizen", masked_cpr(cpr))
        return citizen_id
