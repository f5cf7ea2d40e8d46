"""What an instructor gives out: an archive for learners, and one for those who teach."""
