"""Every score that the course tells: readers against each other, tools against the gold.

One module a subject, each of which makes tables from the same groups of texts.
"""

from __future__ import annotations

from lessons.errors import CourseError
from lessons.scores import names, readers, sentences, topics
from lessons.scores.table import Table, groups


def tables() -> list[Table]:
    """All tables, computed afresh; it takes some seconds.

    Raises:
        CourseError: no text has gold yet.
    """
    found = groups()
    if not found:
        raise CourseError(
            "annotated texts in data/texts", "none", "Annotate one, as data/guide.md says."
        )
    return [
        table for subject in (readers, names, sentences, topics) for table in subject.tables(found)
    ]
