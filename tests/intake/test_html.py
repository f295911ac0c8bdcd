import pytest

from factcheck.intake.errors import IntakeError
from factcheck.intake.html import from_html

FIRST = "The river bridge was closed on Monday after engineers found a crack in one of its two piers."
SECOND = "The crack is four metres long, and it may have been there since the flood, the council said."
THIRD = "Around 9,000 cars cross the bridge on a working day, and the next one is ten miles away."
HEAD = """<title>River bridge closed - The Paper</title><meta name="author" content="Anna Weber">
<link rel="canonical" href="https://paper.example/bridge">"""


def page(body: str, head: str = HEAD) -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


WHOLE = page(f"""
<header><a href="/">The Paper</a>
<nav><ul><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<article><h1>River bridge closed</h1><p>{FIRST}</p><script>track("crack")</script><p>{SECOND}</p>
<ul><li>The ferry runs from Wednesday, and costs a pound.</li></ul><p>{THIRD}</p></article>
<aside><h2>Most read</h2><a href="/t">Council votes on tax</a></aside>
<footer>We use cookies to make this site better. <a href="/p">Privacy policy</a></footer>
""")


def test_a_page_gives_its_article_paragraph_by_paragraph_under_its_headline() -> None:
    assert from_html(WHOLE, "page.html").text.split("\n\n") == [
        "River bridge closed",
        FIRST,
        SECOND,
        "The ferry runs from Wednesday, and costs a pound.",
        THIRD,
    ]


def test_the_page_names_its_title_author_and_address() -> None:
    raw = from_html(WHOLE, "page.html")
    assert (raw.title, raw.byline, raw.source_url) == (
        "River bridge closed",
        "Anna Weber",
        "https://paper.example/bridge",
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "/bridge", "https://", "https://paper.example/" + "a" * 2000]
)
def test_an_address_that_is_none_is_left_out(address: str) -> None:
    raw = from_html(
        page(f"<article><p>{FIRST}</p><p>{SECOND}</p></article>", f'<link rel="canonical" href="{address}">'), "a.html"
    )
    assert raw.source_url == ""


def test_a_page_that_says_nothing_of_itself_suggests_nothing() -> None:
    raw = from_html(page(f"<p>{FIRST}</p><p>{SECOND}</p>", ""), "page.html")
    assert (raw.text, raw.title, raw.byline, raw.source_url) == (f"{FIRST}\n\n{SECOND}", "", "", "")


@pytest.mark.parametrize("depth", [300, 1500])
def test_the_words_below_many_nested_tags_are_kept(depth: int) -> None:
    assert (
        FIRST
        in from_html(page("<div>" * depth + f"<p>{FIRST}</p><p>{SECOND}</p>" + "</div>" * depth), "deep.html").text
    )


def test_each_cell_of_a_table_is_a_paragraph() -> None:
    table = "<table><tr><th>Year</th><th>Cars</th></tr><tr><td>1932</td><td>400</td></tr></table>"
    text = from_html(page(f"<article><p>{FIRST}</p><p>{SECOND}</p>{table}<p>{THIRD}</p></article>"), "page.html").text
    assert text.split("\n\n")[-5:] == ["Year", "Cars", "1932", "400", THIRD]


@pytest.mark.parametrize(
    ("named", "written"), [("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("nonsense", "utf-8")]
)
def test_the_characters_are_those_the_page_names_unless_they_are_utf_8(named: str, written: str) -> None:
    words = {"cp1251": "Мост закрыли в понедельник, потому что инженеры нашли трещину в опоре."}
    text = words.get(written, "Die Brücke wurde am Montag geschlossen, “weil ein Pfeiler einen Riss hat”, hieß es.")
    data = page(f"<p>{text}</p>", f'<meta charset="{named}">').decode().encode(written)
    assert from_html(data, "page.html").text == text


@pytest.mark.parametrize(
    "body",
    ["", "<script>alert(1)</script>", "<!-- words -->", "<div>" * 2100 + FIRST],
    ids=["nothing", "a script", "a comment", "too deep"],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(IntakeError, match=r"^page\.html is a web page in which no article can be found"):
        from_html(page(body, ""), "page.html")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(IntakeError, match=r"picture\.html is not a text file"):
        from_html(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "picture.html")


def test_what_is_left_out_is_told_in_its_place() -> None:
    whole = from_html(WHOLE, "page.html").whole.split("\n\n")
    assert whole[:4] == ["The Paper", "World", "Sport", "River bridge closed"]
    assert whole[-3:-1] == ["Most read", "Council votes on tax"]
    assert "track" not in " ".join(whole)
