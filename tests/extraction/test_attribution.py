import pytest

from factcheck.extraction.attribution.chains import role_of
from factcheck.extraction.pipeline import extract, spoken
from factcheck.extraction.records import Link
from tests.extraction.reading import said, speakers


def _links(text: str) -> list[tuple[str, tuple[Link, ...]]]:
    return [(stretch.span.of(text), voice.chain) for stretch, heard in spoken(text)[1] for voice in heard]


def _heard(text: str) -> list[tuple[str, list[str | None]]]:
    return [(words, speakers(chain)) for words, chain in _links(text)]


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("The mayor said the bridge had collapsed.", "the bridge had collapsed", ["The mayor"]),
        ("The mayor said that the bridge had collapsed.", "the bridge had collapsed", ["The mayor"]),
        ("The bridge had collapsed, the mayor said.", "The bridge had collapsed", ["the mayor"]),
        ("The bridge had collapsed, said the mayor of Genoa.", "The bridge had collapsed", ["the mayor of Genoa"]),
        ("According to the ministry, nobody was hurt.", "nobody was hurt", ["the ministry"]),
        ("Nobody was hurt, according to the ministry.", "Nobody was hurt", ["the ministry"]),
        ("In Rome, Prime Minister Conte said nobody was hurt.", "nobody was hurt", ["Prime Minister Conte"]),
        ("On Tuesday the ministry said nobody was hurt.", "nobody was hurt", ["the ministry"]),
        ("Mr. Conte told reporters that nobody was hurt.", "nobody was hurt", ["Mr. Conte"]),
        ("The study found crops had failed.", "crops had failed", ["The study"]),
        ("Estimates suggest 8000 people may be at sea.", "8000 people may be at sea", ["Estimates"]),
        ("As Heald told the paper, ozone has dropped.", "ozone has dropped", ["Heald"]),
        ("“Nobody was hurt,” Conte said.", "“Nobody was hurt,”", ["Conte"]),
        ("“Nobody,” Conte said, “was hurt in the fire.”", "“Nobody,” … “was hurt in the fire.”", ["Conte"]),
        (
            "Fuad Basya, spokesman for the military, said a warship was sent.",
            "a warship was sent",
            ["Fuad Basya, spokesman for the military"],
        ),
        ("The museum, Mr. Obama said, will open on Monday.", "The museum … will open on Monday", ["Mr. Obama"]),
        ("Mook told the BBC on Monday that nobody was hurt.", "nobody was hurt", ["Mook"]),
        ("They kept the plan, which critics say was rushed.", "the plan … was rushed", ["critics"]),
        ("“The fire began at nine,” Weber pressed.", "“The fire began at nine,”", ["Weber"]),
        ("Streets were empty, Weber added, “but safe.”", "Streets were empty … “but safe.”", ["Weber"]),
        ("The mayor resigned on Friday, saying the bridge had been sold.", "the bridge had been sold", ["The mayor"]),
        ("The mayor resigned on Friday, saying the bridge had been sold.", "The mayor resigned on Friday", []),
        ("Weber had this answer: “Nobody was hurt.”", "“Nobody was hurt.”", ["Weber"]),
        ("Studies show trees, such as oaks, grow slower.", "trees, such as oaks, grow slower", ["Studies"]),
        ("The owners have in the past said rents are fair.", "rents are fair", ["The owners"]),
        ("“It fell,” Weber told the BBC in an interview when asked who saw it.", "“It fell,”", ["Weber"]),
        ("In a survey of voters, half chose the tram.", "half chose the tram", ["a survey of voters"]),
        ("WEBER: The boat sank on Friday.", "The boat sank on Friday", ["WEBER"]),
        ("“The boat sank on Friday.” — Anna Weber", "“The boat sank on Friday.”", ["Anna Weber"]),
        ("The ministry notes, “The boat sank.”", "“The boat sank.”", ["The ministry"]),
        ("It sank, Weber said, because of a leak.", "It sank … because of a leak", ["Weber"]),
        ("The boat sank, reportedly, on Friday.", "The boat sank … on Friday", [None]),
        ("Ada Weber, who has left Rome, said nobody was hurt.", "nobody was hurt", ["Ada Weber"]),
        ("Weber left the hall but said nobody was hurt.", "nobody was hurt", ["Weber"]),
        ("Weber left the hall but said nobody was hurt.", "Weber left the hall", []),
        ("“Nobody was hurt,” she said and hung up.", "“Nobody was hurt,”", ["she"]),
        (
            "“It fell,” Weber, head of the animal rights group Ibex, said in Rome.",
            "“It fell,”",
            ["Weber, head of the animal rights group Ibex"],
        ),
        ("The mayor left Rome, telling reporters that the bridge had been sold.", "The mayor left Rome", []),
        ("While Weber says the bridge is safe, the mayor has closed it.", "the bridge is safe", ["Weber"]),
        ("“It never fell,” Weber denied.", "“It never fell,”", ["Weber"]),
        ("Although the bridge fell, the mayor says nobody was hurt.", "the bridge fell", []),
        ("The plan was secret until May, when emails showed it had failed.", "The plan was secret until May", []),
        ("Weber told Berg that it “had a policy,” adding, “He lost all of it.”", "“He lost all of it.”", ["Weber"]),
        ("Asked if she believed the bridge was safe, Berg said it fell.", "it fell", ["Berg"]),
        ("By contrast, Ada Weber, a historian in Rome, said it fell.", "it fell", ["Ada Weber, a historian in Rome"]),
    ],
)
def test_what_was_said_and_by_whom(text: str, content: str, who: list[str | None]) -> None:
    assert (content, who) in [(words.replace(" … , ", " … "), chain) for words, chain in said(text)]


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("According to the report, which cost £2 million, the bridge is safe.", "the bridge is safe", ["the report"]),
        ("According to the report, which cost £2 million, the bridge is safe.", "the report … cost £2 million", []),
        ("According to police, the man, who was 40, fled.", "the man, who was 40, fled", ["police"]),
        ("According to a report by the ministry, it fell.", "it fell", ["a report by the ministry"]),
        ("According to a poll published on Monday, he leads.", "he leads", ["a poll published on Monday"]),
        ("The bridge is safe, according to Weber, but the mayor has closed it.", "the mayor has closed it", []),
        ("The mayor lost (two million in all, according to Weber).", "The mayor lost", []),
        ("The mayor lost (two million in all, according to Weber).", "two million in all", ["Weber"]),
    ],
)
def test_according_to_holds_for_its_own_clause(text: str, content: str, who: list[str]) -> None:
    assert (content, who) in said(text)


