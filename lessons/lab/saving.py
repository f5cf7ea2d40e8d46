"""What a saved notebook holds of an exercise: one line that says how to see it again.

A widget lives in its kernel. In a notebook opened the next day its saved view finds none, and
JupyterLab shows an error in its place; so views of exercises are left out of the file, and the
line that stands beside them stays. The answer is in the cell's source all the time.
"""

from __future__ import annotations

from typing import Any

VIEW = "application/vnd.jupyter.widget-view+json"
LINES = ("Exercise ", "Progress: ")  # how the lines of our own widgets begin


def without_exercises(model: dict[str, Any], **_: object) -> None:
    """Leave the views of exercises out of a notebook about to be saved; change nothing else.

    Jupyter's server calls this before each save, as a pre-save hook.
    """
    if model.get("type") != "notebook":
        return
    for cell in model["content"].get("cells", ()):
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if VIEW in data and "".join(data.get("text/plain", "")).startswith(LINES):
                del data[VIEW]
