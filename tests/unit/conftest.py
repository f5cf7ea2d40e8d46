"""What several unit tests share: untimed property tests, and a small annotated text."""

import pytest
from hypothesis import settings

settings.register_profile("course", deadline=None)  # a machine may be busy
settings.load_profile("course")

TEXT = 'Kenya votes\n\nIn May, "Obi" won the vote. It was close.\n'
TOKENS = """\
1 0 5 Kenya NNP B-GPE O
1 6 11 votes VBZ O O
2 13 15 In IN O O
2 16 19 May NNP O B-DATE
2 19 20 , , O O
2 21 22 " `` O O
2 22 25 Obi NNP B-PERSON O
2 25 26 " '' O O
2 27 30 won VBD O O
2 31 34 the DT O O
2 35 39 vote NN O O
2 39 40 . . O O
3 41 43 It PRP O O
3 44 47 was VBD O O
3 48 53 close JJ O O
3 53 54 . . O O
"""
SENTENCES = """\
1|0|11|0|neutral|none|a headline, no more
2|13|40|1|positive|won|she gains
3|41|54|0|neutral|none|says how it was
"""
TOPICS = "a 3 coarse vote\na 1 fine call\na 3 fine vote\n"
HEADS = {
    "tokens": "sentence start end token pos entity date",
    "sentences": "sentence|start|end|grade|label|evidence|reason",
    "topics": "segmentation after_sentence level label",
}


@pytest.fixture
def annotated(tmp_path):
    """Write the small annotation into a folder, with tables replaced by name, or parts of them.

    ``annotated("kenya", tokens=("B-GPE", "B-NORP"))`` changes one place, ``tokens="..."`` all.
    """

    def write(name, heads=HEADS, text=TEXT, **changed):
        folder = tmp_path / name
        folder.mkdir(parents=True, exist_ok=True)
        bodies = {"tokens": TOKENS, "sentences": SENTENCES, "topics": TOPICS}
        for table, change in changed.items():
            if isinstance(change, tuple):
                assert change[0] in bodies[table]
                change = bodies[table].replace(*change, 1)
            bodies[table] = change
        for table, body in bodies.items():
            between = "|" if table == "sentences" else " "
            lines = f"{heads[table]}\n{body}".replace(between, "\t")
            (folder / f"{table}.tsv").write_bytes(lines.encode())
        (folder / "text.txt").write_bytes(text.encode())
        return folder

    return write
