from __future__ import annotations

import pytest

from tests.components.coreference.conftest import Mentions


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Grace Wairo] won in Lyon. [Wairo], 29, fell ill.", id="a given name before an unknown word"),
        pytest.param("Governor of Texas [Ana Lopes] spoke. [Lopes] left.", id="not the state that an office is of"),
        pytest.param(
            "[Veltra Electronics] fell. [Veltra]'s chairman left.", id="first word of a firm, taken for a person"
        ),
        pytest.param(
            "[Pacific Dental Bank] will close. [Pacific Dental] gave no reason.", id="without the firm's noun"
        ),
        pytest.param('[Song Min-ho] came. "No," [Song] said.', id="a family name that is a common noun"),
        pytest.param(
            "A sensitive [Radio Canada] memo was lost. [Radio Canada] said so. Canada did not.",
            id="a country in a name",
        ),
        pytest.param(
            "She joined the [Calder Foundation for the Visual Arts]. [The foundation] is rich.", id="what for"
        ),
        pytest.param(
            "The [John Hale Sports Center] burned. The [Hale Sports Center] is old.", id="without a given name"
        ),
        pytest.param(
            "The [Neo Democrats] won. The Democrats lost. The [Neo Democrats] met.", id="a party like a known one"
        ),
        pytest.param("[Banco Almeida] fell. Analysts said [Almeida] had overpaid.", id="a firm's noun in front"),
        pytest.param(
            "Paulo Reis of [Veltra Research] left. [Veltra] will sue Peru.", id="first word of an unlisted body"
        ),
        pytest.param(
            "The [Baltic Fleet] trains in the Baltic. The [Baltic Fleet] left.", id="the sea that a fleet is named for"
        ),
        pytest.param("[OSLO] (Harbour Wire) - Envoys met on Monday. [Oslo] was calm.", id="an agency behind its town"),
        pytest.param("[Karolina Novotna] won. [Novotna] wept.", id="a given name that is a town"),
        pytest.param("The navy sent one of its ships, the [Kestrel]. The [Kestrel] left Split.", id="one of its ships"),
        pytest.param(
            "[A ferry], the [Amber Queen], sank off Crete. The [Amber Queen] was new.", id="a ship in apposition"
        ),
    ],
)
def test_names_are_found_in_whole_and_joined(mentions: Mentions, marked: str) -> None:
    expected, found = mentions(marked)
    assert found == expected
