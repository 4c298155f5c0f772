from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.components.grammar.certainty import certainty

MARK = re.compile(r"\[(.+?)\]")
STATUSES = Path(__file__).parent / "data" / "statuses.tsv"
DONE = {"occurred", "ongoing"}


def trigger(nlp: Language, marked: str) -> Token:
    """The token between square brackets."""
    found = MARK.search(marked)
    assert found is not None
    doc = nlp(MARK.sub(r"\1", marked))
    return next(token for token in doc if token.idx == found.start())


OCCURRED = [
    pytest.param("The minister [visited] Lisbon on Tuesday.", id="simple past"),
    pytest.param("The general has [left] Nairobi.", id="present perfect"),
    pytest.param("Chancellor [visits] Tashkent", id="headline in the present tense"),
    pytest.param("The ministry said the envoy had [arrived] in Hanoi.", id="told by a source"),
    pytest.param("The two sides managed to [sign] the treaty.", id="positive implicative"),
    pytest.param("The delegation did not fail to [attend].", id="negated negative implicative"),
    pytest.param("Nobody knew that the king had [died].", id="below a factive verb"),
    pytest.param("The president's [visit] to Chile took place in May.", id="noun with a verb of happening"),
    pytest.param("He was the first king to [visit] Nepal.", id="first to do it"),
    pytest.param("This was the fourth cow to [test] positive.", id="fourth to do it"),
    pytest.param("After the [attack], troops will leave.", id="before a future verb"),
    pytest.param("The school closed due to the fact that a teacher had [died].", id="below a fact"),
    pytest.param("Lula [meets] Petro in Bogota, April 17, 2024.", id="caption with a full date"),
    pytest.param("The mayor would like to [thank] the nurses.", id="done by saying so"),
    pytest.param("He committed suicide in May after being [jailed] for a year.", id="after which something was done"),
    pytest.param("She is the highest-ranking judge to [resign].", id="a superlative to do it"),
    pytest.param("Thieves used a drone to [attack] the bank.", id="the means of a deed"),
    pytest.param("The king named a panel to investigate the [crash].", id="what will be investigated"),
    pytest.param("It is unclear whether the [blast] was caused by a bomb.", id="what may have been caused so"),
    pytest.param("Two barns were set on [fire] that night.", id="set on fire is set for no day"),
    pytest.param("They will shut the line due to a spate of [crashes].", id="what a plan is due to"),
    pytest.param("The [attack] strained relations and will be investigated.", id="subject of another event"),
    pytest.param('The king [left], with one guard asking "Who can stop him?"', id="beside a quoted question"),
    pytest.param("The king had not spoken since [visiting] Rome.", id="since which something did not happen"),
    pytest.param("The envoy is pleased to [see] the bridge open.", id="infinitive below an emotion"),
    pytest.param("The rebels appealed the [ruling].", id="object that must exist"),
    pytest.param("The court rejected the [request].", id="rejected words were said"),
    pytest.param("It was not until May that the army [left].", id="not until"),
    pytest.param("The queen was asked about her recent [trip] to Accra.", id="asked about what is over"),
    pytest.param("The queen arrived in Accra for a [visit].", id="visit of one who came for it"),
    pytest.param("The two leaders discussed trade during a [visit] to Accra.", id="talked of during a visit"),
    pytest.param("The army pulled out of the [offensive].", id="left what goes on"),
    pytest.param("Germany did not halt [exports] of drones to Chad.", id="flow that was not halted"),
    pytest.param(
        "Gao was the last stop on the tour before her [return] to Accra.", id="beside a noun, not its content"
    ),
    pytest.param("The [raid] appears to have taken place at dawn.", id="appears to have taken place"),
    pytest.param("President Mutua [arrived] in Quito on Monday, an aide told reporters.", id="told afterwards"),
    pytest.param("An aide told journalists the two envoys [met] in Hanoi.", id="told without that"),
    pytest.param("The premier told senators that Chad had [sent] troops to Mali.", id="told that"),
    pytest.param("The admiral warned that pirates had [seized] a tanker.", id="warned that"),
    pytest.param("Residents were told that the dam had [burst].", id="were told that"),
    pytest.param("The queen did not [leave] Accra until Monday.", id="not until, in a plain clause"),
    pytest.param("The long-awaited [talks] began in Riga on Monday.", id="planned once, and begun"),
    pytest.param("The queen finally made her promised [visit] to Accra.", id="promised once, and made"),
    pytest.param("The consul pleaded guilty to [bribing] a judge.", id="pleaded guilty to"),
    pytest.param("The crew may respond to the [fire] in Porto.", id="what is responded to"),
    pytest.param("Nurses spent the night [treating] the miners.", id="time spent with it"),
    pytest.param("The mayor will meet a man who [fled] Mali.", id="past of someone to be met"),
    pytest.param("The union had its licence [revoked].", id="brought about"),
    pytest.param("The army will withdraw, [saying] the town is lost.", id="said besides a plan"),
    pytest.param("The raid did not prevent the [outbreak].", id="not prevented"),
]
PLANNED = [
    pytest.param("The minister will [visit] Lisbon on Tuesday.", id="will"),
    pytest.param("The minister is going to [visit] Lisbon.", id="going to"),
    pytest.param("The queen plans to [travel] to Kenya.", id="planning verb"),
    pytest.param("The envoy is expected to [meet] the rebels.", id="expected to"),
    pytest.param("The leaders are set to [sign] a treaty.", id="set to"),
    pytest.param("The leaders agreed to [meet] in Oslo.", id="agreed to"),
    pytest.param("Chilean president to [visit] Peru", id="headline in the infinitive"),
    pytest.param("Lopes to [visit] Peru next month, aide says", id="headline in the infinitive, told"),
    pytest.param("The pope is [flying] to Quito tomorrow.", id="progressive with a time to come"),
    pytest.param("The premier announced his planned [trip] to Rome.", id="noun with a planning adjective"),
    pytest.param("They met in Paris before her [trip] to Rome next week.", id="noun with a time to come"),
    pytest.param("The [visit] is scheduled for June.", id="noun that is scheduled"),
    pytest.param("The general will hold [talks] with the rebels.", id="object of a future light verb"),
    pytest.param("The ministry said the envoy would [fly] to Doha.", id="future in the past"),
    pytest.param("The envoy is about to [leave] Doha.", id="about to"),
    pytest.param("The envoy is due to [arrive] in Doha later this week.", id="due to"),
    pytest.param("The envoy flew to Doha to [meet] the emir.", id="purpose"),
    pytest.param("The pope [visits] Chile on Monday.", id="present tense with a weekday"),
    pytest.param("The palace announced a [visit] to Jordan in the coming days.", id="announced for a time to come"),
    pytest.param("The [talks] planned for May will be held in Bern.", id="noun with a planning participle"),
    pytest.param("The envoy will visit Doha and [meet] the emir.", id="coordinated with a future verb"),
    pytest.param("The presidents are likely to [meet] in Bern.", id="likely to"),
    pytest.param("A [meeting] of the two kings is likely.", id="likely noun"),
    pytest.param("They agreed on a [ceasefire].", id="agreed on"),
    pytest.param("The king was supposed to [arrive] on Monday.", id="supposed to"),
    pytest.param("The [visit] is set for May.", id="noun that is set for a time"),
    pytest.param("The [withdrawal] of the troops is to begin in May.", id="noun that is to begin"),
    pytest.param("The king ordered the [withdrawal] of the troops.", id="ordered noun"),
    pytest.param("The prize will be presented at a [ceremony] in Accra.", id="occasion of a future verb"),
    pytest.param("The board may vote at its [meeting] on Thursday.", id="occasion of a possible verb"),
    pytest.param("The crew will wear white when it [arrives] in Lagos.", id="time of a future verb"),
    pytest.param("The union plans a series of [protests].", id="quantity of events"),
    pytest.param("The king's visit, planned for May, includes [talks] with the premier.", id="part of a planned event"),
    pytest.param("The last shuttle [launches] June 28.", id="present tense with a day of the month"),
    pytest.param("The queen landed in Accra, where she would [open] a school.", id="future in the past of a place"),
    pytest.param("The [tour] has been pushed back to March.", id="pushed back"),
    pytest.param("The [summit] was brought forward to May.", id="brought forward"),
    pytest.param("The [summit] has been rescheduled.", id="rescheduled"),
    pytest.param("The [visit] is on track.", id="on track"),
    pytest.param("Senator's Havana [trip] delayed", id="delayed, in a headline"),
    pytest.param("The bridge was closed for the queen's [arrival] in Accra.", id="closed for an arrival"),
    pytest.param("Security was tightened in Accra for the queen's [visit].", id="guarded for a visit"),
    pytest.param("The palace announced a [visit] by the queen to Accra.", id="announced visit"),
    pytest.param("No date was set for the queen's [visit] to Accra.", id="no date set for it"),
    pytest.param("The queen's [visit] to Accra is meant to calm markets.", id="visit with a purpose"),
    pytest.param("Monks opposed the queen's [visit] to Accra.", id="opposed visit"),
    pytest.param("The [visit] is due to begin on Monday.", id="due to begin"),
    pytest.param("The [talks] are set to take place in Riga.", id="set to take place"),
    pytest.param("The premier's [departure] for Riga was imminent.", id="imminent"),
    pytest.param("A [summit] is in the works.", id="in the works"),
    pytest.param("Disputes over a [trip] by the queen to Quito went on.", id="disputed trip"),
    pytest.param("Details of the sultan's [visit] to Riga leaked.", id="details of a visit"),
    pytest.param("The sultan looks forward to [visiting] Riga.", id="looks forward to"),
    pytest.param("The sultan is looking forward to a [visit] to Riga.", id="looks forward to a visit"),
    pytest.param("Monks criticised the queen's [visit] to Accra.", id="criticised visit"),
    pytest.param("The queen's [visit] to Accra has been moved to June.", id="moved to a month"),
    pytest.param("The [signing] was pushed from May to July.", id="pushed to a month"),
    pytest.param("The envoys flew to Riga for [talks].", id="what a journey is for"),
    pytest.param("Queen's Accra [visit] set for April", id="set for, in a headline"),
    pytest.param("Rebels sabotaged the queen's [visit] to Accra.", id="visit that undergoes something"),
    pytest.param("[Talks] between the monks are on the horizon.", id="on the horizon"),
    pytest.param("The city will pay for the dam and then be [reimbursed].", id="passive sharing a modal"),
    pytest.param("The mill will be closed and 40 weavers [sacked].", id="participle without its helpers"),
    pytest.param(
        "The firm plans for crews to spend the next two months [shutting] the pit down.", id="time to be spent with it"
    ),
    pytest.param("The port plans to raise fees, cut shifts and possibly [close] a dock.", id="series of infinitives"),
    pytest.param("Exports are likely to be slow, with prices [falling] further.", id="beside what is likely"),
]
ONGOING = [
    pytest.param("The president is [heading] to Warsaw.", id="present progressive"),
    pytest.param("Rescuers said the troops are [moving] north.", id="progressive in a report"),
    pytest.param("[Talks] are underway in Bern.", id="noun that is underway"),
]
HYPOTHETICAL = [
    "The council has two ways to stop the works, by [suing] the builder or by buying the field.",
    "The change made it hard for tenants to move and for landlords to be [sued].",
    pytest.param("She wanted to [thank] the nurses.", id="a wish that is told"),
    pytest.param("The gas can be used to [attack] crowds.", id="a means that can be used"),
    pytest.param("The minister may [visit] Lisbon.", id="modal"),
    pytest.param("If the army [attacks], the town will fall.", id="condition"),
    pytest.param("The king was invited to [visit] Madrid.", id="invited to"),
    pytest.param("The prime minister is ready to [meet] the rebels.", id="ready to"),
    pytest.param("The senator hopes to [travel] to Cuba.", id="wish"),
    pytest.param("They discussed a possible [visit] to Cairo.", id="possible noun"),
    pytest.param("Did the minister [visit] Lisbon?", id="question"),
    pytest.param("There were rumours of a [visit] to Cairo.", id="rumoured noun"),
    pytest.param("Had the king [gone] to Cairo, they would have met.", id="inverted condition"),
    pytest.param("The union called for [talks] with the ministry.", id="called for"),
    pytest.param("The party has the ability to [win] the vote.", id="ability"),
    pytest.param("[Send] the troops home.", id="imperative"),
    pytest.param("The mayor would [resign] if the court ruled against him.", id="main clause of a condition"),
    pytest.param("Perhaps the envoy [left].", id="perhaps"),
    pytest.param("The premier's [visit] to Hanoi is in doubt.", id="in doubt"),
    pytest.param("The queen's [trip] to Accra remains up in the air.", id="up in the air"),
    pytest.param("The row threw the queen's [visit] to Accra into doubt.", id="thrown into doubt"),
    pytest.param("Talks about a [visit] by the queen to Accra collapsed.", id="talks about a visit"),
    pytest.param("The ministers discussed the [delivery] of tanks to Mali.", id="discussed delivery"),
    pytest.param("Asked about a [trip] to Accra, the queen smiled.", id="asked about a trip"),
    pytest.param("The premier told the army to [leave] Gao.", id="told to"),
    pytest.param("The admiral warned that pirates might [seize] a tanker.", id="warned of what may be"),
    pytest.param("The army warned of [attacks] on the port.", id="warned of"),
    pytest.param("The king was ready to meet the rebels to [discuss] peace.", id="purpose of what may be"),
    pytest.param("The would-be [trip] to Riga angered monks.", id="would-be"),
    pytest.param("The queen had planned to [visit] Accra.", id="planned in the pluperfect"),
    pytest.param("The queen was to have [visited] Accra.", id="was to have"),
    pytest.param("The queen had been due to [visit] Accra.", id="had been due to"),
    pytest.param("The queen will [visit] Accra if the truce holds.", id="on a condition"),
    pytest.param("The army is capable of [attacking] the port.", id="capable of"),
    pytest.param("Fears of rebels [taking] the port grew.", id="fear of somebody doing"),
    pytest.param("There was talk of the queen [visiting] Accra.", id="talk of somebody doing"),
    pytest.param("The queen toyed with [visiting] Accra.", id="toyed with"),
    pytest.param("Premier mulls [visit] to Riyadh", id="noun that passes for a verb"),
    pytest.param("Lawmakers want to stop the [deportation] of a nurse to Mali.", id="wish to stop it"),
    pytest.param("The board will vote on whether to [sell] the port.", id="whether to"),
    pytest.param("Had it rained, the queen would have [stayed].", id="counterfactual"),
    pytest.param("Togo offered to broker a [meeting] of the monks.", id="meeting that may be"),
    pytest.param("The monks are edging towards [talks].", id="towards talks"),
    pytest.param("The owner hopes to have the game [reinstated].", id="hoped to be brought about"),
    pytest.param("The storm could result in the [deaths] of 90 people.", id="what could result"),
    pytest.param("Boiling the water cannot prevent an [outbreak].", id="what cannot be prevented"),
    pytest.param("He was arraigned on charges he [robbed] a bank.", id="charge without that"),
    pytest.param("The indictment lists four counts of [assault].", id="counts of"),
    pytest.param("The council voted on a bill to fund trams and [toughen] rules.", id="base form behind a past"),
    pytest.param("The fund wants to launch an airline [serving] Togo.", id="participle of what is wished for"),
    pytest.param("If we had a gang that was [robbing] banks, we would know.", id="relative clause in a condition"),
    pytest.param("This would be the first time a firm has been [fined].", id="what would be the first time"),
    pytest.param(
        "Cole has emerged as the man to lead the bank if voters oust Mutua in May and Costa [becomes] premier.",
        id="second half of a condition",
    ),
    pytest.param("The court can act by fining a firm or by having someone [jailed].", id="ways to act"),
    pytest.param("When people are [evicted], the city should help.", id="whenever"),
    pytest.param("The land is subject to [seizure] by the crown.", id="subject to"),
    pytest.param("If it rains, we will come back [asking] for money.", id="asked on a condition"),
]
DENIED = [
    pytest.param("The minister did not [visit] Lisbon.", id="negation"),
    pytest.param("The envoy never [arrived] in Hanoi.", id="never"),
    pytest.param("The rebels refused to [sign] the treaty.", id="negative implicative"),
    pytest.param("The two sides failed to [agree].", id="failed to"),
    pytest.param("The ministry denied that troops had [crossed] the border.", id="denied by a source"),
    pytest.param("The senator will not [attend] the summit.", id="negated future"),
    pytest.param("No [talks] were held.", id="noun with no"),
    pytest.param("The king went to Cairo instead of [flying] to Rome.", id="instead of"),
    pytest.param("The king stayed in Cairo rather than [travel] to Rome.", id="rather than"),
    pytest.param("The chancellor left without [meeting] the press.", id="without"),
    pytest.param("The envoy could not [reach] the town.", id="inability"),
    pytest.param("Nobody [attended] the ceremony.", id="nobody"),
    pytest.param("The king does not plan to [abdicate].", id="negated plan"),
    pytest.param("The army prevented the [attack].", id="prevented"),
    pytest.param("The king declined an invitation to [visit] Cairo.", id="below a declined invitation"),
    pytest.param("The mayor denied [involvement] in the fire.", id="denied noun"),
    pytest.param("Chad denied accusations that it had [sent] arms to Niger.", id="denied accusation"),
    pytest.param("The ministry denied reports of a [visit] by the queen to Accra.", id="denied report of a noun"),
    pytest.param("The ministry denied reports that the queen had [visited] Accra.", id="denied report of a clause"),
    pytest.param("The queen was too ill to [travel].", id="too ill to"),
    pytest.param("The two kings have yet to [meet].", id="yet to"),
    pytest.param("The army stopped short of [shelling] the port.", id="stopped short of"),
    pytest.param("The storm kept the ship from [leaving] Accra.", id="kept from"),
    pytest.param("The failed [attack] angered the generals.", id="failed, as an adjective"),
    pytest.param("The rebels nearly [captured] the port.", id="nearly"),
    pytest.param("The queen no longer [visits] Accra.", id="no longer"),
    pytest.param("His attempt to [enter] the port failed.", id="attempt that failed"),
    pytest.param("The clerk escaped [deportation].", id="was spared"),
    pytest.param("It is not true that the queen [visited] Accra.", id="not true that"),
    pytest.param("The consul was acquitted of [bribing] a judge.", id="acquitted of"),
    pytest.param("The consul pleaded not guilty to [bribing] a judge.", id="pleaded not guilty"),
    pytest.param("The board voted against [selling] the port.", id="voted against"),
    pytest.param("The monks have shunned [talks].", id="shunned"),
]
CANCELLED = [
    pytest.param("The king cancelled his [visit] to Madrid.", id="object of cancelled"),
    pytest.param("The [summit] was postponed.", id="subject of postponed"),
    pytest.param("The premier called off the [talks].", id="called off"),
    pytest.param("The cancelled [visit] angered Rome.", id="adjective"),
    pytest.param("The army abandoned a plan to [build] a base.", id="below an abandoned plan"),
    pytest.param("The bank withdrew its offer to [buy] the airline.", id="below a withdrawn offer"),
    pytest.param("The [trip] that was postponed in June was his first.", id="relative clause"),
    pytest.param("The premier's [visit] to Hanoi is on hold.", id="on hold"),
    pytest.param("The queen's [trip] to Accra was put on hold.", id="put on hold"),
    pytest.param("The [talks] are off.", id="off"),
    pytest.param("Premier's Hanoi [trip] put off as floods worsen", id="put off, in a headline"),
    pytest.param("Queen's Accra [visit] called off", id="called off, in a headline"),
    pytest.param("The queen pulled out of a [trip] to Accra.", id="pulled out of"),
    pytest.param("The sultan's [trip] to Riga fell through.", id="fell through"),
    pytest.param("The sultan missed the [flight] to Riga.", id="missed"),
    pytest.param("Germany will halt [exports] of drones to Chad.", id="flow that will be halted"),
    pytest.param("Portugal suspended the [export] of drones to Chad.", id="suspended flow"),
    pytest.param("[Shipments] of grain to Haiti were halted.", id="halted flow"),
    pytest.param("The navy stopped the [transfer] of prisoners to Malta.", id="stopped transfer"),
    pytest.param("The queen's [visit] to Accra collapsed.", id="collapsed"),
    pytest.param("The queen's [flight] to Accra had to be abandoned.", id="had to be abandoned"),
    pytest.param(
        "The queen's [visit] to Accra was announced in May but has been cancelled.", id="cancelled in a second clause"
    ),
    pytest.param("The queen gave up on a [tour] of Asia.", id="gave up on"),
    pytest.param("Queen's Accra [trip] off", id="off, in a headline"),
    pytest.param("The queen's [trip] to Accra came to nothing.", id="came to nothing"),
    pytest.param("Monks backed out of a [meeting] with the queen.", id="backed out of a meeting"),
    pytest.param("The queen's [trip] was held up and then cancelled.", id="cancelled, sharing a helper"),
    pytest.param("A court stayed the [deportation] of a nurse.", id="stayed by a court"),
]


