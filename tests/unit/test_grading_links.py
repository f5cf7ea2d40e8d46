"""What a confined child is told of links: those of the libraries, from a table, and no other."""

from __future__ import annotations

import os

import pytest

from lessons.grading.links import answer_from, known_links, loaded


@pytest.fixture
def place(tmp_path):
    """A library behind a link, with a link in it; and a link that is not on the way."""
    (tmp_path / "real" / "lib").mkdir(parents=True)
    (tmp_path / "real" / "lib" / "a").touch()
    (tmp_path / "real" / "lib" / "b").symlink_to("a")
    (tmp_path / "env").symlink_to("real")
    (tmp_path / "other").symlink_to("real")
    return tmp_path


@pytest.fixture
def told(place, monkeypatch):
    for name in ("readlink", "chdir"):  # to be put back
        monkeypatch.setattr(os, name, getattr(os, name))
    answer_from(known_links([place / "env" / "lib"]))
    return place


def test_links_on_the_way_and_in_the_folder_are_known_by_their_real_names(place):
    assert known_links([place / "env" / "lib"]) == {
        str(place / "env"): "real",
        str(place / "real" / "lib" / "b"): "a",
    }


def test_a_real_name_is_found_by_the_table_alone(told):
    assert os.path.realpath(told / "env" / "lib" / "b") == str(told / "real" / "lib" / "a")
    assert (told / "env").readlink().name == "real"
    assert os.readlink(os.fsencode(told / "env")) == b"real"


def test_no_other_link_is_told(told):
    with pytest.raises(PermissionError):
        os.readlink(told / "other")
    with pytest.raises(PermissionError):
        os.readlink("env", dir_fd=3)


def test_a_place_that_is_not_there_is_passed_over(tmp_path):
    assert known_links([tmp_path / "nowhere"]) == {}


def test_a_folder_is_entered_by_name_or_descriptor(told, monkeypatch):
    monkeypatch.chdir(told)
    os.chdir("real")
    os.chdir(b"lib")
    assert os.getcwd() == str(told / "real" / "lib")
    folder = os.open(told, os.O_RDONLY)
    os.chdir(folder)
    os.close(folder)
    assert os.getcwd() == str(told)
    with pytest.raises(NotADirectoryError):
        os.chdir(told / "real" / "lib" / "a")


def test_what_is_loaded_has_folders_of_modules_fonts_and_the_python_that_runs():
    import matplotlib.font_manager as fonts
    import nltk

    found = loaded()
    assert os.path.dirname(nltk.__file__) in found
    assert os.path.dirname(fonts.fontManager.ttflist[0].fname) in found
    assert set(nltk.data.path) <= found
