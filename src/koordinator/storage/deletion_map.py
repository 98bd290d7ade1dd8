"""What happens to each table when a citizen or a family is deleted; a test fails for a table that is not here.

A row goes when one of its links leads to a row that goes. Every other reference to what goes is let go of (set to
nothing). What ledelsestilsyn counts stays as a bare row of the subject's own: a key, days, a step, a colleague and
a team, under a new random id, with every text emptied. Nothing in it, or beside it, tells whose it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from koordinator.domain.deletion import DeletedKind
from koordinator.storage.tables.counting import APPLICATION, COUNTED_MEETING, LOCKED_ASSESSMENT, REPLACED_PLAN


@dataclass(frozen=True, slots=True)
class Bare:
    """Which of the subject's rows stay, and what of them. `changes` are SQL for columns that get another value.

    A column that is in neither is emptied.
    """

    where: str
    keeps: frozenset[str]
    changes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Goes:
    """The row goes with what one of its links (a column, and the table it leads to) names.

    `day` is the SQL column that says when it came, for what is open or not.
    """

    links: tuple[tuple[str, str], ...]
    bare: Bare | None = None


@dataclass(frozen=True, slots=True)
class Stays:
    """The table is not touched, and why that is right."""

    why: str


Fate = Goes | Stays


def _goes(*links: str, bare: Bare | None = None) -> Goes:
    """Each link as `column table`."""
    pairs = (link.split() for link in links)
    return Goes(tuple((column, table) for column, table in pairs), bare)


def _bare(where: str, keeps: str, **changes: str) -> Bare:
    return Bare(where, frozenset(("id", "subject_id", "version", *keeps.split())), changes)


_SUBJECT: Final = "subject_id subject"
_CITIZEN: Final = "citizen_id citizen"
_MEMBER: Final = "member_id citizen"
_CONTACT: Final = "contact_person_id contact_person"
_MEETING: Final = "meeting_id meeting"
_PLAN: Final = "plan_id joint_plan"
_NEW_UID: Final = "lower(hex(randomblob(16)))"
_OVER: Final = "COALESCE(until_on, max(from_on, :today))"
_EVER: Final = "TRUE"

FATES: Final[Mapping[str, Fate]] = {
    "citizen": _goes("id citizen"),
    "family": _goes("id family"),
    "family_membership": _goes(_CITIZEN, "family_id family"),
    "relation": _goes(_CITIZEN, "other_citizen_id citizen"),
    "primary_caseworker_period": _goes(_CITIZEN),
    "case_file": _goes(_CITIZEN),
    "effort": _goes(_CITIZEN),
    "other_plan": _goes(_CITIZEN),
    "contact_person": _goes(_CITIZEN),
    "consent": _goes(_CITIZEN),
    "consent_party": _goes("consent_id consent", _CITIZEN, _CONTACT),
    "consent_exception": _goes("consent_id consent", _CITIZEN, _CONTACT),
    "course": _goes(_SUBJECT, bare=_bare(_EVER, "from_on end_reason", uid=_NEW_UID, until_on=_OVER)),
    "assessment": _goes(
        _SUBJECT,
        bare=_bare(
            LOCKED_ASSESSMENT,
            "recommended_step decided_step decided_on decided_by_id locked_at",
            answers="'[]'",
        ),
    ),
    "step_period": _goes(_SUBJECT, bare=_bare(_EVER, "course_id step from_on assessment_id", until_on=_OVER)),
    "coordinator_period": _goes(_SUBJECT, bare=_bare(_EVER, "course_id employee_id from_on", until_on=_OVER)),
    "takeover": _goes(_SUBJECT, "course_id course"),
    "meeting": _goes(
        _SUBJECT,
        bare=_bare(
            COUNTED_MEETING,
            "course_id kind status starts_on starts_clock duration_minutes place_kind coordinator_id team_id "
            "department_id step citizen_took_part opened_at closed_at planned_on paper_days",
            uid=_NEW_UID,
        ),
    ),
    "handover": _goes(_SUBJECT),
    "handover_item": _goes("handover_id handover"),
    "taken_question": _goes(_SUBJECT),
    "misfit_look": _goes(_SUBJECT),
    "meeting_rhythm": _goes(_SUBJECT),
    "preparation": _goes(_MEETING),
    "meeting_move": _goes(_MEETING),
    "participant": _goes(_MEETING, _CITIZEN, _CONTACT),
    "presence_wish": _goes(_MEETING, _CITIZEN, _CONTACT),
    "agenda_item": _goes(_MEETING),
    "meeting_note": _goes(_MEETING),
    "minutes_version": _goes(_SUBJECT, _MEETING),
    "joint_plan": _goes(
        _SUBJECT,
        bare=_bare(_EVER, "course_id from_on", uid=_NEW_UID, ended_on="COALESCE(ended_on, :today)"),
    ),
    "member_part": _goes(_PLAN, _CITIZEN),
    "goal": _goes(_PLAN, _CITIZEN),
    "subgoal": _goes("goal_id goal"),
    "goal_score": _goes("goal_id goal", _CITIZEN, _CONTACT),
    "effort_goal": _goes("effort_id effort", "goal_id goal"),
    "theme_score": _goes(_PLAN, _CITIZEN, _CONTACT),
    "viewpoint": _goes(_PLAN, _MEMBER, _CITIZEN, _CONTACT),
    "plan_version": _goes(
        _SUBJECT,
        bare=_bare(
            _EVER,
            "plan_id number schema_number has_common_goal approved_at approved_by_id from_on",
            until_on=_OVER,
        ),
    ),
    "agreement": _goes(
        _SUBJECT,
        _MEMBER,
        _CITIZEN,
        bare=_bare(
            "employee_id IS NOT NULL AND due_on < :today",
            "made_on employee_id due_on settled_on times_carried",
            uid=_NEW_UID,
            # What was never done counts as such; open, it would go on asking to be followed up.
            status="CASE status WHEN 'open' THEN 'not_done' ELSE status END",
        ),
    ),
    "pending_decision": _goes(_SUBJECT, _MEMBER),
    "contact_note": _goes(_SUBJECT),
    "paper": _goes(_SUBJECT),
    "paper_content": _goes("paper_id paper"),
    "handout": _goes(_SUBJECT, "paper_id paper"),
    "invitation": _goes(_MEETING, _CITIZEN, _CONTACT, "paper_id paper"),
    "meeting_operation": _goes(_MEETING),
    "planned_day": _goes(_SUBJECT),
    "case_filing": _goes(_SUBJECT),
    "access_decision": _goes(_CITIZEN),
    "access_grant": _goes(_SUBJECT),
    "told_of_grant": _goes("grant_id access_grant"),
    "citizen_request": _goes(_CITIZEN),
    "spot_check": _goes(_SUBJECT),
    "hold": _goes(_SUBJECT),
    "search_citizen": _goes("id citizen"),
    "search_family": _goes("id family"),
    "search_case_file": _goes("id case_file"),
    "search_agreement": _goes("id agreement"),
    "draft": _goes(),
    "search_term": _goes(),
    "own_word": _goes(),
    "subject": Stays("only says that there was one; the log and the counts name its key"),
    "counted_thing": Stays("a day, a colleague and a team, for what is counted; made by the deletion itself"),
    "deletion": Stays("the proof; it names nobody"),
    "retention_period": Stays("the municipality's own periods"),
    "audit_entry": Stays("holds keys and codes, never names or texts, and is a chain"),
    "spot_draw": Stays("which month was drawn, and with what; it names nobody"),
    "log_key": Stays("what the log is sealed with"),
    "former_key": Stays("what older backups are opened with"),
    "setting": Stays("the municipality's own set-up; it names no citizen"),
    "theme": Stays("the municipality's own set-up; it names no citizen"),
    "plan_type": Stays("the municipality's own set-up; it names no citizen"),
    "department": Stays("the municipality's own set-up; it names no citizen"),
    "team": Stays("the municipality's own set-up; it names no citizen"),
    "school_holiday": Stays("the municipality's own set-up; it names no citizen"),
    "logo": Stays("the municipality's own set-up; it names no citizen"),
    "letter_text": Stays("the municipality's own set-up; it names no citizen"),
    "assessment_model": Stays("the municipality's own set-up; it names no citizen"),
    "model_draft": Stays("the municipality's own set-up; it names no citizen"),
    "employee": Stays("a colleague at work"),
    "team_membership": Stays("a colleague at work"),
    "authority_period": Stays("a colleague at work"),
    "role_period": Stays("a colleague at work"),
}
"""By the table's name; each stands after the tables that its links lead to.

