"""Tables of who was given access: what was decided about others in a citizen's right of access, and to whom a citizen
was opened who did not work with them, or who took a part in who has them, with all who are told of it. They are added,
never changed.
"""

from koordinator.domain.codes import GrantKind
from koordinator.domain.right_of_access import AccessVerdict, OtherKind
from koordinator.storage.columns import also, code, moment, number, optional_moment, refers, table, text
from koordinator.storage.dialect import refuse
from koordinator.storage.tables.unchanging import OTHER_PERSON, changed, other_person

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

ACCESS_GRANT = table(
    "access_grant",
    refers("subject_id", "subject"),
    refers("employee_id", "employee"),
    text("reason"),
    moment("from_at"),
    moment("until_at"),
    code("kind", GrantKind),
)
_AS_GRANTED = ("subject_id", "kind", "reason", "from_at", "until_at")
also(
    ACCESS_GRANT,
    refuse(
        "access_grant_stays",
        "UPDATE",
        "access_grant",
        f"{changed(_AS_GRANTED)} OR ({OTHER_PERSON})",
    ),
)

TOLD_OF_GRANT = table(
    "told_of_grant",
    refers("grant_id", "access_grant"),
    refers("told_id", "employee"),
    optional_moment("seen_at"),
)
also(
    TOLD_OF_GRANT,
    refuse(
        "told_of_grant_stays",
        "UPDATE",
        "told_of_grant",
        f"{changed(('grant_id',))} OR ({other_person('told_id')}) "
        f"OR (OLD.seen_at IS NOT NULL AND {changed(('seen_at',))})",
    ),
)
