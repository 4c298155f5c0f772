from __future__ import annotations

import pytest

from pipeline.readers.plain import decode

WESTERN = "“She’s left the café,” said Zoë – and no one in Málaga knew why. It was 5 € a cup."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_decode_gives_the_text_back(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding)) == WESTERN


@pytest.mark.parametrize("text", ["It’s late in Lima.", "Ana léft Lima.", "He paid €5."])
def test_decode_takes_a_few_bytes_of_a_short_text_for_western(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_decode_reads_other_alphabets_of_one_byte() -> None:
    text = "Президент прибыл во Владивосток в понедельник и встретился с губернатором края. " * 3
    assert decode(text.encode("cp1251")) == text


def test_decode_keeps_line_ends_as_they_are() -> None:
    assert decode(b"One.\r\nTwo.\rThree.\n") == "One.\r\nTwo.\rThree.\n"