def test_who_goes_on_by_another_verb_has_that_cue() -> None:
    text = "Weber said she saw the flames at nine and added that two guards had fled."
    chains = [[(link.who, link.cue) for link in chain] for _, chain in _links(text)]
    assert chains == [[("Weber", "said")], [("Weber", "added")]]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that the dam had leaked, and its engineers had warned of cracks.",
        "The ministry denies the dam leaked.",
    ],
)
def test_who_denies_something_does_not_say_so(text: str) -> None:
    assert [chain for _, chain in said(text)] == [[]]
    assert extract(text).candidates[0].text == text.split(",", maxsplit=1)[0].rstrip(".")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Witnesses said that soldiers had fired, the mayor told the paper.", ["Witnesses", "the mayor"]),
        ("According to the BBC, the mayor said soldiers had fired.", ["the mayor", "the BBC"]),
    ],
)
def test_what_one_reports_of_another_nests_innermost_first(text: str, who: list[str]) -> None:
    assert [chain for _, chain in said(text)] == [who]


def test_a_second_speaker_behind_but_has_a_chain_of_their_own() -> None:
    found = said("The army said the town was safe, but residents say shells fell all night.")
    assert [chain for _, chain in found] == [["The army"], ["residents"]]


def test_what_the_same_speaker_adds_has_the_second_cue() -> None:
    text = "Nobody was hurt, the mayor said, adding that the bridge was closed."
    assert [(claim.attribution[0].who, claim.attribution[0].cue) for claim in extract(text).candidates] == [
        ("the mayor", "said"),
        ("the mayor", "adding"),
    ]


def test_an_opinion_beside_a_claim_keeps_its_chain() -> None:
    text = "The road was closed on Friday, but the minister said the army should leave."
    extraction = extract(text)
    assert [speakers(reported.attribution) for reported in extraction.reported] == [["the minister"]]


def test_a_speaker_who_goes_on_about_their_own_belief_is_one_link() -> None:
    assert [chain for _, chain in said("Tanner said he thinks the plan was copied.")] == [["Tanner"]]


@pytest.mark.parametrize(
    "text",
    [
        "Officials have not said why the team was denied visas.",
        "He is said to be rich and famous.",
        "The company announced a plan.",
        "The report was read by everyone who attended.",
        "The bridge collapsed on Friday.",
        "It is half of what doctors say they need.",
        "If the emails show that nobody was hurt, the case is closed.",
        "The council, in closing the bridge, noted concerns by Weber.",
    ],
)
def test_where_nobody_reports_anything_the_article_speaks(text: str) -> None:
    assert [chain for _, chain in said(text)] == [[]]


