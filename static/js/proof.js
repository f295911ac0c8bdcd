"use strict";

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

function showChosen(instant) {
  const behavior = instant || matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  for (const element of document.querySelectorAll(".row a[aria-current], .tag[aria-current]")) {
    element.scrollIntoView({ block: "nearest", behavior });
  }
}

// What is being written is kept in this tab until the desk has it: moving to another claim and back loses nothing.
const kept = (form) => `kept-${form.dataset.keep}`;

function keep(form) {
  const entries = [...new FormData(form)].filter(([name]) => !["csrfmiddlewaretoken", "seen", "key", "page"].includes(name));
  sessionStorage.setItem(kept(form), JSON.stringify(entries));
}

function restore() {
  for (const form of document.querySelectorAll("form[data-keep]:not([data-restored])")) {
    form.dataset.restored = "";
    const entries = JSON.parse(sessionStorage.getItem(kept(form)) ?? "[]");
    for (const [name, value] of entries) {
      form.elements[name].value = value;
    }
    const drawer = form.closest("details");
    if (drawer && entries.length) {
      drawer.open = true;
    }
  }
}

document.addEventListener("input", ({ target }) => {
  if (target.form?.matches("[data-keep]")) {
    keep(target.form);
  }
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const form = detail.requestConfig.elt;
  if (form.matches("[data-keep]") && detail.xhr.status < 300) {
    sessionStorage.removeItem(kept(form));
  }
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  markChosen();
  restore();
  if (detail.target?.id === "card" || detail.elt?.id === "card") {
    showChosen(false);
    const card = document.getElementById("card");
    if (card.getBoundingClientRect().top > innerHeight) {
      card.scrollIntoView();
    }
  }
});

restore();
showChosen(true);
