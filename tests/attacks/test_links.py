"""A child reads no link, and honest notebooks run where all of Python lies behind links."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

import nltk
import pytest
from attempts import LIMITS

from lessons.grading.engine import Engine
from lessons.grading.session import Session


@pytest.fixture(scope="module", params=[False, True], ids=["bare", "in bubblewrap"])
def linked(request, tmp_path_factory):
    """An engine whose Python, libraries, fonts' cache and work folders are all reached by links."""
    here, wrapped = tmp_path_factory.mktemp("linked"), request.param
    (here / "there").mkdir()
    (here / "there" / "python").symlink_to(sys.prefix)
    (here / "there" / "tmp").mkdir()
    (here / "site").symlink_to(Path(nltk.__file__).parent.parent)
    (here / "more").mkdir()
    (here / "more" / "actual.py").write_text("number = 7\n")
    (here / "more" / "by_link.py").symlink_to("actual.py")
    for name, target in {"env": "there/python", "tmp": "there/tmp", "extra": "more"}.items():
        (here / name).symlink_to(target)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "executable", str(here / "env" / "bin" / Path(sys.executable).name))
        patch.setattr("tempfile.tempdir", str(here / "tmp"))
        for folder in ("site", "extra"):
            patch.setenv("PYTHONPATH", str(here / folder), prepend=os.pathsep)
        with Engine("confined", LIMITS, wrapped=wrapped) as engine:
            yield engine


HONEST = {
    "charts in several fonts": """
import matplotlib.pyplot as plt
figure, axes = plt.subplots()
for family in ('serif', 'monospace', 'cursive', 'DejaVu Sans', 'no such font'):
    axes.set_title('é 東 $x^2$', family=family, style='italic', weight='bold')
    figure.savefig('f.png'); figure.savefig('f.pdf'); figure.savefig('f.svg')
done = 1""",
    "parts of libraries": """
import numpy.polynomial, numpy.ma, nltk.cluster, nltk.metrics.agreement, unittest.mock, sqlite3
import concurrent.futures, xml.dom.minidom, email.message, html.parser, lib2to3 as _
done = 1""",
    "NLTK's data": """
import nltk
from nltk.corpus import stopwords
from nltk.sentiment import SentimentIntensityAnalyzer as Vader
done = [nltk.pos_tag(nltk.word_tokenize('Kenya votes.')), stopwords.words('english')[:2]]
done.append(Vader().polarity_scores('Good.'))""",
    "real names": """
import os, pathlib, sys, matplotlib
done = [os.path.realpath(each) for each in (sys.executable, matplotlib.__file__, '.', *sys.path)]
done += [str(pathlib.Path(each).resolve()) for each in (sys.prefix, 'out', '/no/where')]""",
    "a module that is itself a link": """
import inspect, by_link, os
done = [by_link.number, inspect.getsource(by_link), os.path.realpath(by_link.__file__)]""",
    "source, stacks and documentation": """
import inspect, textwrap, traceback
done = [len(inspect.getsource(textwrap.wrap)), inspect.stack()[0].function]
try: 1 / 0
except ZeroDivisionError: done.append(traceback.format_exc())""",
    "temporary files": """
import tempfile, pathlib
with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile() as file:
    done = [pathlib.Path(folder).resolve().name in folder, file.name]""",
    "folders of one's own": """
import contextlib, os
os.mkdir('out'); before = os.getcwd()
with contextlib.chdir('out'): open('a', 'w').write('x')
os.chdir('out'); done = [os.listdir('.'), os.getcwd() == os.path.join(before, 'out')]
os.chdir('..')
%cd out""",
}  # fmt: skip


@pytest.mark.parametrize("name", HONEST)
def test_honest_notebooks_run_where_all_of_python_lies_behind_links(linked, name):
    with closing(Session(linked, ["import os", HONEST[name]])) as session:
        assert (session.value("os") and session.mishaps) == {}
        session.value("done")
        assert session.level.startswith("confined")


def test_python_did_lie_behind_links(linked):
    cell = "import os, sys\nis_link = os.path.islink(sys.prefix), os.path.islink(sys.path[-1])"
    with closing(
        Session(linked, [cell, "import matplotlib\nfile = matplotlib.__file__"])
    ) as session:
        assert session.value("is_link")[0] is True
        assert Path(session.value("file")).parts[-3] == "site"


def test_a_link_among_the_libraries_is_told_and_a_foreign_one_beside_them_is_not(linked):
    foreign = linked.scratch.path / "matplotlib" / "foreign"  # a place that children may read
    os.symlink("/etc/passwd", foreign)
    cell = f"""
import os, sys
def leads(name):
    try: return os.readlink(name)
    except OSError as error: return error.errno
told = [leads(sys.prefix), leads({str(foreign)!r}), leads('/proc/self/cwd')]"""
    with closing(Session(linked, [cell])) as session:
        assert session.value("told") == ["there/python", 1, 1]
    assert foreign.is_symlink()
