"""What the consent form says: a consent as it was given, with its exact text, or the form before it is given."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.content_parts import ContactCard, Sender


@dataclass(frozen=True, slots=True)
class GivenWords:
    """A consent that was given: its exact text, and the parts of it. `until_on` is the first day after it."""

    text: str
    purpose: str
    shared_with: str
    not_covered: str = ""
    given_by: str = ""
    from_on: date | None = None
    until_on: date | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """The form about one citizen. Of a child it is signed by whoever holds custody.

    `themes` are the kinds of information there can be, `people` those the form lets the citizen choose from. `given`
    is None while nothing has been said yes to: then the form is to be filled in by hand.
    `own_words` are what the municipality has added to the text that is said yes to.
    Source: forvaltningsloven § 28, databeskyttelsesforordningen art. 7.
    """

    sender: Sender
    citizen: str
    made_on: date
    themes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    custody_holders: tuple[str, ...] = ()
    is_child: bool = False
    coordinator: ContactCard | None = None
    given: GivenWords | None = None
    own_words: tuple[str, ...] = ()
