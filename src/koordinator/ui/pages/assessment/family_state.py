"""What a family's page of assessment shows of its members, made of the family's background alone."""

from dataclasses import dataclass

from koordinator.domain.assessment import Assessment
from koordinator.domain.assessment_model import ParameterKey
from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.texts.formats import first_name
from koordinator.ui.tabs.siblings import SiblingsApart, apart_in_family
from koordinator.usecases.family_background import FamilyBackground, MemberStanding


@dataclass(frozen=True, slots=True)
class FamilyView:
    """`members` is a line each, `remarks` who is not counted; `apart` the siblings who should share a caseworker."""

    members: tuple[str, ...]
    remarks: tuple[str, ...]
    apart: SiblingsApart | None = None


def family_view(family: FamilyBackground | None) -> FamilyView | None:
    """Who is in the family and who is not; None for a citizen."""
    if family is None:
        return None
    remarks = [texts.left_family(first_name(each.citizen.name), each.because, each.left_on) for each in family.left]
    remarks += [texts.belongs_elsewhere(first_name(each.citizen.name), each.family) for each in family.elsewhere]
    if not family.members:
        remarks.insert(0, texts.NO_MEMBERS)
    elif not family.has_children:
        remarks.append(texts.NO_CHILDREN)
    return FamilyView(
        members=tuple(_standing(member) for member in family.members),
        remarks=tuple(remarks),
        apart=apart_in_family(family.siblings_apart, family.employees),
    )


def members_said(family: FamilyBackground | None, key: ParameterKey) -> str:
    """What was answered for each member the last time: Oliver: »Kun delvist« (12.03.2026)."""
    members = family.members if family is not None else ()
    lines = (_said(first_name(each.citizen.name), each.last, key) for each in members if each.last is not None)
    return texts.members_last([line for line in lines if line])


def _standing(member: MemberStanding) -> str:
    assessed_on = member.last.decided_on if member.last is not None else None
    return texts.member_standing(first_name(member.citizen.name), member.step, assessed_on)


def _said(name: str, last: Assessment, key: ParameterKey) -> str:
    """By the words of the model that the member was assessed by; nothing when that did not ask."""
    answer = last.answer_to(key)
    if answer.option is None:
        return ""
    parameter = last.model.parameter(key)
    citizens = words.option_label(parameter, answer.citizen_option) if answer.citizen_option and answer.differ else ""
    return texts.member_answer(name, words.option_label(parameter, answer.option), citizens, last.decided_on)
