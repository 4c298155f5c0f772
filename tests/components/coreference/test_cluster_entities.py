from __future__ import annotations

import pytest

from tests.components.coreference.conftest import Find


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        pytest.param("The DPRK fired a missile.", "Troops left North Korea.", "country:KP", id="country"),
        pytest.param("Kim Jong-un smiled.", "Kim Jong Un left.", "person:kim-jong-un", id="hyphens"),
        pytest.param("Volodymyr Zelenskyy won.", "Volodymyr Zelensky lost.",
                     "person:volodymyr-zelensky", id="spelling"),
        pytest.param("Russian President Putin spoke.", "Vladimir Putin left.", "person:vladimir-putin", id="surname"),
        pytest.param("President Xi left China.", "Chinese President Xi Jinping left.",
                     "person:xi-jinping", id="surname, country told elsewhere"),
        pytest.param("The IAEA met.", "The International Atomic Energy Agency met.",
                     "organization:international-atomic-energy-agency", id="known acronym"),
        pytest.param("The US Navy left.", "The United States Navy left.", "organization:us-navy", id="nation"),
    ],
)  # fmt: skip
def test_described_key_is_the_same_in_two_articles(find: Find, one: str, other: str, key: str) -> None:
    assert key in {entity.key for entity in find(one)}
    assert key in {entity.key for entity in find(other)}


def test_described_key_of_the_nameless_is_their_articles_own(find: Find) -> None:
    keys = [{e.key for e in find(text) if e.kind == "group"} for text in ("Two men fled.", "Two men fled to Peru.")]
    assert all(keys)
    assert keys[0].isdisjoint(keys[1])


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        pytest.param("The Kremlin said no.", "Kremlin", "organization", "RU", id="seat of government"),
        pytest.param("The White House said no.", "White House", "organization", "US", id="seat, not a building"),
        pytest.param("KCNA reported it.", "Korean Central News Agency", "organization", "KP", id="agency"),
        pytest.param("Kenyan President William Ruto left.", "William Ruto", "person", "KE", id="country of an office"),
        pytest.param("A Chinese delegation came.", "A Chinese delegation", "group", "CN", id="country of a group"),
        pytest.param("Two Russian citizens fled.", "Two Russian citizens", "group", "RU", id="several people"),
    ],
)
def test_described_kind_and_country(find: Find, text: str, name: str, kind: str, country: str) -> None:
    [entity] = [one for one in find(text) if one.name == name]
    assert (entity.kind, entity.country) == (kind, country)


def test_described_aliases_are_the_other_names_and_the_office(find: Find) -> None:
    text = "Kenyan President William Ruto left Nairobi. Ruto flew to Rome. The Kenyan leader will return on Friday."
    [entity] = [one for one in find(text) if one.key == "person:william-ruto"]
    assert entity.aliases == ("Kenyan leader", "Ruto")


def test_described_mentions_of_one_entity_do_not_overlap(find: Find, seed_text: str) -> None:
    for entity in find(seed_text):
        ends = [mention.end for mention in entity.mentions]
        assert all(end <= mention.start for end, mention in zip(ends, entity.mentions[1:], strict=False))


def test_described_keys_and_spans_are_distinct(find: Find) -> None:
    found = find("George Bush Sr. and George Bush Jr. came to Pingliang city. The Pingliang city mayor met them.")
    spans = [(mention.start, mention.end) for one in found for mention in one.mentions]
    assert len({one.key for one in found}) == len(found) == len({one.id for one in found})
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize("text", ["HARARE, May 3 - The police left.", "HARARE, May 3 - The police left Harare."])
def test_a_place_in_the_capitals_of_a_dateline_has_its_everyday_name(find: Find, text: str) -> None:
    assert "Harare" in {entity.name for entity in find(text)}


def test_a_place_that_is_called_by_capitals_keeps_them(find: Find) -> None:
    assert "USSR" in {entity.name for entity in find("The USSR invaded Hungary in 1956.")}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param("American voters waited. Congress rose.", "Congress", "US", id="of the country that is named"),
        pytest.param("Voters waited. Congress rose.", "Congress", None, id="of whatever country"),
        pytest.param("Peru's Congress met. Congress rose. The US waited.", "Peru's Congress", "PE", id="of another"),
        pytest.param("The UN met. The General Assembly voted.", "UN General Assembly", None, id="of the body it is in"),
        pytest.param("Ohio waited. The General Assembly voted.", "General Assembly", None, id="of some other body"),
    ],
)
def test_a_name_that_bodies_share_is_of_the_known_one_where_its_owner_is_named(
    find: Find, text: str, name: str, country: str | None
) -> None:
    assert (name, country) in [(one.name, one.country) for one in find(text)]
