"""The identifier inside a PDF: ours is found again however another program writes it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.ids import EmployeeId, PaperId, SubjectId
from koordinator.domain.paper import Paper, PaperKind, Reader
from koordinator.domain.paper_mark import is_locked, is_pdf, mark_of, marks_of

MARK = "00112233445566778899aabbccddeeff"
PAPER = Paper(
    PaperId(1),
    "uid",
    SubjectId(1),
    PaperKind.PLAN,
    Reader.CITIZEN,
    "plan.pdf",
    "sha",
    datetime(2026, 11, 21, tzinfo=UTC),
    EmployeeId(1),
    number=3,
    mark=MARK,
)


def pdf(identifier: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<</Type/XRef/ID" + identifier + b"/Size 3>>\nendobj\n%%EOF\n"


def literal(raw: bytes) -> bytes:
    """As poppler writes a string: a backslash before what would end it."""
    for mark in b"\\()":
        raw = raw.replace(bytes([mark]), b"\\" + bytes([mark]))
    return b"[(" + raw + b")(" + raw + b")]"


def test_the_identifier_is_read_in_either_way_of_writing_it() -> None:
    assert mark_of(pdf(f"[<{MARK}><{'0' * 32}>]".encode())) == MARK
    assert mark_of(pdf(f" [ <{MARK.upper()}> <{MARK}> ]".encode())) == MARK
    assert mark_of(pdf(rb"[(\000\021\"3DUfw\210\231\252\273\314\335\356\377)()]")) == MARK


@given(st.binary(min_size=16, max_size=16))
def test_any_identifier_written_as_words_is_read(raw: bytes) -> None:
    assert marks_of(pdf(literal(raw))) == (raw.hex(),)


@pytest.mark.parametrize(
    "identifier", [b"", b"[<12>]", b"[(short)]", rb"[(\\\\\\\\\\\\\\\\\\)]", b"[(" + b"a" * 20 + b")]"]
)
def test_what_is_no_identifier_of_ours_is_none(identifier: bytes) -> None:
    assert mark_of(pdf(identifier)) == ""


def test_a_letter_behind_a_backslash_is_what_it_stands_for() -> None:
    assert mark_of(pdf(rb"[(\n\r\t\b\f" + b"a" * 11 + b")]")) == "0a0d09080c" + "61" * 11


def test_a_changed_file_keeps_what_it_was() -> None:
    changed = pdf(f"[<{MARK}><{MARK}>]".encode()) + f"trailer <</ID [<{MARK}> <{'1' * 32}>]>>".encode()

    assert marks_of(changed) == (MARK,)
    assert marks_of(changed + f"/ID[<{'2' * 32}>]".encode()) == (MARK, "2" * 32)


def test_what_is_not_a_pdf_has_none() -> None:
    assert marks_of(f"/ID[<{MARK}>]".encode()) == ()
    assert not is_pdf(b"")


def test_a_password_is_seen_without_opening_the_file() -> None:
    assert is_locked(pdf(b"[]") + b"trailer <</Encrypt 12 0 R>>")
    assert is_locked(pdf(b"[]") + b"trailer <</Encrypt <</V 5>>>>")
    assert not is_locked(pdf(b"[]"))
