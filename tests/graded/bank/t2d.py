"""Answers to 2.d: each a cell, right in another style or wrong in another way."""

HEAD = "# task 2.d\nfrom nltk import RegexpParser, pos_tag, word_tokenize\n"
DEF = "\ndef find_names(sentence):\n"
COLLECT = """    tree = RegexpParser(grammar).parse(pos_tag(word_tokenize(sentence)))
    names = []
    for chunk in tree.subtrees(lambda each: each.label() == "NAME"):
        names.append(" ".join(word for word, tag in chunk.leaves()))
    return names
"""


def _by(grammar: str) -> str:
    return f'{HEAD}grammar = "NAME: {{{grammar}}}"\n{DEF}{COLLECT}'


SOLUTION = _by("<NNP.*>+")
RIGHT = {
    "NNP and NNPS by name": _by("<NNP|NNPS>+"),
    "nodes of the tree": HEAD
    + 'grammar = "NAME: {<NNPS?>+}"\n'
    + DEF
    + """    tree = RegexpParser(grammar).parse(pos_tag(word_tokenize(sentence)))
    return [
        " ".join(word for word, _ in node)
        for node in tree
        if not isinstance(node, tuple)
    ]
""",
    "IOB": HEAD
    + "from nltk import tree2conlltags\n"
    + DEF
    + """    tree = RegexpParser("N: {<NNP.*>+}").parse(pos_tag(word_tokenize(sentence)))
    names = []
    for word, tag, iob in tree2conlltags(tree):
        if iob == "B-N":
            names.append(word)
        elif iob == "I-N":
            names[-1] += " " + word
    return tuple(names)
""",
    "a loop without a grammar": HEAD
    + DEF
    + """    names, last = [], False
    for word, tag in pos_tag(word_tokenize(sentence)):
        proper = tag in ("NNP", "NNPS")
        if proper and last:
            names[-1] = f"{names[-1]} {word}"
        elif proper:
            names.append(word)
        last = proper
    return names
""",
    "groupby": HEAD
    + "from itertools import groupby\n"
    + DEF
    + """    tagged = pos_tag(word_tokenize(sentence))
    runs = groupby(tagged, key=lambda pair: pair[1].startswith("NNP"))
    return [" ".join(word for word, _ in run) for proper, run in runs if proper]
""",
}
WRONG = {
    "a pattern without brackets": (_by("<DT><CD>"), "found no name in any sentence"),
    "one word each": (_by("<NNP.*>"), "a-name-is-one-token"),
    "no plural": (_by("<NNP>+"), "it looked for NNP alone"),
    "all nouns": (_by("<NN.*>+"), "common nouns"),
    "with its determiner": (_by("<DT>?<NNP.*>+"), "a determiner before"),
    "with adjectives": (_by("<JJ>*<NNP.*>+"), "adjectives before"),
    "at least two": (_by("<NNP.*><NNP.*>+"), "names of one word out"),
    "capitals": (
        HEAD
        + "from itertools import groupby\n"
        + DEF
        + """    runs = groupby(word_tokenize(sentence), key=lambda word: word[0].isupper())
    return [" ".join(run) for capital, run in runs if capital]
""",
        "a-capital-is-an-entity",
    ),
    "split": (
        _by("<NNP.*>+").replace("word_tokenize(sentence)", "sentence.split()"),
        "split-is-tokenizing",
    ),
    "word by word": (
        _by("<NNP.*>+").replace(
            "pos_tag(word_tokenize(sentence))",
            "[pos_tag([word])[0] for word in word_tokenize(sentence)]",
        ),
        "a-word-has-one-tag",
    ),
    "no repeats": (
        _by("<NNP.*>+").replace("return names", "return sorted(set(names), key=names.index)"),
        "only once",
    ),
    "glued": (_by("<NNP.*>+").replace('" ".join', '"".join'), "glued the words"),
    "the first": (
        _by("<NNP.*>+").replace("    return names", "        return names"),
        "return-inside-the-loop",
    ),
    "the first or nothing": (
        _by("<NNP.*>+").replace("return names", "return names[:1]"),
        "the first name only",
    ),
    "the sentence too": (
        _by("<NNP.*>+").replace('lambda each: each.label() == "NAME"', ""),
        "the whole sentence",
    ),
    "the article": (
        HEAD
        + DEF
        + """    names = []
    for each in article.sentences:
        tree = RegexpParser("N: {<NNP.*>+}").parse(pos_tag(word_tokenize(each.text)))
        for chunk in tree.subtrees(lambda each: each.label() == "N"):
            names.append(" ".join(word for word, tag in chunk))
    return names
""",
        "function-reads-the-global",
    ),
    "lists of words": (
        _by("<NNP.*>+").replace('" ".join(word for word, tag in chunk.leaves())', "chunk.leaves()"),
        "one item is",
    ),
    "prints": (
        _by("<NNP.*>+").replace("return names", "print(names)"),
        "printing-is-returning",
    ),
    "one string": (
        _by("<NNP.*>+").replace("return names", 'return ", ".join(names)'),
        "returned a str",
    ),
    "a grammar of another form": (_by("NNP+"), "stopped with ValueError"),
    "at most two": (_by("<NNP.*><NNP.*>?"), "broke a name after two words"),
    "a plus inside the brackets": (_by("<NNP+>"), "none in the plural"),
    "determiners and adjectives": (_by("<DT>?<JJ>*<NNP.*>+"), "determiners and adjectives"),
    "the clitic too": (_by("<NNP.*>+<POS>?"), "the-clitic-belongs"),
    "two names in one": (_by("<NNP.*>+(<IN><NNP.*>+)*"), "one name of two"),
    "letters only": (
        _by("<NNP.*>+").replace("in chunk.leaves()", "in chunk.leaves() if word.isalpha()"),
        "It lost what has a dot or a hyphen in it.",
    ),
    "without titles": (
        _by("<NNP.*>+").replace(
            "return names", 'return [name.removeprefix("President ") for name in names]'
        ),
        "It left titles out",
    ),
    "what begins a chunk": (
        _by("<NNP.*>+").replace('" ".join(word for word, tag in chunk.leaves())', "chunk[0][0]"),
        "the first word of every name",
    ),
    "a choice of runs": (_by("<NNP>+|<NNPS>+"), "where one tag gives way"),
    "NNS for NNPS": (_by("<NNP|NNS>+"), "common nouns in the plural"),
    "a sorted set": (
        _by("<NNP.*>+").replace("return names", "return sorted(set(names))"),
        "order of the alphabet",
    ),
}
