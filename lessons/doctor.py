"""Another name of ``lessons.diagnosis``, until nothing imports it by this one."""

from lessons.diagnosis import examine, told

__all__ = ["examine", "told"]
