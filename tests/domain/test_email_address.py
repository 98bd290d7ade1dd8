"""E-mail addresses that mail can be sent to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.email_address import UnusableEmail, checked_email, is_email
from koordinator.domain.errors import FieldTooLong


@pytest.mark.parametrize(
    "email", ["mette@sundby.example", "m.holm+moede@sub.sundby-kommune.dk", "o'hara_1@x.dk", "A@B.DK"]
)
def test_an_address_is_one(email: str) -> None:
    assert is_email(email)
    assert checked_email(f" {email} ") == email


@pytest.mark.parametrize(
    "email",
    ["mette", "mette@", "@sundby.dk", "mette@sundby", "a b@c.dk", "a@b@c.dk", "a@b.dk,c@d.dk", "<a@b.dk>", ".a@b.dk",
     "a.@b.dk", "a..b@c.dk", "a@.dk", "a@b..dk", "a@-b.dk", "a@b.d", "a@b.dk\r\nX:1", "a@b.dk?cc=x", "mette@sørby.dk",
     '"a"@b.dk', "a@b.dk\n"],
)  # fmt: skip
def test_anything_else_is_refused(email: str) -> None:
    assert not is_email(email)


def test_nothing_is_no_address_and_what_is_wrong_is_named() -> None:
    assert checked_email("  ") == ""
    with pytest.raises(UnusableEmail) as refused:
        checked_email(" kim@ ")
    assert refused.value.email == "kim@"
    with pytest.raises(FieldTooLong):
        checked_email("a" * 200 + "@b.dk")


@given(st.text())
def test_an_address_has_nothing_that_begins_something_else(text: str) -> None:
    if is_email(text):
        assert not set(text) & set(' \t\r\n<>()[],;:"\\?#%')
        assert text.count("@") == 1
