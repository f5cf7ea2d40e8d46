"""What a task and a check are, and how a check talks."""
