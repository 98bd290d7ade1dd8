"""Tables of the course, the meeting, the plan and the papers."""

from sqlalchemy import Index, UniqueConstraint

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.course import EndReason
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.meeting import (
    AgendaKind,
    Attendance,
    InvitationAnswer,
    MeetingKind,
    MeetingStatus,
    NoteKind,
    PlaceKind,
)
from koordinator.domain.paper import HandoutWay, PaperKind, Reader
from koordinator.storage.columns import (
    answers,
    blob,
    clock,
    code,
    day,
    flag,
    may_refer,
    moment,
    number,
    optional_clock,
    optional_code,
    optional_day,
    optional_moment,
    optional_number,
    party_keys,
    period,
    refers,
    step,
    table,
    text,
    uid,
    version,
)

COURSE = table(
    "course",
    uid(),
    refers("subject_id", "subject"),
    *period(),
    optional_code("end_reason", EndReason),
    text("citizens_word"),
    text("call_afterwards"),
    version(),
)
STEP_PERIOD = table(
    "step_period",
    refers("subject_id", "subject"),
    refers("course_id", "course"),
    step("step"),
    *period(),
    may_refer("assessment_id", "assessment"),
)
COORDINATOR_PERIOD = table(
    "coordinator_period",
    refers("subject_id", "subject"),
    refers("course_id", "course"),
    refers("employee_id", "employee"),
    *period(),
)
for _table in (COURSE, STEP_PERIOD, COORDINATOR_PERIOD):
    Index(f"ux_{_table.name}_open", _table.c.subject_id, unique=True, sqlite_where=_table.c.until_on.is_(None))

