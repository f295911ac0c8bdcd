"use strict";

// Words of the text become a claim: selected with the mouse or a caret, or chosen line by line and word by word with the
// arrow keys. Each line has a plain link to the same form, and the form takes the words as they are typed, too.
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const box = document.createElement("div");
let choosing = null; // {line, words, first, last} while words are chosen with the keys; words are [start, end) pairs

box.className = "choosing panel small";
box.hidden = true;
box.innerHTML = '<button type="button" class="button primary">Add claim</button><span class="how"></span><span class="visually-hidden" role="status"></span>';
document.body.append(box);
const [button, how, status] = box.children;

// The words of a line as the server has them: without the numbers of claims and the remarks.
function nodesOf(line) {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".words :is(.plain, .hit)") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  const nodes = [];
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
  }
  return nodes;
}

// How many UTF-16 units of the line's words lie before a place in the document.
function unitsBefore(line, container, offset) {
  const place = document.createRange();
  place.setStart(container, offset);
  return nodesOf(line).reduce((units, node) => {
    if (node === container) {
      return units + offset;
    }
    return units + (place.comparePoint(node, 0) < 0 ? node.length : 0);
  }, 0);
}

function placeOf(line, units) {
  const nodes = nodesOf(line);
  for (const node of nodes) {
    if (units <= node.length) {
      return [node, units];
    }
    units -= node.length;
  }
  const last = nodes.at(-1);
  return [last, last.length];
}

function selected() {
  const selection = getSelection();
  const text = document.getElementById("text");
  if (!text || selection.isCollapsed || selection.rangeCount === 0 || selection.toString().trim() === "") {
    return null;
  }
  const range = selection.getRangeAt(0);
  const lines = [...text.querySelectorAll(".line")].filter((line) => nodesOf(line).some((node) => range.intersectsNode(node)));
  return lines.length > 0 && text.contains(range.commonAncestorContainer) ? { range, lines } : null;
}

function address({ range, lines }) {
  const [first, last] = [lines[0], lines.at(-1)];
  const url = new URL(document.querySelector("[data-choose]").href);
  url.searchParams.set("line", first.id.slice("line-".length));
  url.searchParams.set("from", first.contains(range.startContainer) ? unitsBefore(first, range.startContainer, range.startOffset) : 0);
  url.searchParams.set("to", last.id.slice("line-".length));
  if (last.contains(range.endContainer)) {
    url.searchParams.set("until", unitsBefore(last, range.endContainer, range.endOffset));
  }
  return url.pathname + url.search;
}

function add() {
  const chosen = selected();
  if (chosen) {
    const url = address(chosen);
    leave();
    document.activeElement.blur(); // so that the form is given the focus
    if (document.getElementById("card")) {
      htmx.ajax("GET", url, { target: "#card", swap: "outerHTML" });
    } else {
      location.assign(url);
    }
  }
}

function show() {
  const chosen = selected();
  box.hidden = !chosen;
  if (chosen) {
    const { bottom, left } = chosen.range.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    box.style.top = `${Math.max(8, Math.min(bottom + 8, innerHeight - height - 8))}px`;
    box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  }
}

// Choosing with the keys.
function wordsOf(line) {
  const text = nodesOf(line).map((node) => node.data).join("");
  const segments = [...new Intl.Segmenter(document.documentElement.lang, { granularity: "word" }).segment(text)];
  return segments.filter((one) => one.isWordLike).map((one) => [one.index, one.index + one.segment.length]);
}

function begin(line) {
  const words = line ? wordsOf(line) : [];
  if (words.length > 0) {
    choosing = { line, words, first: 0, last: words.length - 1 };
    document.getElementById("text").focus({ preventScroll: true });
    mark();
  }
}

function mark() {
  const { line, words, first, last } = choosing;
  getSelection().setBaseAndExtent(...placeOf(line, words[first][0]), ...placeOf(line, words[last][1]));
  line.scrollIntoView({ block: "nearest" });
  how.textContent = "↑ ↓ line · ← → where it begins · Shift ← → where it ends · Enter · Esc";
  status.textContent = `Chosen: ${getSelection()}. Arrow keys change it, Enter adds it, Escape leaves.`;
  show();
}

function step(key, shift) {
  const [lines, words] = ARROWS[key];
  if (lines) {
    const all = [...document.querySelectorAll("#text .line")].filter((line) => wordsOf(line).length > 0);
    begin(all[all.indexOf(choosing.line) + lines] ?? choosing.line);
    return;
  }
  const end = shift ? "last" : "first";
  const place = choosing[end] + words;
  choosing[end] = shift ? Math.min(Math.max(place, choosing.first), choosing.words.length - 1) : Math.min(Math.max(place, 0), choosing.last);
  mark();
}

function leave() {
  choosing = null;
  how.textContent = "";
  status.textContent = "";
  getSelection().removeAllRanges();
  box.hidden = true;
}

// In its capture phase, before the single keys of the page.
document.addEventListener("keydown", (event) => {
  if (!choosing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key in ARROWS) {
    step(event.key, event.shiftKey);
  } else if (event.key === "Enter" && event.target !== button) {
    add();
  } else if (event.key === "Escape") {
    leave();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}, true);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-choose]") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    event.stopPropagation();
    if (selected()) {
      add();
    } else {
      begin(document.querySelector("#text .line:has(.hl[aria-current])") ?? document.querySelector("#text .line:has(.words)"));
    }
  }
}, true);

button.addEventListener("mousedown", (event) => event.preventDefault());
button.addEventListener("click", add);
document.addEventListener("selectionchange", () => {
  clearTimeout(show.later);
  show.later = setTimeout(show, 150);
});
document.addEventListener("pointerdown", (event) => {
  if (choosing && !box.contains(event.target)) {
    leave();
  }
});
addEventListener("scroll", () => box.hidden || show(), { passive: true, capture: true });

// The plain links of the lines stay out of the way of the Tab key, where the keys and the button do their work.
function quieten() {
  for (const link of document.querySelectorAll("#text .add:not([tabindex])")) {
    link.tabIndex = -1;
  }
}
document.addEventListener("htmx:afterSettle", quieten);
quieten();
