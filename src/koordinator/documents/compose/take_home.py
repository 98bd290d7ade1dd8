"""Tag med hjem: one page with what was agreed, what is not decided yet, the next meeting and whom to call."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from koordinator.documents.compose.parts import (
    Telling,
    agreement_table,
    agreement_when,
    in_time,
    is_decided,
    open_ones,
    pending_box,
    telling_of,
)
from koordinator.documents.compose.plan_goals import in_their_voice
from koordinator.documents.compose.shorten import shortened
from koordinator.documents.content import (
    Block,
    BulletList,
    Callout,
    Document,
    Heading,
    OnePage,
    Paragraph,
    Part,
    Span,
    Text,
    Title,
    Tone,
    bold,
    muted,
    spans_of,
)
from koordinator.domain.content_parts import AgreementContent, PendingContent
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.minutes_content import MinutesContent
from koordinator.texts import paper_plan
from koordinator.texts import paper_take_home as words
from koordinator.texts.formats import date_long, join_with_og
from koordinator.texts.paper_common import SEPARATOR
from koordinator.texts.paper_voice import without_stop


class _Fullness(NamedTuple):
    """How much the page takes: characters of any text, and how many of each thing."""

    text: int
    goals: int
    agreements: int
    own: int
    pending: int


_FULLNESS: Final = (
    _Fullness(text=200, goals=4, agreements=14, own=8, pending=5),
    _Fullness(text=160, goals=4, agreements=10, own=6, pending=4),
    _Fullness(text=120, goals=3, agreements=9, own=6, pending=3),
    _Fullness(text=100, goals=3, agreements=7, own=5, pending=2),
    _Fullness(text=80, goals=2, agreements=6, own=4, pending=2),
    _Fullness(text=60, goals=1, agreements=4, own=3, pending=1),
)
_LARGE_PRINT: Final = _Fullness(text=300, goals=8, agreements=30, own=20, pending=10)


def take_home_sheet(content: MinutesContent, *, large_print: bool) -> Document:
    """The sheet as the meeting stands, also before it is closed; in large print it takes the pages it needs."""
    day, subject = content.appointment.starts_on, content.subject
    telling = telling_of(subject, day)
    return Document(
        title=words.TITLE,
        subject=words.SUBJECT,
        author=content.sender.municipality,
        version_text=words.TITLE,
        date_text=date_long(day),
        footer=words.footer(telling.voice, large_print=large_print),
        running_head=words.running_head(day, subject.name),
        large_print=large_print,
        blocks=_blocks(content, telling, large_print=large_print),
    )


def _blocks(content: MinutesContent, telling: Telling, *, large_print: bool) -> tuple[Block, ...]:
    if large_print:
        return _Sheet(content, telling, _LARGE_PRINT).parts()
    fullest, *shorter = (_Sheet(content, telling, fullness).parts() for fullness in _FULLNESS)
    return (OnePage(fullest, tuple(shorter)),)


class _Sheet:
    """The page with so much of everything."""

    def __init__(self, content: MinutesContent, telling: Telling, fullness: _Fullness) -> None:
        self._content, self._telling, self._most = content, telling, fullness
        every = in_time(open_ones((*content.agreements, *content.since_last)))
        self._new_goals = [goal for goal in content.goals if goal.uid in content.new_goal_uids]
        self._own = [each for each in every if self._is_own(each)]
        self._others = [each for each in every if not self._is_own(each)]
        self._pending = [each for each in content.pending if not is_decided(each)]

    def parts(self) -> tuple[Part, ...]:
        content, voice = self._content, self._telling.voice
        day = content.appointment.starts_on
        return (
            Title(words.TITLE, words.kicker(content.sender.municipality, day), self._short(content.subject.name)),
            Paragraph(words.lead(voice), Tone.LEAD),
            Heading(words.AGREED),
            *self._agreed(),
            *self._own_part(),
            *self._not_decided(self._pending[: self._most.pending]),
            *self._more(),
            self._next_and_whom(),
        )

    def _is_own(self, agreement: AgreementContent) -> bool:
        return agreement.who_uid is not None and self._content.subject.member(agreement.who_uid) is not None

    def _short(self, text: str) -> str:
        return shortened(text, self._most.text)

    def _agreed(self) -> Iterator[Part]:
        titles = [without_stop(self._short(goal.title)) for goal in self._new_goals[: self._most.goals]]
        if titles:
            yield Paragraph((bold(words.new_goals(len(titles))), Span(f"{join_with_og(titles)}.")))
        if self._others:
            yield agreement_table(self._others[: self._most.agreements], self._telling, self._short)
        elif not self._own:
            yield Paragraph((muted(words.NOTHING_AGREED),))

    def _own_part(self) -> Iterator[Part]:
        """What the citizen has promised, and what they manage and practise on each goal."""
        lines = [*map(self._own_line, self._own), *self._on_goals()][: self._most.own]
        if lines:
            yield Heading(words.you_do(self._telling.voice))
            yield BulletList(tuple(lines))

    def _own_line(self, agreement: AgreementContent) -> Text:
        who = self._telling.member_name(agreement.who_uid)
        what, when = self._short(agreement.what), agreement_when(agreement, self._telling.made_on)
        said = (Span(what), muted(f"{SEPARATOR}{when}"))
        return (bold(words.ready(who)), *said) if who else said

    def _on_goals(self) -> Iterator[Text]:
        for goal in self._content.goals:
            voice = self._telling.voice_of(goal.member_uid)
            parts = ((paper_plan.you_do(voice), goal.own_part), (paper_plan.you_practise(voice), goal.practising))
            for label, text in parts if goal.status is GoalStatus.ACTIVE else ():
                if text.strip():
                    yield (bold(words.ready(label)), *spans_of(in_their_voice(self._short(text))))

    def _not_decided(self, pending: list[PendingContent]) -> Iterator[Part]:
        if pending:
            yield from pending_box(pending, self._telling, self._short)
            yield Paragraph(paper_plan.appeal_help(self._telling.voice), Tone.SMALL)

    def _more(self) -> Iterator[Part]:
        most, goals = self._most, max(len(self._new_goals) - self._most.goals, 0)
        agreements = max(len(self._others) - most.agreements, 0) + max(len(self._own) - most.own, 0)
        said = words.more_in_minutes(goals, agreements, max(len(self._pending) - most.pending, 0))
        if said:
            yield Paragraph(said, Tone.SMALL)

    def _next_and_whom(self) -> Part:
        content, voice = self._content, self._telling.voice
        when = shortened(paper_plan.next_meeting(content.next_meeting, voice), 2 * self._most.text)
        call = words.whom_to_call(content.coordinator, content.sender, voice)
        return Callout(((bold(words.NEXT_MEETING), Span(when)), call))
