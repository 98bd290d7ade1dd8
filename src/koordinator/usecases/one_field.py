"""Saving one field of a form whose fields are left one by one: the others stay as they are stored."""

from dataclasses import replace
from typing import Any, Final, TypeVar

from koordinator.domain.errors import StaleVersion
from koordinator.domain.joint_plan import JointPlan, MemberPart
from koordinator.domain.meeting import Preparation

Form = TypeVar("Form", JointPlan, MemberPart, Preparation)

_CALLED: Final[dict[type, str]] = {JointPlan: "joint_plan", MemberPart: "joint_plan", Preparation: "preparation"}


def with_field(stored: Form, shown: Form, name: str, text: str) -> Form:
    """The stored form with the one field as it is written now.

    Raises StaleVersion when somebody else has written in that field since it was shown.
    """
    if getattr(stored, name) != getattr(shown, name):
        raise StaleVersion(_CALLED[type(stored)])
    changed: dict[str, Any] = {name: text}
    return replace(stored, **changed)
