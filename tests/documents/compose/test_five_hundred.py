"""A plan and minutes with five hundred agreements: every one of them is on the paper, in both prints."""

from dataclasses import replace
from typing import Final

import pytest

from koordinator.documents.compose.minutes import minutes_paper
from koordinator.documents.compose.plan_citizen import plan_for_citizen
from koordinator.documents.compose.plan_professional import plan_for_professionals
from koordinator.documents.content import Document
from koordinator.domain.content_parts import AgreementContent, Uid
from tests.documents.compose.contents import PLAN
from tests.documents.compose.meetings import MINUTES
from tests.documents.compose.papers import on_paper, sentences

MANY: Final = 500
(PROMISED, *_) = PLAN.agreements


def agreements() -> tuple[AgreementContent, ...]:
    return tuple(replace(PROMISED, uid=Uid(f"a{n}"), what=f"Ringer til nummer {n:03}.") for n in range(MANY))


def papers(*, large_print: bool) -> dict[str, Document]:
    plan, minutes = replace(PLAN, agreements=agreements()), replace(MINUTES, agreements=agreements())
    return {
        "citizen": plan_for_citizen(plan, None, large_print=large_print),
        "professionals": plan_for_professionals(plan, None, large_print=large_print),
        "minutes": minutes_paper(minutes, to_citizen=True, large_print=large_print),
    }


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("name", ["citizen", "professionals", "minutes"])
def test_every_agreement_is_on_the_paper(name: str, *, large_print: bool) -> None:
    said = sentences(on_paper(papers(large_print=large_print)[name]))

    missing = [n for n in range(MANY) if f"nummer {n:03}" not in said]
    assert missing == []
