"""The manifest says what each file is, and whom none of them is about."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from koordinator.domain.ids import CitizenId, EmployeeId, SubjectId
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_manifest import ManifestEntry, ManifestFile, Variant, manifest_text, variant_of
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import Party, PartyKind

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
FILE = ManifestFile("faelles/aarshjul.pdf", "00ff", 12, "Årshjul", "da-DK", 1, ("\U0001f600",))
WHEEL = ManifestEntry(FILE, "year_wheel", large_print=False, made_at=NOW)


def test_each_file_is_told_of() -> None:
    plan = ManifestEntry(FILE, "plan", large_print=True, made_at=NOW, variant=Variant.MEMBER)
    plan = replace(plan, reader=Reader.PROFESSIONAL, subject_uid="a1", meeting_uid="b2", number=3)

    said = json.loads(manifest_text([WHEEL, plan], NOW, complete=False))

    assert {name: said[name] for name in said if name != "files"} == {
        "schema": 1,
        "made_at": "2026-11-22T09:00:00+00:00",
        "complete": False,
        "not_written": ["recovery_sheet", "right_of_access"],
    }
    wheel, member = said["files"]
    assert (wheel["reader"], wheel["subject_uid"], wheel["meeting_uid"], wheel["version"]) == (None, None, None, None)
    assert (wheel["title"], wheel["replaced_characters"], wheel["bytes"]) == ("Årshjul", ["\U0001f600"], 12)
    assert (member["variant"], member["large_print"], member["version"]) == ("member", True, 3)
    assert (member["subject_uid"], member["meeting_uid"]) == ("a1", "b2")


def test_letters_stay_as_they_are_written() -> None:
    assert "Årshjul" in manifest_text([WHEEL], NOW, complete=True)


def test_an_order_is_whole_a_members_or_one_persons() -> None:
    subject_id, kim = SubjectId(1), Party(PartyKind.EMPLOYEE, EmployeeId(2))

    orders = (
        PaperOrder(PaperKind.PLAN, subject_id),
        PaperOrder(PaperKind.PLAN, subject_id, member_id=CitizenId(3)),
        PaperOrder(PaperKind.PLAN, subject_id, party=kim),
    )

    assert tuple(map(variant_of, orders)) == (Variant.WHOLE, Variant.MEMBER, Variant.ONE_PERSON)