Drafts, planned days, the meeting's journal and decisions about others name what they are of by its word and key,
search terms and own words by what they say: `erasing` finds those.
"""

COUNTED_THINGS: Final = (
    f"""
    INSERT INTO counted_thing (kind, thing_id, subject_id, from_on, until_on, employee_id, team_id, department_id)
    SELECT 'application', case_file.id, citizen.subject_id, answer_due_on, answered_on, caseworker_id, team_id,
        department_id
    FROM case_file JOIN citizen ON citizen.id = case_file.citizen_id
    WHERE citizen.subject_id = :subject AND {APPLICATION} AND answer_due_on IS NOT NULL
    AND (answered_on IS NOT NULL OR answer_due_on < :today)
    """,  # noqa: S608 (put together of our own words)
    f"""
    INSERT INTO counted_thing (kind, thing_id, subject_id, from_on, until_on)
    SELECT 'replaced_plan', other_plan.id, whole.subject_id, whole.from_on, whole.until_on
    FROM other_plan JOIN citizen ON citizen.id = other_plan.citizen_id
    JOIN (
        SELECT subject_id, id AS citizen_id, '0001-01-01' AS from_on, NULL AS until_on FROM citizen
        UNION ALL
        SELECT family.subject_id, member.citizen_id, member.from_on, member.until_on
        FROM family_membership AS member JOIN family ON family.id = member.family_id
    ) AS whole ON whole.citizen_id = citizen.id
    WHERE :subject IN (citizen.subject_id, whole.subject_id) AND {REPLACED_PLAN}
    """,  # noqa: S608
)
"""Run before a citizen or family goes: what is counted of rows that cannot stay, or that nothing leads to any more."""

OLD: Final[Mapping[DeletedKind, str]] = {
    DeletedKind.CONSENT: """
    SELECT consent.id FROM consent
    WHERE (withdrawn_at < :end OR until_on <= :day)
    AND NOT EXISTS (SELECT 1 FROM joint_plan WHERE joint_plan.consent_id = consent.id AND joint_plan.ended_on IS NULL)
    AND NOT consent.id > (
        SELECT COALESCE(max(id), consent.id) FROM consent AS holding
        WHERE holding.citizen_id = consent.citizen_id AND holding.legal_basis = '' AND holding.withdrawn_at IS NULL
        AND (holding.from_on IS NULL OR holding.from_on <= :today)
        AND (holding.until_on IS NULL OR holding.until_on > :today)
    )
    """,
    DeletedKind.PAPER: """
    SELECT paper.id FROM paper
    WHERE made_at < :end AND kind NOT IN ('minutes', 'plan')
    AND NOT EXISTS (SELECT 1 FROM course WHERE course.subject_id = paper.subject_id AND course.until_on IS NULL)
    """,
    DeletedKind.DRAFT: "SELECT id FROM draft WHERE saved_at < :end",
}
"""The keys of what is of `:day` or earlier (`:end` is the moment when that day is over).

A consent that is over still narrows an older one that holds (see `coverage`), and stays for as long.
"""
