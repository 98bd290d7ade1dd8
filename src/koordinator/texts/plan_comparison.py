"""Two versions of a plan beside one another, in Danish: what each part says, and what became of it."""

from typing import Final

from koordinator.domain.content_parts import (
    AgreementContent,
    AppointmentContent,
    ContactCard,
    GoalContent,
    LatestScore,
    PendingContent,
    latest_of_each,
)
from koordinator.domain.plan_comparison import ComparedPart, ComparedSection, Mark, PlanPart, PlanSection, WordsOf
from koordinator.domain.plan_content import (
    EffortContent,
    MemberPartContent,
    OtherPlanContent,
    PlanContent,
    ThemeScores,
    ViewpointContent,
)
from koordinator.texts import plan as words
from koordinator.texts.formats import clock, count_of, date_short, quoted, weekday_date

COMPARE: Final = "Sammenlign versioner"
TITLE: Final = "To versioner ved siden af hinanden"
FROM: Final = "Fra"
TO: Final = "Til"
TODAY: Final = "Planen i dag"
ONLY_CHANGES: Final = "Vis kun det, der er ændret"
NEXT_CHANGE: Final = "Næste ændring"
PREVIOUS_CHANGE: Final = "Forrige ændring"
SAME_VERSION: Final = "Vælg to forskellige versioner."
NO_DIFFERENCE: Final = "De to versioner siger det samme."
NOT_HERE: Final = "Står ikke i denne version"
BEFORE: Final = "Før"
NOW: Final = "Nu"

MARKS: Final[dict[Mark, str]] = {
    Mark.SAME: "Som før",
    Mark.NEW: "Nyt",
    Mark.CHANGED: "Ændret",
    Mark.GONE: "Taget ud",
}

SECTIONS: Final[dict[PlanSection, str]] = {
    PlanSection.WORDS: "Det vigtigste",
    PlanSection.MEMBERS: "Hvert medlems del",
    PlanSection.VIEWPOINTS: "Hvem ser hvad",
    PlanSection.THEMES: "Tal for emner",
    PlanSection.GOALS: "Mål",
    PlanSection.EFFORTS: "Indsatser",
    PlanSection.AGREEMENTS: "Aftaler",
    PlanSection.DECISIONS: "Skal afgøres",
    PlanSection.CONTACTS: "Hvem hjælper med hvad",
    PlanSection.OTHER_PLANS: "Andre planer",
    PlanSection.MEETING: "Næste møde",
}


def version_name(plan: PlanContent) -> str:
    """Version 3 · 21.11.2026, or Planen i dag"""
    return TODAY if plan.number is None else f"Version {plan.number} · {date_short(plan.approved_on)}"


def section_heading(section: ComparedSection) -> str:
    """Aftaler · 3 ændringer"""
    changes = len(section.changes)
    told = count_of(changes, "ændring", "ændringer") if changes else "som før"
    return f"{SECTIONS[section.section]} · {told}"


def changed_line(line: str) -> str:
    """▸ Familien Rømer: 5 af 10"""
    return f"▸ {line}"


def spoken(part: ComparedPart, plan: PlanContent) -> str:
    """The whole row for who hears it: Ændret. Før: … Nu: …"""
    before = ", ".join(lines(part.before, plan)) if part.before else NOT_HERE
    after = ", ".join(lines(part.after, plan)) if part.after else NOT_HERE
    return f"{MARKS[part.mark]}. {BEFORE}: {before}. {NOW}: {after}."


def lines(part: PlanPart, plan: PlanContent) -> tuple[str, ...]:
    """What the part says: what it is, then a line for each thing known of it. `plan` knows the names."""
    return tuple(line for line in _lines(part, plan) if line)


def _lines(part: PlanPart, plan: PlanContent) -> tuple[str, ...]:
    if isinstance(part, WordsOf):
        return words.FIELDS[part.field], part.text
    if isinstance(part, MemberPartContent):
        return _member(part, plan)
    if isinstance(part, ViewpointContent):
        return part.about, f"{part.who or plan.subject.name}: {part.says}"
    if isinstance(part, ThemeScores):
        return part.theme.name, *_scores(latest_of_each(part.scores), plan)
    if isinstance(part, GoalContent):
        return _goal(part, plan)
    if isinstance(part, EffortContent):
        return part.name, part.purpose, part.provider or part.department, part.amount, _period(part)
    if isinstance(part, AgreementContent):
        return _agreement(part)
    return _rest(part)


def _rest(part: PendingContent | ContactCard | OtherPlanContent | AppointmentContent) -> tuple[str, ...]:
    if isinstance(part, PendingContent):
        by = f"svar senest {date_short(part.answer_by_on)}" if part.answer_by_on else ""
        return part.what, part.employee or part.department, by, part.outcome
    if isinstance(part, ContactCard):
        return part.name, part.organisation, part.helps_with, part.phone, part.email
    if isinstance(part, OtherPlanContent):
        follow_up = f"opfølgning {date_short(part.follow_up_on)}" if part.follow_up_on else ""
        return part.title, part.owner, words.RELATIONS[part.relation], part.goal, follow_up
    return f"{weekday_date(part.starts_on)} kl. {clock(part.starts_clock)}", part.place


def _member(part: MemberPartContent, plan: PlanContent) -> tuple[str, ...]:
    member = plan.subject.member(part.member_uid)
    said = ((words.MEMBER_FIELDS[name], getattr(part, name)) for name in words.MEMBER_FIELDS)
    return member.name if member else "", *(f"{label}: {text}" for label, text in said if text)


def _goal(goal: GoalContent, plan: PlanContent) -> tuple[str, ...]:
    member = plan.subject.member(goal.member_uid) if goal.member_uid else None
    said = (
        (words.CITIZENS_WORDING, quoted(goal.citizens_wording) if goal.citizens_wording else ""),
        (words.OWN_PART, goal.own_part),
        (words.PRACTISING, goal.practising),
    )
    steps = (f"{'☑' if each.reached_on else '☐'} {each.title}" for each in goal.subgoals)
    return (
        f"{member.name}: {goal.title}" if member else goal.title,
        words.GOAL_STATUS[goal.status],
        *(f"{label}: {text}" for label, text in said if text),
        *_scores(latest_of_each(goal.scores), plan),
        *steps,
    )


def _scores(scores: tuple[LatestScore, ...], plan: PlanContent) -> tuple[str, ...]:
    return tuple(
        f"{given.latest.who or plan.subject.name}: {given.latest.score} af 10 ({date_short(given.latest.scored_on)})"
        for given in scores
    )


def _agreement(agreement: AgreementContent) -> tuple[str, ...]:
    when = words.due_words(agreement.due_on, agreement.rhythm)
    settled = f" {date_short(agreement.settled_on)}" if agreement.settled_on else ""
    status = f"{words.AGREEMENT_STATUS[agreement.status]}{settled}"
    return agreement.what, f"{agreement.who or words.NOBODY} · {when}", status, agreement.not_done_reason


def _period(effort: EffortContent) -> str:
    first = f"fra {date_short(effort.from_on)}" if effort.from_on else ""
    last = f"til {date_short(effort.until_on)}" if effort.until_on else ""
    return " ".join(filter(None, (first, last)))
