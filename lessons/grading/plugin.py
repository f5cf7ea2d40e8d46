"""Pytest's door to grading: ``pytest tests/graded --submissions FILE_OR_DIR``."""

from __future__ import annotations
