"""Tables of the organisation and of the municipality's own values."""

from sqlalchemy import UniqueConstraint

from koordinator.domain.organisation import Role, TeamKind
from koordinator.domain.setting import SettingKey
from koordinator.storage.columns import (
    blob,
    code,
    day,
    flag,
    may_refer,
    moment,
    number,
    optional_day,
    optional_number,
    period,
    refers,
    table,
    text,
    version,
)

DEPARTMENT = table("department", text("name"), optional_day("valid_from"), optional_day("valid_until"), version())
TEAM = table(
    "team",
    may_refer("department_id", "department"),
    text("name"),
    code("kind", TeamKind),
    flag("confirmed"),
    may_refer("merged_into_id", "team"),
    version(),
)
EMPLOYEE = table(
    "employee",
    text("name"),
    text("email"),
    text("phone"),
    text("phone_hours"),
    text("title"),
    flag("confirmed"),
    may_refer("merged_into_id", "employee"),
    version(),
)
TEAM_MEMBERSHIP = table(
    "team_membership", refers("employee_id", "employee"), refers("team_id", "team"), *period(), number("share_percent")
)
AUTHORITY_PERIOD = table("authority_period", refers("employee_id", "employee"), *period())
ROLE_PERIOD = table("role_period", refers("employee_id", "employee"), code("role", Role), *period())
THEME = table(
    "theme",
    text("key"),
    text("name"),
    number("position"),
    flag("is_general"),
    optional_day("retired_on"),
    version(),
    UniqueConstraint("key"),
)
OWN_WORD = table(
    "own_word", text("word"), moment("added_at"), refers("added_by_id", "employee"), UniqueConstraint("word")
)
LOGO = table(
    "logo",
    blob("content"),
    number("width"),
    number("height"),
    moment("added_at"),
    refers("added_by_id", "employee"),
)
SETTING = table("setting", code("key", SettingKey), text("value"), day("from_on"))
DRAFT = table(
    "draft",
    refers("author_id", "employee"),
    text("kind"),
    number("thing_id"),
    text("field"),
    number("base_version"),
    text("text"),
    moment("saved_at"),
    UniqueConstraint("author_id", "kind", "thing_id", "field"),
)
PLAN_TYPE = table(
    "plan_type",
    text("key"),
    text("name"),
    text("legal_basis"),
    optional_number("first_follow_up_months"),
    optional_number("follow_up_months"),
    text("must_hold"),
    text("source"),
    flag("is_joint"),
    *period(),
    version(),
    UniqueConstraint("key", "from_on"),
)
