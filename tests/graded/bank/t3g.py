"""Answers to 3.g: words of one's own."""

SOLUTION = (
    "A program added up scores that people once gave to single words. It gave sentence 4 a zero "
    "because none of its words is in the list, and sentence 11 a plus because of United States. "
    "I would print how many sentences scored, by which words, and what a reader says."
)
RIGHT = {"another": " ".join(["Sentence 8 says that efforts have been complicated."] * 5)}
WRONG = {
    "too short": ("Only words were measured.", "words of your own"),
    "five words": ("Do not print it, please.", "Saw 5 words"),
}
