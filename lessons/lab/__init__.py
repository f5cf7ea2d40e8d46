"""What the course adds to JupyterLab and its server: settings, and how exercises are saved.

``server.json`` and ``settings.json`` are installed where Jupyter looks for them.
"""

from __future__ import annotations

from typing import Any

from lessons.lab.saving import without_exercises


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Where Jupyter's server finds what it is to load."""
    return [{"module": "lessons.lab"}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Have the server call ``without_exercises`` before each save."""
    server.contents_manager.register_pre_save_hook(without_exercises)
