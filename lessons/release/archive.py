"""A zip that is the same bytes each time: its files in order, at one time, with one mode."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lessons.files import write_whole

WHEN = (1980, 1, 1, 0, 0, 0)  # the first that a zip can state
MODE = 0o100644  # a regular file, its owner's to write


def write_archive(path: Path, top: str, files: Mapping[str, bytes]) -> None:
    """Write ``files``, by their path in the archive, below the folder ``top``."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = ZipInfo(f"{top}/{name}", WHEN)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            entry.external_attr = MODE << 16
            archive.writestr(entry, files[name])
    write_whole(path, content.getvalue())
