"""Dates by rule, as data/guide.md says what a date is."""

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import dates
from lessons.dates import find_dates


def marked(text):
    return [text[start:end] for start, end in find_dates(text)]


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(dates).failed == 0
    assert doctest.testmod(dates).attempted > 0


@pytest.mark.parametrize(
    "text",
    [
        "on [August 3]",
        "by [Jan. 5]",
        "in [2025]",
        "on [Monday]",
        "[Yesterday] it rained",
        "only [last week]",
        "[next year]",
        "[recent years]",
        "[two years ago]",
        "[three days later]",
        "[a day earlier]",
        "by the [end of May]",
        "in [early June]",
        "the [third quarter]",
        "the [1990s]",
        "in the [past decade]",
        "by the [end of 2025]",
        "from [August 23 to 24]",
        "from [1910 to 1945]",
        "on [Monday, March 3]",
        "[Monday] and [Friday]",
        "[23 August 2025]",
        "of [Monday] night",
        "the [2019] storm",
    ],
)
def test_what_answers_when_is_a_date(text):
    assert marked(re.sub(r"[\[\]]", "", text)) == re.findall(r"\[(.*?)\]", text)


@pytest.mark.parametrize(
    "text",
    [
        "a two-day visit",
        "for six weeks",
        "27-year-old",
        "half a century",
        "every year",
        "at 9:30 a.m.",
        "days before the vote",
        "a hot summer",
        "It may rain; May I come?",
        "worth $2025",
        "by 2,025 votes",
        "in 2000m races",
    ],
)
def test_lengths_rates_and_numbers_are_no_dates(text):
    assert marked(text) == []


@given(st.text(st.sampled_from("August 2319,0-toMay.s")))
def test_dates_stand_in_order_and_apart(text):
    places = [place for span in find_dates(text) for place in span]
    assert places == sorted(places)
