"use strict";

// What is being written is kept in this tab until the desk has it: moving to another claim and back loses nothing.
const kept = (form) => `kept-${form.dataset.keep}`;

function keep(form) {
  const words = ([name, value]) => typeof value === "string" && !["csrfmiddlewaretoken", "seen", "key", "page"].includes(name);
  const entries = [...new FormData(form)].filter(words);
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

document.addEventListener("htmx:afterSettle", restore);
restore();

// An upload leads away from its form; only the log-in page comes between, and is without this script.
if (!document.querySelector("form[data-keep='new-article']")) {
  sessionStorage.removeItem("kept-new-article");
}
