"""Files, strings and saved pages of every make become lines, or are refused with what to do."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import pages
from lessons.articles import read_article, sample_article
from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.pages import Line, read_lines

PAGE = course_folder() / "data" / "page.txt"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(
    tmp_path: Path, encoding: str, end: str
) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(PAGE.read_text(encoding="utf-8").replace("\n", end).encode(encoding))
    assert read_article(file).text == sample_article().text
    assert len(read_article(file).cut) == 9


def test_an_old_page_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    file = tmp_path / "old.html"
    file.write_bytes("<meta charset=windows-1252><p>Lee’s café".encode("cp1252"))
    assert read_article(file).text == "Lee's café"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("latin.txt", "café".encode("latin-1"), "bytes that are not UTF-8"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "bytes of zero"),
        ("page.pdf", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n", "saw a PDF"),
        ("small.pdf", b"\n%PDF-1.4\n1 0 obj\n", "saw a PDF"),
        ("story.docx", b"PK\x03\x04\x14\x00", "as word processors make"),
        ("story.rtf", b"{\\rtf1\\ansi It rained.}", "rich text"),
        ("odd.html", b"<meta charset=utf-9><p>caf\xe9", "bytes that are not UTF-9"),
        ("cut.txt", "a".encode("utf-16") + b"\x00", "bytes that are not UTF-16"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(
        CourseError, match=f"{says}.*(Save it as plain text in UTF-8|copy its text)"
    ):
        read_article(tmp_path / name)


def test_an_older_file_of_windows_is_told_how_to_be_read(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("It’s late".encode("cp1252"))
    with pytest.raises(CourseError, match=r'read_text\("cp1252"\)'):
        read_article(tmp_path / "old.txt")
    assert read_article((tmp_path / "old.txt").read_text("cp1252")).text == "It's late"


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"No such file.*Look at the name"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(CourseError, match="Name one file"):
        read_article(tmp_path)
    with pytest.raises(CourseError, match="Look at the name"):
        read_article(tmp_path / "a\0b")


@pytest.mark.parametrize("source", [None, b"bytes", 7])
def test_what_is_neither_path_nor_string_is_refused(source: object) -> None:
    with pytest.raises(CourseError, match=r'read_article\(Path\("story.txt"\)\)'):
        read_article(source)  # type: ignore[arg-type]


def test_a_zero_character_is_refused_and_half_a_character_is_replaced() -> None:
    with pytest.raises(CourseError, match="NUL"):
        read_article("one\0two")
    assert read_article("one \ud83d two").text == "one \ufffd two"


HTML = """<!DOCTYPE html><html><head><title>News</title><style>p {}</style></head><body>
<nav><a>Home</a> <a>Sport</a></nav><article><header><h1>Lee to visit
  Tokyo</h1></header><p>Lee&rsquo;s <b>visit</b>&nbsp;begins.<br>It is his second.</p>
<script>var x = "hidden";</script><aside>Most read</aside><p>See also: Other news</p><!-- no -->
<p>Ishiba waits.</article><footer>© 2025</footer></body></html>"""


def test_a_saved_page_gives_its_article_and_says_what_it_left_out() -> None:
    article = read_article(HTML)
    assert article.text == (
        "Lee to visit Tokyo\n\nLee's visit begins.\n\nIt is his second.\n\nIshiba waits."
    )
    assert [(each.text, each.rule) for each in article.cut] == [
        ("Home Sport", "outside <article>"),
        ("Most read", "<aside>"),
        ("See also: Other news", "pointer to another page"),
        ("© 2025", "outside <article>"),
    ]


def test_html_without_an_article_loses_its_frame_only() -> None:
    page = "<body><nav>Home</nav><div>One. Two.</div><footer>Contact</footer>"
    assert read_article(page).text == "One. Two."


@pytest.mark.parametrize(
    "page",
    [
        '<?xml version="1.0"?><html xmlns="x"><body><p>One. Two.</p></body></html>',
        "<?xml version='1.0'?><p>One. Two.</p>",
        "<!-- saved --><p>One. Two.",
        "<meta charset=utf-8><link rel=x><p>One. Two.",
        "<pre>One.\nTwo.</pre>",
        "<p>One. Two.</p><p></p><br>",
        "<p>One. <b>Two</b>.",
        "<a href=x>One.</a> Two.",
        "<nav>One. Two.</nav>",
        "<p>One. Two.<script>if (a < b) { 'Three.' }</script>",
    ],
)
def test_html_in_many_a_form_is_read(page: str) -> None:
    assert read_article(page).text == "One. Two."


def test_a_text_about_html_is_no_html() -> None:
    for said in ("The <p> tag marks a paragraph.", "<3 Tokyo", "<PERSON> left.", "a < b"):
        assert read_article(said).text == said


def test_html_nested_deeper_than_python_calls_is_read() -> None:
    assert read_article("<div>" * 5000 + "One. Two." + "</div>" * 5000).text == "One. Two."


def test_a_part_outside_the_text_is_marked_and_not_yet_cut() -> None:
    lines = [line for line in read_lines("<nav>Home</nav><p>One.") if line.text]
    assert lines == [Line("Home", frame="<nav>"), Line("One.")]


def test_a_text_larger_than_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "LARGEST", 1000)
    (tmp_path / "huge.txt").write_text("a" * 1001)
    for source in ("a" * 1001, tmp_path / "huge.txt"):
        with pytest.raises(CourseError, match="Cut the file into parts"):
            read_lines(source)


def test_a_page_whose_tags_never_end_is_read_in_time() -> None:
    assert read_lines("<p>One." + "<a " * 20_000)[0].text.startswith("One.<a")


@given(st.text(st.sampled_from("<>/!-=\"' &;#pabr\nOne.")))
def test_any_string_of_angle_brackets_becomes_lines(said: str) -> None:
    assert all("\n" not in line.text for line in read_lines("<p>" + said))


def test_the_examples_are_true() -> None:
    ran = doctest.testmod(pages)
    assert ran.attempted > 0
    assert ran.failed == 0
