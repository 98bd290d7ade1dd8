"""How high a page is when it is so wide."""

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.page_picture import PageSize

A4 = PageSize(595.28, 841.89)


def test_a_page_keeps_its_shape() -> None:
    assert A4.height_at(595) == 841
    assert A4.height_at(1190) == 1683


@given(st.floats(1, 10_000), st.floats(1, 10_000), st.integers(1, 10_000))
def test_a_page_is_never_without_rows(width: float, height: float, pixels: int) -> None:
    assert PageSize(width, height).height_at(pixels) >= 1
