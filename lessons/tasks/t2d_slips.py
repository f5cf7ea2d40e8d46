"""What 2.d asks for, as a function, and what a mistaken one gives: a model of each slip."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from lessons.checks.calls import Slip
from lessons.checks.feedback import Misconception
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t1b_cut import SPLIT
from lessons.tasks.t2a_beliefs import CAPITAL, POSSESSIVE, TITLES

ONE_TAG = Misconception(
    "a-word-has-one-tag",
    "A word has one tag, wherever it stands",
    "“address” is a noun in a dictionary and a verb in the article; the tagger needs the sentence.",
    "Give pos_tag the whole list of tokens, once.",
)
ONE_TOKEN = Misconception(
    "a-name-is-one-token",
    "A name is one token",
    "“South Korea” is one country; as South and as Korea it is two that do not exist.",
    "In a tag pattern, which sign says “one or more”?",
)
Tagged = list[tuple[str, str]]


def tagged(sentence: str) -> Tagged:
    """The tokens of a sentence with NLTK's tags."""
    from nltk import pos_tag
    from nltk.tokenize import word_tokenize

    return list(pos_tag(word_tokenize(sentence)))


def joined_runs(words: Tagged, tags: Iterable[str], between: str = " ") -> list[str]:
    """The longest runs of words that have one of the tags."""
    kept = set(tags)
    runs = groupby(words, key=lambda word: word[1] in kept)
    return [between.join(token for token, _ in run) for is_name, run in runs if is_name]


NNP = ("NNP", "NNPS")
NOUNS = (*NNP, "NN", "NNS")


def names_of(sentence: str) -> list[str]:
    """What the task asks for."""
    return joined_runs(tagged(sentence), NNP)


def _by_capital(sentence: str) -> list[str]:
    words = [(token, "NNP" if token[0].isupper() else "") for token, _ in tagged(sentence)]
    return joined_runs(words, NNP)


def _of_pieces(sentence: str) -> list[str]:
    from nltk import pos_tag

    return joined_runs(list(pos_tag(sentence.split())), NNP)


def _word_by_word(sentence: str) -> list[str]:
    from nltk import pos_tag

    return joined_runs([pos_tag([token])[0] for token, _ in tagged(sentence)], NNP)


def _alone(sentence: str) -> list[str]:
    return [token for token, tag in tagged(sentence) if tag in NNP]


def _after(sentence: str, *before: str, once: bool = False) -> list[str]:
    """The names, each with the words of some tags before it: {<DT>?<NNP.*>+}, {<JJ>*<NNP.*>+}."""
    words, found, at = tagged(sentence), [], 0
    while at < len(words):
        start = at
        while at < len(words) and words[at][1] in before and (not once or at == start):
            at += 1
        end = at
        while end < len(words) and words[end][1] in NNP:
            end += 1
        if end > at:
            found.append(" ".join(token for token, _ in words[start:end]))
        at = max(end, start + 1)
    return found


def _in_twos(sentence: str) -> list[str]:
    names = [name.split() for name in names_of(sentence)]
    return [" ".join(name[at : at + 2]) for name in names for at in range(0, len(name), 2)]


def _with_clitics(sentence: str) -> list[str]:
    words = [(token, "NNP" if tag == "POS" else tag) for token, tag in tagged(sentence)]
    return [part for name in joined_runs(words, NNP) for part in re.split(r"(?<='s) ", name)]


def _linked(sentence: str, *links: str) -> list[str]:
    """The names, joined where only words of these tags stand between two of them."""
    words = tagged(sentence)
    for at, (token, tag) in enumerate(words[:-1]):
        if at and tag in links and words[at - 1][1] in NNP and words[at + 1][1] in NNP:
            words[at] = (token, "NNP")
    return joined_runs(words, NNP)


def _once(sentence: str) -> list[str]:
    return list(dict.fromkeys(names_of(sentence)))


def _letters_only(sentence: str) -> list[str]:
    return [name for name in names_of(sentence) if name.replace(" ", "").isalpha()]


def _words_of_letters(sentence: str) -> list[str]:
    names = [[word for word in name.split() if word.isalpha()] for name in names_of(sentence)]
    return [" ".join(name) for name in names]


def _without_titles(sentence: str) -> list[str]:
    names = [name.split() for name in names_of(sentence)]
    return [" ".join(word for word in name if word not in TITLES) for name in names]


def _tag_by_tag(sentence: str) -> list[str]:
    runs = groupby(tagged(sentence), key=lambda word: word[1])
    return [" ".join(token for token, _ in run) for tag, run in runs if tag in NNP]


def _in_the_article(_: str) -> list[str]:
    from lessons.articles import sample_article

    return [name for each in sample_article().sentences for name in names_of(each.text)]


