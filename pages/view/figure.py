"""A chart as plotly.js takes it: traces and a layout. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """Traces and a layout of plain values, by the names that plotly.js gives them.

    Plotly's own objects check and copy each value, which took half of a page's time; tests have them check every chart.
    """

    data: list[dict[str, Any]] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)

    def copy(self) -> Figure:
        """The same traces, with a layout that can be set without a change to this one."""
        return Figure(self.data, dict(self.layout))

    def add(self, kind: str, **fields: Any) -> None:
        """Draw one trace more over those that are there."""
        self.data.append({"type": kind, **fields})

    def lay_out(self, **parts: Any) -> None:
        """Set parts of the layout; what a part (an axis, the legend) says already stays if it is not said anew."""
        self.layout.update(_merged(self.layout, parts))

    def annotate(self, **fields: Any) -> None:
        self.layout.setdefault("annotations", []).append(fields)

    def add_shape(self, kind: str, **fields: Any) -> None:
        self.layout.setdefault("shapes", []).append({"type": kind, **fields})


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    return {**old, **{name: _either(old.get(name), value) for name, value in new.items()}}


def _either(old: Any, new: Any) -> Any:
    return _merged(old, new) if isinstance(old, dict) and isinstance(new, dict) else new
