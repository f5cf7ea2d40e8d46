"""Every ready-made chart: what must be true of all, for readers in grey, from afar, by ear."""

from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib import pyplot
from matplotlib.text import Text

from lessons.checks.plain import plain
from lessons.figures.cohesion_line import cohesion_line
from lessons.figures.cooccurrence import cooccurrence
from lessons.figures.entity_counts import entity_counts
from lessons.figures.sentence_sentiment import sentence_sentiment
from lessons.figures.settings_spread import settings_spread
from lessons.figures.similarity import similarity_map
from lessons.figures.style import GROUND, SMALL, contrast
from lessons.figures.tagger_scores import tagger_scores
from lessons.figures.timeline import timeline
from lessons.sentiment import score

ARTEFACTS = Path(__file__).parents[2] / "artefacts" / "figures"
SENTENCES = ["A good day.", "War and horror.", "It is noon.", "A good, bad day."]
CHARTS = {
    "entity counts": lambda: entity_counts([("Lee", "PERSON"), ("Japan", "GPE"), ("G7", "ORG")]),
    "co-occurrence": lambda: cooccurrence([["Lee", "Japan"], ["Lee", "G7"]]),
    "similarity": lambda: similarity_map([[1, 0.3, 0.1], [0.3, 1, 0.2], [0.1, 0.2, 1]]),
    "tagger scores": lambda: tagger_scores({"lists": {"article": (1, 1, 1), "held": (0, 1, 0)}}),
    "sentiment": lambda: sentence_sentiment(list(map(score, SENTENCES)), ["neutral"] * 4),
    "timeline": lambda: timeline({"Lee": [1, 3], "G7": [2]}, 4, [2]),
    "cohesion": lambda: cohesion_line([0.1, 0.3], {"a": [1], "b": [2]}, [(0, 0.2)] * 2, [1]),
    "settings": lambda: settings_spread({"w=5": ([1], 0.5)}, [2], 4, {"none": 0.2}),
}


@pytest.fixture(scope="module", params=CHARTS)
def chart(request):
    settings, figures = dict(mpl.rcParams), pyplot.get_fignums()
    made = CHARTS[request.param]()
    assert dict(mpl.rcParams) == settings
    assert pyplot.get_fignums() == figures
    return made


def words_of(chart):
    found = chart.drawing.findobj(lambda each: isinstance(each, Text) and each.get_visible())
    return [text for text in found if text.get_text().strip()]


def test_every_word_is_large_enough(chart):
    assert all(text.get_fontsize() >= SMALL for text in words_of(chart))


def test_every_word_stands_out_from_what_is_behind_it(chart):
    cells = {text for axes in chart.drawing.axes if axes.images for text in axes.texts}
    assert all(  # words in the cells of a heat map have a test of their own
        contrast(text.get_color(), GROUND) >= 4.5 for text in words_of(chart) if text not in cells
    )


def test_the_ground_is_light_whatever_the_theme(chart):
    assert mpl.colors.to_hex(chart.drawing.get_facecolor()) == GROUND


def test_series_of_bars_differ_in_hatch(chart):
    for axes in chart.drawing.axes:
        hatches = [bars.patches[0].get_hatch() for bars in axes.containers if bars.patches]
        assert len(set(hatches)) == len(hatches)


def test_every_bar_has_an_edge_that_is_seen(chart):
    for axes in chart.drawing.axes:
        for bar in axes.patches:
            assert contrast(bar.get_edgecolor(), GROUND) >= 3


def test_it_has_all_its_words(chart):
    assert len(chart["caption"]) > 40
    assert chart["alt"].count(".") >= 2
    assert chart["title"] or words_of(chart)
    assert all(table.rows for table in chart.tables)


def test_rows_of_a_table_are_as_long_as_its_head(chart):
    for table in chart.tables:
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_it_is_plain_data_for_a_check(chart):
    assert repr(plain(chart)) == repr(dict(chart))


def test_it_is_kept_to_be_looked_at(chart, request):
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    file = ARTEFACTS / f"{request.node.callspec.id}.svg"
    file.write_bytes(chart.picture)
    assert file.stat().st_size > 1000


def test_it_is_light_enough_for_a_notebook(chart):
    assert len(chart._repr_html_()) < 200_000
