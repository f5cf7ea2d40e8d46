"""The course with another article: what is derived from a text, and what needs a person.

``lessons adapt`` writes a folder: the text with its card, tools' suggestions for its annotation,
and the notebooks. ``docs/another-article.md`` tells an instructor how it goes.
"""
