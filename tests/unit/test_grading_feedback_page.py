"""What a student reads: everything that helps, and nothing that gives an answer away."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.checks.feedback import Failure, Result
from lessons.checks.hidden import find
from lessons.checks.marking import WAITING, mark
from lessons.checks.task import Check
from lessons.course import checkout, course_folder
from lessons.grading.checklist import checklists
from lessons.grading.feedback_page import feedback_page, write_feedback
from lessons.grading.fill import fill
from lessons.grading.grade import Grader
from lessons.grading.records import Decision, Graded, Record, Timing, record
from lessons.grading.seed import FIXED
from lessons.grading.solved import solutions
from lessons.grading.wording import promises
from lessons.notebook import read_notebook
from lessons.tasks import task

ROOT = checkout()
assert ROOT
GRADED = ROOT / "tests" / "graded"
HOSTILE = (
    "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "\u202eevil\u2066\u061c\u200b",
    "\x1b[2J\x1b]0;owned\x07\x9b31m",
    "x" * 100_000,
    "\ud800 half a letter",
    "&lt;b&gt; &amp; `<i>`",
)
BASE = Record("01", "1.b", "test_clitics_are_tokens", 0, 1, "failed", "Seen.", "Do this.",
              hidden=True)  # fmt: skip
TAGS = set("html head meta title style body main h1 h2 h3 h4 p strong nav ul li a div span bdi "
           "code em".split())  # fmt: skip


class Seen(HTMLParser):
    """The tags of a page, its headings, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.words = ""
        self.feed(page)
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += f" {data}"


def seen(*records: Record, **more) -> Seen:
    return Seen(feedback_page(Graded("ana", records, **more.pop("graded", {})), **more))


def test_total_and_points_of_each_task_stand_with_its_title():
    words = seen(replace(BASE, points=1, status="passed"), replace(BASE, check="b", max=2)).words
    assert "Feedback for ana 1 of 3 points" in words
    assert f"1.b {task('1.b').title} : 1 of 3 points" in words


def test_a_failure_says_what_was_seen_which_belief_that_shows_why_it_matters_and_what_next():
    belief = find("split-is-tokenizing")
    help = f"{belief.why} {belief.help}"
    words = seen(replace(BASE, help=help, misconception=belief.id)).words
    told = f"Seen. This often comes from a belief: “{belief.claim}” . {belief.why} Look at next:"
    assert f"{told} {belief.help}".replace("`", "") in words
    assert words.count(belief.why) == 1


def test_what_was_right_is_said_as_well():
    words = seen(replace(BASE, status="passed", points=1, check="it_works", hidden=False)).words
    assert "✓ Right it works (1 of 1 point)" in words


def test_what_cannot_be_checked_yet_names_the_check_to_mend_first_and_says_the_rest_once():
    first = replace(BASE, check="it_returns_triples", hidden=False, rationale="It returned None.")
    waits = replace(BASE, status="cannot_check", rationale=WAITING,
                    help="First mend what came before: It returned None.")  # fmt: skip
    words = seen(first, waits).words
    assert "… Cannot check yet" in words
    assert "First mend what “it returns triples” says." in words
    assert words.count("It returned None.") == 1


def test_no_verdict_is_no_mark_against_anyone():
    words = seen(replace(BASE, status="cannot_check", rationale="This needs isolation.")).words
    assert "No verdict, which is not a mark against you" in words
    assert "This needs isolation." in words
    assert ", not judged in full" in words


def test_not_attempted_is_said_once_for_a_task():
    absent = replace(BASE, status="not_attempted", rationale="No answer is kept.", help="")
    words = seen(absent, replace(absent, check="other", max=2)).words
    assert "○ Not attempted: 0 of 3 points No answer is kept." in words
    assert words.count("No answer is kept.") == 1


def test_a_notebook_that_was_not_handed_in_is_said_once_and_worth_nothing_once():
    absent = replace(BASE, status="not_attempted", rationale="No notebook 01 was handed in.")
    page = seen(absent, replace(absent, task="1.d"), replace(absent, task="1.e", max=3))
    assert page.words.count("No notebook 01 was handed in.") == 1
    assert "Notebook 01, tokens : 0 of 5 points, not attempted" in page.words
    there = replace(BASE, notebook="02", task="2.a", status="passed")
    words = seen(absent, replace(absent, task="1.d"), there).words.split("Points by task")[1]
    assert words.index("Notebook 01, tokens") < words.index("2.a")
    decided = {"decisions": (Decision("1.d", 1, "Shown to me."),)}
    words = seen(absent, replace(absent, task="1.d"), graded=decided).words
    assert "1 of 1 point, decided by a person" in words


def test_dates_are_told_with_how_they_are_known_and_what_follows():
    late = Timing("01", "2026-12-01T12:00:00+01:00", "2026-12-02T10:00:00+00:00", "receipt", 1, 50,
                  0.5)  # fmt: skip
    own = replace(BASE, points=1, status="passed")
    words = seen(own, graded={"timings": (late,)}).words
    assert "Feedback for ana 0.5 of 1 point" in words
    assert "1 of 1 point, less 0.5 for being late." in words
    assert "due 2026-12-01 12:00:00 +01:00, and handed in 2026-12-02 11:00:00 +01:00" in words
    assert "which the learner's own computer wrote" in words
    waived = seen(own, graded={"timings": (replace(late, points=0, waived=True),)}).words
    assert "A person decided that nothing is taken off." in waived
    assert "less" not in waived


def test_checks_that_say_the_same_are_told_once():
    words = seen(BASE, replace(BASE, check="b"), replace(BASE, check="c")).words
    assert words.count("Seen.") == 1


