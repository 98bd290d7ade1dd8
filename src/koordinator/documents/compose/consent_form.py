"""The consent form: a consent word for word as it was given, or the same words with room to fill them in."""

from collections.abc import Iterator

from koordinator.documents.compose.parts import facts
from koordinator.documents.content import (
    Block,
    BulletList,
    Callout,
    CalloutTone,
    CheckItem,
    CheckList,
    Document,
    Heading,
    KeepTogether,
    Masthead,
    OnePage,
    Paragraph,
    Part,
    Quote,
    Signatures,
    Title,
    Tone,
    WritingLines,
    citizens_words,
)
from koordinator.domain.consent_content import ConsentForm, GivenWords
from koordinator.texts import consent as told
from koordinator.texts import paper_consent_form as words
from koordinator.texts.formats import date_long


def consent_form(form: ConsentForm, *, large_print: bool) -> Document:
    """The form about one citizen."""
    parts = (
        Title(words.TITLE, words.kicker(form.sender.municipality, form.made_on), form.citizen),
        Paragraph(words.lead(form), Tone.LEAD),
        *(_to_fill_in(form) if form.given is None else _as_given(form, form.given)),
    )
    # What is signed stands on the page with the signature wherever one page can hold it.
    blocks: tuple[Block, ...] = parts if form.given is None or large_print else (OnePage(parts),)
    return Document(
        title=words.TITLE,
        subject=words.TITLE,
        author=form.sender.municipality,
        version_text=words.TITLE,
        date_text=date_long(form.made_on),
        footer=words.footer(large_print=large_print),
        running_head=words.running_head(form.citizen),
        large_print=large_print,
        masthead=Masthead.MARK,
        blocks=blocks,
    )


def _as_given(form: ConsentForm, given: GivenWords) -> Iterator[Part]:
    if given.withdrawn_on is not None:
        yield Callout((words.taken_back(given.withdrawn_on),), CalloutTone.WAITING)
    yield Heading(words.EXACT)
    yield Quote(words.EXACT_LABEL, tuple(filter(None, given.text.split("\n"))))
    yield Heading(words.IN_SHORT)
    yield from facts(
        (words.WHO, given.shared_with),
        (words.WHAT, words.what_may_be_shared(form.themes)),
        (words.NOT_COVERED, given.not_covered or words.NOTHING_LEFT_OUT),
        (words.WHY, given.purpose),
        (words.HOW_LONG, words.how_long(given)),
        (words.GIVEN_BY, given.given_by),
    )
    giver = given.given_by or form.citizen
    signers = (words.signer(giver, holds_custody=giver in form.custody_holders),)
    yield KeepTogether((*_rights(form), *(_signed(signers) if given.withdrawn_on is None else ())))


def _to_fill_in(form: ConsentForm) -> Iterator[Part]:
    yield Paragraph(words.FILL_IN)
    yield from _who(form)
    yield from _asked(words.WHAT_HEADING, told.ONLY_NEEDED)
    if kinds := words.kinds(form.themes):
        yield Paragraph(kinds)
    yield KeepTogether(
        (*_asked(words.NOT_COVERED_HEADING, told.LEFT_OUT), WritingLines(2), Paragraph(words.NOT_COVERED_HELP))
    )
    usual = CheckList((CheckItem(told.USUAL_PURPOSE), CheckItem(words.SOMETHING_ELSE)))
    yield KeepTogether((*_asked(words.WHY_HEADING, told.USED_FOR), usual, WritingLines(1)))
    yield KeepTogether((*_asked(words.HOW_LONG_HEADING, told.HOLDS_UNTIL), WritingLines(1), Paragraph(words.NO_END)))
    for words_added in form.own_words:
        yield Paragraph((citizens_words(words_added),))
    holders = form.custody_holders or ((words.CUSTODY_HOLDER,) if form.is_child else ())
    signers = tuple(words.signer(name, holds_custody=name in form.custody_holders) for name in holders)
    yield KeepTogether((*_rights(form), *_signed(signers or (form.citizen,), told.VOLUNTARY)))


def _who(form: ConsentForm) -> Iterator[Part]:
    yield from _asked(words.WHO_HEADING, words.beginning(form))
    yield CheckList((CheckItem(told.ALL_INVITED),))
    if form.people:
        yield Paragraph(words.SOME_ONLY, keep_with_next=True)
        yield CheckList(tuple(map(CheckItem, form.people)))
    yield Paragraph(words.OTHERS, keep_with_next=True)
    yield WritingLines(1)


def _asked(heading: str, said: str) -> Iterator[Part]:
    """A question, and the words of the consent that the answer goes on from."""
    yield Heading(heading)
    yield Paragraph((citizens_words(said),), keep_with_next=True)


def _rights(form: ConsentForm) -> Iterator[Part]:
    """On the page of the signature: nobody signs without having seen them."""
    yield Heading(words.CHOICE_HEADING)
    yield BulletList(words.rights(form.coordinator, form.sender))


def _signed(signers: tuple[str, ...], said: str = "") -> Iterator[Part]:
    yield Heading(words.SIGN_HEADING)
    if said:
        yield Paragraph((citizens_words(said),))
    yield Signatures(tuple(label for name in signers for label in (name, words.DATE)))
