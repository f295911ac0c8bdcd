"""What stands on a web page around an article: buttons, headings of link lists, and sentences for the visitor."""

import re


def _line(pattern: str) -> re.Pattern[str]:
    """The pattern as the whole of a line, whatever marks surround it."""
    return re.compile(rf"\W*(?:{pattern})\W*$", re.IGNORECASE)


BUTTON = _line(
    r"share|tweet|pin(?: it)?|e-?mail|print|save|like|follow|subscribe|sign (?:in|up)|log ?(?:in|out)|register|"
    r"search|menu|home|close|copy|pocket|flipboard|"
    r"skip(?: to (?:the )?(?:main )?content)?|next|previous|back(?: to top)?|loading|advertisements?|ad|"
    r"sponsored(?: content)?|promoted|"
    r"comments?|\d+ (?:comments?|shares?)|reply|report|download|play|pause|watch(?: now| live)?|live|more|"
    r"read more|show more|"
    r"load more|see more|learn more|view (?:all|more|gallery)|continue reading|"
    r"story continues(?: below(?: advertisement)?)?|"
    r"facebook|twitter|whatsapp|linkedin|pinterest|reddit|instagram|youtube|telegram|copy link|listen|updated|"
    r"trending|most (?:read|popular|viewed)|top stories|related(?: (?:stories|articles|topics|content|"
    r"news))?|editors?['’] picks?|"
    r"you (?:may|might) (?:also )?like|recommended(?: for you)?|newsletter|terms(?: of (?:use|service))?|"
    r"privacy(?: policy)?|"
    r"cookies?(?: policy)?|contact(?: us)?|about(?: us)?|sources?|references|external links|sister links|"
    r"see also|notes|remember me|keep me logged in|sharing is caring|forgot(?:ten)? (?:your )?password"
)
VISITOR = _line(
    r"(?:we|this (?:web)?site) uses? cookies\b.*|"
    r"by (?:signing up|subscribing|clicking|continuing|choosing|registering|using this (?:web)?site)\b.*\byou "
    r"(?:agree|consent|accept)\b.*|"
    r"your e-?mail address will not be published\b.*|save my name\b.*|"
    r"(?:enter|confirm) your (?:e-?mail|password|name)\b.*|"
    r"subscribe (?:now|today|for|from|and)\b.{0,80}|(?:already|not yet) a (?:subscriber|member)\b.{0,80}|"
    r"get .{0,80}\b(?:delivered|straight|sent) to your inbox\b.{0,80}|"
    r"join (?:our|the) (?:newsletter|mailing list|conversation|discussion)\b.{0,80}|"
    r"leave a (?:reply|comment)\b.{0,40}|filed (?:under|to|in)\b.{0,120}|tags?:.{0,160}|"
    r"(?:this|some) (?:post|article|page|links?)\b.{0,40}\baffiliate\b.*|we (?:may|might) earn\b.{0,40}\bcommission\b.*"
)
TURNING = _line(
    r"(?:\d+ )?(?:comments?|replies|responses?)|leave a (?:comment|reply)|post a comment|"
    r"join the (?:conversation|discussion)|"
    r"(?:related|recommended|trending|popular|promoted|sponsored)\b.{0,30}|"
    r"more (?:from|in|on|like|news|stories)\b.{0,40}|"
    r"most (?:read|popular|viewed|shared|recent)|(?:latest|top|other|recent) (?:news|stories|headlines|videos|posts)|"
    r"you (?:may|might) (?:also )?like|(?:read|up|what to read) next|read also|about (?:us|the authors?)|"
    r"tags?|topics|categories|featured|filed (?:under|to)\b.{0,80}|around the web|don['’]?t miss|editors?['’]? picks?|"
    r"sign up\b.{0,60}|newsletters?|subscribe\b.{0,40}|see (?:all|more|also)\b.{0,30}|share (?:this|on)\b.{0,30}|"
    r"copyright\b.*|©.*"
)
COMMENTS = _line(r"(?:\d+|one|leave a) (?:thoughts?|comments?|responses?|repl(?:y|ies)) (?:on|to)\W+[“\"‘'].+")
TALK = re.compile(
    r"\b(?:cookies?|newsletters?|privacy (?:policy|notice)|terms (?:of|and)|subscri(?:be|ber|bing|ption)s?|"
    r"sign(?:ing)? (?:up|in)|log ?in|logged in|your (?:e-?mail|inbox|account|browser|name|comment)|e-?mail address|"
    r"all rights reserved|copyright|registered trademark|trademarks? of|affiliate|sponsored|advertis\w+|ad ?block\w*|"
    r"click here|follow us|download (?:the|our)|our (?:app|site|website|newsletter)|this (?:site|website|post)|"
    r"leave a (?:comment|reply)|comments? (?:are|is|section|policy)|javascript|required fields|powered by|"
    r"user agreement)\b|©",
    re.IGNORECASE,
)


def is_button(line: str) -> bool:
    """Whether the line is the label of a button or a heading of links, and nothing else."""
    return bool(BUTTON.match(line))


def turns_away(line: str) -> bool:
    """Whether what follows the line is no longer the article: comments, other stories, the page's foot."""
    return bool(TURNING.match(line))


def opens_comments(line: str) -> bool:
    """Whether the line heads what readers wrote: “3 thoughts on “The harbour””; nothing behind it is the article."""
    return bool(COMMENTS.match(line))


def talks_of_the_page(line: str) -> bool:
    """Whether words of web pages stand in the line, as they may in an article too."""
    return bool(TALK.search(line))
