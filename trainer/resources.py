"""Where the bundled voices, scenarios and assets lie: in a checkout, a wheel or a frozen bundle."""

from pathlib import Path

__all__ = ["asset", "assets", "scenarios", "voices"]


def voices() -> Path:
    """Return the folder of bundled voice files."""
    return _bundled("voices")


def scenarios() -> Path:
    """Return the folder of bundled scenario files."""
    return _bundled("scenarios")


def assets() -> Path:
    """Return the folder of phrase lists, rubric, icons, fonts, templates and sounds."""
    return _bundled("assets")


def asset(name: str) -> Path:
    """Return the path of one asset, such as ``techniques/en.yaml``.

    Raises:
        FileNotFoundError: The installation lacks it.
    """
    path = assets() / name
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: install Soft Answer again")
    return path


def _bundled(folder: str) -> Path:
    package = Path(__file__).resolve().parent
    for home in (package.parent, package / "_bundled"):
        if (home / folder).is_dir():
            return home / folder
    raise FileNotFoundError(f"{package.parent / folder} is missing: install Soft Answer again")
