"""The project's own files agree with each other: each fact is stated once, or compared here."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import lessons

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
CORE = [Requirement(line) for line in PROJECT["dependencies"]]
DEV = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)
# In parts, so that this file does not name them.
HOSTS = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
HOSTS += [".".join(parts) for parts in (("npmjs", "com"), ("debian", "org"), ("anaconda", "org"))]
MACHINE = ["/".join(("", *parts, "")) for parts in (("work",), ("root",), ("tmp", "venv"))]


@cache
def tracked() -> list[Path]:
    command = ["git", "ls-files", "-z"]
    out = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in out.split("\0") if name and (ROOT / name).is_file()]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def shell_commands(document: str) -> list[str]:
    """The lines of the document's ``sh`` blocks."""
    return "".join(re.findall(r"^```sh\n(.*?)^```$", document, re.DOTALL | re.MULTILINE)).split(
        "\n"
    )


def pins(lock: str) -> list[tuple[str, Version]]:
    """Names and versions; a name comes twice where systems or Pythons need different versions."""
    return [(name, Version(version)) for name, version, _ in PINNED.findall(read(lock))]


# README and CI


def test_the_readme_s_two_commands_are_what_ci_runs() -> None:
    first, second, *_ = shell_commands(read("README.md"))
    script = read(".ci/run")
    patterns = re.findall(r"^(\w+_command)=\$\(grep -E '(.+)' README\.md\)$", script, re.MULTILINE)
    assert [name for name, _ in patterns] == ["open_command", "test_command"]
    for (name, pattern), command in zip(patterns, (first, second), strict=True):
        found = re.findall(f"(?m){pattern}", read("README.md"))
        assert found == [command]
        assert f'bash -c "${name}"' in script


def test_the_first_command_opens_the_course_and_the_second_tests_it() -> None:
    first, second, *_ = shell_commands(read("README.md"))
    assert first.endswith("lessons open")
    assert second.endswith("python -m pytest")
    assert "requirements.lock" in first
    assert "requirements-dev.lock" in second


def test_both_commands_are_on_the_first_screen() -> None:
    beginning = "\n".join(read("README.md").splitlines()[:30])
    assert beginning.count("```sh") == 2


def test_ci_requires_the_browser_and_the_network() -> None:
    script = read(".ci/run")
    assert "export LESSONS_BROWSER=required" in script
    assert "-m 'not slow'" in script


def test_ci_s_scripts_can_be_run() -> None:
    command = ["git", "ls-files", "--stage", ".ci"]
    out = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert [line.split()[0] for line in out.splitlines()] == ["100755", "100755"]


# What the course needs


def test_conda_gets_what_pip_gets() -> None:
    environment = yaml.safe_load(read("environment.yml"))
    *conda, of_pip = environment["dependencies"]
    course, *others = of_pip["pip"]  # what conda-forge does not have
    needs = {str(Requirement(line)) for line in (*conda, *others)}
    assert needs - {str(each) for each in CORE} == {f"python{PROJECT['requires-python']}", "pip"}
    assert {str(each) for each in CORE} <= needs
    assert course == "-e ."
    assert environment["name"] == PROJECT["name"]


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("folder", ["lessons", "tests"])
def test_what_is_imported_is_declared(folder: str) -> None:
    """Declared by us, or named by something that we declare, as numpy is by matplotlib."""
    files = [path for path in tracked() if path.is_relative_to(ROOT / folder)]
    modules = {name for path in files if path.suffix == ".py" for name in imports(path)}
    providers = packages_distributions()
    foreign = modules - {*sys.stdlib_module_names, "lessons"}
    needed = {canonicalize_name(providers[name][0]) for name in foreign if name in providers}
    ours = {canonicalize_name(each.name) for each in (*CORE, *DEV)}
    of_those = {Requirement(line).name for name in ours for line in requires(name) or []}
    assert needed
    assert needed <= ours | {canonicalize_name(name) for name in of_those}


@pytest.mark.parametrize(("lock", "needs"), [(LOCKS[0], CORE), (LOCKS[1], [*CORE, *DEV])])
def test_a_lock_satisfies_pyproject(lock: str, needs: list[Requirement]) -> None:
    pinned = pins(lock)
    for need in needs:
        versions = [version for name, version in pinned if name == need.name]
        assert versions
        assert all(version in need.specifier for version in versions)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_exact_versions_with_hashes_and_no_address(lock: str) -> None:
    text = read(lock)
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^\s*#.*\n", "", text).strip())
    assert len(entries) == len(pins(lock))
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"https?:|--(?:extra-)?index|--find-links|@ ", text)


def test_learners_and_developers_get_the_same_versions() -> None:
    learners, developers = map(pins, LOCKS)
    assert set(learners) <= set(developers)


def test_the_locks_serve_every_system() -> None:
    markers = "\n".join(marker for _, _, marker in PINNED.findall(read(LOCKS[0])))
    assert "win32" in markers
    assert "darwin" in markers


# Names, versions, licences


def test_the_version_is_the_same_everywhere() -> None:
    version = PROJECT["version"]
    assert lessons.__version__ == version
    assert yaml.safe_load(read("CITATION.cff"))["version"] == version
    assert f"\n## {version}" in read("CHANGELOG.md")


def test_the_licences_are_the_same_everywhere() -> None:
    expression = PROJECT["license"].split(" AND ")
    assert yaml.safe_load(read("CITATION.cff"))["license"] == expression
    assert expression == ["BSD-3-Clause", "CC-BY-4.0"]
    assert read("LICENSE").startswith("BSD 3-Clause License\n")
    assert "SPDX-License-Identifier: CC-BY-4.0" in read("LICENSE-TEXTS")
    assert PROJECT["license-files"] == ["LICENSE", "LICENSE-TEXTS"]


def test_the_licences_say_that_the_article_is_neither() -> None:
    assert "The sample article, data/page.txt. It is not ours" in read("LICENSE-TEXTS")
    assert "The sample article is neither" in read("README.md")


def test_the_title_is_the_same_everywhere() -> None:
    citation = yaml.safe_load(read("CITATION.cff"))
    assert read("README.md").startswith(f"# {citation['title']}\n")
    assert PROJECT["description"] == citation["abstract"].strip()
    assert set(citation["keywords"]) == set(PROJECT["keywords"])


# What is written in all files


@pytest.mark.parametrize(
    "document", [path for path in tracked() if path.suffix == ".md"], ids=lambda path: path.name
)
def test_every_link_leads_somewhere(document: Path) -> None:
    text = re.sub(r"(?sm)^```.*?^```$", "", document.read_text(encoding="utf-8"))
    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r"(?m)^\[[^\]]+\]: (\S+)", text)
    here = [target.split("#")[0] for target in targets if "://" not in target and target[0] != "#"]
    assert [target for target in here if not (document.parent / target).exists()] == []


def test_no_file_names_a_registry_s_host_or_a_place_on_one_machine() -> None:
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [(path.name, word) for word in (*HOSTS, *MACHINE) if word in text]
    assert found == []
