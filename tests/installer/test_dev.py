import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.source_tree import ROOT


@pytest.fixture(scope="module")
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "installer" / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_another_environments_variables_stay_outside(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "UV_PROJECT", "PIP_TARGET", "PYTEST_ADDOPTS"):
        monkeypatch.setenv(name, "elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "the machine's own")

    kept = dev.environment()

    assert "elsewhere" not in kept.values()
    assert kept["PIP_INDEX_URL"] == "the machine's own"


def test_lock_names_hashes_and_no_address(dev: ModuleType) -> None:
    lock = dev.LOCK.read_text(encoding="utf-8")
    pinned = re.findall(r"^[\w.-]+==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", lock, flags=re.MULTILINE)

    assert len(pinned) == len(re.findall(r"^\w", lock, flags=re.MULTILINE))
    assert "://" not in lock
    assert "--index" not in lock


def test_lock_leaves_out_the_twins_of_sqlcipher(dev: ModuleType) -> None:
    """They install over the same module, and the last one wins."""
    names = re.findall(r"^(sqlcipher3[\w-]*)==", dev.LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert names == ["sqlcipher3"]


def test_person_without_the_right_to_install_gets_the_line_to_type(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "apt_prefix", lambda: None)
    monkeypatch.setattr(dev.shutil, "which", lambda name: name)

    with pytest.raises(dev.Refused, match=r"sudo apt-get update && sudo apt-get install .*libgl1 libegl1"):
        dev.install_with_apt("libgl1", "libegl1")


def test_campaigns_try_what_is_there(dev: ModuleType) -> None:
    for places in dev.CAMPAIGNS.values():
        assert [place for place in places if not (ROOT / place).exists()] == []


@pytest.mark.parametrize("arguments", [(), ("havet",)])
def test_a_campaign_that_is_not_there_names_those_that_are(dev: ModuleType, arguments: tuple[str, ...]) -> None:
    with pytest.raises(dev.Refused, match="rules, walks, papers"):
        dev.run_campaign(arguments)


def test_a_list_of_what_is_shipped_comes_where_the_person_stands(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dev, "set_up", lambda: None)

    assert dev.main(["sbom", "-o", "shipped.json"]) == 0

    assert "CycloneDX" in (tmp_path / "shipped.json").read_text(encoding="utf-8")