def test_a_proposal_waits_for_a_person_until_one_decides():
    proposed = replace(BASE, check="proposed_three_claims", hidden=False, proposal=True)
    words = seen(proposed, replace(proposed, check="b", status="passed", points=1)).words
    assert "Proposed in it: 1 of 2 points. A person reads your words and decides." in words
    assert "three claims (0 of 1 point), proposed: a person decides" in words
    decided = seen(proposed, graded={"decisions": (Decision("1.b", 0.5, "Half of it."),)}).words
    assert "0.5 of 1 point, decided by a person" in decided
    assert "From your instructor Half of it." in decided
    assert "Proposed in it" not in decided
    assert "proposed: a person decides" not in decided


def test_comments_stand_with_their_task_and_those_on_the_whole_on_top():
    words = seen(BASE, comments={"1.b": "Mind the clitics.", "": "Good start."}).words
    assert words.index("Good start.") < words.index("Points by task") < words.index("Mind the")


def test_a_hidden_check_is_called_by_what_was_promised_and_never_by_its_name():
    looks_at = {("1.b", BASE.check): "clitics"}
    for words, name in ((seen(BASE, looks_at=looks_at).words, "clitics (0 of 1 point)"),
                        (seen(BASE).words, "a check at grading (0 of 1 point)")):  # fmt: skip
        assert name in words
        assert "clitics are tokens" not in words
        assert "test_" not in words


@pytest.mark.parametrize(
    ("rationale", "shown"),
    [
        ("`f` stopped with ValueError: Dr. Lind's U.S. visit (line 7)",
         "f stopped with ValueError (line 7)"),
        ("`f` stopped with Secret: Dr. Lind's\nU.S. visit", "f stopped with an exception"),
        ("`f` stopped with print: Dr. Lind's", "f stopped with an exception"),
        ("`f` gives <Dr. Lind's>, which holds no plain data.",
         "f gives an object , which holds no plain data."),
        ("It should return a list; it returned a str: `'Dr. Lind'`",
         "It should return a list; it returned a str."),
        ("It has 9 tokens: ``['`', 'Lind']``", "It has 9 tokens."),
    ],
)  # fmt: skip
def test_a_hidden_input_that_a_learner_made_an_exception_a_type_or_a_result_of_is_not_told(
    rationale, shown
):
    words = seen(replace(BASE, rationale=rationale)).words
    assert "Lind" not in words
    assert shown.replace(" ,", ",") in words.replace(" ,", ",")
    assert "Lind" in seen(replace(BASE, rationale=rationale, hidden=False)).words


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_words_anywhere_are_shown_and_not_obeyed(evil, tmp_path):
    hit = replace(BASE, rationale=evil, help=evil, misconception=evil, task=evil, check=evil,
                  notebook="01", hidden=False)  # fmt: skip
    graded = Graded(evil, (hit,), (evil,), (Decision(evil, 1, evil),))
    file = write_feedback(graded, tmp_path, {"": evil}, {(evil, evil): evil})
    page = file.read_text(encoding="utf-8")
    harmless(page)
    assert file.parent == tmp_path / "feedback"
    assert len(page) < 40_000


@given(st.text(), st.text())
def test_any_name_and_any_rationale_give_a_page_with_our_own_tags_alone(name, words):
    harmless(feedback_page(Graded(name, (replace(BASE, rationale=words, help=words),))))


def harmless(page: str) -> None:
    found = Seen(page)
    assert {tag for tag, _ in found.tags} <= TAGS
    allowed = {"lang", "charset", "http-equiv", "content", "name", "class", "aria-label",
               "aria-hidden", "href", "id"}  # fmt: skip
    assert {name for _, attributes in found.tags for name in attributes} <= allowed
    links = [attributes["href"] for tag, attributes in found.tags if tag == "a"]
    assert all(link.startswith("#t") for link in links)
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u061c\u202a-\u202e\u2066-\u2069]", page
    )
    page.encode("utf-8")


def test_the_page_needs_nothing_else_and_lets_no_script_run():
    page = feedback_page(Graded("ana", (BASE,)))
    assert "default-src 'none'" in page
    assert not re.search(r"https?:|url\(|@import|<script", page)
    assert '<html lang="en">' in page
    levels = [int(tag[1]) for tag, _ in Seen(page).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_nothing_handed_in_at_all_is_a_page_too():
    assert "0 of 0 points" in seen().words


def test_no_wrong_answer_of_the_bank_brings_a_name_of_a_hidden_check_or_the_solution_to_light():
    checks = checklists(GRADED, ("01",))
    (file,) = (course_folder() / "notebooks").glob("01_*.ipynb")
    blank, solved = json.loads(file.read_text()), solutions(GRADED / "bank")
    grader = Grader(checks, FIXED, None, "This needs isolation.")
    for wrong in (["Prices"], task("1.b").form.text.split()):
        notebook = fill(blank, {"1.b": wrong, "1.c": dict.fromkeys("ABC", "str.split")})
        graded = grader.notebooks("ana", [("01", read_notebook(json.dumps(notebook).encode()))])
        words = seen(*graded.records, looks_at=promises(checks)).words
        for each in graded.records:
            if each.hidden:
                assert each.check.removeprefix("test_").replace("_", " ") not in words
        assert not [token for token in ("Ito-Brandt said", "did n't") if token in words]
        assert str(solved["1.b"]) not in words


def test_what_marking_says_is_what_the_page_looks_for():
    def fails(_: object) -> None:
        raise Failure("It returned None.", "Return it.")

    checks = (Check("first", "1.e", fails), Check("then", "1.e", fails, 1, True, "first"))
    results: list[Result] = mark(checks, None)  # type: ignore[arg-type]
    words = seen(*(record("01", each, "process") for each in results)).words
    assert "First mend what “first” says." in words
