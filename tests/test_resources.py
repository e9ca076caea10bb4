"""Where what comes with the program lies."""

from pathlib import Path

import pytest

from trainer import resources


def test_a_checkout_has_its_folders_beside_the_package() -> None:
    """Voices, scenarios and assets."""
    assert (resources.voices() / "dana.yaml").is_file()
    assert (resources.scenarios() / "lost-parcel.yaml").is_file()
    assert resources.asset("techniques/en.yaml") == resources.assets() / "techniques" / "en.yaml"


def test_a_wheel_has_them_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is taken that is there."""
    inside = tmp_path / "site-packages" / "trainer" / "_bundled" / "voices"
    inside.mkdir(parents=True)
    monkeypatch.setattr(
        resources, "__file__", str(tmp_path / "site-packages" / "trainer" / "resources.py")
    )

    assert resources.voices() == inside
    with pytest.raises(FileNotFoundError, match="scenarios is missing: install Soft Answer again"):
        resources.scenarios()


def test_an_asset_that_is_missing_is_named() -> None:
    """An installation can be broken."""
    with pytest.raises(FileNotFoundError, match="none is missing"):
        resources.asset("none")
