import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements-build.txt", "requirements.txt", "requirements-dev.txt")

posix_only = pytest.mark.skipif(os.name == "nt", reason="run is for POSIX; run.ps1 is Windows's")
debian_only = pytest.mark.skipif(
    not Path("/etc/debian_version").exists(), reason="what is tried is what happens on Debian"
)

# Stands for Python, and for the Python in .venv: notes what it is asked, and does nothing slow.
PYTHON = """#!/bin/sh
case "$*" in
*version_info*) echo "$PYTHON_VERSION" ;;
*fcntl*) exec "$REAL_PYTHON" "$@" ;;
*ensurepip*) [ -z "${WITHOUT_VENV-}" ] || [ -e "$NOTES-venv" ] ;;
"-m venv"*) echo venv >>"$NOTES"; mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
"-m pip"*) echo "pip $*" >>"$NOTES"; . "$PIP" ;;
"-m pytest"*) echo "pytest $*" >>"$NOTES"; echo "1 passed" ;;
"-P -m trainer"*) echo "$*" >>"$NOTES"; cat ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A checkout on a machine whose Python, pip and package manager are stand-ins."""

    folder: Path

    @property
    def checkout(self) -> Path:
        """Return the folder that run is started from."""
        return self.folder / "checkout"

    def program(self, name: str, script: str) -> None:
        """Put a program on the path."""
        path = self.folder / "bin" / name
        path.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def pip_does(self, script: str) -> None:
        """Set what pip does, in sh, from now on."""
        (self.folder / "pip").write_text(script)

    def notes(self) -> list[str]:
        """Return what the stand-ins were asked, in order."""
        path = self.folder / "notes"
        return path.read_text().splitlines() if path.exists() else []

    def forget(self) -> None:
        """Start the notes over."""
        (self.folder / "notes").unlink()

    def start(self, *words: str, **settings: str) -> subprocess.Popen[str]:
        """Start run with these words and variables, and nothing else in its environment."""
        return subprocess.Popen(
            [self.checkout / "run", *words],
            env={
                "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
                "NOTES": str(self.folder / "notes"),
                "PIP": str(self.folder / "pip"),
                "REAL_PYTHON": sys.executable,
                "PYTHON_VERSION": "3.12",
                **settings,
            },
            cwd=self.folder,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *words: str, stdin: str = "", **settings: str) -> tuple[int, str, str]:
        """Run it to its end; return its exit code, stdout and stderr."""
        with self.start(*words, **settings) as process:
            stdout, stderr = process.communicate(stdin)
        return process.returncode, stdout, stderr


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine that needs no system packages, as macOS does not."""
    machine = Machine(tmp_path)
    machine.checkout.mkdir()
    for name in ("run", *LOCKS):
        shutil.copy(CHECKOUT / name, machine.checkout / name)
    (tmp_path / "bin").mkdir()
    for name in ("python3.13", "python3.12", "python3.11", "python3"):
        machine.program(name, PYTHON)
    machine.program("uname", "echo Darwin")
    for name in ("ruff", "mypy", "lint-imports"):
        machine.program(name, f'echo "{name} $*" >>"$NOTES"')
    machine.pip_does("")
    return machine


@pytest.fixture
def debian(machine: Machine) -> Machine:
    """Return a Debian machine on which nothing is installed."""
    machine.program("uname", "echo Linux")
    machine.program("dpkg-query", "echo installed coreutils")
    machine.program("dpkg", "")
    machine.program(
        "apt-get",
        'echo "apt-get $*" >>"$NOTES"; case "$*" in *-venv*) touch "$NOTES-venv" ;; esac',
    )
    machine.program("id", "echo 0")
    return machine


@posix_only
def test_only_the_program_writes_to_stdout_and_reads_stdin(machine: Machine) -> None:
    """All talk of setting up goes to stderr, and what is piped in reaches the program."""
    code, stdout, stderr = machine.run("techniques", "-", stdin="I am sorry\n")

    assert (code, stdout) == (0, "I am sorry\n")
    assert "Everything is set up." in stderr
    assert machine.notes()[-1] == "-P -m trainer techniques -"


@posix_only
def test_the_second_start_starts_nothing_but_the_program(machine: Machine) -> None:
    """A start after the first asks no Python, no pip and no package manager."""
    machine.run("--help")
    machine.forget()

    code, _, stderr = machine.run("--help")

    assert (code, stderr) == (0, "")
    assert machine.notes() == ["-P -m trainer --help"]


@posix_only
def test_a_changed_lock_is_installed_into_the_same_environment(machine: Machine) -> None:
    """When requirements.txt changes, pip runs again, and .venv stays."""
    machine.run()
    machine.forget()
    with (machine.checkout / "requirements.txt").open("a") as lock:
        lock.write("# another version\n")

    assert machine.run()[0] == 0
    assert "venv" not in machine.notes()
    assert sum(note.startswith("pip ") for note in machine.notes()) == 2


@posix_only
def test_a_moved_checkout_gets_a_new_environment(machine: Machine) -> None:
    """An environment knows its folder, so it is made anew where the folder moved."""
    machine.run()
    moved = Machine(machine.folder / "moved")
    moved.folder.mkdir()
    for name in ("checkout", "bin", "pip"):
        (machine.folder / name).rename(moved.folder / name)

    assert moved.run()[0] == 0
    assert moved.notes()[0] == "venv"


@posix_only
def test_an_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    """When the system's Python is replaced, .venv points nowhere, and is made again."""
    machine.run()
    machine.forget()
    python = machine.checkout / ".venv/bin/python"
    python.unlink()
    python.symlink_to(machine.folder / "gone")

    assert machine.run()[0] == 0
    assert machine.notes()[0] == "venv"


