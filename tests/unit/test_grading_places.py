"""What a learner's code may read, and what must never be among it."""

from __future__ import annotations

from lessons.course import PACKAGE, checkout
from lessons.grading.places import readable


def test_a_child_reads_libraries_and_data_and_not_the_clone():
    places = readable()
    assert PACKAGE in places
    clone = checkout()
    assert clone
    assert not any((clone / "tests" / "graded").is_relative_to(place) for place in places)


def test_of_a_folder_and_one_inside_it_the_outer_is_enough():
    places = readable()
    assert [each for each in places if set(each.parents) & set(places)] == []
