"""A file's name where others lie already."""

import pytest

from koordinator.domain.output_file import free_name, text_file


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


def test_a_folder_gets_its_number_at_the_end() -> None:
    assert free_name("til-sagssystemet", ("TIL-sagssystemet",)) == "til-sagssystemet 2"


def test_text_is_read_by_windows_programs_of_every_age() -> None:
    assert text_file("æ\nø\r\nå") == b"\xef\xbb\xbf\xc3\xa6\r\n\xc3\xb8\r\n\xc3\xa5"
