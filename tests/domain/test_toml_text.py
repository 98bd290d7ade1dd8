import pytest

from koordinator.domain.toml_text import NotToml, read_toml


def test_text_is_read_with_and_without_a_byte_order_mark() -> None:
    assert read_toml('a = "æøå"') == read_toml('\ufeffa = "æøå"') == {"a": "æøå"}


@pytest.mark.parametrize(
    ("text", "line"), [("a = 1\nb = oops", 2), ("a = 1\nb = [1,\n", 3), ("a = " + "[" * 90_000, None)]
)
def test_line_on_which_it_stops_making_sense_is_named(text: str, line: int | None) -> None:
    with pytest.raises(NotToml) as refused:
        read_toml(text)

    assert refused.value.line == line
