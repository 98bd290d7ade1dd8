"""A database is whole when nothing in it was found wrong."""

from dataclasses import replace

import pytest

from koordinator.domain.assessment_snapshot import LockedFault
from koordinator.domain.audit import GENESIS, LogHead
from koordinator.domain.audit_check import LogCheck, LogFault, LogFaultKind
from koordinator.domain.ids import AssessmentId, MinutesVersionId, PaperId, PlanVersionId
from koordinator.domain.verification import Verification

LOG = LogCheck(1, 1, LogHead(1, GENESIS), 0, ())
WHOLE = Verification((), LOG, 1, (), 1, (), 1, (), 1, ())
FAULTY = (
    replace(WHOLE, page_faults=("x",)),
    replace(WHOLE, log=LOG._replace(faults=(LogFault(LogFaultKind.MISSING, 1, 1),))),
    replace(WHOLE, assessment_faults=((AssessmentId(1), next(iter(LockedFault))),)),
    replace(WHOLE, plan_faults=(PlanVersionId(1),)),
    replace(WHOLE, minutes_faults=(MinutesVersionId(1),)),
    replace(WHOLE, paper_faults=(PaperId(1),)),
)


@pytest.mark.parametrize("checked", FAULTY)
def test_one_fault_of_any_kind_is_enough(checked: Verification) -> None:
    assert WHOLE.is_whole
    assert not checked.is_whole
