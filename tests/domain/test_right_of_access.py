"""What is about others is taken out of a text, also when nobody has told us who they are; the rest is left alone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import CitizenId, EmployeeId, RowId
from koordinator.domain.right_of_access import (
    AccessDecision,
    AccessVerdict,
    HeldText,
    NotToDecide,
    Other,
    OtherKey,
    OtherKind,
    checked_decision,
    latest,
)
from koordinator.domain.right_of_access_masks import (
    Masks,
    lower_words,
    name_terms,
    reasons,
    unknown_names,
    words_of,
)

OWN = frozenset(words_of("Lone Bæk"))
WORDS = frozenset(("da", "kom", "ringede", "hun", "møde", "rose", "læge", "velkomst"))
SEEN = lower_words(("og så kom det", "Hun hedder"))
KEY = OtherKey(OtherKind.CONTACT_PERSON, 4)
AT = datetime(2026, 11, 21, tzinfo=UTC)


def is_word(word: str) -> bool:
    return word in WORDS


def other(name: str, number: int = 1, *more: str, key: OtherKey = KEY) -> Other:
    return Other(key, number, name, terms=(*name_terms(name, OWN, is_word), *more))


def masked(text: str, *others: Other) -> str:
    """With <1> where the first of the others is named."""
    pieces = Masks(others, own_cpr="1203784444").text(text).pieces
    return "".join(piece if isinstance(piece, str) else f"<{piece}>" for piece in pieces)


def decision(verdict: AccessVerdict, reason: str = "Hun har sagt ja") -> AccessDecision:
    return AccessDecision(RowId(0), CitizenId(1), *KEY, verdict, reason, EmployeeId(1), AT)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Karen Holm ringede", "<1> ringede"),
        ("Karens mand", "<1>s mand"),
        ("Hun bor hos KAREN.", "Hun bor hos <1>."),
        ("karen og holm", "<1> og <1>"),
        ("Karen  Holm; Karen-Holm", "<1>; <1>"),
        ("Karen, som hedder Holm", "<1>, som hedder <1>"),
        ("Karen     Holm", "<1>     <1>"),
        ("Karenina på Holmen", "Karenina på Holmen"),
        ("", ""),
    ],
)
def test_a_name_is_taken_out_however_it_is_written(text: str, left: str) -> None:
    assert masked(text, other("Karen Holm")) == left


def test_the_citizens_own_name_stays() -> None:
    assert masked("Lone Bæk og Anna Bæk og Bæk", other("Anna Bæk")) == "Lone Bæk og <1> og Bæk"
    assert other("Lone Bæk").terms == ()
    assert masked("- og -", other("Anna", 1, "-")) == "- og -"


def test_a_name_that_is_a_word_too_is_one_with_a_capital() -> None:
    assert masked("Rose tog en rose, og Bo kan bo der.", other("Rose Lund"), other("Bo", 2)) == (
        "<1> tog en rose, og <2> kan bo der."
    )


def test_telephone_mail_and_address_go_too_and_any_cpr_number_but_the_citizens_own() -> None:
    karen = other("Karen Holm", 1, "20 30 40 50", "kh@post.example", "Torvet 4")
    said = "Ring på +45 20304050 eller 99 88 77 66, skriv til kh@post.example, bor Torvet 4, 010203-1234, 120378-4444."

    assert masked(said, karen) == ("Ring på <1> eller 99 88 77 66, skriv til <1>, bor <1>, <0>, 120378-4444.")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ring 20304050 99887766", "Ring <1> 99887766"),
        ("Bolig 3 20304050-99887766", "Bolig 3 <1>-99887766"),
        ("0045 20304050, 45 20304050, 20.30.40.50, 20/30 40 50", "<1>, <1>, <1>, <1>"),
        ("220304050 og 203040501", "220304050 og 203040501"),
        ("010203-1234 20304050", "<0> <1>"),
    ],
)
def test_a_number_is_taken_out_also_beside_another(text: str, left: str) -> None:
    assert masked(text, other("Karen Holm", 1, "20 30 40 50")) == left


def test_a_reason_names_nobody_who_is_held_back() -> None:
    karen = replace(other("Karen Holm"), decision=decision(AccessVerdict.MASKED, "Karen har bedt om det"))
    shown = replace(other("Rune Holm", 2), decision=decision(AccessVerdict.SHOWN))

    assert reasons((karen, shown, other("Ida", 3))) == {1: HeldText((1, " har bedt om det"))}


def test_a_letter_is_the_same_however_it_is_put_together() -> None:
    apart = "Bjo\N{COMBINING DIAERESIS}rk kom"

    assert masked(apart, other("Bj\N{LATIN SMALL LETTER O WITH DIAERESIS}rk")) == "<1> kom"
    assert masked(apart, other("Karen")) == apart
    assert found("S\N{LATIN SMALL LETTER A WITH RING ABOVE} kom Rene\N{COMBINING ACUTE ACCENT}.", seen=SEEN) == ["René"]


def test_the_longest_name_is_meant() -> None:
    assert masked("Karen Holm og Karen", other("Karen", 1), other("Karen Holm", 2)) == "<2> og <1>"


def test_who_is_shown_stays() -> None:
    shown = replace(other("Karen Holm"), decision=decision(AccessVerdict.SHOWN))
    hidden = replace(other("Karen Holm"), decision=decision(AccessVerdict.MASKED))

    assert not shown.is_hidden
    assert masked("Karen kom", shown) == "Karen kom"
    assert masked("Karen kom", hidden) == "<1> kom"
    assert Masks((shown,)).number_of(KEY) is None
    assert (Masks((hidden,)).number_of(KEY), Masks((hidden,)).named("karen  HOLM")) == (1, 1)
    assert Masks((hidden,)).named("Karen") is None


def found(*texts: str, known: str = "", seen: frozenset[str] = frozenset()) -> list[str]:
    return [each.name for each in unknown_names(texts, frozenset(words_of(known)), is_word, seen).values()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Så kom Bodil Lund forbi.", ["Bodil Lund"]),
        ("Bodil ringede.", ["Bodil"]),
        ("Møde i morgen. Hun kom.", []),
        ("Det sagde Rose.", ["Rose"]),
        ("Rose ringede.", []),
        ("Rose Lund ringede.", ["Rose Lund"]),
        ("Hun hedder Anne-Marie", ["Anne-Marie"]),
        ("SB0001 og T07 og A", []),
        ("hun kom", []),
    ],
)
def test_a_name_nobody_told_us_of_is_found(text: str, names: list[str]) -> None:
    assert found(text, seen=SEEN) == names


def test_the_word_a_sentence_begins_with_is_none_of_the_name_when_it_is_seen_without_a_capital() -> None:
    (name,) = unknown_names(("Da Karen kom.",), frozenset(), is_word, frozenset(("da",))).values()

    assert (name.name, name.terms) == ("Karen", ("Da Karen", "Karen", "karen"))
    assert name.around == "Da Karen kom."
    assert found("Da kom", seen=frozenset(("da",))) == []


def test_a_name_said_twice_is_one() -> None:
    names = unknown_names(("Så kom Karen.", "Karens mand og Karen"), frozenset(), is_word, frozenset(("så",)))

    assert set(names) == {"karen", "karens"}


def test_who_is_known_is_not_found() -> None:
    assert found("Så kom Karen Holm og Karens mand", known="Karen Holm", seen=frozenset(("så",))) == []


def test_a_decision_needs_a_reason_and_something_to_decide() -> None:
    karen = other("Karen Holm")

    assert checked_decision(decision(AccessVerdict.SHOWN, " ja "), (karen,)).reason == "ja"
    with pytest.raises(FieldMissing):
        checked_decision(decision(AccessVerdict.SHOWN, " "), (karen,))
    with pytest.raises(NotToDecide):
        checked_decision(decision(AccessVerdict.SHOWN), ())


def test_the_last_decision_counts() -> None:
    shown, hidden = decision(AccessVerdict.SHOWN), decision(AccessVerdict.MASKED)

    assert latest((shown, hidden)) == {KEY: hidden}


@given(st.text(), st.text())
def test_whatever_somebody_is_called_the_rest_of_the_text_is_left(name: str, text: str) -> None:
    pieces = Masks((other(name),)).text(text).pieces

    assert HeldText((text,)).pieces == pieces or any(isinstance(piece, int) for piece in pieces) or not text
    rest = text
    for piece in pieces:
        if isinstance(piece, str):
            assert piece in rest
            rest = rest[rest.index(piece) + len(piece) :]
