"""A machine may be busy: no example of a property test is timed."""

from hypothesis import settings

settings.register_profile("course", deadline=None)
settings.load_profile("course")
