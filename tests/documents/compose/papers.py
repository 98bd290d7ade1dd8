"""Every paper, by name, and ways to look into one before and after it is printed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any, Final, Protocol, TypeVar

from koordinator.documents.compose.assessment_note import assessment_note
from koordinator.documents.compose.consent_form import consent_form
from koordinator.documents.compose.contacts import contacts_sheet
from koordinator.documents.compose.course_history import course_paper
from koordinator.documents.compose.input_card import input_card
from koordinator.documents.compose.invitation import agenda_sheet, invitation_letter
from koordinator.documents.compose.letters import end_letter, handover_letter, responsible_letter
from koordinator.documents.compose.log_letter import log_letter
from koordinator.documents.compose.minutes import minutes_paper
from koordinator.documents.compose.model_sheet import model_sheet
from koordinator.documents.compose.network import network_paper
from koordinator.documents.compose.plan_citizen import plan_for_citizen
from koordinator.documents.compose.plan_professional import plan_for_professionals
from koordinator.documents.compose.preparation import preparation_sheet
from koordinator.documents.compose.recovery_sheet import recovery_sheet
from koordinator.documents.compose.right_of_access import access_report
from koordinator.documents.compose.supervision_report import supervision_report
from koordinator.documents.compose.take_home import take_home_sheet
from koordinator.documents.compose.ways_sheet import ways_sheet
from koordinator.documents.compose.year_wheel import wheel_paper
from koordinator.documents.content import Document, OnePage
from koordinator.domain.plan_difference import difference
from tests.documents.compose.access import EMPTY_REPORT, LOG, REPORT
from tests.documents.compose.citizen_sheets import (
    BLANK_CONSENT,
    BLANK_OF_ANY_CHILD,
    BLANK_OF_CHILD,
    GIVEN_CONSENT,
    GIVEN_FOR_CHILD,
    NO_WAY_NEEDED,
    TAKEN_BACK,
    WAYS,
    WAYS_FAMILY,
    WAYS_TODAY,
)
from tests.documents.compose.contents import BEFORE, FAMILY_PLAN, PLAN, SPARSE_PLAN, stuffed
from tests.documents.compose.letters import (
    ABSENCE,
    ENDED,
    ENDED_FAMILY,
    HANDED_OVER,
    HANDED_OVER_FAMILY,
    ONE_IS_BOTH,
    RESPONSIBLE,
)
from tests.documents.compose.meetings import (
    CANCELLED,
    CARD,
    CORRECTED,
    DEVIATING,
    FAMILY_MINUTES,
    INVITATION,
    INVITED_FAMILY,
    MINUTES,
    MOVED,
    NEUTRAL,
    NOTE,
    PREPARATION,
    PREPARED,
    RECOVERY,
    SPARSE_INVITATION,
    SPARSE_MINUTES,
    STUFFED_MINUTES,
    TO_KAREN,
    TO_KIM,
)
from tests.documents.compose.supervision import MERGED, SUPERVISION
from tests.documents.drawings import FULL_WHEEL, LONG_COURSE, NO_COURSE, PACE
from tests.documents.networks import crowd, network, with_everything
from tests.documents.press import PRESS, ReadBack, read_back
from tests.support.letter_texts import TEXTS


class Compose(Protocol):
    """Makes a paper's content."""

    def __call__(self, *, large_print: bool) -> Document: ...


PRESS.register_fonts()
NEWS: Final = difference(BEFORE, PLAN)

