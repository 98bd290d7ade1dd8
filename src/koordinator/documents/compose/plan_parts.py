"""What the joint plan says alike to the citizen and to professionals."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from koordinator.documents.compose.parts import Telling, bullets_or_text, quote
from koordinator.documents.compose.plan_layers import contributions, disagreements, themes
from koordinator.documents.content import (
    Block,
    BulletList,
    CheckItem,
    CheckList,
    Document,
    Heading,
    Masthead,
    Paragraph,
    Part,
    Span,
    Text,
    bold,
    muted,
)
from koordinator.domain.content_parts import GoalContent, SubgoalContent, Uid
from koordinator.domain.plan_content import ConsentContent, EffortContent, PlanContent
from koordinator.domain.plan_difference import PlanChange
from koordinator.texts import paper_common, paper_plan, plan_difference
from koordinator.texts.formats import date_long, join_with_og


class PlanHead(NamedTuple):
    """What stands round the pages of the one or the other."""

    title: str
    subject: str
    footer: str
    running_head: str


class Told(NamedTuple):
    """The headings of what is told beside the citizen's own words."""

    strengths: str
    challenges: str
    disagreements: str


def plan_document(plan: PlanContent, head: PlanHead, blocks: tuple[Block, ...], *, large_print: bool) -> Document:
    """The paper with the plan's version and day; a draft as long as it is not approved."""
    return Document(
        title=head.title,
        subject=head.subject,
        author=plan.sender.municipality,
        version_text=paper_plan.version_text(plan.number),
        date_text=date_long(plan.approved_on),
        footer=head.footer,
        running_head=head.running_head,
        large_print=large_print,
        masthead=Masthead.MARK,
        draft=plan.is_draft,
        blocks=blocks,
    )


def own_words(plan: PlanContent, telling: Telling, told: Told) -> Iterator[Part]:
    """The citizen's words first, strengths, what is hardest, where we disagree, what people do themselves, themes."""
    if plan.own_words or plan.must_not_be_lost:
        yield Heading(paper_plan.own_words_heading(telling.voice))
        yield from quote(paper_plan.matters_to_you(telling.voice), plan.own_words)
        yield from quote(paper_plan.MUST_NOT_BE_LOST, plan.must_not_be_lost)
    for heading, text in ((told.strengths, plan.strengths), (told.challenges, plan.challenges)):
        if text:
            yield Heading(heading)
            yield from bullets_or_text(text)
    yield from disagreements(plan, telling, told.disagreements)
    yield from contributions(plan, telling)
    yield from themes(plan, telling)


def goal_title(goal: GoalContent, telling: Telling) -> str:
    """The goal's title, with the family member whose it is."""
    member = telling.member_name(goal.member_uid)
    return paper_plan.members_goal(member, goal.title) if member else goal.title


def goal_words(goal: GoalContent, telling: Telling) -> Iterator[Part]:
    """How it stands where it is not worked on, and the citizen's own wording."""
    if status := paper_plan.goal_status(goal.status):
        yield Paragraph((muted(status),))
    yield from quote(paper_plan.with_your_words(telling.voice_of(goal.member_uid)), goal.citizens_wording)


def subgoal_list(subgoals: Iterable[SubgoalContent]) -> CheckList:
    """Each step with its box, and when it was reached."""
    return CheckList(tuple(CheckItem(_subgoal(each), each.reached_on is not None) for each in subgoals))


def _subgoal(subgoal: SubgoalContent) -> Text:
    if subgoal.reached_on is None:
        return subgoal.title
    return (Span(subgoal.title), muted(paper_common.SEPARATOR + paper_plan.reached_on(subgoal.reached_on)))


def helping(goal: GoalContent, efforts: Iterable[EffortContent]) -> str:
    """The efforts that serve the goal, each in a line."""
    serving = (each for each in efforts if goal.uid in each.goal_uids)
    return "\n".join(paper_plan.by_provider(each.name, each.provider) for each in serving)


def numbers_served(effort: EffortContent, numbers: dict[Uid, int]) -> str:
    """The numbers of the goals that the effort serves."""
    return paper_plan.goal_numbers(sorted(numbers[uid] for uid in effort.goal_uids if uid in numbers))


def titled(title: str, *under: str) -> Text:
    """What it is, and below it the lines that say something."""
    return (bold(title), *(Span(f"\n{line}") for line in under if line))


def news(changes: tuple[PlanChange, ...] | None, telling: Telling) -> Iterator[Part]:
    """Nyt siden sidst; nothing where there is no version before."""
    if changes is not None:
        yield Heading(paper_plan.NEWS)
        yield BulletList(plan_difference.sentences(changes, telling.voice))


def consents_of(plan: PlanContent, telling: Telling) -> Iterator[tuple[ConsentContent, str]]:
    """Each consent with whose it is: members of a family who have said yes to the same are named together."""
    alike: dict[ConsentContent, list[str]] = {}
    for consent in plan.consents:
        alike.setdefault(replace(consent, member_uid=None), []).append(telling.member_name(consent.member_uid))
    for consent, members in alike.items():
        yield consent, join_with_og(tuple(filter(None, members)))
