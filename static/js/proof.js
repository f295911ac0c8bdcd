"use strict";

const BESIDE = matchMedia("(min-width: 48rem)"); // as in proof.css: the card stands beside the text

// The list, the text and the card move together: what is on the card is marked in the other two.
function markChosen() {
  const card = document.getElementById("card");
  if (!card) {
    return;
  }
  const number = card.dataset.claimNumber;
  for (const element of document.querySelectorAll("[data-claim]")) {
    if (element.dataset.claim === number) {
      element.setAttribute("aria-current", "true");
    } else {
      element.removeAttribute("aria-current");
    }
  }
}

// Where the card stands beside the text, the text follows it; where it stands below, the card is gone to.
function showChosen(behavior) {
  const card = document.getElementById("card");
  const row = document.querySelector(".row a[aria-current]");
  if (row) {
    const list = row.closest(".rows");
    const { top, bottom } = row.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    const more = Math.min(bottom - top, frame.height / 4); // its neighbours are seen too
    list.scrollTop += Math.min(0, top - more - frame.top) + Math.max(0, bottom + more - frame.bottom);
  }
  if (card.querySelector(".error-summary")) {
    card.querySelector(".error-summary").scrollIntoView({ block: "nearest" });
  } else if (BESIDE.matches) {
    document.querySelector(".tag[aria-current]")?.scrollIntoView({ block: "nearest", behavior });
  } else if (behavior === "smooth" && card.getBoundingClientRect().top > innerHeight) {
    card.scrollIntoView();
  }
}

// The next and the previous claim are those that the list shows.
function neighbour(step) {
  const rows = [...document.querySelectorAll(".row a")].filter((row) => row.checkVisibility());
  const here = rows.findIndex((row) => row.hasAttribute("aria-current"));
  return here < 0 ? null : rows[here + step];
}

document.addEventListener("click", (event) => {
  const step = event.target.closest("[data-step]");
  const row = step && document.querySelector(".filter :checked:not([value='all'])") && neighbour(Number(step.dataset.step));
  if (row) {
    event.preventDefault();
    event.stopPropagation();
    row.click();
  }
}, true);

// What the list shows is named in the address, so that a reload, a link and another claim keep it.
function nameFilter() {
  const shown = document.querySelector(".filter :checked")?.value;
  const url = new URL(location.href);
  if (shown && shown !== (url.searchParams.get("show") ?? "all")) {
    url.searchParams.set("show", shown);
    if (shown === "all") {
      url.searchParams.delete("show");
    }
    history.replaceState(history.state, "", url);
  }
}

document.addEventListener("change", ({ target }) => target.closest(".filter") && nameFilter());
document.addEventListener("htmx:pushedIntoHistory", nameFilter);

// All parts of a claim, in the text and in the list, are marked together while one of them is pointed at or has the focus.
function markTogether({ target }) {
  const place = target.closest?.(".hit, .tag, .row a");
  const number = place?.dataset.goes ?? place?.dataset.claim;
  for (const part of document.querySelectorAll("[data-claim].together")) {
    part.classList.toggle("together", part.dataset.claim === number);
  }
  for (const part of number ? document.querySelectorAll(`[data-claim="${number}"]`) : []) {
    part.classList.add("together");
  }
}

document.addEventListener("pointerover", markTogether);
document.addEventListener("focusin", markTogether);

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  markChosen();
  if (detail.requestConfig?.elt.matches("[data-fresh]")) {
    return;
  }
  if (document.getElementById("card") && (detail.target?.id === "card" || detail.elt?.id === "card")) {
    showChosen(matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");
  }
});

if (document.getElementById("card")) {
  showChosen("instant");
}
