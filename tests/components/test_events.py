"""Sentences of our own, each with the events that a careful reader takes from it, in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.components import slots
from pipeline.components.plover.lexicon import NEWS
from pipeline.domain import Argument, EventMention

DATA = Path(__file__).parent / "data"


def found(nlp: Language, text: str) -> tuple[EventMention, ...]:
    return slots.EVENTS.read(nlp(text))


def worded(arguments: tuple[Argument, ...]) -> str:
    return ", ".join(argument.text for argument in arguments)


def told(event: EventMention) -> tuple[str, str, str]:
    return event.type, worded(event.actors), worded(event.recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        pytest.param("Kenya accused Somalia of arming rebels.", "ACCUSE", "Kenya", "Somalia", id="verb and object"),
        pytest.param(
            "Five ministers were sanctioned by Canada.", "SANCTION", "Canada", "Five ministers", id="passive with agent"
        ),
        pytest.param(
            "Peru imposed sanctions on Bolivia on Friday.", "SANCTION", "Peru", "Bolivia", id="light verb and object"
        ),
        pytest.param(
            "Sweden lifted sanctions against Belarus.", "CONCEDE", "Sweden", "Belarus", id="lifting a measure concedes"
        ),
        pytest.param(
            "Ghana threatened to expel Malian diplomats.", "THREATEN", "Ghana", "Malian diplomats", id="threat to do"
        ),
        pytest.param("Oman refused to receive Yemeni envoys.", "REJECT", "Oman", "Yemeni envoys", id="refusal to do"),
        pytest.param(
            "Norway promised to send food to Sudan.", "AGREE", "Norway", "Sudan", id="promise of aid is agreement"
        ),
        pytest.param("Norway sent food to Sudan.", "AID", "Norway", "Sudan", id="giving what helps"),
        pytest.param("Sudan received food from Norway.", "AID", "Norway", "Sudan", id="receiving what helps"),
        pytest.param(
            "Cuba said it would cut diplomatic ties with Chad.", "THREATEN", "Cuba", "Chad", id="own hostile future"
        ),
        pytest.param("Cuba said it would not accept refugees.", "REJECT", "Cuba", "refugees", id="own negated future"),
        pytest.param(
            "The rebels demanded that Nepal release the prisoners.", "REQUEST", "The rebels", "Nepal", id="demand that"
        ),
        pytest.param(
            "The Red Cross said Syria must open the road.", "REQUEST", "The Red Cross", "Syria", id="duty put on others"
        ),
        pytest.param(
            "Laos rejected a Thai proposal.", "REJECT", "Laos", "Thai", id="the author of a proposal is its recipient"
        ),
        pytest.param("Police arrested ten protesters.", "COERCE", "Police", "ten protesters", id="arrest"),
        pytest.param(
            "Angola was quoted as saying it has recalled its ambassador to Zambia.",
            "SANCTION",
            "Angola",
            "Zambia",
            id="what is the doer's own leads to the recipient",
        ),
        pytest.param(
            "Turkey massed thousands of troops along its border with Iraq.",
            "MOBILIZE",
            "Turkey",
            "Iraq",
            id="a border leads to who is behind it",
        ),
        pytest.param(
            "Rebels who had stormed the palace released the mayor.",
            "RETREAT",
            "Rebels",
            "the mayor",
            id="main clause before relative clause",
        ),
        pytest.param("Opposition leader arrested in Minsk", "COERCE", "", "Opposition leader", id="passive headline"),
        pytest.param(
            "North Korea fired a missile into the sea.", "MOBILIZE", "North Korea", "", id="aimed at nobody is a show"
        ),
        pytest.param(
            "Israeli air strikes on Lebanon continued.", "ASSAULT", "Israeli", "Lebanon", id="noun with demonym"
        ),
        pytest.param("Ana Reyes attacked Luis Mora in a tweet.", "ACCUSE", "Ana Reyes", "Luis Mora", id="words attack"),
        pytest.param("Guards beat a prisoner.", "ASSAULT", "Guards", "a prisoner", id="deeds attack"),
        pytest.param("Ghana let Togo use its ports.", "CONCEDE", "Ghana", "Togo", id="leave given"),
        pytest.param(
            "Ghana has agreed to send a battalion to Haiti.", "AGREE", "Ghana", "Haiti", id="consent to send troops"
        ),
        pytest.param("Nepal is ready to deploy soldiers in Chad.", "AGREE", "Nepal", "Chad", id="ready to deploy"),
        pytest.param("The navy said it would send 90 marines to Mali.", "MOBILIZE", "The navy", "Mali", id="announced"),
        pytest.param("Egypt vowed to bomb Libyan ports.", "THREATEN", "Egypt", "Libyan", id="vow to attack"),
        pytest.param("Chad warned Niger not to arm rebels.", "REQUEST", "Chad", "Niger", id="warning not to do"),
        pytest.param("Chad came under fire from rebels.", "ASSAULT", "rebels", "Chad", id="its subject suffers it"),
        pytest.param("Ten Malian soldiers died in an ambush.", "ASSAULT", "", "Ten Malian soldiers", id="died in"),
        pytest.param(
            "Peru drew criticism from Chile.", "ACCUSE", "Chile", "Peru", id="what is drawn comes from someone"
        ),
        pytest.param(
            "Omani and Indian ships held naval exercises.", "COOPERATE", "Omani and Indian ships", "", id="joint drills"
        ),
        pytest.param("Iran sent tanks to the Iraqi border.", "MOBILIZE", "Iran", "Iraqi", id="arms moved to a border"),
        pytest.param("Iran sent tanks to Iraq.", "AID", "Iran", "Iraq", id="arms given"),
        pytest.param("Spain trained Malian soldiers.", "AID", "Spain", "Malian soldiers", id="training of others"),
        pytest.param("Spain trained 900 recruits.", "MOBILIZE", "Spain", "", id="training of one's own"),
        pytest.param("Korea provided Laos with ferries.", "AID", "Korea", "Laos", id="anything supplied is aid"),
        pytest.param(
            "Kenya warned Sudan that it would face sanctions.",
            "THREATEN",
            "Kenya",
            "Sudan",
            id="what others would suffer",
        ),
        pytest.param(
            "Serbia will not tolerate Kosovo's army.", "REJECT", "Serbia", "Kosovo's army", id="will not have it"
        ),
        pytest.param(
            "Japan and Qatar jointly built a port.", "COOPERATE", "Japan, Qatar", "", id="whatever is done jointly"
        ),
        pytest.param(
            "Rioters torched a school in Lyon.",
            "PROTEST",
            "Rioters",
            "a school in Lyon",
            id="rioters destroy in protest",
        ),
        pytest.param(
            "Peruvian miners marched in Lima against the president.",
            "PROTEST",
            "Peruvian miners",
            "the president",
            id="against whom before where",
        ),
        pytest.param(
            "President Petro was received by Queen Letizia.",
            "CONSULT",
            "President Petro",
            "Queen Letizia",
            id="received",
        ),
        pytest.param("Ghana was critical of Togo.", "ACCUSE", "Ghana", "Togo", id="an adjective that says it"),
        pytest.param("Ghana came to the aid of Togo.", "SUPPORT", "Ghana", "Togo", id="whom a phrase leads to"),
        pytest.param("Boko Haram let ten girls go.", "RETREAT", "Boko Haram", "ten girls", id="let go"),
        pytest.param(
            "Sudan accepted a proposal made by Egypt.", "AGREE", "Sudan", "Egypt", id="who made what is accepted"
        ),
        pytest.param("The envoy held talks in Quito.", "CONSULT", "The envoy", "Quito", id="talks of one party"),
        pytest.param("The minister criticised the haste.", "ACCUSE", "The minister", "", id="what power criticises"),
        pytest.param(
            "Hamas warned that it would shell Ashdod.", "THREATEN", "Hamas", "Ashdod", id="warned of one's own attack"
        ),
        pytest.param(
            "Peru may freeze aid to Chile, its envoy warned.", "THREATEN", "Peru", "Chile", id="warned of afterwards"
        ),
        pytest.param(
            "Oslo asked Rome for arms against smugglers.", "REQUEST", "Oslo", "Rome", id="whom it asks before what for"
        ),
        pytest.param(
            "Laos handed three pilots over to Fiji.", "RETREAT", "Laos", "three pilots", id="people handed over"
        ),
        pytest.param("Laos turned over a fugitive to Fiji.", "COOPERATE", "Laos", "Fiji", id="suspects handed over"),
        pytest.param("Chad and Mali ended a feud over water.", "AGREE", "Chad, Mali", "", id="a quarrel settled"),
        pytest.param("Fiji promised Tonga it would send rice.", "AGREE", "Fiji", "Tonga", id="to whom it is promised"),
        pytest.param(
            "Kurdish exiles held a vigil in front of the Iraqi embassy in Bonn.",
            "PROTEST",
            "Kurdish exiles",
            "the Iraqi embassy in Bonn",
            id="before whose door",
        ),
        pytest.param("Libya wants the court dissolved.", "REQUEST", "Libya", "the court", id="wants it done"),
        pytest.param("Rome froze the assets of Libyan generals.", "SANCTION", "Rome", "Libyan generals", id="freezing"),
        pytest.param(
            "Guerrillas handed in their rifles to UN observers.",
            "RETREAT",
            "Guerrillas",
            "UN observers",
            id="handing in is no giving",
        ),
        pytest.param(
            "Premier Li left Beijing for a visit to Nepal.", "CONSULT", "Premier Li", "Nepal", id="visit to, left from"
        ),
        pytest.param("Bahrain forced exiles to sign a pledge.", "COERCE", "Bahrain", "exiles", id="made to do it"),
        pytest.param(
            "Demonstrators hurled stones at the Danish embassy.",
            "PROTEST",
            "Demonstrators",
            "the Danish embassy",
            id="what demonstrators throw",
        ),
        pytest.param(
            "Iraq to let Turkey resume oil shipments, minister says",
            "AGREE",
            "Iraq",
            "Turkey",
            id="a headline's future",
        ),
        pytest.param(
            "Omani police searched the bay together with Indian divers.",
            "COOPERATE",
            "Omani police",
            "Indian divers",
            id="together with",
        ),
        pytest.param("Soldiers blocked roads.", "COERCE", "Soldiers", "", id="forces close roads"),
        pytest.param("Miners blocked roads.", "PROTEST", "Miners", "", id="people block roads"),
        pytest.param("Quito welcomed Prime Minister Aho.", "CONSULT", "Quito", "Prime Minister Aho", id="welcome"),
        pytest.param("The navy toppled President Boka.", "COERCE", "The navy", "President Boka", id="coup"),
        pytest.param("Officers staged a coup against King Ludo.", "COERCE", "Officers", "King Ludo", id="coup as noun"),
        pytest.param("Generals took power in Niger.", "COERCE", "Generals", "Niger", id="power seized"),
        pytest.param("Police used water cannon against miners.", "COERCE", "Police", "miners", id="crowd control"),
        pytest.param("Nine people were detained in Cairo.", "COERCE", "", "Nine people", id="arrests by number"),
        pytest.param("Qatar donated 40 tonnes of rice.", "AID", "Qatar", "", id="donation to whom was said before"),
        pytest.param("Norway supported the arrest of Fijian diplomats.", "SUPPORT", "Norway", "", id="backed"),
        pytest.param(
            "Marines shelled guerrilla camps.", "ASSAULT", "Marines", "guerrilla camps", id="a target is named in full"
        ),
        pytest.param("Denmark condemned the coup.", "ACCUSE", "Denmark", "", id="a deed is condemned"),
        pytest.param("Togo wants Ghana to free a pilot.", "REQUEST", "Togo", "Ghana", id="wish about others"),
        pytest.param("Chad and Niger exchanged prisoners.", "COOPERATE", "Chad, Niger", "", id="mutual dealing"),
        pytest.param("Talks between Mali and Niger collapsed.", "REJECT", "Mali, Niger", "", id="talks failed"),
        pytest.param('"We are pleased with the court," Ana Diaz said.', "SUPPORT", "Ana Diaz", "the court", id="we"),
        pytest.param("Niger declared its intention to break with Mali.", "SANCTION", "Niger", "Mali", id="whose plan"),
        pytest.param("The ministry said he would meet Ana Ruiz.", "CONSULT", "he", "Ana Ruiz", id="no body is he"),
        pytest.param("Merz and Tusk spoke on Monday.", "CONSULT", "Merz, Tusk", "", id="talked to each other"),
        pytest.param(
            "The clubs cited Ruiz's plan to deport Kenyans.", "COERCE", "Ruiz", "Kenyans", id="another's plan"
        ),
        pytest.param("The passengers were rescued.", "AID", "", "The passengers", id="whoever it is"),
        pytest.param("Zorin quit on Monday.", "PERSONNEL", "Zorin", "", id="quit without an object"),
        pytest.param("The mayor sacked the whole board.", "PERSONNEL", "The mayor", "the whole board", id="a body"),
        pytest.param("The hospice laid off 22 staff.", "BUSINESS", "", "22 staff", id="laid off"),
        pytest.param("Corvo donated beds to the clinic.", "AID", "Corvo", "the clinic", id="given to those in need"),
        pytest.param("The trial is set for Friday.", "JUSTICE", "", "", id="a trial of nobody named"),
        pytest.param("Chad and Niger exchanged fire.", "ASSAULT", "Chad, Niger", "", id="fire is exchanged"),
        pytest.param("Diaz and Weber traded insults.", "ACCUSE", "Diaz, Weber", "", id="insults are traded"),
        pytest.param("Police kept Ana Weber from entering Oslo.", "COERCE", "Police", "Ana Weber", id="kept from it"),
        pytest.param("Weber breaks with Merz on tax.", "REJECT", "Weber", "Merz", id="people part"),
        pytest.param("Gabon broke with Oman.", "SANCTION", "Gabon", "Oman", id="states part"),
        pytest.param("Weber promised a veto.", "THREATEN", "Weber", "", id="a veto is threatened"),
        pytest.param(
            "The truth is that Kenya attacked the port.", "ASSAULT", "Kenya", "the port", id="no future in was"
        ),
    ],
)
def test_events_have_type_actor_and_recipient(nlp: Language, text: str, kind: str, actor: str, recipient: str) -> None:
    assert told(found(nlp, text)[0]) == (kind, actor, recipient)


def test_events_are_mostly_typed_and_attributed_right(nlp: Language) -> None:
    rows = [line.split("\t") for line in (DATA / "events.tsv").read_text("utf-8").splitlines()[1:]]
    firsts = [next(iter(found(nlp, sentence)), None) for *_, sentence in rows]
    right = [event is not None and event.type == row[0] for event, row in zip(firsts, rows, strict=True)]
    both = [
        event is not None and event.type == kind and actor in worded(event.actors) and other in worded(event.recipients)
        for event, (kind, actor, other, _) in zip(firsts, rows, strict=True)
    ]
    assert sum(right) >= 0.9 * len(rows)
    assert sum(both) >= 0.75 * len(rows)


@pytest.mark.parametrize("text", (DATA / "non_events.txt").read_text("utf-8").splitlines())
def test_events_leave_out_what_is_none(nlp: Language, text: str) -> None:
    assert [event for event in found(nlp, text) if event.type not in NEWS] == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        pytest.param("President Macron visited Egypt on Monday.", "visit", id="visit"),
        pytest.param("Algeria is mediating between Mali and Niger.", "third-party", id="mediation"),
        pytest.param("Modi held a phone call with Zelensky.", "phone", id="telephone"),
        pytest.param("Modi met Zelensky in Rome.", None, id="plain meeting"),
    ],
)
def test_events_of_consultation_have_a_mode(nlp: Language, text: str, mode: str | None) -> None:
    event = found(nlp, text)[0]
    assert (event.type, event.mode) == ("CONSULT", mode)


def test_events_between_several_have_all_parties(nlp: Language) -> None:
    event = found(nlp, "Talks between Armenia and Azerbaijan resumed in Geneva on Friday.")[0]
    assert (event.type, worded(event.actors)) == ("CONSULT", "Armenia, Azerbaijan")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("The king plans to visit Chile in May.", "planned", id="planned visit"),
        pytest.param("The king visited Chile in May.", "occurred", id="done"),
        pytest.param("The king did not visit Chile.", "denied", id="denied"),
        pytest.param("Chad and Mali sign a treaty next week.", "planned", id="in the present, next week"),
    ],
)
def test_events_keep_what_is_planned_apart(nlp: Language, text: str, status: str) -> None:
    assert [event.status for event in found(nlp, text)] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "recipient", "status"),
    [
        pytest.param("The sultan has postponed a trip to Havana.", "CONSULT", "Havana", "cancelled", id="put off"),
        pytest.param(
            "President Mutua called off a visit to Riga.", "CONSULT", "Riga", "cancelled", id="visit called off"
        ),
        pytest.param(
            "Queen Sofia's visit to Chad was cancelled.", "CONSULT", "Chad", "cancelled", id="visit cancelled, passive"
        ),
        pytest.param(
            "Prime Minister Larsen cut short a trip to Cuba.", "CONSULT", "Cuba", "occurred", id="a visit cut short was"
        ),
        pytest.param("Gabon scrapped a summit with Benin.", "CONSULT", "Benin", "cancelled", id="meeting cancelled"),
        pytest.param(
            "The palace announced a visit by President Sall to Lima.",
            "CONSULT",
            "Lima",
            "planned",
            id="visit announced",
        ),
        pytest.param("President Sall's trip to Riga is on hold.", "CONSULT", "Riga", "cancelled", id="visit on hold"),
        pytest.param("President Sall's trip to Riga is in doubt.", "CONSULT", "Riga", "hypothetical", id="in doubt"),
        pytest.param("President Sall pulled out of a trip to Riga.", "CONSULT", "Riga", "cancelled", id="pulled out"),
        pytest.param(
            "President Sall travels on a visit to Riga on Monday.", "CONSULT", "Riga", "planned", id="timetable"
        ),
        pytest.param("Laos broke off talks with Nepal.", "SANCTION", "Nepal", "occurred", id="talks broken off"),
        pytest.param("Oman suspended trade with Yemen.", "SANCTION", "Yemen", "occurred", id="trade suspended"),
        pytest.param("Morocco halted flights to Cairo.", "SANCTION", "Cairo", "occurred", id="a state halts flights"),
    ],
)
def test_events_called_off_did_not_happen(nlp: Language, text: str, kind: str, recipient: str, status: str) -> None:
    event = found(nlp, text)[0]
    assert (event.type, worded(event.recipients), event.status) == (kind, recipient, status)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        pytest.param(
            "Premier Costa, on a visit to Quito, criticised Brazil.",
            "ACCUSE",
            "Premier Costa",
            "Brazil",
            id="on a visit",
        ),
        pytest.param(
            "King Abdullah, on a trip to Oslo, called for restraint.", "REQUEST", "King Abdullah", "", id="on a trip"
        ),
        pytest.param(
            "The two premiers held talks in Quito on fishing.", "CONSULT", "The two premiers", "", id="where they met"
        ),
        pytest.param(
            "The two kings held talks at Parliament House.", "CONSULT", "The two kings", "", id="building they met in"
        ),
        pytest.param(
            "The rebels demanded elections, according to Col. Ayo Musa.", "REQUEST", "The rebels", "", id="according to"
        ),
        pytest.param(
            "The envoys held talks on the repair of the Beira road.",
            "CONSULT",
            "The envoys",
            "",
            id="what talks are on",
        ),
        pytest.param(
            "In a phone call with President Xi, Prime Minister Sato asked for help.",
            "CONSULT",
            "Prime Minister Sato",
            "President Xi",
            id="who is in a call",
        ),
        pytest.param(
            "A bombing near Mosul killed a Danish soldier.", "ASSAULT", "", "a Danish soldier", id="where it happened"
        ),
    ],
)
def test_events_leave_circumstances_aside(nlp: Language, text: str, kind: str, actor: str, recipient: str) -> None:
    assert (kind, actor, recipient) in {told(event) for event in found(nlp, text)}


def test_events_do_not_repeat_what_is_only_claimed(nlp: Language) -> None:
    events = found(nlp, "The army accused the rebels of killing 20 villagers.")
    assert [event.type for event in events] == ["ACCUSE"]


def test_what_is_done_to_a_funeral_is_read(nlp: Language) -> None:
    """A noun that is no event by itself, and is one through what it leads to."""
    events = found(nlp, "The flood caused a delay to the burial of the victims.")
    assert [worded(each.actors) for each in events if each.type == "LIFE"] == ["the victims"]


def test_events_survive_odd_texts(nlp: Language) -> None:
    for text in ("", " ", "\n\n", "“”", "Attack!", "of of of", "123 456", "Visit."):
        assert found(nlp, text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("Two rebels were arrested by soldiers in Goma on Friday.", "Friday", id="behind who did it"),
        pytest.param("The soldiers were killed as the base was shelled on Friday.", "Friday", id="the clause beside"),
        pytest.param(
            "In March 2017, when the court convicted Lopez, crowds gathered.", "March 2017", id="a when-clause"
        ),
        pytest.param("He is expected on Friday to appoint Ana Costa as minister.", "Friday", id="the plan's verb"),
        pytest.param("Police seized the drugs at a Christmas market in Graz.", None, id="a name of something"),
        pytest.param("The court will soon convict Lopez.", None, id="soon is no day"),
        pytest.param("A fire in 1987 killed 30 people in Porto.", "1987", id="what did it"),
        pytest.param("Diaz criticised the union at Tuesday's hearing.", "Tuesday", id="the occasion"),
        pytest.param("Diaz refused to back the bank during a speech in Oslo in May.", "May", id="an occasion below"),
        pytest.param("Three men were charged in last week's attack on a mosque.", None, id="a charge comes later"),
        pytest.param("Diaz was found dead after his boat sank on Friday.", "Friday", id="what it came after"),
    ],
)
def test_events_take_the_day_of_their_clause(nlp: Language, text: str, day: str | None) -> None:
    timex = found(nlp, text)[0].timex
    assert (timex is None) is (day is None)
    assert timex is None or text[timex:].startswith(str(day))


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        pytest.param("An attack by rebels killed nine soldiers.", ["rebels"], ["nine soldiers"], id="the subject"),
        pytest.param("Nine soldiers died in an ambush by rebels.", ["rebels"], ["Nine soldiers"], id="what it was in"),
        pytest.param("Turkish airstrikes killed five people near Mosul.", ["Turkish"], ["five people"], id="whose"),
        pytest.param("Gunmen attacked the village on Friday.", ["Gunmen"], ["the village"], id="what was hit"),
    ],
)
def test_an_attack_told_by_verb_and_noun_is_one(
    nlp: Language, text: str, actors: list[str], recipients: list[str]
) -> None:
    (told,) = found(nlp, text)
    assert [party.text for party in told.actors] == actors
    assert [party.text for party in told.recipients] == recipients


def test_police_who_arrested_somebody_are_no_kind_of_people(nlp: Language) -> None:
    assert [told.type for told in found(nlp, "Police, who arrested Juan Paz, declined to comment.")] == ["COERCE"]
    assert found(nlp, "Voters who arrested nobody declined to comment.") == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("The union filed suit challenging Norway's ruling.", ["JUSTICE"], id="what a lawsuit is about"),
        pytest.param("Senators voted for censure.", [], id="a vote for a measure is no election"),
        pytest.param(
            "The loss of Nok Air Flight 12, which killed 40 people, led to a ban.", ["LIFE"], id="a flight kills"
        ),
    ],
)
def test_events_tell_one_deed_once_and_as_what_it_is(nlp: Language, text: str, kinds: list[str]) -> None:
    assert [event.type for event in found(nlp, text)] == kinds


def test_events_that_may_be_count_in_the_lead_alone(nlp: Language) -> None:
    lead = "Rain fell in Bergen. The trams stood still. The air was cold. "
    told = "The prosecutor may charge a clerk."
    assert [event.status for event in found(nlp, told)] == ["hypothetical"]
    assert found(nlp, lead + told) == ()


@pytest.mark.parametrize(
    ("told", "statuses"),
    [
        pytest.param("Chad has not sold shells to Togo, a minister said.", ["denied"], id="said"),
        pytest.param("Chad has not sold shells to Togo.", [], id="said by nobody"),
        pytest.param("The firm has not sold shells to the army, a minister said.", [], id="nobody named"),
    ],
)
def test_denials_deep_in_a_text_count_where_somebody_says_so_of_named_parties(
    nlp: Language, told: str, statuses: list[str]
) -> None:
    lead = "Rain fell in Bergen. The trams stood still. The air was cold. "
    assert [event.status for event in found(nlp, lead + told) if event.type != "STATEMENT"] == statuses


def test_the_two_are_those_named_before(nlp: Language) -> None:
    assert [event.type for event in found(nlp, "The two first talked in May at Bergen.")] == ["CONSULT"]


def test_what_another_event_came_after_was_by_that_day(nlp: Language) -> None:
    text = "She resigned on Friday after police arrested her brother."
    dated = [(event.type, event.timex, event.dating) for event in found(nlp, text)]
    assert dated == [("PERSONNEL", text.index("Friday"), "told"), ("COERCE", text.index("Friday"), "by")]


def test_what_is_planned_for_a_day_bounds_nothing_before_it(nlp: Language) -> None:
    arrest = found(nlp, "She will resign on Friday after police arrested her brother.")[-1]
    assert (arrest.type, arrest.timex) == ("COERCE", None)


def test_a_start_dates_the_verb_above_it(nlp: Language) -> None:
    text = "The bank will close 20 branches, starting next month."
    assert [event.timex for event in found(nlp, text)] == [text.index("next month")]
