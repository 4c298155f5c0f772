"""What marks look like in charts of plotly; colours and forms are those of ``pipeline.wording.palette``. Pure."""

from __future__ import annotations

from pipeline.wording.palette import Form

DASHES: dict[Form, str] = {"filled": "solid", "hatched": "dash", "outline": "dot", "struck": "longdashdot"}
CLEAR = "rgba(0,0,0,0)"


def tint(colour_: str, opacity: float) -> str:
    """A ``#rrggbb`` colour as ``rgba()``."""
    red, green, blue = (int(colour_[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"
