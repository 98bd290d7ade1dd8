from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stdnum.dk import cpr as stdnum_cpr

from koordinator.domain.cpr import (
    BadCpr,
    CprFault,
    CprNumber,
    birth_date_of,
    formatted_cpr,
    is_replacement,
    masked_cpr,
    parse_cpr,
)

NUMBERS = st.builds(
    lambda day, serial: CprNumber(f"{day:%d%m%y}{serial:04}"),
    st.dates(date(1900, 1, 1), date(2057, 12, 31)),
    st.integers(0, 9999),
)


@pytest.mark.parametrize(
    "text",
    ["0905540198", "090554-0198", "090554 0198", "090554\u20110198", "090554 – 0198", " 0905540198\n", "905540198"],
)
def test_understands_the_ways_it_is_written(text: str) -> None:
    assert parse_cpr(text) == "0905540198"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", CprFault.SHAPE),
        ("12345", CprFault.SHAPE),
        ("09055401989", CprFault.SHAPE),
        ("90554-0198", CprFault.SHAPE),
        ("0905-540198", CprFault.SHAPE),
        ("090554----0198", CprFault.SHAPE),
        ("9.0554E+08", CprFault.SHAPE),
        ("٠٩٠٥٥٤٠١٩٨", CprFault.SHAPE),
        ("3102801234", CprFault.NO_SUCH_DATE),
        ("0013801234", CprFault.NO_SUCH_DATE),
        ("6013801234", CprFault.NO_SUCH_DATE),
        ("9202801234", CprFault.NO_SUCH_DATE),
    ],
)
def test_says_what_is_wrong(text: str, fault: CprFault) -> None:
    with pytest.raises(BadCpr) as caught:
        parse_cpr(text)

    assert caught.value.fault is fault


def test_asks_for_no_modulus_11() -> None:
    assert stdnum_cpr.checksum("0905540198") != 0
    assert parse_cpr("0905540198")


def test_nobody_is_born_after_today() -> None:
    assert parse_cpr("010126-4000", date(2026, 1, 1))
    with pytest.raises(BadCpr) as caught:
        parse_cpr("020126-4000", date(2026, 1, 1))

    assert caught.value.fault is CprFault.NOT_BORN_YET


@pytest.mark.parametrize(
    ("cpr", "born_on"),
    [
        ("0101000000", date(1900, 1, 1)),
        ("3112993999", date(1999, 12, 31)),
        ("0101364000", date(2036, 1, 1)),
        ("0101374000", date(1937, 1, 1)),
        ("0101575000", date(2057, 1, 1)),
        ("0101588000", date(1858, 1, 1)),
        ("0101369000", date(2036, 1, 1)),
        ("0101379000", date(1937, 1, 1)),
        ("2902004000", date(2000, 2, 29)),
    ],
)
def test_seventh_digit_tells_the_century(cpr: str, born_on: date) -> None:
    assert birth_date_of(CprNumber(cpr)) == born_on


@given(NUMBERS)
def test_agrees_with_the_library_on_ordinary_numbers(cpr: CprNumber) -> None:
    try:
        expected = stdnum_cpr.get_birth_date(cpr)
    except stdnum_cpr.InvalidComponent:
        with pytest.raises(BadCpr):
            parse_cpr(cpr)
    else:
        assert birth_date_of(parse_cpr(cpr)) == expected
        assert not is_replacement(cpr)


@given(NUMBERS.filter(lambda cpr: cpr[:4] != "2902"))
def test_replacement_number_has_sixty_added_to_its_day(cpr: CprNumber) -> None:
    replacement = parse_cpr(str(int(cpr[:2]) + 60) + cpr[2:])

    assert is_replacement(replacement)
    assert birth_date_of(replacement) == birth_date_of(cpr)


@given(NUMBERS.filter(lambda cpr: cpr[:4] != "2902"))
def test_every_way_of_writing_leads_back(cpr: CprNumber) -> None:
    assert parse_cpr(formatted_cpr(cpr)) == cpr
    assert parse_cpr(str(int(cpr)).rjust(9, "0")) == cpr
    with pytest.raises(BadCpr):
        parse_cpr(cpr, birth_date_of(cpr) - timedelta(days=1))


@given(st.text() | st.from_regex(r"[0-9 \-]{8,13}", fullmatch=True))
@example("0" * 100_000)
@example("090554" + " " * 100_000)
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        cpr = parse_cpr(text)
    except BadCpr:
        return
    assert len(cpr) == 10
    assert cpr.isdecimal()


def test_masked_until_asked_for() -> None:
    assert formatted_cpr(CprNumber("1203781234")) == "120378-1234"
    assert masked_cpr(CprNumber("1203781234")) == "120378-••••"
