"""The notebook's last cell: which tasks the saved file keeps."""

from __future__ import annotations


def progress() -> None:
    """Show it."""
