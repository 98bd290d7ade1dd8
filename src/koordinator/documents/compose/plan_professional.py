"""The joint plan as professionals get it: who does what first, then goals, efforts and what binds them together."""

from collections.abc import Iterator

from koordinator.documents.compose.parts import (
    Telling,
    agreement_when,
    facts,
    in_time,
    reduced_note,
    tick,
)
from koordinator.documents.compose.plan_goals import in_their_voice, numbered_goals
from koordinator.documents.compose.plan_layers import member_layers, with_member
from koordinator.documents.compose.plan_parts import (
    PlanHead,
    Told,
    consents_of,
    goal_title,
    goal_words,
    helping,
    news,
    numbers_served,
    own_words,
    plan_document,
    subgoal_list,
    titled,
)
from koordinator.documents.content import (
    Callout,
    CalloutTone,
    Cell,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Part,
    Span,
    Table,
    Title,
    bold,
    muted,
)
from koordinator.domain.content_parts import (
    AgreementContent,
    ContactCard,
    GoalContent,
    PendingContent,
    Uid,
)
from koordinator.domain.plan_content import ConsentContent, EffortContent, OtherPlanContent, PlanContent
from koordinator.domain.plan_difference import PlanChange
from koordinator.texts import assessment, paper_common, paper_consent, paper_plan
from koordinator.texts import paper_plan_layers as layer_words
from koordinator.texts import paper_plan_professional as words
from koordinator.texts.formats import date_short
from koordinator.texts.paper_voice import voice_about


def plan_for_professionals(
    plan: PlanContent, changes: tuple[PlanChange, ...] | None, *, large_print: bool, member_uid: Uid | None = None
) -> Document:
    """The paper. `changes` are what is new since the version before; None where there is none before."""
    member = plan.subject.member(member_uid) if member_uid else None
    voice = voice_about(plan.subject.name, family=plan.subject.is_family)
    telling = Telling(voice, plan.subject, plan.approved_on, member, by_name=True)
    head = PlanHead(words.TITLE, words.TITLE, words.FOOTER, words.running_head(telling.named))
    told = Told(words.STRENGTHS, words.CHALLENGES, words.DISAGREEMENTS)
    blocks = (
        Title(words.TITLE, paper_plan.kicker(plan.number, plan.approved_on), words.subtitle(telling.named)),
        *_head(plan, telling),
        *_not_covered(plan),
        *_agreements(plan, telling),
        *_to_decide(plan, telling),
        *own_words(plan, telling, told),
        *_goals(plan, telling),
        *_efforts(plan, telling),
        *_contacts(plan),
        *_other_plans(plan, telling),
        *news(changes, telling),
        *_consents(plan, telling),
    )
    return plan_document(plan, head, blocks, large_print=large_print)


def reduced_plan_for(
    name: str, plan: PlanContent, changes: tuple[PlanChange, ...] | None, *, large_print: bool
) -> Document:
    """What one person may have of the plan: it says that something is left out, and of nothing that there is none."""
    voice = voice_about(plan.subject.name, family=plan.subject.is_family)
    telling = Telling(voice, plan.subject, plan.approved_on, None, by_name=True)
    head = PlanHead(words.TITLE, words.TITLE, paper_consent.REDUCED_FOOTER, words.running_head(telling.named))
    blocks = (
        Title(
            words.TITLE,
            paper_plan.kicker(plan.number, plan.approved_on),
            paper_consent.reduced_subtitle(telling.named, name),
        ),
        reduced_note(name),
        *_head(plan, telling),
        *(_agreements(plan, telling) if plan.agreements else ()),
        *_to_decide(plan, telling),
        *(_goals(plan, telling) if plan.goals else ()),
        *_efforts(plan, telling),
        *_contacts(plan),
        *news(changes, telling),
    )
    return plan_document(plan, head, blocks, large_print=large_print)


