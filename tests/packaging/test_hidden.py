"""Nothing hidden is in the learner's archive, and what is hidden would be seen if it were."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from lessons.errors import CourseError
from lessons.grading.class_file import ClassFile
from lessons.grading.fill import fill
from lessons.grading.solved import solved_notebooks
from lessons.release.learner import learner_files
from lessons.update import as_bytes

_spec = importlib.util.spec_from_file_location("hidden", Path(__file__).with_name("hidden.py"))
assert _spec
assert _spec.loader
hidden = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(hidden)

ROOT = Path(__file__).parents[2]
GRADED = ROOT / "tests" / "graded"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# What learners are told although the hidden side holds it too. A new passage wants a reason.
TOLD = {
    hidden.plain(words)
    for words in (  # visible checks know some right answers and common slips
        "for word in words: if len(word) <= limit: words.remove(word) return len(words)",
        "return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})",
        "start = text.find(token, at) places.append((token, start, start + len(token)))",
        "return [(text[a:b], a, b) for a, b in NLTKWordTokenizer().span_tokenize(text)]",
        "Precision and recall have changed places.",
        # a task's own boxes offer them
        "[High Court of Norrland]",
        "[Norrland] and [Ministry of Fisheries]",
        # notebook 04 makes the digest before 4.e uses it
        r"""def digest(*ids):
            texts = [read_text(id).text.strip().split("\n\n") for id in ids]
            seams = "".join("0" * (len(each) - 1) + "1" for each in texts)[:-1]
            return sum(texts, []), seams
        first, first_seams = digest("summit", "flood", "satellite", "verdict", "nighttrain")
        second, second_seams = digest("tariffs", "election", "cholera", "final")""",
    )
}
RUNS: dict[str, str] = hidden.hidden(GRADED)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The files of an archive with every notebook."""
    return learner_files(ROOT, NOTEBOOKS, ClassFile())


def planted(files: Mapping[str, bytes], name: str, content: bytes) -> dict[str, str]:
    """Where hidden runs stand once something was put into the archive: by where they are from."""
    with_it = {name: files.get(name, b"") + b"\n" + content}
    return {source: at for at, source in hidden.leaks(with_it, RUNS).values()}


def test_nothing_hidden_is_in_it(files: dict[str, bytes]) -> None:
    found = hidden.leaks(files, RUNS)
    untold = {run: where for run, where in found.items() if not any(run in each for each in TOLD)}
    assert untold == {}
    assert [each for each in TOLD if not any(run in each for run in found)] == []  # no longer told


def test_it_holds_only_what_learners_get(files: dict[str, bytes]) -> None:
    tops = {name.split("/")[0] for name in files}
    assert tops == {"data", "docs", "lessons", "notebooks", "LICENSE", "LICENSE-TEXTS",
                    "README.md", "pyproject.toml", "requirements.lock"}  # fmt: skip
    parts = {part for name in files for part in name.split("/")}
    assert not parts & {"tests", "graded", "bank", "notes", "source", "class.seed", "__pycache__"}
    assert not [name for name in files if name.startswith("data/") and name.endswith(".py")]


@pytest.mark.parametrize("kind", ["bank/*.py", "test_*.py", "notes/*.md"])
def test_each_hidden_file_would_be_seen(kind: str, files: dict[str, bytes]) -> None:
    for file in sorted(GRADED.glob(kind)):
        seen = planted(files, "data/README.md", file.read_bytes())
        assert str(file.relative_to(GRADED)) in seen


@pytest.mark.parametrize("name", ["sentences.tsv", "tokens.tsv", "topics.tsv"])
def test_gold_of_a_held_out_text_would_be_seen(name: str, files: dict[str, bytes]) -> None:
    for file in sorted((GRADED / "texts").glob(f"*/{name}")):
        rows = b"".join(file.read_bytes().splitlines(keepends=True)[3:])
        seen = planted(files, "data/guide.md", rows)  # a reading may have the same rows
        assert [each for each in seen if each.startswith(f"texts/{file.parent.name}/")]


def test_a_solved_notebook_would_be_seen(files: dict[str, bytes]) -> None:
    for name, notebook in solved_notebooks(ROOT / "notebooks", GRADED / "bank").items():
        with_it = {f"notebooks/{name}": as_bytes(notebook)}
        seen = {source for _, source in hidden.leaks(with_it, RUNS).values()}
        assert [each for each in seen if each.startswith(("bank/", "the solution of"))], name


def test_one_hidden_sentence_written_otherwise_would_be_seen(files: dict[str, bytes]) -> None:
    notebook: dict[str, Any] = json.loads(files["notebooks/01_tokens.ipynb"])
    words = (
        "In the article, “confirmed,” with its\ncomma would be a word of its own, different from"
    )
    notebook["cells"][0]["source"] += words
    assert hidden.leaks({"notebooks/01_tokens.ipynb": as_bytes(notebook)}, RUNS)


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("A hyphened name was cut at its hyphen.", "test_01_tokens.py"),
        ("{'A': 'TweetTokenizer', 'B': 'word_tokenize'}", "bank/t1c.py"),
    ],
)
def test_what_is_short_and_distinctive_would_be_seen(
    words: str, source: str, files: dict[str, bytes]
) -> None:
    assert len(hidden.plain(words)) < hidden.LONG
    assert planted(files, "docs/learner.md", words.encode()) == {source: "docs/learner.md"}


@pytest.mark.parametrize("state", ["answered", "run"])
def test_a_notebook_that_is_not_blank_is_refused(state: str, tmp_path: Path) -> None:
    notebook = json.loads(NOTEBOOKS[1].read_bytes())
    if state == "answered":
        notebook = fill(notebook, {"1.a": {"split": 1, "nltk": 2}})
    else:
        cell = next(each for each in notebook["cells"] if each["cell_type"] == "code")
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "29"}]
    used = tmp_path / NOTEBOOKS[1].name
    used.write_bytes(as_bytes(notebook))
    with pytest.raises(CourseError, match=r"answers to 1\.a|outputs of a run"):
        learner_files(ROOT, [used], ClassFile())
