"use strict";

// A key works where it is printed: whatever carries data-key="x" is clicked, opened or focused when x is pressed. The
// server prints the person's own keys, and none where they are turned off.
const TYPING = "input:not([type=radio], [type=checkbox], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false])";

// While a fresh card is on its way the single keys rest: what is pressed next is meant for what comes.
const coming = new Set();

document.addEventListener("htmx:beforeRequest", ({ detail }) => detail.target?.id === "card" && coming.add(detail.xhr));
document.addEventListener("htmx:afterRequest", ({ detail }) => coming.delete(detail.xhr));

function isSingle(event) {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const shiftedLetter = event.shiftKey && /^\p{L}$/u.test(event.key);
  return event.key.length === 1 && !modified && !shiftedLetter;
}

function visible(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

function press(element) {
  if (element.matches("summary")) {
    element.parentElement.open = true;
    element.parentElement.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  } else if (element.matches("input, textarea")) {
    element.focus();
  } else if (element.matches("label")) {
    element.closest(".part")?.scrollIntoView(); // who answers wants to see what else can be answered
    element.control.focus();
    element.control.click();
  } else {
    element.click();
  }
}

function send() {
  const here = document.activeElement.closest("form[data-ctrl-enter]");
  (here ?? document.querySelector("form[data-ctrl-enter='first']"))?.requestSubmit();
}

// One step back: out of what a key has opened, or out of the field, so that the single keys work again.
function stepBack() {
  const here = document.activeElement;
  const drawer = here.closest("details.drawer[open]");
  const cancel = here.closest("form")?.querySelector("[data-cancel]");
  if (drawer) {
    drawer.open = false;
    drawer.querySelector("summary").focus();
  } else if (cancel) {
    cancel.click();
  } else if (here.closest("#card") && here.matches("input, textarea, select")) {
    document.querySelector("[data-focus-after-swap]").focus({ preventScroll: true });
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing && !document.querySelector("dialog[open], :popover-open")) {
    stepBack();
    return;
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send();
    return;
  }
  if (event.defaultPrevented || coming.size > 0 || !isSingle(event) || event.target.matches(TYPING) || document.querySelector("dialog[open]")) {
    return;
  }
  const key = CSS.escape(event.key.toLowerCase());
  const wanted = [...document.querySelectorAll(`[data-key="${key}"]`)].find(visible);
  if (wanted) {
    event.preventDefault();
    press(wanted);
  }
});

// What leads to a page of its own opens as a dialog where that is part of this page.
document.addEventListener("click", (event) => {
  const dialog = document.getElementById(event.target.closest("[data-opens]")?.dataset.opens);
  if (dialog && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    dialog.showModal();
  }
});
