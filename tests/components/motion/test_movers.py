"""Who moves: pronouns, ships, delegations, national teams, and people whose names the model misreads."""

from __future__ import annotations

import pytest

from tests.components.motion.test_motion import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The corvette Halcyon left Bergen for Aberdeen.",
            ["Halcyon: Bergen > Aberdeen, occurred, ship"],
            id="a ship's noun right before its name",
        ),
        pytest.param("Ghana left Bogota.", ["Ghana: Bogotá > -, occurred"], id="a country leaves a foreign town"),
        pytest.param("Norway travelled to Perth.", ["Norway: - > Perth, occurred"], id="a country by its team"),
        pytest.param("Ghana left Accra in ruins. Ghana left the euro.", [], id="no country leaves its own town"),
        pytest.param("Ghana moved towards Togo.", [], id="countries drift figuratively"),
        pytest.param(
            "Three Bolivian attaches were ordered out of Finland.",
            ["Three Bolivian attaches: Finland > -, occurred"],
            id="who is posted",
        ),
        pytest.param(
            "Rescuers were rushed to the scene in Turku.",
            ["Rescuers: - > Turku, occurred"],
            id="the scene, and where the parser hangs its place",
        ),
        pytest.param(
            "Divers hurried to the scene of the collision in Turku.",
            ["Divers: - > Turku, occurred"],
            id="the scene of something in a town",
        ),
        pytest.param("The driver was sent to the scene.", [], id="a scene that is nowhere"),
        pytest.param(
            "Envoy Omar Diallo drove to Gabon. He is the only Malian envoy to defect from the country.",
            ["Omar Diallo: Mali > Gabon, occurred, car"],
            id="one defects from one's own country",
        ),
        pytest.param(
            "Ines Duarte met the lawyer of Pavel Sirota when she toured Brno.",
            ["Ines Duarte: - > Brno, occurred"],
            id="who meets somebody when she comes",
        ),
        pytest.param(
            "Sirota is held in Brno. Minister Ivo Duarte met Sirota's brother when he visited Prague.",
            ["Ivo Duarte: - > Prague, occurred"],
            id="the one who meets is the visitor",
        ),
        pytest.param(
            "The drummer Tafa Wele was deported from Qatar to Malta.",
            ["Tafa Wele: Qatar > Malta, occurred"],
            id="a noun for a person right before a name",
        ),
        pytest.param(
            "The expulsion of Cuban envoys from Malta was followed by the expulsion of its envoys from Cuba.",
            ["Cuban envoys from Malta: Malta > -, occurred", "its envoys from Cuba: Cuba > -, occurred"],
            id="somebody else's envoys in one sentence",
        ),
        pytest.param(
            "Dinamo Bergen travelled to Oman.", ["Dinamo Bergen: - > Oman, occurred"], id="a club with a town's name"
        ),
        pytest.param(
            "Two trucks to Malta left Oran. The consul to Malta left Tunis.",
            ["The consul to Malta: Tunisia > -, occurred", "Two trucks to Malta: Oran > Malta, occurred, car"],
            id="where a cargo goes, not where one is posted",
        ),
    ],
)
def test_movers_are_who_the_text_says(text: str, expected: list[str]) -> None:
    assert told(text) == expected
