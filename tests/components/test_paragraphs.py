from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components.paragraphs import hard_wrapped


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param(
            "Minister flies to Lima\nShe left on Monday.",
            ["Minister flies to Lima", "She left on Monday."],
            id="a headline is its own sentence",
        ),
        pytest.param(
            "The ferry reached\nthe port of Split on Sunday.",
            ["The ferry reached\nthe port of Split on Sunday."],
            id="a line that runs on is not broken",
        ),
        pytest.param(
            'He called the talks "very useful."\nThe envoy left.',
            ['He called the talks "very useful."', "The envoy left."],
            id="a closing quotation mark stays",
        ),
        pytest.param(
            "NAIROBI, March 3 (Reuters) - Kenya's president flew to Rome on Friday.",
            ["NAIROBI, March 3 (Reuters) -", "Kenya's president flew to Rome on Friday."],
            id="a dateline in capitals",
        ),
        pytest.param(
            "Sao Paulo, Brazil (AP) — Police searched the port.",
            ["Sao Paulo, Brazil (AP) —", "Police searched the port."],
            id="a dateline with an agency",
        ),
        pytest.param(
            "Aarhus, 3 March 2021 (Ritzau) – Police searched the port.",
            ["Aarhus, 3 March 2021 (Ritzau) –", "Police searched the port."],
            id="a dateline with day, year and agency",
        ),
        pytest.param(
            "AARHUS (Denmark), March 3 — Police searched the port.",
            ["AARHUS (Denmark), March 3 —", "Police searched the port."],
            id="a dateline with its country in brackets",
        ),
        pytest.param(
            "Aarhus/Odense | Police searched the port and two ferries on Friday night.",
            ["Aarhus/Odense |", "Police searched the port and two ferries on Friday night."],
            id="two places and a bar",
        ),
        pytest.param(
            "Aarhus | Four ferries sailed to Odense in spring | two in winter and none in summer.",
            ["Aarhus | Four ferries sailed to Odense in spring | two in winter and none in summer."],
            id="bars between cells are no dateline",
        ),
        pytest.param(
            "AARHUS/ODENSE - Police searched the port.",
            ["AARHUS/ODENSE -", "Police searched the port."],
            id="a dateline of two places",
        ),
        pytest.param(
            "Aarhus: Police searched the port.", ["Aarhus:", "Police searched the port."], id="a town and a colon"
        ),
        pytest.param(
            "Lugo, Sept 12 (EFE): Police searched the port.",
            ["Lugo, Sept 12 (EFE):", "Police searched the port."],
            id="a day, an agency and a colon",
        ),
        pytest.param("Aarhus: Police Search Port", ["Aarhus: Police Search Port"], id="a headline's speaker"),
        pytest.param(
            "Berglund: Police searched the port.", ["Berglund: Police searched the port."], id="a speaker and a colon"
        ),
        pytest.param(
            "(Ritzau) - Police searched the port.", ["(Ritzau) -", "Police searched the port."], id="an agency alone"
        ),
        pytest.param(
            "Sino-Japanese talks - the first since May - opened in Oslo.",
            ["Sino-Japanese talks - the first since May - opened in Oslo."],
            id="a dash is no dateline",
        ),
        pytest.param(
            "Det. Sgt. Ada Quist met Pvt. Leo Marsh. Lt. Ito left.",
            ["Det. Sgt. Ada Quist met Pvt. Leo Marsh.", "Lt. Ito left."],
            id="ranks keep their stops",
        ),
        pytest.param(
            "Storms hit Cuba\n\nthe island was dark", ["Storms hit Cuba", "the island was dark"], id="blank line"
        ),
    ],
)
def test_paragraphs_start_sentences(nlp: Language, text: str, sentences: list[str]) -> None:
    assert [sent.text.strip() for sent in nlp(text).sents] == sentences


def test_paragraphs_know_hard_wrapped_text() -> None:
    line = "The delegation travelled through the night and reached the border"
    assert hard_wrapped("\n".join([line] * 5))
    assert not hard_wrapped("Rome\nParis\nThe minister left.\nOslo\nBonn\nEnd")


def test_paragraphs_cut_a_list_without_stops(nlp: Language) -> None:
    doc = nlp("visits and attacks and meetings and " * 300)
    assert max(len(sentence) for sentence in doc.sents) <= 200


def test_paragraphs_leave_a_long_paragraph_to_the_parser(nlp: Language) -> None:
    doc = nlp("The envoy left Nairobi for Rome. " * 100)
    assert len(list(doc.sents)) == 100


def test_the_sentence_behind_a_dateline_is_whole(nlp: Language) -> None:
    doc = nlp("ROME - Zanetti AG, the maker of pumps, agreed on Wednesday to buy Lund. It gave no price.")
    assert [sentence.text.split(",")[0] for sentence in doc.sents] == ["ROME -", "Zanetti AG", "It gave no price."]
