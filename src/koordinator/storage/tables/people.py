"""Tables of citizens, families and what is registered round them."""

from sqlalchemy import Index, UniqueConstraint

from koordinator.domain.citizen import (
    FamilyRole,
    LeaveReason,
    PreferredContact,
    PrimaryCaseworkerWish,
    RelationKind,
    SubjectKind,
)
from koordinator.domain.register import ApplicationKind, CaseStatus, Closeness, ContactKind, PlanRelation
from koordinator.storage.columns import (
    code,
    day,
    flag,
    may_refer,
    number,
    one_recipient,
    optional_code,
    optional_day,
    optional_moment,
    party_keys,
    period,
    refers,
    table,
    text,
    uid,
    version,
)

SUBJECT = table("subject", code("kind", SubjectKind))
CITIZEN = table(
    "citizen",
    uid(),
    refers("subject_id", "subject"),
    text("cpr"),
    text("name"),
    optional_day("born_on"),
    text("address"),
    text("postal_code"),
    text("city"),
    text("phone"),
    text("email"),
    code("preferred_contact", PreferredContact),
    text("language"),
    flag("needs_interpreter"),
    flag("protected_address"),
    flag("digital_post_exempt"),
    code("primary_caseworker_wish", PrimaryCaseworkerWish),
    version(),
    # The log goes on naming the keys of those who were deleted.
    never_again=True,
)
Index("ux_citizen_cpr", CITIZEN.c.cpr, unique=True, sqlite_where=CITIZEN.c.cpr != "")
FAMILY = table("family", uid(), refers("subject_id", "subject"), text("name"), version(), never_again=True)
FAMILY_MEMBERSHIP = table(
    "family_membership",
    refers("family_id", "family"),
    refers("citizen_id", "citizen"),
    code("role", FamilyRole),
    *period(),
    optional_code("left_because", LeaveReason),
)
Index(
    "ux_family_membership_open",
    FAMILY_MEMBERSHIP.c.citizen_id,
    unique=True,
    sqlite_where=FAMILY_MEMBERSHIP.c.until_on.is_(None),
)
RELATION = table(
    "relation",
    refers("citizen_id", "citizen"),
    refers("other_citizen_id", "citizen"),
    code("kind", RelationKind),
    UniqueConstraint("citizen_id", "other_citizen_id", "kind"),
)
PRIMARY_CASEWORKER_PERIOD = table(
    "primary_caseworker_period", refers("citizen_id", "citizen"), refers("employee_id", "employee"), *period()
)
Index(
    "ux_primary_caseworker_open",
    PRIMARY_CASEWORKER_PERIOD.c.citizen_id,
    unique=True,
    sqlite_where=PRIMARY_CASEWORKER_PERIOD.c.until_on.is_(None),
)
CASE_FILE = table(
    "case_file",
    text("number"),
    refers("citizen_id", "citizen"),
    refers("department_id", "department"),
    may_refer("team_id", "team"),
    may_refer("caseworker_id", "employee"),
    text("title"),
    text("legal_basis"),
    code("status", CaseStatus),
    optional_day("opened_on"),
    optional_day("registered_on"),
    optional_day("deadline_on"),
    code("application", ApplicationKind),
    optional_day("received_on"),
    optional_day("answer_due_on"),
    optional_day("answered_on"),
    text("note"),
    version(),
    UniqueConstraint("number"),
)
EFFORT = table(
    "effort",
    refers("citizen_id", "citizen"),
    text("name"),
    text("purpose"),
    text("provider"),
    may_refer("department_id", "department"),
    may_refer("case_file_id", "case_file"),
    text("legal_basis"),
    text("amount"),
    text("paid_by"),
    optional_day("from_on"),
    optional_day("until_on"),
    may_refer("theme_id", "theme"),
    number("position"),
    version(),
)
EFFORT_GOAL = table(
    "effort_goal", refers("effort_id", "effort"), refers("goal_id", "goal"), UniqueConstraint("effort_id", "goal_id")
)
OTHER_PLAN = table(
    "other_plan",
    refers("citizen_id", "citizen"),
    text("title"),
    text("owner"),
    text("goal"),
    text("plan_type"),
    text("legal_basis"),
    code("relation", PlanRelation),
    optional_day("from_on"),
    optional_day("until_on"),
    optional_day("follow_up_on"),
    version(),
    # Counts go on naming the keys of those that were deleted.
    never_again=True,
)
CONTACT_PERSON = table(
    "contact_person",
    refers("citizen_id", "citizen"),
    text("name"),
    code("kind", ContactKind),
    may_refer("employee_id", "employee"),
    may_refer("department_id", "department"),
    text("organisation"),
    text("role"),
    text("helps_with"),
    text("phone"),
    text("phone_hours"),
    text("email"),
    code("closeness", Closeness),
    flag("on_paper"),
    optional_day("registered_on"),
    optional_day("from_on"),
    optional_day("until_on"),
    version(),
)
TAKEN_QUESTION = table(
    "taken_question",
    refers("subject_id", "subject"),
    text("key"),
    text("title"),
    day("taken_on"),
    refers("taken_by_id", "employee"),
    may_refer("meeting_id", "meeting"),
    version(),
)
CONSENT = table(
    "consent",
    refers("citizen_id", "citizen"),
    text("purpose"),
    text("shared_with"),
    text("text"),
    text("not_covered"),
    text("legal_basis"),
    text("basis_reason"),
    text("given_by"),
    flag("all_invited"),
    optional_day("from_on"),
    optional_day("until_on"),
    optional_moment("given_at"),
    optional_moment("withdrawn_at"),
    version(),
)
CONSENT_PARTY = table(
    "consent_party",
    refers("consent_id", "consent"),
    *party_keys(),
    may_refer("department_id", "department"),
    one_recipient(),
)
CONSENT_EXCEPTION = table(
    "consent_exception",
    refers("consent_id", "consent"),
    *party_keys(),
    may_refer("department_id", "department"),
    may_refer("theme_id", "theme"),
    one_recipient(),
)
