"""The rules of calendar invitations, checked on the raw lines of a file: RFC 5545 and RFC 5546, without any library."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

_LINE = re.compile(
    r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\x00-\x08\x0a-\x1f]*"|[^";:,\x00-\x08\x0a-\x1f]*))*):(.*)'
)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)')
_LOCAL, _UTC = re.compile(r"\d{8}T\d{6}"), re.compile(r"\d{8}T\d{6}Z")
_MOST_OCTETS = 75
_ROLES = {"CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"}
_ANSWERS = {"NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"}
_ONCE = ("UID", "DTSTAMP", "DTSTART")
_AT_MOST_ONCE = ("DTEND", "DURATION", "SEQUENCE", "SUMMARY", "LOCATION", "DESCRIPTION", "CLASS", "STATUS", "ORGANIZER")
_ESCAPED = ("SUMMARY", "LOCATION", "DESCRIPTION", "COMMENT")


@dataclass
class Line:
    """A property: its name, its parameters, its value as it stands."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Part:
    """A component with its own properties and what stands inside it."""

    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)

    def all(self, name: str) -> list[Line]:
        return [line for line in self.lines if line.name == name]

    def value(self, name: str) -> str:
        """The value of the one property of the name, or empty."""
        found = self.all(name)
        return found[0].value if found else ""

    def inside(self, name: str) -> list["Part"]:
        return [part for part in self.parts if part.name == name]


def read_calendar(content: bytes) -> Part:
    """The file as parts; asserts what RFC 5545, 3.1, 3.4 and 3.6 ask of its form."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b""), "a bare line end"
    assert all(len(line) <= _MOST_OCTETS for line in content.split(b"\r\n")), "a line that is not folded"
    root = Part("")
    stack = [root]
    for text in content.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]:
        matched = _LINE.fullmatch(text)
        assert matched, f"no content line: {text!r}"
        name, value = matched[1].upper(), matched[3]
        parameters = {key.upper(): given.strip('"') for key, given in _PARAMETER.findall(matched[2])}
        if name == "BEGIN":
            stack[-1].parts.append(Part(value))
            stack.append(stack[-1].parts[-1])
        elif name == "END":
            assert stack.pop().name == value
        else:
            stack[-1].lines.append(Line(name, parameters, value))
    assert stack == [root]
    (calendar,) = root.parts
    assert calendar.name == "VCALENDAR"
    return calendar


def checked_invitation(content: bytes) -> Part:
    """The one event of the file; asserts what RFC 5546, 3.2.2 and 3.2.5 ask of its method."""
    calendar = read_calendar(content)
    assert len(calendar.all("PRODID")) == 1
    assert [line.value for line in calendar.all("VERSION")] == ["2.0"]
    assert len(calendar.all("METHOD")) <= 1
    (event,) = calendar.inside("VEVENT")
    _check_event(event)
    _check_zones(calendar, event)
    method = calendar.value("METHOD")
    if method:
        assert len(event.all("ORGANIZER")) == 1
        assert event.all("ATTENDEE")
        assert not event.all("REQUEST-STATUS")
        assert method in ("REQUEST", "CANCEL")
    if method == "REQUEST":
        assert event.value("STATUS") in ("", "CONFIRMED", "TENTATIVE")
        assert all(line.parameters["RSVP"] == "TRUE" for line in event.all("ATTENDEE"))
    if method == "CANCEL":
        assert int(event.value("SEQUENCE")) > 0
        assert event.value("STATUS") in ("", "CANCELLED")
    return event


def check_series(contents: Sequence[bytes]) -> None:
    """Files about one meeting, in the order in which they were sent (RFC 5546, 2.1.4 and 2.1.5)."""
    events = [checked_invitation(content) for content in contents]
    for before, after in pairwise(events):
        assert after.value("UID") == before.value("UID")
        assert after.value("ORGANIZER") == before.value("ORGANIZER")
        assert after.value("DTSTAMP") >= before.value("DTSTAMP")
        rose = int(after.value("SEQUENCE") or 0) - int(before.value("SEQUENCE") or 0)
        assert rose >= 0
        moved = any(before.value(name) != after.value(name) for name in ("DTSTART", "DTEND", "LOCATION"))
        others = {line.value for line in before.all("ATTENDEE")} != {line.value for line in after.all("ATTENDEE")}
        assert rose > 0 or not (moved or others)


def check_handover(before: bytes, off: bytes, anew: bytes) -> None:
    """The old event is called off in the old organizer's name by the new one, who asks anew (3.2.2.5 and 3.2.5)."""
    first, gone, new = (checked_invitation(content) for content in (before, off, anew))
    check_series([before, off])
    (old_organizer,), (organizer,) = gone.all("ORGANIZER"), new.all("ORGANIZER")
    assert read_calendar(off).value("METHOD") == "CANCEL"
    assert int(gone.value("SEQUENCE")) > int(first.value("SEQUENCE"))
    assert old_organizer.parameters["SENT-BY"] == organizer.value != old_organizer.value
    assert read_calendar(anew).value("METHOD") == "REQUEST"
    assert new.value("UID") != first.value("UID")
    assert "SENT-BY" not in organizer.parameters


def _check_event(event: Part) -> None:
    assert all(len(event.all(name)) == 1 for name in _ONCE)
    assert all(len(event.all(name)) <= 1 for name in _AT_MOST_ONCE)
    assert _UTC.fullmatch(event.value("DTSTAMP"))
    assert not (event.all("DTEND") and event.all("DURATION"))
    assert _LOCAL.fullmatch(event.value("DTSTART"))
    assert event.value("DTEND") > event.value("DTSTART")
    for text in (line.value for line in event.lines if line.name in _ESCAPED):
        assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", text), "a comma or semicolon that is not escaped"
    for line in (*event.all("ORGANIZER"), *event.all("ATTENDEE")):
        assert line.value.startswith("mailto:")
    for line in event.all("ATTENDEE"):
        assert line.parameters["ROLE"] in _ROLES
        assert line.parameters["PARTSTAT"] in _ANSWERS
    addresses = [line.value for line in event.all("ATTENDEE")]
    assert len(addresses) == len(set(addresses)), "somebody is asked twice"


def _check_zones(calendar: Part, event: Part) -> None:
    """Each time zone that is named is in the file (3.2.19), with both its sets of rules (3.6.5)."""
    known = {zone.value("TZID"): zone for zone in calendar.inside("VTIMEZONE")}
    named = set(_zones(event.lines))
    assert named == {"Europe/Copenhagen"}
    assert named <= known.keys()
    for zone in known.values():
        for rules in ("STANDARD", "DAYLIGHT"):
            (part,) = zone.inside(rules)
            assert all(part.value(name) for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"))


def _zones(lines: Sequence[Line]) -> Iterator[str]:
    yield from (line.parameters["TZID"] for line in lines if "TZID" in line.parameters)
