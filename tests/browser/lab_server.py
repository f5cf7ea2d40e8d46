"""A JupyterLab server, as a learner's machine has it, and the browser that tests open it in."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WHY_NOT = "browser tests did not run: no Chromium (Debian: apt-get install chromium)"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Lab:
    """A JupyterLab server with a home of its own, on a free port of the loopback."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "course"
        self.folder.mkdir()
        self._token = secrets.token_hex(16)
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG")}
        named = {
            "HOME": "home",
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "IPYTHONDIR": "ipython",
            "MPLCONFIGDIR": "matplotlib",
        }
        own = {name: str(home / folder) for name, folder in named.items()}
        for folder in own.values():
            Path(folder).mkdir()
        options = {
            "ServerApp.ip": "127.0.0.1",
            "ServerApp.port": "0",
            "ServerApp.root_dir": str(self.folder),
            "ServerApp.allow_root": "True",
            "ServerApp.open_browser": "False",
            "IdentityProvider.token": self._token,
            "LabApp.expose_app_in_browser": "True",
            "LabApp.collaborative": "False",
        }
        self._log = (home / "log.txt").open("w")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *(f"--{k}={v}" for k, v in options.items())],
            env={**kept, **own},
            cwd=self.folder,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        self.url = self._address(Path(own["JUPYTER_RUNTIME_DIR"]))

    def _address(self, runtime: Path) -> str:
        for _ in range(300):
            for found in runtime.glob("jpserver-*.json"):
                try:
                    server = json.loads(found.read_text())
                    urllib.request.urlopen(f"{server['url']}api?token={self._token}").close()
                except (OSError, ValueError):  # not listening yet, or not written to its end
                    continue
                return str(server["url"])
            assert self._process.poll() is None, "JupyterLab ended before it answered"
            time.sleep(0.1)
        raise AssertionError("JupyterLab did not answer in 30 s")

    def link(self, name: str) -> str:
        """Where a notebook opens, in a workspace of its own."""
        workspace = re.sub(r"\W", "", name) + secrets.token_hex(3)
        tree = f"/tree/{quote(name)}" if name else ""
        return f"{self.url}lab/workspaces/{workspace}{tree}?token={self._token}"

    def stop(self) -> None:
        """End the server and its kernels."""
        self._process.terminate()
        self._process.wait(30)
        self._log.close()
