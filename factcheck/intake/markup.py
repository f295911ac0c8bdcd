"""The words of a tree of tags."""

from collections.abc import Iterator
from typing import Any

BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "button",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *(
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "label",
        ),
        *("legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "td", "th", "tr"),
        "ul",
    }
)
UNREAD = frozenset({"head", "iframe", "noscript", "object", "script", "style", "svg", "template"})


def paragraphs(tree: Any) -> Iterator[str]:
    """The words between the tags, parted where a block begins or ends; without those that no browser shows."""
    from lxml.etree import iterwalk  # noqa: PLC0415 - for those who hand in a file with tags

    words: list[str] = []
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag in BLOCKS:
            if "".join(words).strip():
                yield "".join(words)
            words = []
        if event == "end":
            words.append(element.tail or "")
        elif element.tag in UNREAD:
            walk.skip_subtree()
        else:
            words.append("\n" if element.tag == "br" else element.text or "")
    if "".join(words).strip():
        yield "".join(words)
