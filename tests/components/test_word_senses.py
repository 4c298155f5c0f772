"""Senses of whole classes of words: who cannot do a deed, what a share is of, what a verb only says of its object."""

from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.components import slots


def types(nlp: Language, text: str) -> set[str]:
    return {each.type for each in slots.EVENTS.read(nlp(text))}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("A cold drizzle fell upon the mourners in Bergen.", set(), id="weather attacks nobody"),
        pytest.param("The industry's decline is forcing states to act.", set(), id="a decline forces nobody"),
        pytest.param("Poisoned liquor killed seventeen people in Kenya.", {"LIFE"}, id="killed by a thing"),
        pytest.param("A diner attacked the minister in Lodz.", {"ASSAULT"}, id="somebody whom no lexicon has"),
        pytest.param("Rebels continued their effort to overthrow the government of Togo.", {"COERCE"}, id="effort to"),
        pytest.param("Rebels overwhelmed the garrison at Kidal.", {"ASSAULT"}, id="overwhelmed by rebels"),
        pytest.param("The women were set upon by a mob of men in Cologne.", {"ASSAULT"}, id="aimed at by a mob"),
        pytest.param("The judge fired the clerk at the office in Lodz.", {"PERSONNEL"}, id="fired from a post"),
        pytest.param("A bear was shot at the zoo in Malmo.", {"LIFE"}, id="an animal is shot"),
        pytest.param("Rebels fired at the convoy near Gao.", {"ASSAULT"}, id="fired at"),
        pytest.param("Mayor Ana Reyes defended herself on Friday.", set(), id="defended oneself"),
        pytest.param("Mayor Ana Reyes defended the police on Friday.", {"SUPPORT"}, id="defended others"),
        pytest.param("The senator portrayed himself as a hero.", set(), id="praised oneself"),
        pytest.param("The fan talked his way into the stadium.", set(), id="went one's way"),
        pytest.param("The climber is devastated.", set(), id="shaken"),
        pytest.param("Reyes asked the guards if they had seen him.", set(), id="asked whether"),
        pytest.param("Reyes asked the guards how far the river was.", set(), id="asked how far"),
        pytest.param("The governor asked lawmakers that they pass the bill.", {"REQUEST"}, id="asked that"),
    ],
)
def test_who_does_it_tells_senses_apart(nlp: Language, text: str, told: set[str]) -> None:
    assert types(nlp, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Fiat gets 30 percent of its revenue abroad.", set(), id="share of revenue"),
        pytest.param("Reyes took 55 percent in the runoff.", {"ELECTION"}, id="share of votes"),
        pytest.param("Preliminary results were from a laboratory in Oslo.", set(), id="results of a test"),
        pytest.param("Silva has served on the board for 12 years.", set(), id="years on a board"),
        pytest.param("Silva served six years in prison.", {"JUSTICE"}, id="years in prison"),
        pytest.param("The president launched a campaign to win tourists.", set(), id="a campaign is no firm"),
        pytest.param("Elif Kaya founded a bakery in 2011.", {"BUSINESS"}, id="a bakery is one"),
        pytest.param("The woman had a restraining order placed on him.", set(), id="order of a court"),
        pytest.param("Ford seeks bankruptcy protection.", {"BUSINESS"}, id="protection from creditors"),
        pytest.param("Nineteen troops sought medical treatment.", set(), id="treatment"),
        pytest.param("The agency ruled out any weather-related cause.", set(), id="cause ruled out"),
        pytest.param("The minister ruled out talks with the rebels.", {"REJECT"}, id="talks ruled out"),
        pytest.param("The union launched a petition asking the government to act.", {"REQUEST"}, id="petition"),
        pytest.param("People affected by the recession asked for loans.", set(), id="affected by no hazard"),
        pytest.param("A wave of thefts swept through the city.", set(), id="a wave of no water"),
        pytest.param("The plants are drought resistant.", set(), id="proof against a hazard"),
        pytest.param("The announcement left in doubt his participation in the Tour.", set(), id="left in doubt"),
        pytest.param("Democrats seized upon his remarks on Monday.", set(), id="seized upon"),
        pytest.param("The court heard that the man was ill.", set(), id="evidence heard"),
        pytest.param("Police are searching for a missing boy in Lodz.", {"AID"}, id="missing, and no suspect"),
        pytest.param("Police are searching for the gunman.", {"ACCUSE"}, id="suspect"),
        pytest.param("The couple welcomed their new arrival in May.", {"LIFE"}, id="a child welcomed"),
        pytest.param("Officials have seized two ships on suspicion of smuggling.", {"COERCE"}, id="seized ships on"),
        pytest.param("The maker recalled all of its dog food.", {"BUSINESS"}, id="all of its goods"),
        pytest.param("Talks with Chad were derailed.", set(), id="talks leave no rails"),
        pytest.param("The Security Council froze their assets.", {"SANCTION"}, id="assets of others"),
        pytest.param("The union complained that it had no contract with the firm.", {"ACCUSE"}, id="complained that"),
        pytest.param("The FBI interviewed two passengers.", {"ACCUSE"}, id="interviewed by investigators"),
        pytest.param("The newspaper interviewed two passengers.", set(), id="interviewed by the press"),
        pytest.param("Extreme weather such as floods and droughts came.", set(), id="kinds of hazards"),
        pytest.param("Ana Reyes won the People's Prize by popular vote.", {"STATEMENT"}, id="won by a vote"),
        pytest.param("Legislators voted in Lima on the bill.", {"LAW"}, id="voted in a city"),
        pytest.param("Citizens voted in the referendum on Sunday.", {"ELECTION"}, id="voted in a referendum"),
        pytest.param("A test firing of the engines went well.", set(), id="fired for a test"),
        pytest.param("The disease is confined to the north of Togo.", set(), id="an illness confined"),
        pytest.param("Hundreds demonstrated that they could act.", set(), id="showed"),
        pytest.param("Hundreds demonstrated against the law in Lima.", {"PROTEST"}, id="marched"),
        pytest.param("Ben Carr was named most valuable player.", {"STATEMENT"}, id="named the best"),
        pytest.param("The council named Ana Reyes director.", {"PERSONNEL"}, id="named to an office"),
        pytest.param("Ana Reyes hounded the agency for years.", set(), id="hounded by somebody"),
        pytest.param("Police harassed three reporters in Minsk.", {"COERCE"}, id="harassed by police"),
        pytest.param("The house was destroyed on Monday.", {"DISASTER"}, id="destroyed by nobody"),
        pytest.param("The army destroyed three villages near Kidal.", {"COERCE"}, id="destroyed by an army"),
    ],
)
def test_what_it_is_done_to_tells_senses_apart(nlp: Language, text: str, told: set[str]) -> None:
    assert types(nlp, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("The school board slashed $7 million from its budget.", {"LAW"}, id="budget of a school board"),
        pytest.param("The state reduced funding for public schools by 2 percent.", {"LAW"}, id="budget of a state"),
        pytest.param("Norway cut aid to Chad.", {"SANCTION"}, id="aid to another state"),
        pytest.param("The company is developing a large rocket.", {"BUSINESS"}, id="rocket of a firm"),
        pytest.param("North Korea is developing a rocket.", {"MOBILIZE"}, id="rocket of a state"),
        pytest.param("Governor Ana Reyes signed a declaration of emergency.", {"LAW"}, id="declared by an office"),
        pytest.param("Peru and Chile signed a declaration of friendship.", {"SUPPORT"}, id="declared by two states"),
        pytest.param('The council called the nuclear test "a clear violation" of the pact.', set(), id="only said of"),
        pytest.param("The union called a strike in Turin.", {"PROTEST"}, id="called to come"),
    ],
)
def test_states_and_offices_do_other_deeds_than_firms(nlp: Language, text: str, told: set[str]) -> None:
    assert types(nlp, text) == told


def test_who_is_named_the_best_is_honoured_by_who_names_them(nlp: Language) -> None:
    told = slots.EVENTS.read(nlp("The league named Ben Carr player of the year."))[0]
    assert [party.text for party in (*told.actors, *told.recipients)] == ["The league", "Ben Carr"]
