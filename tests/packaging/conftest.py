"""The wheel, built from this clone and installed where nothing else of the course can be seen."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def build(target: str, place: Path) -> Path:
    """Build a wheel or an sdist with the builder that is installed here: no network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(place)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = place.iterdir()
    return built


@dataclass(frozen=True)
class Installed:
    """A virtual environment with the wheel in it, used from a folder outside the clone."""

    folder: Path
    outside: Path

    @property
    def programs(self) -> Path:
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    def run(self, program: str, *args: str | Path) -> subprocess.CompletedProcess[str]:
        """Run one of its programs as a learner would; nothing of this process shines through."""
        home = str(self.outside)
        return subprocess.run(
            [self.programs / program, *args],
            cwd=self.outside,
            env={"HOME": home, "USERPROFILE": home, "PATH": str(self.programs)},
            capture_output=True,
            text=True,
        )


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def install() -> Callable[..., Installed]:
    return environment


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return environment(tmp_path_factory.mktemp("environment"), str(wheel))


def environment(folder: Path, *what: str, outside: Path | None = None) -> Installed:
    """The course alone is installed; what it needs is lent by the environment the tests run in."""
    venv.create(folder / "venv", symlinks=sys.platform != "win32")
    made = Installed(folder / "venv", outside or folder / "outside")
    made.outside.mkdir(exist_ok=True)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(made.run("python", "-c", where).stdout.strip())
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "lent.pth").write_text("\n".join(sorted(lent)) + "\n")
    python = str(made.programs / "python")
    options = ("--quiet", "install", "--no-deps", "--no-index", "--no-build-isolation")
    command: Sequence[str] = [sys.executable, "-m", "pip", "--python", python, *options, *what]
    subprocess.run(command, check=True, capture_output=True)
    return made