MEETING = table(
    "meeting",
    uid(),
    refers("subject_id", "subject"),
    may_refer("course_id", "course"),
    code("kind", MeetingKind),
    code("status", MeetingStatus),
    day("starts_on"),
    clock("starts_clock"),
    number("duration_minutes"),
    code("place_kind", PlaceKind),
    text("place"),
    may_refer("coordinator_id", "employee"),
    may_refer("team_id", "team"),
    may_refer("department_id", "department"),
    step("step", nullable=True),
    may_refer("chair_id", "employee"),
    may_refer("minute_taker_id", "employee"),
    flag("citizen_took_part"),
    text("without_citizen_reason"),
    number("calendar_sequence"),
    optional_moment("invited_at"),
    text("cancel_reason"),
    optional_moment("opened_at"),
    optional_moment("closed_at"),
    text("summary"),
    flag("summary_read"),
    flag("evaluation_asked"),
    optional_number("evaluation_heard"),
    optional_number("evaluation_makes_sense"),
    optional_number("evaluation_same_direction"),
    may_refer("next_meeting_id", "meeting"),
    optional_day("planned_on"),
    optional_number("paper_days"),
    version(),
)
Index("ix_meeting_starts", MEETING.c.starts_on, MEETING.c.status)
PREPARATION = table(
    "preparation",
    refers("meeting_id", "meeting"),
    text("wants_to_discuss"),
    text("wants_present"),
    text("wants_absent"),
    text("must_not_be_discussed"),
    text("place_wish"),
    optional_code("place_kind", PlaceKind),
    optional_day("prepared_on"),
    version(),
)
MEETING_MOVE = table(
    "meeting_move",
    refers("meeting_id", "meeting"),
    day("from_starts_on"),
    clock("from_starts_clock"),
    text("reason"),
    moment("moved_at"),
)
PARTICIPANT = table(
    "participant",
    refers("meeting_id", "meeting"),
    *party_keys(),
    code("answer", InvitationAnswer),
    text("answer_note"),
    optional_moment("invited_at"),
    code("attendance", Attendance),
    optional_clock("arrived_clock"),
    optional_clock("left_clock"),
    text("written_contribution"),
    version(),
)
AGENDA_ITEM = table(
    "agenda_item",
    refers("meeting_id", "meeting"),
    number("position"),
    code("kind", AgendaKind),
    text("title"),
    number("minutes"),
    flag("done"),
    may_refer("theme_id", "theme"),
    may_refer("presenter_id", "participant"),
    text("origin"),
    version(),
)
MEETING_NOTE = table(
    "meeting_note",
    refers("meeting_id", "meeting"),
    may_refer("agenda_item_id", "agenda_item"),
    code("kind", NoteKind),
    text("text"),
    refers("author_id", "employee"),
    moment("written_at"),
    number("order_key"),
    flag("private"),
    flag("removed"),
    flag("was_said"),
    version(),
)
MEETING_OPERATION = table(
    "meeting_operation",
    refers("meeting_id", "meeting"),
    number("sequence"),
    number("act"),
    text("row_kind"),
    number("row_id"),
    text("before"),
    text("after"),
    flag("undone"),
    UniqueConstraint("meeting_id", "sequence"),
)
MINUTES_VERSION = table(
    "minutes_version",
    refers("meeting_id", "meeting"),
    refers("subject_id", "subject"),
    number("number"),
    text("content"),
    number("schema_number"),
    text("sha256"),
    moment("made_at"),
    refers("made_by_id", "employee"),
    text("correction"),
    UniqueConstraint("meeting_id", "number"),
)
JOINT_PLAN = table(
    "joint_plan",
    uid(),
    refers("subject_id", "subject"),
    may_refer("course_id", "course"),
    text("plan_type"),
    text("legal_basis"),
    text("own_words"),
    text("must_not_be_lost"),
    text("strengths"),
    text("challenges"),
    text("disagreements"),
    text("own_contribution"),
    text("relatives_contribution"),
    optional_day("from_on"),
    optional_day("review_on"),
    optional_day("ended_on"),
    may_refer("consent_id", "consent"),
    version(),
)
Index("ux_joint_plan_open", JOINT_PLAN.c.subject_id, unique=True, sqlite_where=JOINT_PLAN.c.ended_on.is_(None))
GOAL = table(
    "goal",
    uid(),
    refers("plan_id", "joint_plan"),
    number("position"),
    text("title"),
    text("citizens_wording"),
    text("own_part"),
    text("practising"),
    may_refer("citizen_id", "citizen"),
    code("status", GoalStatus),
    may_refer("theme_id", "theme"),
    version(),
)
MEMBER_PART = table(
    "member_part",
    refers("plan_id", "joint_plan"),
    refers("citizen_id", "citizen"),
    text("own_words"),
    text("strengths"),
    text("challenges"),
    text("own_contribution"),
    version(),
    UniqueConstraint("plan_id", "citizen_id"),
)
VIEWPOINT = table(
    "viewpoint",
    refers("plan_id", "joint_plan"),
    number("position"),
    text("about"),
    text("says"),
    may_refer("member_id", "citizen"),
    *party_keys(),
    version(),
)
SUBGOAL = table(
    "subgoal", refers("goal_id", "goal"), number("position"), text("title"), optional_day("reached_on"), version()
)
GOAL_SCORE = table("goal_score", refers("goal_id", "goal"), day("scored_on"), number("score"), *party_keys())
THEME_SCORE = table(
    "theme_score",
    refers("plan_id", "joint_plan"),
    refers("theme_id", "theme"),
    day("scored_on"),
    number("score"),
    *party_keys(),
)
PLAN_VERSION = table(
    "plan_version",
    refers("plan_id", "joint_plan"),
    refers("subject_id", "subject"),
    number("number"),
    text("content"),
    number("schema_number"),
    text("sha256"),
    flag("has_common_goal"),
    moment("approved_at"),
    refers("approved_by_id", "employee"),
    *period(),
    UniqueConstraint("plan_id", "number"),
)
AGREEMENT = table(
    "agreement",
    uid(),
    refers("subject_id", "subject"),
    text("what"),
    day("made_on"),
    *party_keys(),
    optional_day("due_on"),
    text("rhythm"),
    may_refer("meeting_id", "meeting"),
    may_refer("goal_id", "goal"),
    code("status", AgreementStatus),
    optional_day("settled_on"),
    text("not_done_reason"),
    number("times_carried"),
    may_refer("carried_meeting_id", "meeting"),
    may_refer("theme_id", "theme"),
    may_refer("member_id", "citizen"),
    version(),
)
Index("ix_agreement_due", AGREEMENT.c.status, AGREEMENT.c.due_on)
PENDING_DECISION = table(
    "pending_decision",
    uid(),
    refers("subject_id", "subject"),
    text("what"),
    may_refer("department_id", "department"),
    may_refer("employee_id", "employee"),
    optional_day("answer_by_on"),
    may_refer("meeting_id", "meeting"),
    text("outcome"),
    optional_day("outcome_on"),
    may_refer("theme_id", "theme"),
    may_refer("member_id", "citizen"),
    version(),
)
PAPER = table(
    "paper",
    uid(),
    refers("subject_id", "subject"),
    code("kind", PaperKind),
    code("reader", Reader),
    text("file_name"),
    text("sha256"),
    moment("made_at"),
    refers("made_by_id", "employee"),
    may_refer("meeting_id", "meeting"),
    may_refer("plan_version_id", "plan_version"),
    text("made_for"),
    optional_number("number"),
    text("mark"),
    Index("ix_paper_sha256", "sha256"),
    Index("ix_paper_mark", "mark"),
)
PAPER_CONTENT = table("paper_content", refers("paper_id", "paper"), blob("content"), UniqueConstraint("paper_id"))
HANDOUT = table(
    "handout",
    refers("subject_id", "subject"),
    text("recipient"),
    day("handed_on"),
    code("way", HandoutWay),
    refers("noted_by_id", "employee"),
    may_refer("plan_version_id", "plan_version"),
    may_refer("paper_id", "paper"),
    optional_moment("withdrawn_at"),
    text("withdrawn_because"),
)
ASSESSMENT_MODEL = table(
    "assessment_model",
    text("key"),
    text("model_version"),
    text("text"),
    day("from_on"),
    optional_day("withdrawn_on"),
    text("withdrawn_because"),
    UniqueConstraint("key", "model_version"),
)
Index(
    "ux_assessment_model_from",
    ASSESSMENT_MODEL.c.from_on,
    unique=True,
    sqlite_where=ASSESSMENT_MODEL.c.withdrawn_on.is_(None),
)
MODEL_DRAFT = table(
    "model_draft",
    text("text"),
    may_refer("based_on_id", "assessment_model"),
    refers("saved_by_id", "employee"),
    moment("saved_at"),
    version(),
)
# The whole texts stand last: what is read of a hundred thousand assessments lies before them on the disk.
ASSESSMENT = table(
    "assessment",
    refers("subject_id", "subject"),
    text("model_key"),
    text("model_version"),
    step("recommended_step", nullable=True),
    step("decided_step", nullable=True),
    optional_day("decided_on"),
    may_refer("decided_by_id", "employee"),
    optional_moment("locked_at"),
    answers("answers"),
    text("deviation_reason"),
    text("model_text"),
    text("snapshot"),
    text("sha256"),
    version(),
)
Index("ux_assessment_open", ASSESSMENT.c.subject_id, unique=True, sqlite_where=ASSESSMENT.c.locked_at.is_(None))
