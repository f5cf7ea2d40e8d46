"""The command line: every error is one line, and the exit status is 0, 1 or 2."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import lessons
from lessons import cli
from lessons.errors import CourseError

VERBS = [*cli.FOR_ALL, *cli.IN_A_CLONE]


@pytest.fixture
def verb(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A verb that takes one argument; a test says what it does."""
    module = SimpleNamespace(
        __doc__="Say hello.",
        EXAMPLES=("lessons hello world",),
        add_arguments=lambda parser: parser.add_argument("whom"),
        run=lambda args: 0,
    )
    monkeypatch.setitem(cli.FOR_ALL, "hello", "say hello")
    monkeypatch.setattr(cli, "import_module", lambda name: {"lessons.commands.hello": module}[name])
    return module


def raising(error: BaseException) -> object:
    def run(args: object) -> int:
        raise error

    return run


def test_without_a_command_the_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {verb}" in out for verb in VERBS)


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_the_commands(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([option]) == 0
    assert "lessons open --help" in capsys.readouterr().out


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([verb, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"usage: lessons {verb}")
    assert "options:" in out


@pytest.mark.parametrize("verb", ["open", "doctor", "describe", "grade", "solve"])
def test_help_gives_examples(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main([verb, "--help"])
    assert f"examples:\n  lessons {verb}" in capsys.readouterr().out


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"lessons {lessons.__version__}\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["nonsense"], "lessons: there is no command 'nonsense'. Commands: open, doctor, "),
        (["--nonsense"], "lessons: unrecognized arguments: --nonsense. See: lessons --help"),
        (["open", "--port", "x"], "lessons open: argument --port: "),
        (["open", "--port", "70000"], "lessons open: argument --port: a port is a number from 1"),
        (["describe"], "lessons describe: the following arguments are required: FILE. See: "),
    ],
)
def test_a_command_that_is_not_understood_is_one_line_and_2(
    given: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(given) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_the_status_is_the_verb_s(verb: SimpleNamespace) -> None:
    verb.run = lambda args: {"world": 0, "moon": 1}[args.whom]
    assert cli.main(["hello", "world"]) == 0
    assert cli.main(["hello", "moon"]) == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (CourseError("a", "b\nc", "Do d."), "lessons: Expected a; saw b c. Do d.\n"),
        (
            OSError(28, "No space left on device", "x"),
            "lessons: [Errno 28] No space left on device",
        ),
        (PermissionError(13, "No", "x"), "lessons: Expected a place that this account may use: x;"),
        (FileExistsError(17, "No", "x"), "lessons: Expected a folder, or a free place for one: x;"),
        (IsADirectoryError(21, "No", "x"), "lessons: Expected a file: x; saw a folder. Check"),
    ],
)
def test_an_error_is_one_line_and_2(
    error: Exception, said: str, verb: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    verb.run = raising(error)
    assert cli.main(["hello", "world"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_ctrl_c_is_quiet(verb: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    verb.run = raising(KeyboardInterrupt())
    assert cli.main(["hello", "world"]) == 1
    assert capsys.readouterr() == ("", "")


def test_a_mistake_of_ours_is_not_hidden(verb: SimpleNamespace) -> None:
    verb.run = raising(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        cli.main(["hello", "world"])


@pytest.mark.parametrize("verb", cli.IN_A_CLONE)
def test_without_a_clone_its_commands_say_so_in_one_line(
    verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "checkout", lambda: None)
    assert cli.main([verb]) == 2
    assert capsys.readouterr().err == (
        f"lessons: {verb} needs a clone of the course, and this is an installed copy. "
        "See: lessons --help\n"
    )
    cli.main([])
    assert f"\n  {verb}" not in capsys.readouterr().out


def test_only_the_verb_that_was_asked_for_is_imported() -> None:
    code = (
        "import sys; from lessons import cli; cli.main(['open', '--help']); "
        "sys.exit(bool({'nltk', 'jupyterlab', 'ipywidgets', 'lessons.commands.grade'} "
        "& set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL).returncode == 0


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    ends = "import sys; sys.stdin.close()"
    with subprocess.Popen([sys.executable, "-c", ends], stdin=subprocess.PIPE) as reader:
        reader.wait()
        shown = subprocess.run(
            [sys.executable, "-m", "lessons.cli", "describe", str(PAGE), "--json"],
            stdout=reader.stdin,
            stderr=subprocess.PIPE,
        )
    assert (shown.returncode, shown.stderr) == (0, b"")


PAGE = Path(lessons.__file__).parents[1] / "data" / "page.txt"


def test_a_terminal_without_the_character_gets_an_escape(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("- Share ✓\nLee’s visit begins.\n", encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-m", "lessons.cli", "describe", str(page)],
        env={"PYTHONIOENCODING": "ascii", "LESSONS_DATA": str(tmp_path / "nltk")},
        capture_output=True,
        text=True,
    )
    assert shown.returncode == 0, shown.stderr
    assert r"- Share \u2713" in shown.stdout
