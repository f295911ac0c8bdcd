import pytest

from factcheck.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("statistic", "Only five per cent of the strikes hit the group."),
        ("statistic", "One in three people in the town has no work."),
        ("quantity", "The storm wounded 238 people."),
        ("event", "The army took the town on Friday."),
        ("event", "The warehouse was destroyed on Friday."),
        ("state", "“Myanmar is mainly Buddhist,” the ministry said."),
        ("comparison", "Ozone causes more damage to plants than all other pollutants."),
        ("comparison", "Mecca is the holiest site of the faith, the ministry said."),
        ("causal", "The accident was caused by strong winds."),
        ("schedule", "The summit is scheduled to take place in Mexico City."),
        ("quotation", "The minister said the police acted “with courage and with restraint” in the square."),
    ],
)
def test_the_more_telling_kind_comes_first(kind: str, text: str) -> None:
    assert extract(text).candidates[0].kind == kind


def test_a_date_is_no_quantity() -> None:
    assert extract("The army took the town on 21 July 2017.").candidates[0].kind == "event"