@posix_only
def test_an_interrupted_set_up_starts_over(machine: Machine) -> None:
    """After a set-up that was killed in pip, the next start makes everything anew."""
    machine.pip_does('kill -KILL "$PPID"')
    assert machine.run()[0] == -9
    machine.pip_does("")
    machine.forget()

    code, _, stderr = machine.run()

    assert code == 0
    assert "Everything is set up." in stderr
    assert machine.notes()[0] == "venv"


@posix_only
def test_two_starts_at_once_set_up_once(machine: Machine) -> None:
    """The second of two starts says that it waits, and then finds everything done."""
    gate = machine.folder / "gate"
    os.mkfifo(gate)
    machine.pip_does(f'case "$*" in *build.txt*) read -r _ <"{gate}" ;; esac')
    with (
        machine.start("first") as first,
        gate.open("w") as opened,
        machine.start("second") as second,
    ):
        assert second.stderr is not None  # pip of the first start is at the gate
        assert second.stderr.readline() == "Another ./run is setting up. Waiting for it.\n"
        opened.write("go\n")
        opened.flush()
        first.communicate()
        second.communicate()

    assert (first.returncode, second.returncode) == (0, 0)
    assert machine.notes().count("venv") == 1
    assert sum(note.startswith("pip ") for note in machine.notes()) == 2


@posix_only
@pytest.mark.parametrize(
    ("pip_said", "sentence"),
    [
        ("NewConnectionError: no route", "Is there a network?"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "its hash differs"),
        ("[Errno 28] No space left on device", "The disk is full."),
        ("No matching distribution found", "could not be installed"),
    ],
)
def test_one_line_says_why_pip_failed(machine: Machine, pip_said: str, sentence: str) -> None:
    """Each way in which pip fails has its own line, which is the last one."""
    machine.pip_does(f'echo "{pip_said}" | tee -a "{machine.checkout}/.venv/set-up.log"; exit 1')

    code, stdout, stderr = machine.run()

    assert (code, stdout) == (1, "")
    assert sentence in stderr.splitlines()[-1]
    assert "trainer" not in "".join(machine.notes())


@posix_only
def test_wheels_come_from_a_folder_when_one_is_named(machine: Machine) -> None:
    """SOFT_ANSWER_WHEELS makes pip look into that folder and nowhere else."""
    wheels = machine.folder / "wheels of ours"
    wheels.mkdir()

    assert machine.run(SOFT_ANSWER_WHEELS=str(wheels))[0] == 0
    asked = [note for note in machine.notes() if note.startswith("pip ")]
    assert all(f"--no-index --find-links {wheels}" in note for note in asked)
    assert all("--require-hashes --no-deps" in note for note in asked)


@posix_only
def test_a_missing_folder_of_wheels_is_named(machine: Machine) -> None:
    """A folder that is not there stops the set-up with its name."""
    code, _, stderr = machine.run(SOFT_ANSWER_WHEELS="/nowhere")

    assert code == 1
    assert "There is no folder /nowhere." in stderr.splitlines()[-1]


@posix_only
@pytest.mark.parametrize("version", ["3.10", "3.14", ""])
def test_another_python_is_refused_in_one_line(machine: Machine, version: str) -> None:
    """Without a Python from 3.11 to 3.13 one line says what to install."""
    code, _, stderr = machine.run(PYTHON_VERSION=version)

    assert code == 1
    assert stderr.startswith("Soft Answer needs Python 3.11, 3.12 or 3.13")
    assert len(stderr.splitlines()) == 1


@posix_only
@debian_only
def test_system_packages_are_named_with_their_reason_and_installed(debian: Machine) -> None:
    """What is missing is said, line by line with why, and installed in one go."""
    code, _, stderr = debian.run(WITHOUT_VENV="1")

    assert code == 0
    assert "  espeak-ng: the customer's voice\n" in stderr
    update, install = (note for note in debian.notes() if note.startswith("apt-get"))
    assert update == "apt-get update"
    assert {"python3.12-venv", "espeak-ng", "libportaudio2"} <= set(install.split())
    assert "xvfb" not in install


