"""The ``lessons`` command, one module for each of its verbs."""
