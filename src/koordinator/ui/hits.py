"""What the search finds, as lines under the search box."""

from collections.abc import Callable, Sequence
from typing import Final

from koordinator.domain.citizen import SubjectKind
from koordinator.domain.search import HitKind, SearchHit
from koordinator.texts.search import hit_detail
from koordinator.ui.desk import Desk
from koordinator.ui.widgets.hit import Hit

_PAGES: Final = {SubjectKind.CITIZEN: "citizen", SubjectKind.FAMILY: "family"}
_ICONS: Final = {
    HitKind.CITIZEN: "user",
    HitKind.FAMILY: "users",
    HitKind.CASE_FILE: "folder-open",
    HitKind.AGREEMENT: "handshake",
}
_TABS: Final = {HitKind.CASE_FILE: "overview", HitKind.AGREEMENT: "plan"}


def finder(desk: Desk) -> Callable[[str], Sequence[Hit]]:
    """The search of the desk; called on the database worker."""
    return lambda text: tuple(map(as_line, desk.services.search.hits(desk.actor, text)))


def settler(desk: Desk) -> Callable[[str], object]:
    """Logs the desk's search; called on the database worker."""
    return lambda text: desk.services.search.settle(desk.actor, text)


def as_line(hit: SearchHit) -> Hit:
    """A case leads to its citizen's overview, an agreement to its citizen's or family's plan."""
    tab = _TABS.get(hit.kind)
    key: object = hit.owner_id if tab is None else (hit.owner_id, tab)
    return Hit(_PAGES[hit.owner_kind], key, hit.title, hit_detail(hit), _ICONS[hit.kind])
