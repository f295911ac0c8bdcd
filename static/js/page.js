"use strict";

// What every page does after htmx has swapped something in: move the focus to where the person has to look.
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.requestConfig?.elt.id === "pulse") {
    return;
  }
  const summary = document.querySelector(".error-summary:not([data-shown])");
  if (summary) {
    summary.dataset.shown = "";
    summary.focus();
    return;
  }
  const asked = document.querySelector("[data-focus-after-swap=now]:not([data-shown])");
  if (asked && !asked.closest("form").parentElement.querySelector(".error-summary")) {
    asked.dataset.shown = "";
    asked.focus();
    if (asked.matches("textarea, input[type=text]")) {
      asked.setSelectionRange(asked.value.length, asked.value.length); // one goes on from where the words end
    }
  } else if (document.activeElement === document.body) {
    detail.elt.querySelector?.("[data-focus-after-swap]")?.focus({ preventScroll: true });
  }
});

// The token of the cookie, not that of the page: logging in again in another tab makes a new one.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
  if (detail.verb === "post" && token) {
    detail.headers["X-CSRFToken"] = token[1];
    detail.parameters.delete("csrfmiddlewaretoken");
  }
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const { status, responseText } = detail.xhr;
  if (status === 401) {
    say("You have been logged out. Log in again in another tab, then send this once more: what you wrote is still here.");
  } else if (status >= 400 && /^\s*<!doctype/i.test(responseText)) {
    detail.shouldSwap = false;
    say("The desk refused this, and nothing was saved. Load the page again; what you wrote is still here.");
  }
});

document.addEventListener("htmx:sendError", ({ detail }) => {
  if (detail.elt.id === "pulse") {
    return;
  }
  say("The desk cannot be reached. What you wrote is still here; try again in a moment.");
});

document.addEventListener("htmx:responseError", (event) => {
  const { status } = event.detail.xhr;
  if (status !== 401 && event.detail.elt.id !== "pulse") {
    say(status === 404 ? "This is no longer here, or not yours to see." : "Something went wrong, and nothing was saved. Try again.");
  }
});

function say(sentence) {
  const line = document.createElement("p");
  line.className = "trouble";
  line.textContent = sentence;
  document.getElementById("live").replaceChildren(line);
}
