"""6.b  The bars of a learner's chart, and what keeps them from being one chart of one thing."""

from __future__ import annotations

from typing import Any

from lessons.checks.feedback import Failure

OWN = "Begin each chart with `fig, ax = plt.subplots()`, so that it has a figure of its own."


def bars_of(chart: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The bars that a chart shows; where some lie on each other, the one that is seen.

    Raises:
        Failure: there are none, or they do not stand on zero, or two charts were drawn on one.
    """
    bars: list[dict[str, Any]] = chart["bars"]
    if chart.get("more"):
        raise Failure(
            f"The figure of `{name}` has {1 + len(chart['more'])} panels, and so two tasks in one.",
            OWN,
        )
    if not bars and chart["images"]:
        raise Failure(f"`{name}` is an image, and has no bars.", "Use ax.bar.")
    if not bars:
        raise Failure(
            f"`{name}` has lines or points, and no bars.",
            "A line leads the eye from one place to the next, as if something lay between them; "
            "the task asks for bars: ax.bar.",
        )
    if any(bar["base"] for bar in bars):
        raise Failure(
            f"A bar of `{name}` does not begin at zero.",
            "The eye compares lengths, and which way a bar points: all of them start at zero.",
        )
    shown: dict[str | float, dict[str, Any]] = {}
    for bar in bars:
        before = shown.setdefault(bar["at"], bar)
        if before["value"] and bar["value"] and before["value"] != bar["value"]:
            raise Failure(
                f"On `{name}`, two bars stand in one place: two charts on one `ax`, it seems, or "
                "one word with two heights.",
                OWN,
            )
        if not before["value"]:
            shown[bar["at"]] = bar
    return list(shown.values())
