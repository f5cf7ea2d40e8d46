"""Markdown as HTML that is safe to show: tags in the text are shown, never obeyed."""

from __future__ import annotations

import re
from functools import cache
from typing import Any


def as_html(text: str) -> str:
    """HTML of a Markdown text, tables included; HTML in the text comes out as visible text.

    >>> as_html("Is `<b>` *bold*?")
    '<p>Is <code>&lt;b&gt;</code> <em>bold</em>?</p>\\n'
    """
    shielded = re.sub(r"`[^`\n]+`", lambda code: code[0].replace("|", r"\|"), text)
    html = str(_renderer()(shielded))  # or a | in code would end a table's cell
    html = html.replace("<th></th>", "<td></td>")  # a corner of a table is nobody's header
    return re.sub("<code>.*?</code>", lambda code: code[0].replace(r"\|", "|"), html)


@cache
def _renderer() -> Any:
    import mistune  # comes with JupyterLab (nbconvert renders with it)

    return mistune.create_markdown(escape=True, plugins=["table"])
