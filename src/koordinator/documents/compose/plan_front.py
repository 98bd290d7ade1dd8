"""The first page of the citizen's plan: the most important, whatever there is of everything else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from koordinator.documents.compose.parts import (
    Telling,
    agreement_table,
    contact_card,
    in_time,
    is_decided,
    open_ones,
    pending_box,
)
from koordinator.documents.compose.plan_goals import in_layers
from koordinator.documents.compose.plan_layers import with_member
from koordinator.documents.compose.shorten import first_paragraphs, paragraphs, shortened
from koordinator.documents.content import (
    Block,
    Callout,
    Cards,
    Heading,
    NumberedList,
    OnePage,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    Span,
    Text,
    Title,
    Tone,
    bold,
    muted,
)
from koordinator.domain.content_parts import GoalContent
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.plan_content import PlanContent
from koordinator.texts import paper_contacts, paper_plan
from koordinator.texts.paper_common import SEPARATOR
from koordinator.texts.paper_voice import quoted_once


@dataclass(frozen=True, slots=True)
class Fullness:
    """How much the page takes: characters of the citizen's words and of any other text, and how many of each thing."""

    words: int
    text: int
    goals: int
    agreements: int
    pending: int
    contacts: int


_FULLNESS: Final = (
    Fullness(words=420, text=160, goals=6, agreements=10, pending=4, contacts=8),
    Fullness(words=420, text=160, goals=6, agreements=10, pending=4, contacts=6),
    Fullness(words=320, text=160, goals=6, agreements=8, pending=3, contacts=4),
    Fullness(words=240, text=130, goals=5, agreements=6, pending=2, contacts=4),
    Fullness(words=200, text=110, goals=5, agreements=5, pending=2, contacts=4),
    Fullness(words=180, text=90, goals=4, agreements=4, pending=1, contacts=4),
    Fullness(words=150, text=80, goals=3, agreements=4, pending=1, contacts=2),
    Fullness(words=90, text=50, goals=3, agreements=3, pending=1, contacts=2),
)
_LARGE_PRINT: Final = Fullness(words=200, text=120, goals=5, agreements=4, pending=2, contacts=4)


def front_page(plan: PlanContent, telling: Telling, *, large_print: bool) -> tuple[Block, ...]:
    """The front page; in large print it takes the pages it needs."""
    if large_print:
        return (*_Front(plan, telling, _LARGE_PRINT, one_page=False).parts(), PageBreak())
    fullest, *shorter = (_Front(plan, telling, fullness, one_page=True).parts() for fullness in _FULLNESS)
    return (OnePage(fullest, tuple(shorter)),)


class _Front:
    """The page with so much of everything."""

    def __init__(self, plan: PlanContent, telling: Telling, fullness: Fullness, *, one_page: bool) -> None:
        self._plan = plan
        self._telling = telling
        self._fullness = fullness
        self._one_page = one_page

    def parts(self) -> tuple[Part, ...]:
        plan, voice, most = self._plan, self._telling.voice, self._fullness
        goals = [goal for goal in in_layers(plan) if goal.status is GoalStatus.ACTIVE]
        agreements = in_time(open_ones(plan.agreements))
        pending = [with_member(each, self._telling) for each in plan.pending if not is_decided(each)]
        return (
            Title(
                paper_plan.TITLE,
                paper_plan.kicker(plan.number, plan.approved_on),
                paper_plan.subtitle(self._short(self._telling.named), one_page=self._one_page),
            ),
            Paragraph(paper_plan.how_we_work(plan.step, voice)),
            *self._said(),
            *(() if self._one_page else (self._next_meeting(),)),
            Heading(paper_plan.GOALS),
            *self._goals(goals[: most.goals]),
            Heading(paper_plan.AGREEMENTS),
            agreement_table(agreements[: most.agreements], self._telling, self._short),
            *pending_box(pending[: most.pending], self._telling, self._short),
            *self._contacts(),
            *self._more(len(goals), len(agreements), len(pending)),
            *((self._next_meeting(),) if self._one_page else ()),
        )

    def _short(self, text: str) -> str:
        return shortened(text, self._fullness.text)

    def _said(self) -> Iterator[Part]:
        passages = first_paragraphs(self._plan.own_words, self._fullness.words)
        if passages:
            yield Quote(paper_plan.said(self._telling.voice), tuple(quoted_once(passage) for passage in passages))
        if passages != paragraphs(self._plan.own_words):
            yield Paragraph(paper_plan.all_your_words(self._telling.voice), Tone.SMALL)

    def _goals(self, goals: Sequence[GoalContent]) -> Iterator[Part]:
        explained = next((goal.uid for goal in goals if goal.own_scores), None)
        if goals:
            yield NumberedList(tuple(self._goal(goal, explained=goal.uid == explained) for goal in goals))
        else:
            yield Paragraph((muted(paper_plan.NO_GOALS),))

    def _goal(self, goal: GoalContent, *, explained: bool) -> Text:
        member = self._telling.member_name(goal.member_uid)
        title = self._short(goal.title)
        voice = self._telling.voice_of(goal.member_uid)
        progress = paper_plan.goal_progress(goal.own_scores, self._telling.made_on, voice, explained=explained)
        said = Span(paper_plan.members_goal(member, title) if member else title)
        return (said, muted(SEPARATOR + progress)) if progress else (said,)

    def _contacts(self) -> Iterator[Part]:
        shown = self._plan.contacts[: self._fullness.contacts]
        if shown:
            yield Heading(paper_contacts.title(self._telling.voice))
            yield Cards(tuple(contact_card(card, self._telling, whole=False, shorten=self._short) for card in shown))

    def _more(self, goals: int, agreements: int, pending: int) -> Iterator[Part]:
        most = self._fullness
        said = paper_plan.more_on_next_pages(
            max(goals - most.goals, 0),
            max(agreements - most.agreements, 0),
            max(pending - most.pending, 0),
            max(len(self._plan.contacts) - most.contacts, 0),
        )
        if said:
            yield Paragraph(said, Tone.SMALL)

    def _next_meeting(self) -> Part:
        plan, voice = self._plan, self._telling.voice
        when = self._short_sentence(paper_plan.next_meeting(plan.next_meeting, voice))
        about = paper_plan.about_meeting(plan.next_meeting, plan.coordinator, plan.sender, voice)
        return Callout(((bold(paper_plan.NEXT_MEETING), Span(when)), about))

    def _short_sentence(self, text: str) -> str:
        """A place may be a long story; the day stands first."""
        return shortened(text, 2 * self._fullness.text)
