"""The joint plan as the citizen or the family gets it: the most important alone on the first page, then the rest."""

from collections.abc import Iterator

from koordinator.documents.compose.parts import (
    Telling,
    agreement_table,
    contact_card,
    facts,
    in_time,
    is_decided,
    pending_box,
    telling_of,
)
from koordinator.documents.compose.plan_front import front_page
from koordinator.documents.compose.plan_goals import goals, numbered_goals
from koordinator.documents.compose.plan_layers import common_agreements, promises, with_member
from koordinator.documents.compose.plan_parts import (
    PlanHead,
    Told,
    consents_of,
    news,
    numbers_served,
    own_words,
    plan_document,
    titled,
)
from koordinator.documents.content import (
    Cards,
    Cell,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Part,
    Signatures,
    Span,
    Table,
    Tone,
    bold,
    muted,
)
from koordinator.domain.content_parts import Uid
from koordinator.domain.plan_content import ConsentContent, EffortContent, OtherPlanContent, PlanContent
from koordinator.domain.plan_difference import PlanChange
from koordinator.texts import paper_common, paper_contacts, paper_plan
from koordinator.texts import paper_plan_layers as words


def plan_for_citizen(
    plan: PlanContent, changes: tuple[PlanChange, ...] | None, *, large_print: bool, member_uid: Uid | None = None
) -> Document:
    """The paper. `changes` are what is new since the version before; None where there is none before."""
    telling = telling_of(plan.subject, plan.approved_on, member_uid)
    head = PlanHead(
        paper_plan.TITLE,
        paper_plan.SUBJECT,
        paper_plan.footer(telling.voice, plan.coordinator, large_print=large_print),
        paper_plan.running_head(telling.named),
    )
    told = Told(paper_plan.strengths_heading(telling.voice), paper_plan.CHALLENGES, paper_plan.DISAGREEMENTS)
    blocks = (
        *front_page(plan, telling, large_print=large_print),
        *own_words(plan, telling, told),
        *goals(plan, telling, large_print=large_print),
        *_efforts(plan, telling),
        *_agreements(plan, telling),
        *_pending(plan, telling),
        *_contacts(plan, telling),
        *_other_plans(plan, telling),
        *news(changes, telling),
        *_consent(plan, telling),
        KeepTogether((*_about(plan), *_signatures(plan, telling))),
    )
    return plan_document(plan, head, blocks, large_print=large_print)


def _efforts(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    if not plan.efforts:
        return
    numbers = numbered_goals(plan)
    columns = (
        Column(paper_plan.EFFORT, 1.1),
        Column(paper_plan.PURPOSE, 1.3),
        Column(paper_plan.WHO, 0),
        Column(paper_plan.WHEN, 1),
        Column(paper_plan.GOAL, 0),
    )
    yield Heading(paper_plan.efforts_heading(telling.voice))
    yield Table(columns, tuple(_effort(effort, numbers, telling) for effort in plan.efforts))


def _effort(effort: EffortContent, numbers: dict[Uid, int], telling: Telling) -> tuple[Cell, ...]:
    member = telling.member_name(effort.member_uid)
    given = (bold(effort.name), Span(f"\n{effort.amount}" if effort.amount else ""))
    return (
        (*given, muted(f"\n{paper_plan.for_member(member)}")) if member else given,
        effort.purpose,
        effort.provider or effort.department,
        paper_common.period(effort.from_on, effort.until_on),
        numbers_served(effort, numbers),
    )


def _agreements(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    common = common_agreements(plan)
    if common or plan.promises_due:
        yield Heading(paper_plan.ALL_AGREEMENTS)
        yield agreement_table(in_time(common), telling)
        yield from promises(plan)


def _pending(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    if not plan.pending:
        return
    yield Heading(paper_plan.PENDING)
    pending = tuple(with_member(decision, telling) for decision in plan.pending)
    yield from pending_box(pending, telling)
    for decision in filter(is_decided, pending):
        said = paper_plan.decided_sentence(decision, telling.made_on)
        yield Paragraph((bold(paper_plan.DECIDED_LABEL), Span(said)))
    yield Paragraph(paper_plan.appeal_help(telling.voice))


def _contacts(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    if plan.contacts:
        yield Heading(paper_contacts.title(telling.voice))
        yield Cards(tuple(contact_card(card, telling, whole=True) for card in plan.contacts))


def _other_plans(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    if plan.other_plans:
        columns = (Column(paper_plan.PLAN, 1), Column(paper_plan.OWNER, 0), Column(paper_plan.RELATION, 1.2))
        yield Heading(paper_plan.OTHER_PLANS)
        yield Table(columns, tuple(_other_plan(each, telling) for each in plan.other_plans))


def _other_plan(other: OtherPlanContent, telling: Telling) -> tuple[Cell, ...]:
    member = telling.member_name(other.member_uid)
    goal = paper_plan.plan_goal(other.goal) if other.goal else ""
    return (
        titled(other.title, goal, paper_plan.for_member(member) if member else ""),
        other.owner,
        paper_plan.relation_sentence(other.relation, other.follow_up_on),
    )


def _consent(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    voice = telling.voice
    yield Heading(paper_plan.consent_heading(voice))
    if not plan.consents:
        yield Paragraph(paper_plan.no_consent(voice))
        return
    yield Paragraph(paper_plan.consent_given(voice), keep_with_next=True)
    for consent, whose in consents_of(plan, telling):
        yield KeepTogether(tuple(_one_consent(consent, whose)))
    yield Paragraph(paper_plan.withdraw(voice, plan.coordinator))


def _one_consent(consent: ConsentContent, whose: str) -> Iterator[Part]:
    yield from facts(
        (paper_plan.CONSENT_OF, whose),
        (paper_plan.SHARED_FOR, consent.purpose),
        (paper_plan.SHARED_WITH, consent.shared_with),
        (paper_plan.NOT_COVERED, consent.not_covered),
        (paper_plan.GIVEN_BY, consent.given_by),
        (paper_plan.HOLDS, paper_common.period(consent.from_on, consent.until_on)),
    )


def _about(plan: PlanContent) -> Iterator[Part]:
    rows = tuple(
        facts(
            (paper_plan.PLAN_TYPE, plan.plan_type),
            (paper_plan.LEGAL_BASIS, plan.legal_basis),
            (paper_plan.PERIOD, paper_common.period(plan.from_on, None)),
            (paper_plan.REVIEW, paper_plan.latest(plan.review_on) if plan.review_on else ""),
            (words.STATUTORY, paper_plan.latest(plan.statutory_on) if plan.statutory_on else ""),
            (paper_plan.APPROVED, "" if plan.is_draft else paper_plan.approved(plan.approved_on, plan.approved_by)),
        )
    )
    if rows:
        yield KeepTogether((Heading(paper_plan.ABOUT_PLAN), *rows))


def _signatures(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    if plan.is_draft:
        yield Heading(paper_plan.DRAFT)
        yield Paragraph(paper_plan.draft_not_signed(telling.voice))
        return
    members = (telling.member,) if telling.member else plan.subject.members
    adults = [member.name for member in members if not member.is_child] or [member.name for member in members]
    coordinator = plan.coordinator
    if coordinator:
        adults.append(paper_plan.signs_as(coordinator.name, paper_common.COORDINATOR))
    yield KeepTogether(
        (
            Heading(paper_plan.SIGNATURE),
            Signatures(tuple(adults)),
            Paragraph(paper_plan.signing(telling.voice), Tone.SMALL),
        )
    )
