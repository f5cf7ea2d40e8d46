"""Teach with another article: check it, suggest its annotation, and derive the notebooks.

ARTICLE is a file of text or HTML. A folder is written with the notebooks on it, and with tables in
which every row is a tool's suggestion. When a person has decided on every row, name that folder in
place of ARTICLE, and say who decided: then the tasks that need gold come in.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from lessons.course import CARD, adapted
from lessons.errors import CourseError

EXAMPLES = (
    'lessons adapt story.txt --out bridge --licence "CC BY 4.0" --source "The Post, 3 May"',
    'lessons adapt novel.txt --paragraphs 40-52 --out novel --licence "public domain: 1865" '
    '--source "chapter 3"',
    'lessons adapt bridge --decided-by "M. Roe"',
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons adapt``."""
    from lessons.adapted.card import NOT_KNOWN

    parser.add_argument("article", type=Path, metavar="ARTICLE", help="a file, or a folder made so")
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder to write")
    parser.add_argument("--licence", default="", help="what others may do with it, and who says so")
    parser.add_argument("--source", default="", help="where it is from, so that others find it")
    for name in ("title", "author", "date"):
        parser.add_argument(f"--{name}", default=NOT_KNOWN, help=f"(default: {NOT_KNOWN})")
    parser.add_argument("--paragraphs", default="", metavar="3-9", help="teach these alone")
    parser.add_argument(
        "--decided-by", default="", metavar="NAME", help="who decided on every suggested row"
    )


def run(args: argparse.Namespace) -> int:
    """Write an adapted course, or turn what a person decided into its gold."""
    if adapted():
        raise CourseError("a command in the course as it comes", "--course", "Leave it out.")
    if args.decided_by:
        return _decide(args.article, args.decided_by)
    return _write(args)


def _write(args: argparse.Namespace) -> int:
    from lessons.adapted.accept import chosen, refusals
    from lessons.adapted.card import Card, fingerprint
    from lessons.adapted.write import (
        ANNOTATION,
        must_build,
        write_notebooks,
        write_readme,
        write_text,
    )
    from lessons.articles import read_article

    if args.out is None:
        raise CourseError("a folder to write", "none", "Name it: --out DIR")
    article = chosen(read_article(args.article), args.paragraphs)
    if found := list(refusals(article, args.licence, args.source)):
        for each in found:
            print(each)
        raise CourseError(
            "a text that can be taught",
            f"{len(found)} reason{'s' * (len(found) > 1)} against it, above",
            "Mend what can be mended, or bring another text.",
        )
    must_build()
    out = args.out.expanduser().resolve()
    if out.exists() and any(out.iterdir()):
        raise CourseError("a new or empty folder", str(out), "Choose another: --out DIR")
    card = Card(
        licence=args.licence,
        source=args.source,
        title=args.title,
        author=args.author,
        date=args.date,
        text=fingerprint(article.text),
    )
    write_text(out, article, args.article.read_bytes(), card)
    write_notebooks(out)
    write_readme(out, card, args.out.name)
    print(article)
    for cut in article.cut:
        print(f"cut, {cut.rule}: {cut.text}")
    print(f"Written: {out / 'notebooks'}; which tasks are in, and why: README.md beside it.")
    then = f"lessons adapt {args.out} --decided-by NAME"
    print(f"For a person to decide: {out / ANNOTATION}; then {then}")
    return 0


def _decide(course: Path, person: str) -> int:
    from lessons.adapted.card import fingerprint, read_card
    from lessons.adapted.decide import write_gold
    from lessons.adapted.write import (
        ANNOTATION,
        must_build,
        text_folder,
        write_notebooks,
        write_readme,
    )
    from lessons.articles import read_article

    if not (course / CARD).is_file():
        raise CourseError(
            "a folder that lessons adapt wrote", str(course), "Name it in place of ARTICLE."
        )
    course = course.resolve()
    card = read_card(course)
    article = read_article(course / "data" / "page.txt")
    if fingerprint(article.text) != card.text:
        raise CourseError(
            "the text that was annotated", "another", "Write the course again, into a new folder."
        )
    must_build()
    changed = write_gold(course / ANNOTATION, article, text_folder(course))
    card = replace(card, decided_by=person, changed=changed)
    card.write(course)
    write_notebooks(course)
    write_readme(course, card, course.name)
    print(f"Gold, decided by {person}: {changed} rows differ from what tools suggested.")
    if not changed:
        print("Not one: tools are seldom right all through. Was each row read?")
    return 0
