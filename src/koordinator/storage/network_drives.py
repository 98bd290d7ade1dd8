"""Whether a file lies on a network drive, where SQLite's write-ahead log loses changes."""

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath
from typing import Final

from koordinator.storage import heavy

if sys.platform == "win32":
    import ctypes

    def _is_remote_drive(path: Path) -> bool:
        return is_unc(str(path)) or ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _WINDOWS_REMOTE_DRIVE


_NETWORK_TYPES: Final = frozenset({
    "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.ceph", "fuse.curlftpfs", "fuse.davfs",
    "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs",
    "fuse.vmhgfs-fuse", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "prl_fs", "smb2",
    "smb3", "smbfs", "vboxsf", "webdav",
})  # fmt: skip
_LINUX_MOUNTS: Final = Path("/proc/self/mounts")
_OCTAL: Final = rb"\\([0-7]{3})"
_MACOS_MOUNT: Final = r"^.* on (?P<point>/.*) \((?P<type>[^,)]+)[^)]*\)$"
_WINDOWS_REMOTE_DRIVE: Final = 4

Mount = tuple[PurePath, str]
"""Where a file system is mounted, and its type."""


def is_on_network(path: Path) -> bool:
    """Whether the file lies, or would lie, on a network drive. What cannot be found out counts as no."""
    if sys.platform == "win32":
        return _is_remote_drive(path) or _is_remote_drive(path.resolve())
    return lies_on_network(PurePosixPath(path.resolve()), _mounts())


def lies_on_network(path: PurePath, mounts: Iterable[Mount]) -> bool:
    """Whether the innermost mount that holds the path is a network's; of two at one place the later counts."""
    around = [(point, kind) for point, kind in mounts if path.is_relative_to(point)]
    if not around:
        return False
    innermost = max(len(point.parts) for point, _ in around)
    return [kind for point, kind in around if len(point.parts) == innermost][-1] in _NETWORK_TYPES


def linux_mounts(content: bytes) -> list[Mount]:
    """The mounts in /proc/self/mounts, where space and the like are written as octal numbers."""
    rows = [line.split(b" ") for line in content.splitlines()]
    return [(_linux_path(row[1]), row[2].decode("ascii", "replace")) for row in rows if len(row) > 2]


def macos_mounts(text: str) -> list[Mount]:
    """The mounts in what `mount` prints on macOS."""
    rows = (re.match(_MACOS_MOUNT, line) for line in text.splitlines())
    return [(PurePosixPath(row["point"]), row["type"]) for row in rows if row]


def is_unc(text: str) -> bool:
    r"""Whether a Windows path names a server (\\server\share), also in the long form (\\?\UNC\server\share)."""
    plain = text.replace("/", "\\").upper()
    if plain.startswith(("\\\\?\\", "\\\\.\\")):
        return plain[4:].startswith("UNC\\")
    return plain.startswith("\\\\")


def _linux_path(point: bytes) -> PurePosixPath:
    plain = re.sub(_OCTAL, lambda found: bytes([int(found[1], 8)]), point) if b"\\" in point else point
    return PurePosixPath(os.fsdecode(plain))


def _mounts() -> list[Mount]:
    try:
        if sys.platform == "darwin":
            return macos_mounts(heavy.macos_mount_table())
        return linux_mounts(_LINUX_MOUNTS.read_bytes())
    except OSError:
        return []
