"""The two small members of a backup file, as JSON: its keys, and what it says about itself."""

import hmac
import json
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from koordinator.domain.audit import LogHead
from koordinator.domain.backup import BackupManifest, BackupReason
from koordinator.domain.deletion import read_list, written_list
from koordinator.usecases.ports_keys import DatabaseKey

_PURPOSE: Final = "backup manifest 1"
_AS_IT_IS: Final = "surrogateescape"
"""Also what is ruined: a backup is never wanted more."""


class NotAsWritten(ValueError):
    """The content is not what a backup holds."""


class LockedKey(NamedTuple):
    """The backup's own key, locked with the database's."""

    nonce: bytes
    content: bytes


class BackupKeys(NamedTuple):
    """What opens the backup: the locked key, and the slots beside the database at that time, as they were."""

    own: LockedKey
    slots: bytes | None


def write_keys(keys: BackupKeys) -> bytes:
    """The keys as JSON."""
    own = {"cipher": "aes-256-gcm", "nonce": keys.own.nonce.hex(), "sealed_key": keys.own.content.hex()}
    slots = None if keys.slots is None else keys.slots.decode(errors=_AS_IT_IS)
    return _json({"own_key": own, "slots": slots})


def read_keys(content: bytes) -> BackupKeys:
    """The keys in the JSON. Raises NotAsWritten."""
    try:
        data = json.loads(content)
        own, slots = data["own_key"], data["slots"]
        if own["cipher"] != "aes-256-gcm":
            raise NotAsWritten
        locked = LockedKey(bytes.fromhex(own["nonce"]), bytes.fromhex(own["sealed_key"]))
        return BackupKeys(locked, None if slots is None else slots.encode(errors=_AS_IT_IS))
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise NotAsWritten from error


def write_manifest(manifest: BackupManifest, own: DatabaseKey) -> bytes:
    """The manifest as JSON, sealed with the backup's own key."""
    facts = _facts(manifest)
    return _json({**facts, "seal": _seal(facts, own)})


def read_manifest(content: bytes) -> BackupManifest:
    """The manifest in the JSON, whose seal was not looked at. Raises NotAsWritten."""
    try:
        data = json.loads(content)
        return BackupManifest(
            made_at=_moment(data["made_at"]),
            reason=BackupReason(data["reason"]),
            schema=_text(data["schema"]),
            size_bytes=_number(data["size_bytes"]),
            sha256=_text(data["sha256"]),
            log=_head(data["log"]),
            deleted=read_list(_text(data["deleted"])),
            made_of=_text(data.get("made_of", "")),
        )
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise NotAsWritten from error


def is_sealed(content: bytes, own: DatabaseKey) -> bool:
    """Whether the manifest is as it was written by whoever had the backup's own key."""
    try:
        data = json.loads(content)
        seal = str(data.pop("seal"))
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        return False
    return hmac.compare_digest(seal.encode(), _seal(data, own).encode())


def _facts(manifest: BackupManifest) -> dict[str, Any]:
    return {
        "made_at": manifest.made_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "reason": manifest.reason.value,
        "schema": manifest.schema,
        "size_bytes": manifest.size_bytes,
        "sha256": manifest.sha256,
        "log": manifest.log._asdict(),
        "deleted": written_list(manifest.deleted),
        "made_of": manifest.made_of,
    }


def _seal(facts: dict[str, Any], own: DatabaseKey) -> str:
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"))
    return hmac.digest(own.derive(_PURPOSE), text.encode(), "sha256").hex()


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, indent=1).encode() + b"\n"


def _head(data: dict[str, object]) -> LogHead:
    return LogHead(_number(data["count"]), _text(data["seal"]), _number(data.get("after_return", 0)))


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise NotAsWritten
    return moment


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotAsWritten
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise NotAsWritten
    return value
