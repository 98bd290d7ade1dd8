"""Table of what was decided about others in a citizen's right of access. A decision is added, never changed."""

from koordinator.domain.right_of_access import AccessVerdict, OtherKind
from koordinator.storage.columns import also, code, moment, number, refers, table, text
from koordinator.storage.dialect import refuse
from koordinator.storage.tables.unchanging import changed

ACCESS_DECISION = table(
    "access_decision",
    refers("citizen_id", "citizen"),
    code("kind", OtherKind),
    number("thing_id"),
    text("name"),
    code("verdict", AccessVerdict),
    text("reason"),
    refers("decided_by_id", "employee"),
    moment("decided_at"),
)
# Who decided may turn out to be two entries of one colleague.
_AS_DECIDED = ("citizen_id", "kind", "thing_id", "name", "verdict", "reason", "decided_at")
also(ACCESS_DECISION, refuse("access_decision_stays", "UPDATE", "access_decision", changed(_AS_DECIDED)))
