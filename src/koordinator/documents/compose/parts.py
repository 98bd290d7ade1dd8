"""The parts that several papers share: agreements, pending decisions, people, the next meeting."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from koordinator.documents.compose.shorten import paragraphs
from koordinator.documents.content import (
    Address,
    BulletList,
    Callout,
    CalloutTone,
    Card,
    Cell,
    Checkbox,
    Column,
    Facts,
    Gap,
    Paragraph,
    Part,
    Quote,
    Space,
    Span,
    Table,
    Text,
    bold,
    muted,
)
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import (
    AgreementContent,
    ContactCard,
    MemberContent,
    PendingContent,
    Sender,
    SubjectContent,
)
from koordinator.domain.invitation_content import Addressee
from koordinator.texts import paper_common as common
from koordinator.texts import paper_consent as consent
from koordinator.texts import paper_invitation as greetings
from koordinator.texts import paper_plan as words
from koordinator.texts.paper_voice import Voice, quoted_once, voice_about, voice_to


class Telling(NamedTuple):
    """To whom a paper is told, about whom, and on which day.

    `member` is set where it is one family member's copy, `by_name` where the reader is not the citizen.
    """

    voice: Voice
    subject: SubjectContent
    made_on: date
    member: MemberContent | None = None
    by_name: bool = False

    @property
    def named(self) -> str:
        """Whom the paper is about, as its head says it."""
        return common.copy_for(self.subject.name, self.member.name if self.member else "")

    def who(self, name: str, uid: str | None) -> str:
        """The name; to the one citizen it is about, "Du"."""
        if uid is None or self.by_name or self.subject.is_family or self.subject.member(uid) is None:
            return name
        return self.voice.you_first

    def member_name(self, uid: str | None) -> str:
        """The family member's name; nothing in a plan of one citizen, where all is the citizen's."""
        member = self.subject.member(uid) if uid and self.subject.is_family else None
        return member.name if member else ""

    def voice_of(self, member_uid: str | None) -> Voice:
        """The voice to the reader; about a family member where something is that member's own."""
        name = self.member_name(member_uid)
        return voice_about(name) if name else self.voice


def telling_of(subject: SubjectContent, made_on: date, member_uid: str | None = None) -> Telling:
    """How the paper speaks to the citizen or the family it is about."""
    member = subject.member(member_uid) if member_uid else None
    return Telling(voice_to(family=subject.is_family), subject, made_on, member)


Shorten = Callable[[str], str]


def unchanged(text: str) -> str:
    """The whole text."""
    return text


def in_time(agreements: Iterable[AgreementContent]) -> tuple[AgreementContent, ...]:
    """The ones with a day by that day, then those that go on, and last those that are settled."""
    return tuple(sorted(agreements, key=_place_in_time))


def _place_in_time(agreement: AgreementContent) -> tuple[bool, bool, date]:
    settled = agreement.status is not AgreementStatus.OPEN
    return settled, agreement.due_on is None, agreement.due_on or agreement.made_on


def open_ones(agreements: Iterable[AgreementContent]) -> tuple[AgreementContent, ...]:
    """The agreements still to be kept."""
    return tuple(each for each in agreements if each.status is AgreementStatus.OPEN)


def agreement_table(agreements: Iterable[AgreementContent], telling: Telling, shorten: Shorten = unchanged) -> Table:
    """What, who, by when, and a box to tick."""
    columns = (Column(words.WHAT), Column(words.WHO, 0), Column(words.WHEN, 0), Column(words.DONE, 0))
    rows = tuple(_agreement_row(each, telling, shorten) for each in agreements)
    return Table(columns, rows, words.NO_AGREEMENTS)


def _agreement_row(agreement: AgreementContent, telling: Telling, shorten: Shorten) -> tuple[Cell, ...]:
    who = telling.who(agreement.who, agreement.who_uid) or words.NOBODY_YET
    return (shorten(agreement.what), shorten(who), shorten(agreement_when(agreement, telling.made_on)), tick(agreement))


def agreement_when(agreement: AgreementContent, near: date) -> str:
    """By when, or how it went."""
    if agreement.status is AgreementStatus.DONE:
        return words.settled_late(agreement.settled_on, near) if agreement.settled_on else words.DONE.lower()
    if agreement.status is AgreementStatus.NOT_DONE:
        return words.not_done(agreement.not_done_reason)
    return common.when_due(agreement, near)


def tick(agreement: AgreementContent) -> Cell:
    """A box to tick, a ticked one, or none for what goes on and for what came to nothing."""
    if agreement.status is AgreementStatus.DONE:
        return Checkbox(done=True)
    return Checkbox() if agreement.status is AgreementStatus.OPEN and agreement.due_on else ""


def is_decided(decision: PendingContent) -> bool:
    """There is an answer."""
    return decision.outcome_on is not None


def pending_box(decisions: Iterable[PendingContent], telling: Telling, shorten: Shorten = unchanged) -> Iterable[Part]:
    """What is not decided yet, each with who answers when; nothing where all is."""
    waiting = (replace(each, what=shorten(each.what)) for each in decisions if not is_decided(each))
    lines = tuple(
        (bold(words.PENDING_LABEL), Span(words.pending_sentence(each, telling.made_on, telling.voice)))
        for each in waiting
    )
    if lines:
        yield Callout(lines, CalloutTone.WAITING)


def contact_card(card: ContactCard, telling: Telling, *, whole: bool, shorten: Shorten = unchanged) -> Card:
    """One person: name, role, what they help with, how to reach them; `whole` tells the e-mail and whom they help."""
    role = common.role_words(card, short=not whole)
    title = (bold(shorten(card.name)), *((Span(common.SEPARATOR + shorten(role)),) if role else ()))
    helps = card.helps_with or (words.call_about_everything(card.name) if card.is_coordinator else "")
    reach = (common.phone_line(card), card.email if whole else "")
    helped = words.helps_members(telling.member_name(uid) for uid in card.for_uids) if whole else ""
    lines: list[Text] = [line for line in (shorten(helps), helped) if line]
    lines += [(muted(line),) for line in reach if line]
    return Card(title, tuple(lines))


def quote(label: str, text: str) -> Iterable[Part]:
    """The text as a quote, each of its own lines for itself; nothing for an empty text."""
    if lines := paragraphs(text):
        yield Quote(label, tuple(quoted_once(line) for line in lines))


def bullets_or_text(text: str) -> Iterable[Part]:
    """Several lines as a list, one line as a paragraph."""
    lines = paragraphs(text)
    if len(lines) > 1:
        yield BulletList(tuple(line.lstrip(_BULLETS) for line in lines))
    elif lines:
        yield Paragraph(lines[0])


def reduced_note(name: str) -> Callout:
    """Says that the paper is for one person and that something is left out, and never what."""
    return Callout(((bold(consent.reduced_label(name)), Span(consent.REDUCED)),), CalloutTone.WAITING)


def facts(*rows: tuple[str, Text]) -> Iterable[Part]:
    """The rows that say something."""
    if shown := tuple(row for row in rows if row[1]):
        yield Facts(shown)


def address(sender: Sender, addressee: Addressee) -> Iterable[Part]:
    """For the window of the envelope; whoever has no address here gets the letter another way."""
    if addressee.address_lines:
        yield Address((addressee.name, *addressee.address_lines), sender.return_address)


def signed(by: ContactCard | None, sender: Sender) -> Iterable[Part]:
    """The greeting at the end of a letter; nothing where neither somebody nor the municipality is known."""
    if greeting := greetings.signed(by, sender):
        yield Space(Gap.SMALL)
        yield Paragraph(greeting)


_BULLETS: Final = "•-–* "
