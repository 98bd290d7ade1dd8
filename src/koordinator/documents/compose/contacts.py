"""Hvem hjælper dig med hvad, as a sheet of its own: to hang on the wall, so the telephone numbers stand out."""

from collections.abc import Iterable, Iterator

from koordinator.documents.compose.parts import Telling, contact_card, telling_of
from koordinator.documents.content import (
    Callout,
    Cards,
    Document,
    Heading,
    Paragraph,
    Part,
    Span,
    Title,
    Tone,
    bold,
    muted,
)
from koordinator.domain.content_parts import ContactCard, Uid
from koordinator.domain.plan_content import PlanContent
from koordinator.domain.register import ContactKind
from koordinator.texts import paper_contacts, paper_plan
from koordinator.texts.formats import date_long
from koordinator.texts.paper_voice import Voice, voice_about


def contacts_sheet(
    plan: PlanContent, *, large_print: bool, to_citizen: bool = True, member_uid: Uid | None = None
) -> Document:
    """The sheet, from trin 1 on; it needs no plan, only the people in it."""
    telling = telling_of(plan.subject, plan.approved_on, member_uid)
    about = voice_about(plan.subject.name, family=plan.subject.is_family)
    voice = telling.voice if to_citizen else about
    people = tuple(_people(plan.contacts, telling))
    # The one to call is on the first page, also where the people take several.
    call = tuple(_whom_to_call(plan, voice)) if to_citizen else ()
    return Document(
        title=paper_contacts.SUBJECT,
        subject=paper_contacts.SUBJECT,
        author=plan.sender.municipality,
        version_text=paper_contacts.SUBJECT,
        date_text=date_long(plan.approved_on),
        footer=paper_contacts.footer(voice, large_print=large_print) if to_citizen else "",
        running_head=paper_contacts.running_head(telling.named),
        large_print=large_print,
        blocks=(
            Title(
                paper_contacts.title(voice),
                paper_contacts.kicker(plan.sender.municipality, plan.approved_on),
                telling.named,
            ),
            *((Paragraph(paper_contacts.lead(voice), Tone.LEAD),) if to_citizen else ()),
            *((*call, *people) if large_print else (*people, *call)),
        ),
    )


def _people(contacts: tuple[ContactCard, ...], telling: Telling) -> Iterator[Part]:
    if not contacts:
        yield Paragraph((muted(paper_contacts.NOBODY),))
    helpers = [card for card in contacts if card.kind is ContactKind.PROFESSIONAL]
    own = [card for card in contacts if card.kind is not ContactKind.PROFESSIONAL]
    yield from _cards(paper_contacts.HELPERS if own else "", helpers, telling)
    yield from _cards(paper_contacts.YOUR_OWN, own, telling)


def _cards(heading: str, contacts: Iterable[ContactCard], telling: Telling) -> Iterator[Part]:
    cards = tuple(contact_card(card, telling, whole=True) for card in contacts)
    if cards:
        if heading:
            yield Heading(heading)
        yield Cards(cards)


def _whom_to_call(plan: PlanContent, voice: Voice) -> Iterator[Part]:
    doubt = tuple(line for line in paper_contacts.whom_to_call(plan.coordinator, plan.sender, voice) if line)
    meeting = (
        ((bold(paper_plan.NEXT_MEETING), Span(paper_plan.next_meeting(plan.next_meeting, voice))),)
        if plan.next_meeting
        else ()
    )
    yield Callout((*meeting, *doubt))
