"""The commands of docs/large-class.md, run as they are written there, but for the address."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from lessons.course import course_folder

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "large-class.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()]


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def test_a_cluster_with_tls_grades_by_the_page_s_commands_and_refuses_who_has_no_key(tmp_path):
    port = free_port()
    bench, install, key, scheduler, worker, grade, backup = (
        each.replace(".venv/bin/", f"{Path(sys.executable).parent}/")
        .replace("10.0.0.5:8786", f"127.0.0.1:{port}")
        .replace("10.0.0.5 --port 8786", f"127.0.0.1 --port {port}")
        .replace("--nworkers -1", "--nworkers 1")
        .replace("tests/bench", f"{ROOT}/tests/bench")
        for each in commands()
    )
    assert install in (ROOT / "README.md").read_text().replace(
        ".venv/bin/", f"{Path(sys.executable).parent}/"
    )
    (tmp_path / "dask.yaml").write_text(re.findall(r"(?s)^```yaml\n(.*?)^```$", PAGE, re.M)[0])
    (tmp_path / "handed-in").mkdir()
    shutil.copy(
        next((course_folder() / "notebooks").glob("00_*")), tmp_path / "handed-in/ana.ipynb"
    )
    around = os.environ | {"DASK_CONFIG": "dask.yaml", "XDG_CONFIG_HOME": str(tmp_path / "config")}

    def run(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, shell=True, cwd=tmp_path, env=around, text=True,
                              capture_output=True, check=False)  # fmt: skip

    assert run(key).returncode == 0
    started = [
        subprocess.Popen(each.split(), cwd=tmp_path, env=around,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for each in (scheduler, worker)
    ]  # fmt: skip
    try:
        done = run(grade)
        assert done.returncode == 0, done.stderr
        around["DASK_CONFIG"] = "none.yaml"
        without = run(grade)
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(60)
    assert "Traceback" not in done.stderr
    (records,) = (tmp_path / "results" / "results").iterdir()
    assert len(json.loads(records.read_text())["checks"]) > 9
    assert without.returncode == 2
    assert without.stderr.splitlines()[-1].startswith("lessons: Expected a Dask scheduler")
    assert run(backup).returncode == 0
    assert "results/gradebook.sqlite" in run("tar tzf results-backup.tar.gz").stdout
    measured = run(bench.replace("--sizes 100", "--sizes 3"))
    assert "ms each" in measured.stdout, measured.stderr