def test_what_is_asked_for_is_no_claim_and_keeps_its_chain() -> None:
    extraction = extract("Weber asked the governments of the region not to turn away boats.")
    assert extraction.candidates == ()
    assert [speakers(reported.attribution) for reported in extraction.reported] == [["Weber"]]


def test_who_is_quoted_may_report_what_others_say() -> None:
    text = "“Two guards think the tower will fall. They saw flames in it on Friday,” the mayor said."
    assert [chain for _, chain in _heard(text)] == [["Two guards", "the mayor"], ["the mayor"]]


def test_the_speaker_of_a_clause_about_them_is_the_noun_it_is_about() -> None:
    text = "A diver who said the boat sank on Friday was found."
    (link,) = next(chain for _, chain in _links(text) if chain)
    assert link.who == "A diver"
    assert link.span is not None
    assert link.span.of(text) == "who"


def test_whom_a_speaker_told_is_kept() -> None:
    (claim,) = extract("Nobody was hurt in the fire, Conte told the tabloid.").candidates
    assert claim.attribution[0].to == "the tabloid"


def test_a_quote_is_given_to_the_speaker_named_in_the_next_sentence() -> None:
    text = "“The fire began at nine. Two guards saw the flames,” the mayor said."
    chains = [speakers(claim.attribution) for claim in extract(text).candidates]
    assert chains == [["the mayor"], ["the mayor"]]


def test_a_quote_is_given_to_who_presses_behind_it() -> None:
    text = "“Two guards saw the flames, did they not?” Weber pressed."
    assert next(chain for _, chain in _heard(text)) == ["Weber"]


def test_a_quote_is_given_to_the_speaker_named_in_the_sentence_before() -> None:
    text = "“The fire began at nine,” the mayor said. “Two guards saw the flames.”"
    chains = [speakers(claim.attribution) for claim in extract(text).candidates]
    assert chains == [["the mayor"], ["the mayor"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Two guards saw the flames.” The spokesman would not say more.", ["The spokesman"]),
        ("Weber shrugged. “Two guards saw the flames.”", ["Weber"]),
        ("“Two guards saw the flames.” The police arrived at noon.", [None]),
    ],
)
def test_a_quote_nobody_is_said_to_say_is_given_to_who_gestures_beside_it(text: str, who: list[str | None]) -> None:
    assert [chain for words, chain in _heard(text) if "guards" in words] == [who]


def test_a_quote_behind_a_colon_belongs_to_the_line_before() -> None:
    text = "The mayor went on:\n\n“Two guards saw the flames on Friday.”"
    assert [speakers(claim.attribution) for claim in extract(text).candidates if "guards" in claim.text] == [
        ["The mayor"]
    ]


def test_a_quote_nobody_owns_has_an_unknown_speaker() -> None:
    text = "The square was empty on Friday.\n\n“Two guards saw the flames in the tower.”"
    assert speakers(extract(text).candidates[-1].attribution) == [None]


def test_a_pronoun_that_speaks_is_given_the_name_it_stands_for() -> None:
    text = "Anna Weber said the fire began at nine. She said two guards saw the flames."
    last = extract(text).candidates[-1].attribution[0]
    assert last.who == "Anna Weber"
    assert last.span is not None
    assert last.span.of(text) == "She"


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("Philip Hammond, the UK Foreign Secretary", "the UK Foreign Secretary"),
        ("team member Rodaba Noori", "team member"),
        ("Khaled Al-Maeena, editor at large", "editor at large"),
        ("the ministry", None),
        ("Fallon", None),
    ],
)
def test_the_office_given_with_a_name_is_the_role(who: str, role: str | None) -> None:
    assert role_of(who) == role


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Nobody was hurt,” wrote Ada Weber (Rome), who was there.", "Ada Weber (Rome)"),
        ("Staff for the House of Trade said nobody was hurt.", "Staff for the House of Trade"),
        ("Soon Ada Weber had said that nobody was hurt.", "Ada Weber"),
        ("More than half of the voters said they slept badly.", "More than half of the voters"),
    ],
)
def test_a_speaker_is_named_in_full_and_by_nothing_else(text: str, who: str) -> None:
    assert [who] in [chain for _, chain in said(text)]
