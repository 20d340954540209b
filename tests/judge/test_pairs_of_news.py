"""Pairs of reports from many kinds of news, with the verdict that an editor would give; read by the real models."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.extract.document import Document
from claimcheck.extract.propositions import propositions_of
from claimcheck.extract.tree import Tree
from claimcheck.judge import decide, rule_judges
from claimcheck.knowledge import default_knowledge
from claimcheck.model import Article, Claim, ComparisonKind, Mode, Pair, Side, Source, Span, Stance, Voice
from claimcheck.ports import Models, Passage
from claimcheck.settings import JudgingSettings

PAIRS = [
    # a flood, an earthquake
    ("conflict", "The flood killed 14 people in the valley.", "Nine people died in the flood, the mayor said."),
    ("compatible", "The flood killed at least 14 people in the valley.", "Nineteen people died in the flood."),
    ("compatible", "So far nine people have died in the flood.", "The flood killed 14 people."),
    ("agree", "The flood destroyed 200 homes in the delta.", "About 200 houses were destroyed by the flood."),
    ("agree", "The flood killed 14 people, including three children.", "Three children drowned in the flood."),
    ("compatible", "The death toll from the earthquake has risen to 45.", "The earthquake killed 31 people."),
    ("agree", "The earthquake killed 31 people.", "The death toll from the earthquake stood at 31."),
    # a train crash, a fire
    ("conflict", "The train was carrying 80 passengers when it derailed.", "The train was carrying 120 passengers."),
    ("agree", "The train derailed near Kanpur, killing 12.", "Twelve died when the train derailed near Kanpur."),
    ("conflict", "The train derailed on Sunday.", "The train derailed on Monday."),
    ("conflict", "The crash was caused by brake failure.", "The crash was caused by sabotage."),
    ("compatible", "Faulty brakes caused the crash.", "Bad weather caused the crash."),
    ("compatible", "Twelve passengers were killed.", "The bodies of 11 passengers had been recovered."),
    ("conflict", "No one was hurt in the fire.", "Four people were hurt in the fire."),
    ("compatible", "The fire destroyed the warehouse.", "The fire may have started in the kitchen."),
    ("conflict", "The blast was caused by a gas leak.", "A short circuit caused the blast."),
    ("conflict", "The crash was due to pilot error.", "The crash was due to engine failure."),
    ("compatible", "The blast was due to a technical fault.", "A leaking gas pipe caused the blast."),
    ("conflict", "The mill denied that production had been halted.", "Production at the mill was suspended."),
    ("conflict", "The airport is operating normally.", "The airport was closed after the fire."),
    # a protest, a strike
    ("conflict", "Police fired tear gas at the protesters.", "Police did not fire tear gas at the protesters."),
    ("conflict", "About 2,000 people marched in the capital.", "Some 15,000 people marched in the capital."),
    ("compatible", "Thousands of people marched in the capital.", "2,500 people marched in the capital."),
    ("agree", "Police arrested 35 demonstrators.", "Thirty-five protesters were arrested by police."),
    ("compatible", "Police arrested 35 demonstrators.", "The demonstrators set fire to two cars."),
    ("conflict", "The protester was shot by the police.", "The protester was shot by a demonstrator."),
    ("conflict", "90 percent of workers joined the strike.", "30 percent of workers joined the strike."),
    ("conflict", "More than 90,000 people took part in the march.", "Only 20,000 attended the march."),
    ("conflict", "The crowd numbered 20,000.", "Some 90,000 people turned out."),
    # a ferry
    ("conflict", "There were 120 people on board the ferry.", "The ferry carried 180 people."),
    ("conflict", "The captain was arrested on Monday.", "The captain had not been detained."),
    # a company, trade
    ("conflict", "The company recalled 40,000 cars over faulty brakes.", "The company recalled 65,000 cars."),
    ("conflict", "The brakes were faulty.", "The company denied that the brakes were faulty."),
    ("compatible", "Exports rose 5 percent in March.", "Imports rose 7 percent in March."),
    # an election, talks
    ("conflict", "Turnout was 48 percent.", "Turnout was 61 percent."),
    ("conflict", "The ruling party won 120 seats.", "The ruling party won 98 seats."),
    ("compatible", "The ruling party won 120 seats.", "The opposition won 98 seats."),
    ("conflict", "The vote took place on Sunday.", "The vote did not take place on Sunday."),
    ("conflict", "The minister resigned on Friday.", "The minister denied that he had resigned."),
    ("conflict", "The talks were held in Doha on Monday.", "The talks did not take place on Monday."),
    ("conflict", "The call took place at Russia's request.", "They spoke by phone at Turkey's initiative."),
    ("conflict", "Turkey had initiated the call.", "Moscow requested the call."),
    # ships and borders
    ("conflict", "Iran seized the tanker in the strait.", "Pirates seized the tanker in the strait."),
    ("conflict", "The tanker was seized in Iranian waters.", "The tanker was seized in Omani waters."),
    ("agree", "Iranian forces seized the tanker on Friday.", "The tanker was seized by the Iranian navy on Friday."),
    ("agree", "The navy seized it because it was smuggling fuel.", "The navy seized it over a court order."),
    ("conflict", "The gunboat opened fire on the fishermen.", "The gunboat fired warning shots in the air."),
    ("conflict", "All 23 crew members were unharmed.", "Two crew members were killed."),
    # wars of other places
    ("conflict", "The plane was shot down by separatists.", "The plane was shot down by the army."),
    ("conflict", "The rebels captured the town.", "The army repelled the rebels' attack on the town."),
    ("conflict", "The raid killed 15 civilians.", "The raid killed 19 people."),
    ("agree", "The raid killed 15 civilians and 20 militants.", "The raid killed nine militants in one village."),
    ("conflict", "The government denied any role in the attack.", "The president's forces carried out the attack."),
    ("compatible", "Rescuers tried to reach the village.", "The road to the village was closed."),
    ("compatible", "The shell fell near the market in Raqqa.", "The shell fell near Raqqa."),
    # what nothing shows
    (
        "conflict",
        "It had found no evidence that the plane was hit by a missile.",
        "Fighters shot it down with a missile.",
    ),
    ("conflict", "There was no indication that the plane was shot down.", "Fighters shot down the plane."),
    ("conflict", "There was no sign of an attack.", "Rebels attacked the plant."),
    # what is negated
    ("conflict", "The lorry was not overloaded.", "The lorry was overloaded."),
    ("agree", "The owner denied that it had been overloaded.", "The lorry was not overloaded."),
    ("conflict", "At no time did the firm instruct the driver to stop.", "The firm instructed the driver to stop."),
    ("conflict", "Under no circumstances did the firm pay a ransom.", "The firm paid a ransom."),
    ("conflict", "In no way did the police use force.", "The police used force."),
    ("conflict", "Hardly anyone was hurt.", "Dozens were hurt."),
    ("agree", "No one was hurt.", "Nobody was hurt."),
    ("compatible", "Nobody was hurt in Poiana Veche.", "A drone exploded in Poiana Veche."),
    ("conflict", "Nobody was killed in the blast in Homs.", "The blast in Homs killed two people."),
    # what is denied of one thing, and told of another or of one that may be the same
    ("conflict", "The building itself was not damaged.", "The shell damaged the clinic."),
    ("conflict", "Jets hit a bunker beside the school; the school was not hit.", "The school was hit."),
    ("compatible", "The school was not hit.", "The bank was hit."),
    ("compatible", "The miners threw bricks at the guards.", "No petrol bombs were thrown."),
    ("conflict", "The miners threw bricks at the guards.", "No bricks were thrown at the guards."),
    ("conflict", "Gunboats fired at the trawler with machine guns.", "No shots were fired."),
    ("conflict", "The gate was still blocked.", "The gate had been reopened."),
    # what was used on one account, and not on the other
    ("conflict", "Hooligans attacked the stewards with bricks and chairs.", "Nobody threw a single brick."),
    ("conflict", "Fans pelted the bus with bottles.", "No bottles were thrown at the bus."),
    ("compatible", "Fans pelted the bus with bottles.", "No flares were thrown at the bus."),
    ("compatible", "The walkers marched with bottles of water.", "No bottles were thrown."),
    ("conflict", "Police dispersed the crowd with water cannon.", "Police did not use water cannon."),
    ("conflict", "The settlers attacked the shepherds with clubs.", "The settlers denied that they had used clubs."),
    ("compatible", "The shooting of the guard was filmed.", "Such shootings do not happen here."),
    # what was not there on one account, and was on the other
    ("conflict", "The miners were attacked without any warning.", "Two warnings were given by loudspeaker."),
    ("conflict", "The guards opened fire without warning.", "The guards fired after repeated warnings."),
    ("conflict", "The police charged without warning.", "Police warned the crowd three times."),
    ("conflict", "Agents searched the flat without a warrant.", "The agents had a warrant signed by a judge."),
    ("conflict", "They searched the flat without a court order.", "They searched the flat with a court order."),
    ("conflict", "The guards fired without provocation.", "The guards were provoked before they fired."),
    ("conflict", "The work began without the town's permission.", "The town had given its permission."),
    ("compatible", "Agents searched the flat without a warrant.", "Police had asked the judge for a warrant."),
    ("compatible", "The tower was bombed without warning.", "The ministry warned of floods."),
    ("compatible", "Israel bombed the tower without warning.", "Hamas warned the guards of the tower."),
    # what one side did, and what the other did
    ("compatible", "Masked men attacked a police post with petrol bombs.", "Officers fired rubber bullets at a crowd."),
    ("compatible", "Rioters hit a patrol car with bricks.", "Policemen beat a student with batons."),
    ("conflict", "Georgian troops shelled the mill.", "Russian troops shelled the mill."),
    ("conflict", "The depot was hit by a drone.", "The depot was damaged by falling debris."),
    ("compatible", "A drone attacked the city.", "A house was damaged by falling debris."),
    # states that exclude each other
    ("conflict", "The warehouse fire was still burning.", "The blaze at the warehouse had been extinguished."),
    ("compatible", "The warehouse burned for six hours.", "The warehouse fire was put out."),
    ("conflict", "The pass remains closed.", "The pass was reopened."),
    ("compatible", "The pass was closed.", "The pass was reopened."),
    ("compatible", "The pass was still closed on Sunday.", "The pass was reopened on Monday."),
    ("conflict", "The pass was still closed on Monday.", "The pass was reopened on Sunday."),
    ("conflict", "The editor was still in custody.", "The editor was released."),
    ("conflict", "The editor is still being held.", "The editor was released on Saturday."),
    ("conflict", "The editor remains in custody.", "The editor was freed."),
    ("agree", "The union leader was held for nine hours and never charged.", "The union leader was released."),
    ("compatible", "The union leader was never charged.", "The police arrested the union leader."),
    ("compatible", "The editor was in custody for two days.", "The editor was released on Friday."),
    ("compatible", "The editor was detained on Thursday.", "The editor was released on bail on Friday."),
    # what failed to happen
    ("conflict", "The pilot failed to answer the tower.", "The pilot answered the tower."),
    ("conflict", "The lorry driver refused to stop.", "The lorry driver stopped at once."),
    ("conflict", "The captain never answered the calls.", "The captain answered all calls."),
    # one count, by other words, or another count
    ("conflict", "There were 95 people on board the coach.", "Eighty of the 90 people on board were saved."),
    ("compatible", "Divers searched for six people.", "Eighty of the 90 people on board were saved."),
    ("conflict", "Some 5,000 people marched in Lyon.", "About 12,000 people took part in the march in Lyon."),
    ("conflict", "All 24 crew members were safe.", "22 crew were on board, among them four Greeks."),
    ("conflict", "There were 24 sailors aboard.", "The vessel had a crew of 22."),
    ("conflict", "All 80 passengers survived.", "There were 95 passengers on board."),
    ("agree", "All 22 crew members were safe.", "22 crew were on board."),
    ("compatible", "All 18 Filipino seafarers were unharmed.", "22 crew were on board, among them 18 Filipinos."),
    ("compatible", "Two sailors were wounded.", "22 crew were on board."),
    ("conflict", "38 people had been arrested on Friday.", "22 people were detained."),
    ("conflict", "The union said 60 miners were detained.", "The police arrested 25 people."),
    ("agree", "150 people were detained and 12 were arrested.", "12 people were arrested."),
    ("compatible", "22 people were detained and three were charged.", "Three people were arrested in one district."),
    (
        "compatible",
        "Its forces had destroyed two Houthi drones.",
        "The group had fired two drones at the tanker.",
    ),
    ("agree", "Jets shot down 20 drones.", "Air defences destroyed 20 drones."),
    # what was found there, and what came up in talks
    ("conflict", "Customs officers found rifles in the container.", "The container held no rifles."),
    ("conflict", "There were no rifles in the container.", "Customs officers seized rifles in the container."),
    ("compatible", "The container held no rifles.", "Customs officers found cigarettes in the container."),
    ("conflict", "The ministers did not discuss Cyprus.", "She warned him over Cyprus."),
    ("compatible", "The ministers did not discuss Cyprus.", "She warned him over Crete."),
]


def claim(text: str, name: str, models: Models) -> Claim:
    article = Article(name, text, published="2018-12-10")
    document = Document(article, tuple(Tree(parse) for parse in models.parse([Passage(text)])))
    spans = (Span(0, len(text)),)
    source = Source(name, name, "unnamed")
    made = Claim(name, name, None, source, (), Voice.ATTRIBUTED, Mode.INDIRECT, Stance.AFFIRM, text, spans)
    return replace(made, propositions=propositions_of(made, document, default_knowledge()))


@pytest.mark.parametrize(("relation", "first", "second"), PAIRS)
def test_what_an_editor_would_say(models: Models, relation: str, first: str, second: str) -> None:
    a, b = (Side(c, c.propositions) for c in (claim(first, "one", models), claim(second, "other", models)))
    pair = Pair("i", ComparisonKind.CROSS_SOURCE, a, b)
    decided = decide([pair], rule_judges(default_knowledge()), JudgingSettings())[0]
    assert decided.verdict.relation == relation