def _head(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    coordinator, meeting = plan.coordinator, plan.next_meeting
    when = paper_common.meeting_sentence(meeting, telling.voice) if meeting else words.NO_MEETING
    approved = paper_plan.approved(plan.approved_on, plan.approved_by)
    yield from facts(
        (words.COORDINATOR, _reach(coordinator) if coordinator else words.NO_COORDINATOR),
        (words.STEP, assessment.step_name(plan.step) if plan.step is not None else ""),
        (words.PLAN_TYPE, paper_common.SEPARATOR.join(filter(None, (plan.plan_type, plan.legal_basis)))),
        (words.PERIOD, paper_common.period(plan.from_on, None)),
        (words.REVIEW, paper_plan.latest(plan.review_on) if plan.review_on else ""),
        (layer_words.STATUTORY, paper_plan.latest(plan.statutory_on) if plan.statutory_on else ""),
        (words.NEXT_MEETING, when),
        (words.APPROVED, words.NOT_APPROVED if plan.is_draft else approved),
    )


def _reach(card: ContactCard) -> str:
    return paper_common.SEPARATOR.join(filter(None, (card.name, paper_common.phone_line(card), card.email)))


def _not_covered(plan: PlanContent) -> Iterator[Part]:
    """What must not be passed on stands before anything that could be."""
    limits = dict.fromkeys(consent.not_covered for consent in plan.consents if consent.not_covered)
    if limits:
        yield Callout(tuple((bold(words.NOT_COVERED_LABEL), Span(limit)) for limit in limits), CalloutTone.WAITING)


def _agreements(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    columns = (
        Column(paper_plan.WHAT, 1),
        Column(paper_plan.WHO, 0),
        Column(paper_plan.WHEN, 0),
        Column(words.GOAL, 0),
        Column(paper_plan.DONE, 0),
    )
    numbers = numbered_goals(plan)
    rows = tuple(_agreement(each, numbers, telling) for each in in_time(plan.agreements))
    yield Heading(words.WHO_DOES_WHAT)
    yield Table(columns, rows, paper_plan.NO_AGREEMENTS)


def _agreement(agreement: AgreementContent, numbers: dict[Uid, int], telling: Telling) -> tuple[Cell, ...]:
    who = agreement.who or paper_plan.NOBODY_YET
    where = (muted(f"\n{agreement.organisation}"),) if agreement.organisation else ()
    number = numbers.get(agreement.goal_uid) if agreement.goal_uid else None
    when = agreement_when(agreement, telling.made_on)
    return (agreement.what, (Span(who), *where), when, str(number or ""), tick(agreement))


def _to_decide(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    if plan.pending:
        columns = (
            Column(paper_plan.WHAT, 1.2),
            Column(words.DEPARTMENT, 0),
            Column(words.ANSWERS, 0),
            Column(words.ANSWER_BY, 0),
            Column(words.OUTCOME, 1),
        )
        yield Heading(words.TO_DECIDE)
        yield Table(columns, tuple(_decision(with_member(each, telling)) for each in plan.pending))


def _decision(decision: PendingContent) -> tuple[Cell, ...]:
    by = date_short(decision.answer_by_on) if decision.answer_by_on else ""
    return (decision.what, decision.department, decision.employee, by, words.outcome(decision))


def _goals(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    yield Heading(words.GOALS)
    if not plan.goals:
        yield Paragraph((muted(words.NO_GOALS),))
    numbers, known = numbered_goals(plan), {goal.uid: goal for goal in plan.goals}
    members = {member.uid for member in plan.subject.members} if plan.subject.is_family else set()
    for uid, number in numbers.items():
        if known[uid].member_uid not in members:
            yield from _goal(known[uid], number, plan, telling)
    yield from member_layers(plan, telling, lambda goal: _goal(goal, numbers[goal.uid], plan, telling))


def _goal(goal: GoalContent, number: int, plan: PlanContent, telling: Telling) -> Iterator[Part]:
    voice = telling.voice_of(goal.member_uid)
    yield Heading(f"{number}. {goal_title(goal, telling)}", 3)
    yield from goal_words(goal, telling)
    if goal.subgoals:
        yield subgoal_list(goal.subgoals)
    own = (words.score_said(score.score, date_short(score.scored_on)) for score in goal.own_scores)
    others = (words.score_said(score.score, date_short(score.scored_on), score.who) for score in goal.others_scores)
    yield from facts(
        (words.OWN_SCORES, ", ".join(own)),
        (words.OTHERS_SCORES, "\n".join(others)),
        (paper_plan.you_do(voice), in_their_voice(goal.own_part)),
        (paper_plan.you_practise(voice), in_their_voice(goal.practising)),
        (words.EFFORTS_HERE, helping(goal, plan.efforts)),
    )


def _efforts(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    if plan.efforts:
        numbers = numbered_goals(plan)
        columns = (
            Column(words.EFFORT, 1.4),
            Column(words.PURPOSE, 1.3),
            Column(words.PROVIDER, 1.1),
            Column(words.WHEN, 1),
            Column(words.GOAL, 0),
        )
        yield Heading(words.EFFORTS)
        yield Table(columns, tuple(_effort(each, numbers, telling) for each in plan.efforts))


def _effort(effort: EffortContent, numbers: dict[Uid, int], telling: Telling) -> tuple[Cell, ...]:
    member = telling.member_name(effort.member_uid)
    under = (effort.amount, effort.legal_basis, paper_plan.for_member(member) if member else "")
    given_by = (effort.provider, effort.department, words.paid_by(effort.paid_by) if effort.paid_by else "")
    return (
        titled(effort.name, *under),
        effort.purpose,
        "\n".join(filter(None, given_by)),
        paper_common.period(effort.from_on, effort.until_on),
        numbers_served(effort, numbers) or (muted(words.NOT_TIED),),
    )


def _contacts(plan: PlanContent) -> Iterator[Part]:
    if plan.contacts:
        columns = (Column(words.NAME, 1.2), Column(words.HELPS_WITH, 1), Column(words.REACH, 1.2))
        yield Heading(words.CONTACTS)
        yield Table(columns, tuple(_contact(card) for card in plan.contacts))


def _contact(card: ContactCard) -> tuple[Cell, ...]:
    role = paper_common.role_words(card)
    reach = "\n".join(filter(None, (paper_common.phone_line(card), card.email)))
    return ((bold(card.name), *((Span(f"\n{role}"),) if role else ())), card.helps_with, reach)


def _other_plans(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    if plan.other_plans:
        columns = (
            Column(words.PLAN, 1.2),
            Column(words.OWNER, 0),
            Column(words.RELATION, 1.2),
            Column(words.WHEN, 0.9),
            Column(words.FOLLOW_UP, 0),
        )
        yield Heading(words.OTHER_PLANS)
        yield Table(columns, tuple(_other_plan(each, telling) for each in plan.other_plans))


def _other_plan(other: OtherPlanContent, telling: Telling) -> tuple[Cell, ...]:
    member = telling.member_name(other.member_uid)
    goal = paper_plan.plan_goal(other.goal) if other.goal else ""
    under = (other.legal_basis, goal, paper_plan.for_member(member) if member else "")
    return (
        titled(other.title, *under),
        other.owner,
        words.relation(other.relation),
        paper_common.period(other.from_on, other.until_on),
        date_short(other.follow_up_on) if other.follow_up_on else "",
    )


def _consents(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    yield Heading(words.CONSENT)
    if not plan.consents:
        yield Paragraph((muted(words.NO_CONSENT),))
    for consent, whose in consents_of(plan, telling):
        yield KeepTogether(tuple(_consent(consent, whose)))


def _consent(consent: ConsentContent, whose: str) -> Iterator[Part]:
    yield from facts(
        (paper_plan.CONSENT_OF, whose),
        (words.SHARED_FOR, consent.purpose),
        (words.SHARED_WITH, consent.shared_with),
        (words.NOT_COVERED, consent.not_covered),
        (words.GIVEN_BY, consent.given_by),
        (words.LEGAL_BASIS, consent.legal_basis),
        (words.HOLDS, paper_common.period(consent.from_on, consent.until_on)),
    )
