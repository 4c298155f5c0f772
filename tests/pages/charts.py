"""Charts as plotly's own objects, which refuse every name and value that plotly.js does not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

import plotly.graph_objects as go

from pages.view.figure import Figure

P = ParamSpec("P")


def checked(draw: Callable[P, Figure]) -> Callable[P, go.Figure]:
    def drawn(*args: P.args, **kwargs: P.kwargs) -> go.Figure:
        figure = draw(*args, **kwargs)
        return go.Figure(data=figure.data, layout=figure.layout)

    return drawn