PAPERS: Final[dict[str, Compose]] = {
    "plan": partial(plan_for_citizen, PLAN, NEWS),
    "plan-sparse": partial(plan_for_citizen, SPARSE_PLAN, None),
    "plan-family": partial(plan_for_citizen, FAMILY_PLAN, NEWS),
    "plan-stuffed": partial(plan_for_citizen, stuffed(), NEWS),
    "plan-professional": partial(plan_for_professionals, PLAN, NEWS),
    "plan-professional-sparse": partial(plan_for_professionals, SPARSE_PLAN, None),
    "plan-professional-family": partial(plan_for_professionals, FAMILY_PLAN, NEWS),
    "contacts": partial(contacts_sheet, PLAN),
    "contacts-professional": partial(contacts_sheet, PLAN, to_citizen=False),
    "contacts-sparse": partial(contacts_sheet, SPARSE_PLAN),
    "invitation": partial(invitation_letter, INVITATION, TEXTS, to_citizen=True),
    "invitation-sparse": lambda large_print: invitation_letter(
        SPARSE_INVITATION, TEXTS, to_citizen=True, large_print=large_print
    ),
    "invitation-relative": partial(invitation_letter, TO_KAREN, TEXTS, to_citizen=True),
    "invitation-family": partial(invitation_letter, INVITED_FAMILY, TEXTS, to_citizen=True),
    "invitation-neutral": partial(invitation_letter, NEUTRAL, TEXTS, to_citizen=True),
    "invitation-professional": partial(invitation_letter, TO_KIM, TEXTS, to_citizen=False),
    "invitation-moved": partial(invitation_letter, MOVED, TEXTS, to_citizen=True),
    "invitation-cancelled": partial(invitation_letter, CANCELLED, TEXTS, to_citizen=True),
    "agenda": partial(agenda_sheet, INVITATION, to_citizen=True),
    "preparation": partial(preparation_sheet, PREPARATION, TEXTS),
    "input-card": partial(input_card, CARD),
    "preparation-begun": partial(preparation_sheet, PREPARED, TEXTS),
    "minutes": partial(minutes_paper, MINUTES, to_citizen=True),
    "minutes-professional": partial(minutes_paper, CORRECTED, to_citizen=False),
    "minutes-sparse": partial(minutes_paper, SPARSE_MINUTES, to_citizen=True),
    "take-home": partial(take_home_sheet, MINUTES),
    "take-home-family": partial(take_home_sheet, FAMILY_MINUTES),
    "take-home-sparse": partial(take_home_sheet, SPARSE_MINUTES),
    "take-home-stuffed": partial(take_home_sheet, STUFFED_MINUTES),
    "responsible": partial(responsible_letter, RESPONSIBLE, TEXTS),
    "responsible-both": partial(responsible_letter, ONE_IS_BOTH, TEXTS),
    "handover": partial(handover_letter, HANDED_OVER, TEXTS),
    "handover-absence": partial(handover_letter, ABSENCE, TEXTS),
    "handover-family": partial(handover_letter, HANDED_OVER_FAMILY, TEXTS),
    "end": partial(end_letter, ENDED, TEXTS),
    "end-family": partial(end_letter, ENDED_FAMILY, TEXTS),
    "ways": partial(ways_sheet, WAYS),
    "ways-today": partial(ways_sheet, WAYS_TODAY),
    "ways-family": partial(ways_sheet, WAYS_FAMILY),
    "ways-no-need": partial(ways_sheet, NO_WAY_NEEDED),
    "consent-blank": partial(consent_form, BLANK_CONSENT),
    "consent-blank-child": partial(consent_form, BLANK_OF_CHILD),
    "consent-blank-any-child": partial(consent_form, BLANK_OF_ANY_CHILD),
    "consent-given": partial(consent_form, GIVEN_CONSENT),
    "consent-given-child": partial(consent_form, GIVEN_FOR_CHILD),
    "consent-taken-back": partial(consent_form, TAKEN_BACK),
    "network": partial(network_paper, with_everything()),
    "network-stuffed": partial(network_paper, crowd(40)),
    "network-sparse": partial(network_paper, network()),
    "course": partial(course_paper, LONG_COURSE),
    "course-sparse": partial(course_paper, NO_COURSE),
    "wheel": partial(wheel_paper, FULL_WHEEL),
    "model": partial(model_sheet, PACE),
    "access": partial(access_report, REPORT),
    "access-empty": partial(access_report, EMPTY_REPORT),
    "access-log": partial(log_letter, LOG),
    "assessment": partial(assessment_note, NOTE),
    "assessment-deviating": partial(assessment_note, DEVIATING),
    "supervision": partial(supervision_report, SUPERVISION),
    "supervision-outside": partial(supervision_report, MERGED),
    "recovery": lambda large_print: recovery_sheet(RECOVERY),  # noqa: ARG005 (always large)
}
_NOT_MEASURED: Final = ("assessment", "recovery", "course", "wheel", "model", "network", "supervision")
"""To professionals; and the network, whose picture says a list of names."""
CITIZENS_PAPERS: Final = tuple(
    name for name in PAPERS if not name.startswith(_NOT_MEASURED) and "professional" not in name
)


def printed_paper(name: str, *, large_print: bool = False) -> ReadBack:
    """The paper as another program reads it."""
    return on_paper(PAPERS[name](large_print=large_print))


def on_paper(document: Document) -> ReadBack:
    """The document as another program reads it."""
    return read_back(PRESS.render(document))


def sentences(paper: ReadBack) -> str:
    """The paper's text on one line, so that a sentence broken over lines can be found."""
    return " ".join(paper.text.split())


def words_in(thing: object) -> Iterator[str]:
    """Every text in a document's blocks, in reading order; of a page with shorter versions the fullest."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from words_in(part)
    elif isinstance(thing, OnePage):
        yield from words_in(thing.blocks)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from words_in(getattr(thing, field.name))


Content = TypeVar("Content")
_KEPT: Final = frozenset(
    {"model_text", "model_key", "model_version", "snapshot", "sha256", "parameter", "option", "one", "other", "kind"}
)


def with_text_everywhere(content: Content, text: str) -> Content:
    """The content with the text in every field that a person can have typed."""
    changed: Any = _changed("", content, text)
    return changed  # type: ignore[no-any-return]


def _changed(name: str, value: Any, text: str) -> Any:  # noqa: ANN401 (any field of any content)
    if type(value) is str:
        return value if name.endswith(("uid", "option")) or name in _KEPT else text
    if isinstance(value, tuple):
        return tuple(_changed(name, part, text) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _changed(each.name, getattr(value, each.name), text) for each in fields(value)}
        )
    return value
