from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.components.grammar.quotations import quotations


def texts(doc: Doc) -> list[str]:
    return [doc[found.first : found.last + 1].text for found in quotations(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said "yes" and "no".', ['"yes"', '"no"'], id="straight marks in turn"),
        pytest.param("He said “yes” twice.", ["“yes”"], id="curly marks"),
        pytest.param("He said ``yes'' twice.", ["``yes''"], id="typewriter marks"),
        pytest.param("“One.\n\n“Two,” she said.", ["“One.\n\n“Two,”"], id="over two paragraphs"),
        pytest.param("“One.\n\nTwo. “Three,” she said.", ["“One.", "“Three,”"], id="never closed"),
        pytest.param("It was 6” long.", [], id="closing mark alone"),
        pytest.param("„Oslo schweigt“, he said, „leider“.", ["„Oslo schweigt“", "„leider“"], id="German marks"),
        pytest.param("He said »yes« and «no».", ["»yes«", "«no»"], id="guillemets both ways"),
        pytest.param("”We go now”, she said.", ["”We go now”"], id="Swedish marks"),
        pytest.param("‘We won’t go,’ she said.", ["‘We won’t go,’"], id="single curly marks"),
        pytest.param("'It's over,' she said.", ["'It's over,'"], id="single straight marks"),
        pytest.param("The workers’ union and the ‘rebels’ met.", [], id="apostrophes and a scare quote"),
        pytest.param("“He said ‘go,’ and I went.”", ["“He said ‘go,’ and I went.”"], id="single within double"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert texts(spacy.blank("en")(text)) == expected