@pytest.mark.parametrize("marked", OCCURRED)
def test_certainty_occurred(nlp: Language, marked: str) -> None:
    assert certainty(trigger(nlp, marked)) == ("occurred", "CT+")


@pytest.mark.parametrize("marked", PLANNED)
def test_certainty_planned(nlp: Language, marked: str) -> None:
    assert certainty(trigger(nlp, marked))[0] == "planned"


@pytest.mark.parametrize("marked", ONGOING)
def test_certainty_ongoing(nlp: Language, marked: str) -> None:
    assert certainty(trigger(nlp, marked)) == ("ongoing", "CT+")


@pytest.mark.parametrize("marked", HYPOTHETICAL)
def test_certainty_hypothetical(nlp: Language, marked: str) -> None:
    assert certainty(trigger(nlp, marked))[0] == "hypothetical"


@pytest.mark.parametrize("marked", DENIED)
def test_certainty_denied(nlp: Language, marked: str) -> None:
    assert certainty(trigger(nlp, marked))[0] == "denied"


@pytest.mark.parametrize("marked", CANCELLED)
def test_certainty_cancelled(nlp: Language, marked: str) -> None:
    assert certainty(trigger(nlp, marked))[0] == "cancelled"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("The mayor is said to have [left].", "PR+", id="said to"),
        pytest.param("The mayor reportedly [left].", "PR+", id="reportedly"),
        pytest.param("The police accused him of [taking] bribes.", "PR+", id="accused of"),
        pytest.param("The clerk doubts that the mayor [left].", "PS-", id="doubted"),
        pytest.param("The mayor may not [leave].", "PS-", id="possibly not"),
        pytest.param("A [war] between the two seems unlikely.", "PS-", id="unlikely noun"),
        pytest.param("It is unclear whether the mayor [left].", "UU", id="unclear"),
        pytest.param("The mayor will [leave].", "PR+", id="to come"),
        pytest.param("The storm is likely to have [killed] dozens.", "PR+", id="likely past"),
    ],
)
def test_certainty_factuality(nlp: Language, marked: str, expected: str) -> None:
    assert certainty(trigger(nlp, marked))[1] == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Chad is accused of [sending] arms to Niger.", id="accused of"),
        pytest.param("Chad has been accused by Niger of [sending] troops to Agadez.", id="accused by"),
        pytest.param("The mayor allegedly [sent] 40 men to Agadez.", id="allegedly"),
        pytest.param("Satellite photos suggest that Chad has [moved] tanks to Agadez.", id="photos suggest"),
        pytest.param("Two men suspected of having [fled] to Niger were freed.", id="suspected of"),
        pytest.param("The alleged [attack] took place in Gao.", id="alleged noun"),
    ],
)
def test_certainty_of_accusations_is_not_drawn_as_done(nlp: Language, marked: str) -> None:
    assert certainty(trigger(nlp, marked)) == ("hypothetical", "PR+")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("To not. If no — visit? ... \n\n “will” of without against ahead", id="fragments"),
        pytest.param("he said that she said that " * 300, id="clauses without end"),
        pytest.param("visits and attacks and meetings and " * 300, id="list without end"),
    ],
)
def test_certainty_never_raises(nlp: Language, text: str) -> None:
    assert all(certainty(token) for token in nlp(text))


