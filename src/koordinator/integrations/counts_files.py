"""Counts files on disk: JSON lines - who made it and of what, a line a thing, and a checksum over the rest."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from koordinator.domain.counts_file import (
    CountsFile,
    CountsFileDamaged,
    CountsFileForeign,
    CountsFileNewer,
    CountsFileUnreadable,
    CountsLine,
    HolderName,
    ThingKind,
)
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import DEFINITION_VERSION, CountName
from koordinator.integrations.output_files import write_output

FORMAT: Final = "koordinator-counts"
FORMAT_VERSION: Final = 1
_LARGEST_BYTES: Final = 1 << 28
_LONGEST_PHRASE: Final = 1 << 10


class CountsFilesOnDisk:
    """Writes and reads them."""

    def write(self, path: Path, counts: CountsFile) -> None:
        """Writes the file, or leaves an older one as it was. Raises OutputNotWritten."""
        write_output(path, as_bytes(counts))

    def read(self, path: Path) -> CountsFile:
        """The file. Raises CountsFileUnreadable, CountsFileForeign, CountsFileDamaged or CountsFileNewer."""
        return from_bytes(path.name, _content(path, _LARGEST_BYTES))

    def write_phrase(self, path: Path, phrase: str) -> None:
        """Writes a counting key's phrase. Raises OutputNotWritten."""
        write_output(path, f"{phrase}\n".encode())

    def read_phrase(self, path: Path) -> str:
        """What stands in a counting key's file. Raises CountsFileUnreadable."""
        return _content(path, _LONGEST_PHRASE).decode("utf-8-sig", errors="replace").strip()


def _content(path: Path, most: int) -> bytes:
    """No more than the most bytes: what is longer is another kind of file, and is found to be."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise CountsFileUnreadable(path.name) from error


def as_bytes(counts: CountsFile) -> bytes:
    """The whole file."""
    holders = {holder: number for number, holder in enumerate(_holders(counts))}
    head = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "definition_version": counts.definition_version,
        "from": counts.days.first_on.isoformat(),
        "to": counts.days.last_on.isoformat(),
        "as_of": counts.as_of.isoformat(),
        "source": counts.source,
        "key_mark": counts.key_mark,
        "holders": [
            {"employee": row.employee, "key": row.employee_key, "team": row.team, "department": row.department}
            for row in holders
        ],
    }
    lines = [_json(head), *(_json(_written(line, holders)) for line in counts.lines)]
    body = "".join(f"{line}\n" for line in lines).encode()
    return body + f"{_json({'lines': len(counts.lines), 'sha256': hashlib.sha256(body).hexdigest()})}\n".encode()


def from_bytes(name: str, content: bytes) -> CountsFile:
    """The file of the name. Raises CountsFileForeign, CountsFileDamaged or CountsFileNewer."""
    first, _, _ = content.partition(b"\n")
    head = _object(first)
    if head is None or head.get("format") != FORMAT:
        raise CountsFileForeign(name)
    if head.get("version") != FORMAT_VERSION or head.get("definition_version") != DEFINITION_VERSION:
        raise CountsFileNewer(name)
    body, _, last = content.rstrip(b"\n").rpartition(b"\n")
    foot = _object(last)
    if foot != {"lines": body.count(b"\n"), "sha256": hashlib.sha256(body + b"\n").hexdigest()}:
        raise CountsFileDamaged(name)
    try:
        return _read(head, body.split(b"\n")[1:])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise CountsFileDamaged(name) from error


def _holders(counts: CountsFile) -> Iterator[HolderName]:
    seen = (holder for line in counts.lines for holders in line.counts.values() for holder in holders)
    return iter(dict.fromkeys(seen))


def _written(line: CountsLine, holders: Mapping[HolderName, int]) -> dict[str, object]:
    return {
        "kind": line.kind,
        "subject": line.subject,
        "from": line.from_on.isoformat(),
        "until": line.until_on.isoformat() if line.until_on else None,
        "nth": line.nth,
        "counts": {name: [holders[holder] for holder in found] for name, found in line.counts.items()},
    }


def _read(head: dict[str, Any], lines: list[bytes]) -> CountsFile:
    as_of = datetime.fromisoformat(head["as_of"])
    if as_of.tzinfo is None:
        raise ValueError("a moment without time zone")
    holders = [HolderName(row["employee"], row["key"], row["team"], row["department"]) for row in head["holders"]]
    return CountsFile(
        source=str(head["source"]),
        key_mark=str(head["key_mark"]),
        days=DayRange(date.fromisoformat(head["from"]), date.fromisoformat(head["to"])),
        as_of=as_of,
        lines=tuple(_line(json.loads(line), holders) for line in lines),
        definition_version=head["definition_version"],
    )


def _line(values: dict[str, Any], holders: list[HolderName]) -> CountsLine:
    until = values["until"]
    return CountsLine(
        kind=ThingKind(values["kind"]),
        subject=str(values["subject"]),
        from_on=date.fromisoformat(values["from"]),
        until_on=date.fromisoformat(until) if until else None,
        nth=int(values["nth"]),
        counts={
            CountName(name): tuple(holders[number] for number in numbers) for name, numbers in values["counts"].items()
        },
    )


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
