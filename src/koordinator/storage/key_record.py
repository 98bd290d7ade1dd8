"""What stands in `NAME.keys`: the account in the system's key store, a check of the key, and the slots, as JSON."""

import hashlib
import json
import string
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from koordinator.domain.database_key import SlotKind

FORMAT: Final = "koordinator-keys"
VERSION: Final = 1

_MOST_PASSES: Final = 10
_MOST_MEMORY_KIB: Final = 1 << 20
_MOST_LANES: Final = 16
"""A guess that costs a dozen times ours, and no more: somebody else's numbers must not be able to stop the machine."""


class NotARecord(ValueError):
    """The content is not a key record."""


class NewerRecord(ValueError):
    """The content is a key record of a later version than ours."""


class SealCost(NamedTuple):
    """What one guess at a secret costs (Argon2id): passes, memory in KiB, lanes."""

    passes: int
    memory_kib: int
    lanes: int


class Sealed(NamedTuple):
    """A locked key and what is needed, with the secret, to unlock it."""

    cost: SealCost
    salt: bytes
    nonce: bytes
    content: bytes


class KeyRecord(NamedTuple):
    """The slots of one key. The keyring's slot is there or not and holds nothing itself."""

    account: str
    check: bytes
    slots: Mapping[SlotKind, Sealed | None] = MappingProxyType({})

    def binding(self, kind: SlotKind) -> bytes:
        """What a sealed key is bound to: no slot can be moved to another place or another database.

        A new recovery code opens what the old one opens, and takes its place without being sealed anew.
        """
        place = SlotKind.RECOVERY_CODE if kind is SlotKind.NEW_RECOVERY_CODE else kind
        return f"{FORMAT}/{VERSION}/{self.account}/{place}".encode()


def write_records(records: Sequence[KeyRecord]) -> bytes:
    """The record of the database's key as JSON; while it is given another, that one's inside it as the next."""
    first, *more = records
    content: dict[str, object] = {"format": FORMAT, "version": VERSION, **_record_json(first)}
    for following in more:
        content["next"] = _record_json(following)
    return _summed(content)


def read_records(content: bytes) -> tuple[KeyRecord, ...]:
    """The records in the JSON, one or two. Raises NotARecord or NewerRecord."""
    try:
        data = json.loads(content)
        if data["format"] != FORMAT or not isinstance(data["version"], int):
            raise NotARecord
        if data["version"] > VERSION:
            raise NewerRecord
        del data["sum"]
        if _summed(data) != content:
            raise NotARecord
        return tuple(_record(part) for part in (data, data.get("next")) if part is not None)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotARecord from error
    except (NotARecord, NewerRecord):
        raise
    except ValueError as error:
        raise NotARecord from error


def _summed(content: dict[str, object]) -> bytes:
    """The one way to write it, with a sum over it: a changed bit would else show as a wrong passphrase, some day."""
    told = hashlib.sha256(json.dumps(content).encode()).hexdigest()
    return json.dumps({**content, "sum": told}, indent=2).encode() + b"\n"


def _record_json(record: KeyRecord) -> dict[str, object]:
    return {
        "account": record.account,
        "key_check": record.check.hex(),
        "slots": {kind.value: _slot_json(slot) for kind, slot in sorted(record.slots.items())},
    }


def _record(data: dict[str, Any]) -> KeyRecord:
    slots = {SlotKind(kind): _slot(SlotKind(kind), slot) for kind, slot in data["slots"].items()}
    return KeyRecord(_account(data["account"]), bytes.fromhex(data["key_check"]), slots)


def _slot_json(slot: Sealed | None) -> dict[str, Any]:
    if slot is None:
        return {}
    return {
        "kdf": "argon2id",
        "passes": slot.cost.passes,
        "memory_kib": slot.cost.memory_kib,
        "lanes": slot.cost.lanes,
        "salt": slot.salt.hex(),
        "cipher": "aes-256-gcm",
        "nonce": slot.nonce.hex(),
        "sealed_key": slot.content.hex(),
    }


def _slot(kind: SlotKind, data: dict[str, Any]) -> Sealed | None:
    if kind is SlotKind.KEYRING:
        return None
    if (data["kdf"], data["cipher"]) != ("argon2id", "aes-256-gcm"):
        raise NotARecord
    lanes = _whole(data["lanes"], 1, _MOST_LANES)
    cost = SealCost(
        _whole(data["passes"], 1, _MOST_PASSES), _whole(data["memory_kib"], 8 * lanes, _MOST_MEMORY_KIB), lanes
    )
    salt, nonce, content = (bytes.fromhex(data[name]) for name in ("salt", "nonce", "sealed_key"))
    if (len(salt), len(nonce), len(content)) != (16, 12, 48):
        raise NotARecord
    return Sealed(cost, salt, nonce, content)


def _whole(value: object, least: int, most: int) -> int:
    if not isinstance(value, int) or not least <= value <= most:
        raise NotARecord
    return value


def _account(value: object) -> str:
    if not isinstance(value, str) or len(value) != 32 or not set(value) <= set(string.hexdigits):
        raise NotARecord
    return value