@posix_only
@debian_only
def test_installed_and_provided_packages_are_not_asked_for(debian: Machine) -> None:
    """A package counts as installed under its own name and under the names it provides."""
    names = re.findall(r"^([a-z0-9.-]+): ", (CHECKOUT / "run").read_text(), re.MULTILINE)
    lines = [f"installed {name}" for name in names if name != "libglib2.0-0"]
    lines.append("installed libglib2.0-0t64 libother (= 1), libglib2.0-0 (= 2.80)")
    debian.program("dpkg-query", "cat <<'END'\n" + "\n".join(lines) + "\nEND")

    assert debian.run()[0] == 0
    assert not any(note.startswith("apt-get") for note in debian.notes())


@posix_only
@debian_only
def test_an_account_without_sudo_is_told_the_exact_command(debian: Machine) -> None:
    """Who may not install software gets the command for somebody who may, in one line."""
    debian.program("id", "echo 1000")
    debian.program("sudo", "exit 1")

    code, _, stderr = debian.run()

    assert code == 1
    assert (
        "apt-get update && apt-get install -y --no-install-recommends espeak-ng"
        in (stderr.splitlines()[-1])
    )
    assert debian.notes() == []


@posix_only
@debian_only
def test_packages_that_cannot_be_fetched_are_named(debian: Machine) -> None:
    """Without a network one line names the system packages and what to do."""
    debian.program("apt-get", "exit 100")

    code, _, stderr = debian.run()

    assert code == 1
    assert stderr.splitlines()[-1].startswith("I couldn't fetch espeak-ng libportaudio2")
    assert "Is there a network?" in stderr.splitlines()[-1]


@posix_only
def test_every_check_runs_and_pytest_has_the_last_word(machine: Machine) -> None:
    """A failing check does not stop the others, and makes the exit code 1."""
    machine.program("mypy", 'echo mypy >>"$NOTES"; exit 1')

    code, stdout, _ = machine.run("test")

    assert code == 1
    assert [note.split()[0] for note in machine.notes()[3:]] == [
        "ruff",
        "ruff",
        "mypy",
        "lint-imports",
        "pytest",
    ]
    assert "== mypy: failed" in stdout
    assert stdout.endswith("1 passed\n")


@posix_only
def test_arguments_go_to_pytest_alone(machine: Machine) -> None:
    """With arguments only pytest runs, and the tests' lock is what was installed."""
    code, _, _ = machine.run("test", "-k", "a name")

    assert code == 0
    assert [note for note in machine.notes() if note.startswith("pip ")][-1].endswith(
        "requirements-dev.txt"
    )
    assert machine.notes()[3:] == ["pytest -m pytest -m not device -k a name"]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place_and_hashes_everything(name: str) -> None:
    """Every locked package is one version with hashes, and no index or folder is named."""
    text = (CHECKOUT / name).read_text()

    assert "://" not in text
    assert not re.search(r"^-|^file:|/\w+/", text, re.MULTILINE)
    entries = re.split(r"\n(?=[a-z])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).strip())
    assert all(re.match(r"[a-z0-9.-]+==\S+ ", entry) for entry in entries)
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_holds_every_dependency(name: str) -> None:
    """What pyproject.toml depends on is locked, the tests' lock with the tests' packages."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"]
    if name == "requirements-dev.txt":
        wanted = wanted + project["optional-dependencies"]["dev"]

    assert {_name(requirement) for requirement in wanted} <= _locked(name).keys()


def test_both_locks_agree() -> None:
    """The tests run with exactly the versions that the program runs with.

    What the tests need everywhere may be locked without the condition that the program has.
    """
    program, tests = _locked("requirements.txt"), _locked("requirements-dev.txt")

    def versions(locked: Mapping[str, set[str]], name: str) -> set[str]:
        return {version.partition(" ;")[0] for version in locked.get(name, ())}

    assert {name: versions(tests, name) for name in program} == {
        name: versions(program, name) for name in program
    }


def test_vosk_is_locked_to_versions_with_a_wheel_for_each_system() -> None:
    """Vosk's macOS wheels ended at 0.3.44, so macOS has a version of its own."""
    assert _locked("requirements.txt")["vosk"] == {
        "0.3.44 ; sys_platform == 'darwin'",
        "0.3.45 ; sys_platform != 'darwin'",
    }


def _locked(name: str) -> dict[str, set[str]]:
    locked: dict[str, set[str]] = {}
    text = (CHECKOUT / name).read_text()
    for package, version in re.findall(r"^([a-z0-9.-]+)==(.*?) \\$", text, re.MULTILINE):
        locked.setdefault(package, set()).add(version)
    return locked


def _name(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match is not None
    return re.sub(r"[-_.]+", "-", match[0]).lower()