def test_certainty_ends_for_a_noun_described_by_its_own_infinitive(nlp: Language) -> None:
    doc = nlp("The hearing, which is to be cancelled, and the talks to be cancelled next week drew protests.")
    assert all(certainty(token) for token in doc)


def rows() -> list[tuple[set[str], str]]:
    """Statuses that a reader may give, and the marked sentence."""
    lines = (line.split("\t") for line in STATUSES.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [(set(statuses.split("|")), marked) for statuses, marked in lines]


def test_certainty_of_our_own_sentences_is_mostly_that_of_a_reader(nlp: Language) -> None:
    found = [(statuses, certainty(trigger(nlp, marked))[0], marked) for statuses, marked in rows()]
    right = [marked for statuses, status, marked in found if status in statuses]
    drawn_as_done = [marked for statuses, status, marked in found if status in DONE and not statuses & DONE]
    assert len(found) > 450
    assert len(right) >= 0.87 * len(found)
    assert len(drawn_as_done) <= 0.03 * len(found), drawn_as_done


def test_certainty_of_a_noun_and_its_clause_ends(nlp: Language) -> None:
    """A parse in which the clause that describes a noun is also its complement: each asked the other without end."""
    doc = Doc(
        nlp.vocab,
        words=["talks", "that", "were", "cancelled"],
        heads=[0, 3, 3, 0],
        deps=["ROOT", "mark", "auxpass", "relcl"],
        tags=["NNS", "IN", "VBD", "VBN"],
        pos=["NOUN", "SCONJ", "AUX", "VERB"],
        lemmas=["talk", "that", "be", "cancel"],
    )
    assert certainty(doc[0])[0] == "cancelled"
