"""Answers to 1.c."""

SOLUTION = {"A": "TweetTokenizer", "B": "word_tokenize", "C": "wordpunct_tokenize"}
PRACTICE = {"A": "wordpunct_tokenize", "B": "str.split", "C": "word_tokenize"}
RIGHT = {}
WRONG = {
    **{
        f"A by {maker}": ({**SOLUTION, "A": maker}, f"{maker} did not make A")
        for maker in ("str.split", "word_tokenize", "wordpunct_tokenize")
    },
    **{
        f"B by {maker}": ({**SOLUTION, "B": maker}, f"{maker} did not make B")
        for maker in ("str.split", "TweetTokenizer", "wordpunct_tokenize")
    },
    **{
        f"C by {maker}": ({**SOLUTION, "C": maker}, f"{maker} did not make C")
        for maker in ("str.split", "word_tokenize", "TweetTokenizer")
    },
    "two of three": ({"A": "TweetTokenizer", "B": "word_tokenize"}, "has no answer yet"),
}
