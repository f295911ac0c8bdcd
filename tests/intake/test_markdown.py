from factcheck import intake

ARTICLE = b"""# A *headline*

The first paragraph
goes on, with a [link](https://example.org/page) and `code`.

![A burning warehouse](fire.jpg)

- one point
- another **point**

> A quotation.

| a | b |
|---|---|
| 1 | 2 |

```
as written
```

<script>alert(1)</script>
"""


def test_markdown_gives_the_words_a_reader_sees_block_by_block() -> None:
    assert intake.read("story.md", ARTICLE).text.split("\n\n") == [
        "A headline",
        "The first paragraph goes on, with a link and code.",
        "A burning warehouse",
        "one point",
        "another point",
        "A quotation.",
        "a",
        "b",
        "1",
        "2",
        "as written",
    ]


def test_a_hard_line_break_stays_a_line_break() -> None:
    assert intake.read("story.md", b"one\\\ntwo").text == "one\ntwo"


def test_the_heading_is_the_title() -> None:
    assert intake.read("STORY.MARKDOWN", ARTICLE).title == "A headline"


def test_its_marks_are_told_as_left_out() -> None:
    assert intake.read("story.md", b"# A *headline*").whole == "# A *headline*"
    assert intake.read("story.md", b"No marks.").whole == ""


def test_each_point_of_a_list_and_each_row_of_a_table_is_written_apart() -> None:
    whole = intake.read("story.md", b"- one\n- two\n\n| a |\n|---|\n| b |\n\n<hr>\n").whole
    assert whole.split("\n\n") == ["- one", "- two", "| a |", "|---|", "| b |", "<hr>"]
