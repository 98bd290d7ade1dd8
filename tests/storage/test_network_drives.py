"""Network drives are told from this computer's own, on each system by what it says of its mounts."""

from pathlib import Path, PurePosixPath

import pytest

from koordinator.storage import network_drives
from koordinator.storage.network_drives import is_on_network, is_unc, lies_on_network, linux_mounts, macos_mounts

LINUX = """\
/dev/sda2 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
//server/f\u00e6lles /mnt/f\u00e6lles\\040drev cifs rw,vers=3.0 0 0
server:/export /mnt/nfs nfs4 rw 0 0
/dev/sdb1 /mnt/nfs/local ext4 rw 0 0
me@server: /mnt/ssh fuse.sshfs rw 0 0
host /mnt/vm 9p rw 0 0
old:/x /mnt/twice nfs rw 0 0
/dev/sdc1 /mnt/twice ext4 rw 0 0
torn line
""".encode()
MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//me@server/Faelles on /Volumes/Faelles drev (smbfs, nodev, nosuid, mounted by me)
server:/export on /Volumes/nfs (nfs)
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/data/a.db", False),
        ("/run/a.db", False),
        ("/mnt/fælles drev/a.db", True),
        ("/mnt/fælles drevet/a.db", False),
        ("/mnt/nfs/a.db", True),
        ("/mnt/nfs/local/a.db", False),
        ("/mnt/ssh/deep/down/a.db", True),
        ("/mnt/vm/a.db", True),
        ("/mnt/twice/a.db", False),
    ],
)
def test_linux(path: str, network: bool) -> None:
    assert lies_on_network(PurePosixPath(path), linux_mounts(LINUX)) is network


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/System/Volumes/Data/a.db", False),
        ("/Volumes/Faelles drev/a.db", True),
        ("/Volumes/nfs/a.db", True),
        ("/Volumes/usb/a.db", False),
    ],
)
def test_macos(path: str, network: bool) -> None:
    assert lies_on_network(PurePosixPath(path), macos_mounts(MACOS)) is network


@pytest.mark.parametrize(
    ("path", "unc"),
    [
        (r"\\server\share\a.db", True),
        ("//server/share/a.db", True),
        (r"\\?\UNC\server\share\a.db", True),
        (r"\\?\C:\data\a.db", False),
        (r"C:\data\a.db", False),
        (r"a.db", False),
    ],
)
def test_windows_server_paths(path: str, unc: bool) -> None:
    assert is_unc(path) is unc


def test_no_mounts_known_is_no_network() -> None:
    assert not lies_on_network(PurePosixPath("/a"), [])


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="Linux's own list of mounts")
def test_this_computers_mounts_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_on_network(tmp_path / "a.db")

    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {tmp_path.resolve()} nfs rw 0 0\n")
    monkeypatch.setattr(network_drives, "_LINUX_MOUNTS", mounts)
    assert is_on_network(tmp_path / "a.db")

    mounts.unlink()
    assert not is_on_network(tmp_path / "a.db")
