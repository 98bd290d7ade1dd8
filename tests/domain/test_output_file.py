"""A file's name where others lie already."""

import pytest

from koordinator.domain.output_file import free_name


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ((), "referat.pdf"),
        (("plan.pdf",), "referat.pdf"),
        (("Referat.PDF",), "referat 2.pdf"),
        (("referat.pdf", "referat 2.pdf", "referat 4.pdf"), "referat 3.pdf"),
    ],
)
def test_nothing_is_written_over(taken: tuple[str, ...], name: str) -> None:
    assert free_name("referat.pdf", taken) == name