SLIPS = (
    Slip("It found no name in any sentence.", lambda _: [],
         "Print each step. The tags: is the text as given, with its capitals? The tree: in a "
         "pattern each tag stands in angle brackets, as in {<DT><NN>}. Then the label() that you "
         "ask for, and where the return stands."),
    Slip("It gave every word of a name by itself.", _alone, belief=ONE_TOKEN),
    Slip("It gave every word of a name by itself, and none in the plural.",
         lambda s: [token for token, tag in tagged(s) if tag == "NNP"],
         "A sign inside the angle brackets counts letters of a tag, behind them tags.",
         ONE_TOKEN),
    Slip("It took words with a capital, whatever their tag.", _by_capital, belief=CAPITAL),
    Slip("It took each word with a capital by itself, whatever its tag.",
         lambda s: [token for token, _ in tagged(s) if token[0].isupper()], belief=CAPITAL),
    Slip("It left names of one word out.",
         lambda s: [name for name in names_of(s) if " " in name],
         "How many tags does your pattern ask for at least?"),
    Slip("It broke a name after two words.", _in_twos,
         "`?` stands for one or none. Which sign says “one or more”?", ONE_TOKEN),
    Slip("It took determiners and adjectives before the name as part of it.",
         lambda s: _after(s, "DT", "JJ"),
         "Tagging by hand, where did you leave *the*? Only proper nouns make a name here."),
    Slip("It took the clitic behind a name as part of it.", _with_clitics, belief=POSSESSIVE),
    *(Slip("It made one name of two, and of what stands between them.",
           lambda s, link=link: _linked(s, link),
           "What besides proper nouns does your grammar let into a name?")
      for link in ("POS", "IN", "CC")),
    *(Slip("Its names are in the order of the alphabet.", ordered,
           "In order means: as they come in the sentence.")
      for ordered in (lambda s: sorted(names_of(s)), lambda s: sorted(set(names_of(s))))),
    *(Slip("It lost what has a dot or a hyphen in it.", lost,
           "`isalpha` asks for letters and nothing else: not every name is made of letters alone.")
      for lost in (_letters_only, _words_of_letters)),
    Slip("It left titles out of the names.", _without_titles,
         "The guide leaves them out; here, what is a name? Read the task's own rule again."),
    Slip("It gave the first word of every name.",
         lambda s: [name.split()[0] for name in names_of(s)],
         "`B-` begins a chunk, and `I-` goes on with it. Or is only one leaf read?", ONE_TOKEN),
    Slip("It broke a name where one tag gives way to the other.", _tag_by_tag,
         "A choice around whole runs is made once for each run. A choice inside the angle brackets "
         "is made for each tag."),
    Slip("It took common nouns in the plural, and broke names in the plural.",
         lambda s: joined_runs(tagged(s), ("NNP", "NNS")),
         "Print the tags of the first example: which one has the second word of United States?"),
    Slip("The tags came along with the words.",
         lambda s: joined_runs([(f"{token}/{tag}", tag) for token, tag in tagged(s)], NNP),
         "A leaf is a pair (word, tag). Join the first of each."),
    Slip("Each name is a whole tree, written as text.",
         lambda s: [f"(NAME {name})" for name in joined_runs(
             [(f"{token}/{tag}", tag) for token, tag in tagged(s)], NNP)],
         "A leaf of the tree is a pair (word, tag). Join the words of the leaves."),
    Slip("Its names end with a space.", lambda s: [f"{name} " for name in names_of(s)],
         "`join` puts spaces between words only."),
    Slip("It left the last name out.", lambda s: names_of(s)[:-1],
         "Is the last name handed over after the loop, or cut off?"),
    Slip("It lost a name that ends the sentence.",
         lambda s: names_of(s)[:-1] if tagged(s)[-1][1] in NNP else names_of(s),
         "A run that is still open after the loop is a name, too."),
    Slip("Names in the plural broke off: it looked for NNP alone.",
         lambda s: joined_runs(tagged(s), ("NNP",)), "What is the tag of the second word of United "
         "States? In a tag pattern, `.*` stands for any ending."),
    Slip("It took common nouns too.", lambda s: joined_runs(tagged(s), NOUNS),
         "Which of the tags that begin with NN mark proper nouns?"),
    Slip("It tagged the pieces between spaces.", _of_pieces, belief=SPLIT),
    Slip("It tagged each word without its neighbours.", _word_by_word, belief=ONE_TAG),
    Slip("It took a determiner before the name as part of it.",
         lambda s: _after(s, "DT", once=True),
         "Tagging by hand, where did you leave *the*?"),
    Slip("It took adjectives before the name as part of it.",
         lambda s: _after(s, "JJ"), "What does your grammar let stand before <NNP>?"),
    Slip("It gave a name that comes twice only once.", _once,
         "Every mention is to be found. Which container forgets repeats?"),
    Slip("It glued the words of a name together.", lambda s: joined_runs(tagged(s), NNP, ""),
         "Join the words of a chunk with one space."),
    Slip("It gave the first name only, and None where there is no name.",
         lambda s: names_of(s)[:1] or None, belief=EARLY),
    Slip("It gave the first name only.", lambda s: names_of(s)[:1],
         "Which of its lines looks at the first chunk, and at no other?"),
    Slip("It gave the whole sentence as a name, too.",
         lambda s: [" ".join(token for token, _ in tagged(s)), *names_of(s)],
         "The sentence S is a subtree as well. Ask each subtree for its label()."),
    Slip("It gave the names of the article, whatever sentence it was given.", _in_the_article,
         belief=GLOBALS),
)  # fmt: skip
