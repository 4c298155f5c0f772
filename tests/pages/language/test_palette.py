from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from pages.language.palette import tint
from pipeline.domain import EventType, Status
from pipeline.wording import palette

CONFIG = tomllib.loads((Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text("utf-8"))

# Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB.
BLINDNESS = {
    "none": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(colour: str) -> np.ndarray:
    values = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    xyz = TO_XYZ @ rgb.clip(0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(one: str, other: str) -> float:
    low, high = sorted(float(TO_XYZ[1] @ linear(each)) for each in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize(("one", "other"), [*combinations(palette.QUADS, 2)])
def test_palette_quads_stay_apart(blindness: str, one: palette.Quad, other: palette.Quad) -> None:
    seen = [lab(BLINDNESS[blindness] @ linear(palette.COLOURS[quad])) for quad in (one, other)]
    assert np.linalg.norm(seen[0] - seen[1]) >= 20


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("colour", [*palette.COLOURS.values(), palette.NEUTRAL])
def test_palette_marks_stand_out_from_the_background(theme: str, colour: str) -> None:
    assert contrast(colour, CONFIG["theme"][theme]["backgroundColor"]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_palette_theme_text_is_legible(theme: str) -> None:
    colours = CONFIG["theme"][theme]
    for name in ("textColor", "linkColor"):
        assert contrast(colours[name], colours["backgroundColor"]) >= 4.5
        assert contrast(colours[name], colours["secondaryBackgroundColor"]) >= 4.5


def test_palette_is_the_one_of_the_theme() -> None:
    assert list(palette.COLOURS.values()) == CONFIG["theme"]["chartCategoricalColors"]


def test_palette_has_a_quad_for_each_type_and_a_form_for_each_status() -> None:
    assert {palette.quad(type_) for type_ in get_args(EventType)} == set(palette.QUADS)
    assert {palette.form_of_status(status) for status in get_args(Status)} == set(palette.FORMS)


def test_palette_draws_planned_and_done_differently() -> None:
    assert palette.form_of_status("planned") != palette.form_of_status("occurred")
    assert palette.form_of_status("denied") != palette.form_of_status("occurred")


def test_palette_tint_keeps_the_hue() -> None:
    assert tint("#ff8000", 0.25) == "rgba(255,128,0,0.25)"


def test_palette_event_without_type_is_neutral() -> None:
    assert palette.colour(None) == palette.NEUTRAL
