"""Brevpapir is set, shown and kept: from a day on, with who put the logo in."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from sqlalchemy.exc import IntegrityError

from koordinator.documents.letterhead_sample import LetterheadLetters
from koordinator.domain.access import Actor, Channel
from koordinator.domain.errors import FieldTooLong, NotAllowed
from koordinator.domain.ids import EmployeeId
from koordinator.domain.letterhead import Envelope
from koordinator.domain.letterhead_colour import STANDARD_ACCENT, FaintColour, NotAColour
from koordinator.domain.letterhead_logo import Logo, UnusableLogo
from koordinator.domain.organisation import Employee, Role
from koordinator.domain.setting import YES, Setting, SettingKey
from koordinator.integrations.logo_files import LogoFilesOnDisk
from koordinator.ui.svg_bitmap import svg_bitmap
from koordinator.usecases.letterheads import LetterheadInForce, Letterheads
from tests.documents.press import PRESS
from tests.integrations.logos import BAD, GOOD
from tests.support.office import Bench

CASEWORKER = Actor(EmployeeId(1), frozenset({Role.COORDINATOR}), Channel.WINDOW)


@pytest.fixture
def letterheads(bench: Bench) -> Letterheads:
    return Letterheads(bench.office, LogoFilesOnDisk(svg_bitmap), LetterheadLetters(PRESS))


@pytest.fixture
def logo_file(tmp_path: Path) -> Path:
    file = tmp_path / "logo.svg"
    file.write_bytes(GOOD["svg"])
    return file


def test_the_paper_is_plain_until_something_is_set(bench: Bench, letterheads: Letterheads) -> None:
    in_force = LetterheadInForce(bench.office)()

    assert (in_force.logo, in_force.window, in_force.accent) == (None, None, STANDARD_ACCENT)
    assert letterheads.view().logo is None


def test_what_is_set_holds_from_today_on(bench: Bench, letterheads: Letterheads) -> None:
    letterheads.change(bench.actor, {SettingKey.ACCENT_COLOUR: "7a1f1f", SettingKey.ENVELOPE: Envelope.M65})
    bench.clock.pass_days(1)
    view = letterheads.change(bench.actor, {SettingKey.ACCENT_COLOUR: "#0b3c49"})

    assert view.values[SettingKey.ACCENT_COLOUR] == "#0B3C49"
    in_force = LetterheadInForce(bench.office)()
    assert (in_force.accent, in_force.envelope) == ("#0B3C49", Envelope.M65)
    with bench.office.aside() as tx:
        kept = tx.of(Setting).where(key=SettingKey.ACCENT_COLOUR)
    assert [(each.value, each.from_on.day) for each in kept] == [("#7A1F1F", 21), ("#0B3C49", 22)]
    assert bench.log()[-1].codes == "accent_colour"


@pytest.mark.parametrize(
    ("key", "value", "error"),
    [
        (SettingKey.ACCENT_COLOUR, "#FFD700", FaintColour),
        (SettingKey.ACCENT_COLOUR, "gul", NotAColour),
        (SettingKey.LETTERHEAD_WEB, "x" * 81, FieldTooLong),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_kept(
    key: SettingKey, value: str, error: type[Exception], bench: Bench, letterheads: Letterheads
) -> None:
    before = letterheads.view()

    with pytest.raises(error):
        letterheads.change(bench.actor, {SettingKey.LETTERHEAD_DEPARTMENT: "Familie", key: value})
    with pytest.raises(error):
        letterheads.sample({key: value})

    assert letterheads.view() == before


def test_a_logo_is_kept_with_who_and_when(bench: Bench, letterheads: Letterheads, logo_file: Path) -> None:
    actor = bench.actor
    view = letterheads.set_logo(actor, logo_file)
    with bench.office.aside() as tx:
        owner = tx.of(Employee).get(actor.employee_id)

    assert view.logo is not None
    assert (view.logo.added_at, view.logo_added_by) == (datetime(2026, 11, 21, 11, 0, tzinfo=UTC), owner.name)
    with Image.open(BytesIO(view.logo.content)) as made:
        assert made.size == (view.logo.width, view.logo.height)
    assert LetterheadInForce(bench.office)().logo == (view.logo.content, view.logo.width, view.logo.height)
    assert (bench.log()[-1].kind, bench.log()[-1].thing_id) == ("logo", view.logo.id)


def test_an_earlier_logo_stays(bench: Bench, letterheads: Letterheads, logo_file: Path) -> None:
    first = letterheads.set_logo(bench.actor, logo_file).logo
    logo_file.write_bytes(GOOD["jpeg"])
    second = letterheads.set_logo(bench.actor, logo_file).logo
    removed = letterheads.remove_logo(bench.actor)

    assert (removed.logo, LetterheadInForce(bench.office)().logo) == (None, None)
    with bench.office.aside() as tx:
        assert tx.of(Logo).where() == (first, second)


def test_the_store_lets_nobody_change_a_logo(bench: Bench, letterheads: Letterheads, logo_file: Path) -> None:
    logo = letterheads.set_logo(bench.actor, logo_file).logo
    assert logo is not None

    with pytest.raises(IntegrityError), bench.office.aside() as tx:
        tx.of(Logo).remove(logo.id)


def test_a_bad_logo_leaves_the_one_in_use(bench: Bench, letterheads: Letterheads, logo_file: Path) -> None:
    before = letterheads.set_logo(bench.actor, logo_file)
    logo_file.write_bytes(BAD["svg script"][0])

    with pytest.raises(UnusableLogo):
        letterheads.set_logo(bench.actor, logo_file)

    assert letterheads.view() == before


def test_only_who_may_edit_settings_changes_the_paper(letterheads: Letterheads, logo_file: Path) -> None:
    with pytest.raises(NotAllowed):
        letterheads.change(CASEWORKER, {})
    with pytest.raises(NotAllowed):
        letterheads.set_logo(CASEWORKER, logo_file)
    with pytest.raises(NotAllowed):
        letterheads.remove_logo(CASEWORKER)


def test_the_sample_shows_what_is_typed_and_keeps_nothing(
    bench: Bench, letterheads: Letterheads, logo_file: Path
) -> None:
    before = letterheads.set_logo(bench.actor, logo_file)
    typed = {
        SettingKey.LETTERHEAD_DEPARTMENT: "Familie og Velfærd",
        SettingKey.ENVELOPE: Envelope.C5.value,
        SettingKey.RETURN_ADDRESS: "Torvet 1, 9990 Lilleby",
        SettingKey.CASE_NUMBER_ON_PAPERS: YES,
    }

    page = pypdfium2.PdfDocument(letterheads.sample(typed))[0]
    words = page.get_textpage().get_text_range()

    assert all(word in words for word in ("Familie og Velfærd", "Torvet 1, 9990 Lilleby", "Sag "))
    assert "Sag " not in pypdfium2.PdfDocument(letterheads.sample({}))[0].get_textpage().get_text_range()
    assert letterheads.view() == before


def test_the_paper_is_read_within_a_transaction(bench: Bench, letterheads: Letterheads) -> None:
    """A paper is drawn while the transaction that keeps it is open."""
    letterheads.change(bench.actor, {SettingKey.LETTERHEAD_WEB: "lilleby.example"})

    with bench.office.aside():
        assert LetterheadInForce(bench.office)().web == "lilleby.example"
