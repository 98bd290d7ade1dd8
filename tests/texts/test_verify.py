"""What the check of a database says: that all is well, or a sentence for each fault."""

import pytest

from koordinator.domain.verification import Verification
from koordinator.texts import verify
from tests.domain.test_verification import FAULTY, WHOLE


def test_a_whole_one_is_said_to_be_in_order() -> None:
    assert verify.checked(WHOLE).startswith(f"{verify.ALL_WELL} Databasens sider")
    assert list(verify.faults(WHOLE)) == []


@pytest.mark.parametrize("checked", FAULTY)
def test_each_fault_is_a_sentence_with_whom_to_ask(checked: Verification) -> None:
    (said,) = verify.faults(checked)

    assert verify.checked(checked).startswith("Databasens sider")
    assert said.endswith("ontakt jeres administrator.")
