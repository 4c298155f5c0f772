from __future__ import annotations

import pytest

from pipeline.dates import infer_publication
from tests.dates.test_ranges import spans_of
from tests.dates.test_resolution import resolved


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        pytest.param("The citadel burned in 146 BC.", "BC0146", "-0145", id="year"),
        pytest.param("He ruled in 1 BC.", "BC0001", "0000", id="the year before the year 1"),
        pytest.param("The citadel burned in 146 B.C.E., scholars say.", "BC0146", "-0145", id="with full stops"),
        pytest.param("Grain was stored there around 9,500 BC.", "BC9500", "-9499", id="with a comma"),
        pytest.param("The shelter was used in 42,000 BCE.", "BC42000", "Y-41999", id="five figures"),
        pytest.param("She was crowned in August 51 BC.", "BC0051-08", "-0050-08", id="month"),
        pytest.param("He fell on 2 August 216 BC.", "BC0216-08-02", "-0215-08-02", id="day"),
        pytest.param("The siege began in autumn 213 BC.", "BC0213-FA", "-0212-23", id="season"),
        pytest.param("A vase of the 8th century BC was found.", "BC07", "-0799/-0700", id="century"),
        pytest.param("The treaty is of the 270s BC.", "BC027", "-0278/-0269", id="decade"),
        pytest.param("Tin was traded in the third millennium BC.", "BC2", "-2999/-2000", id="millennium"),
        pytest.param("The canal was dug in AD 67.", "0067", "0067", id="era before the year"),
        pytest.param("The scroll is of the first century.", "00", "00XX", id="the first century has no year 0"),
    ],
)
def test_resolve_lists_dates_before_christ_with_their_year(text: str, value: str, edtf: str) -> None:
    (found,) = resolved(text)
    assert (found.value, found.edtf) == (value, edtf)
    assert (found.first is None) is value.startswith("BC")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("An ad 30 seconds long.", id="advertisement"),
        pytest.param("The union said 60 BC Hydro workers walked out.", id="British Columbia"),
    ],
)
def test_resolve_knows_other_senses_of_an_era(text: str) -> None:
    assert not [found for found in resolved(text) if found.type == "DATE"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("The walls stood from 264 to 146 BC.", "-0263/-0145", id="range of one era"),
        pytest.param("He reigned from 27 BC to AD 14.", "-0026/0014", id="range over both"),
        pytest.param("It was carved between the 7th and 6th centuries BC.", "-0699/-0500", id="centuries"),
        pytest.param("The port was used since 322 BC.", "-0321/..", id="since"),
        pytest.param("The port was founded before 322 BC.", "../-0321", id="before"),
    ],
)
def test_dated_spans_reach_before_christ(text: str, edtf: str) -> None:
    assert {span.edtf for span in spans_of(text)} == {edtf}


def test_years_before_christ_never_date_an_article() -> None:
    text = "The citadel burned on Monday, in 146 BC."
    assert infer_publication(text, None, None, (), None).published is None
