"use strict";

// What every page does after htmx has swapped something in: move the focus to where the person has to look.
document.addEventListener("htmx:afterSettle", () => {
  const summary = document.querySelector(".error-summary:not([data-shown])");
  if (summary) {
    summary.dataset.shown = "";
    summary.focus();
    return;
  }
  if (document.activeElement === document.body) {
    document.querySelector("[data-focus-after-swap]")?.focus({ preventScroll: true });
  }
});

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 401) {
    say("You have been logged out. Log in again in another tab, then send this once more: what you wrote is still here.");
  }
});

document.addEventListener("htmx:sendError", () => {
  say("The desk cannot be reached. What you wrote is still here; try again in a moment.");
});

document.addEventListener("htmx:responseError", (event) => {
  const { status } = event.detail.xhr;
  if (status !== 401) {
    say(status === 404 ? "This is no longer here, or not yours to see." : "Something went wrong, and nothing was saved. Try again.");
  }
});

function say(sentence) {
  const line = document.createElement("p");
  line.textContent = sentence;
  document.getElementById("live").replaceChildren(line);
}
