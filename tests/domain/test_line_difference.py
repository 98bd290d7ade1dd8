"""What changed from one text to another, line by line."""

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.line_difference import ComparedLine, LineChange, compared

texts = st.lists(st.sampled_from(["Kære {navn}", "", "Vi ses.", "Ring til os."])).map("\n".join)


def test_a_changed_line_is_gone_and_new() -> None:
    assert compared("Kære Lone\nVi ses.", "Hej Lone\nVi ses.") == (
        ComparedLine(LineChange.GONE, "Kære Lone"),
        ComparedLine(LineChange.NEW, "Hej Lone"),
        ComparedLine(LineChange.SAME, "Vi ses."),
    )


@given(texts, texts)
def test_both_texts_can_be_read_out_of_it(before: str, after: str) -> None:
    lines = compared(before, after)

    assert "\n".join(line.text for line in lines if line.change is not LineChange.NEW) == before
    assert "\n".join(line.text for line in lines if line.change is not LineChange.GONE) == after


@given(texts)
def test_the_same_text_has_no_changes(text: str) -> None:
    assert {line.change for line in compared(text, text)} == {LineChange.SAME}
