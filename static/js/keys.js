"use strict";

// A key works where it is printed: whatever carries data-key="x" is clicked, opened or focused when x is pressed.
const STORE = "keys-off";
const TYPING = "input:not([type=radio], [type=checkbox], [type=submit]), textarea, select, [contenteditable=true]";

function off() {
  return localStorage.getItem(STORE) === "yes";
}

function reflect() {
  document.documentElement.classList.toggle("keys-off", off());
  const box = document.querySelector("[data-keys-toggle]");
  if (box) {
    box.checked = !off();
    box.closest("[hidden]")?.removeAttribute("hidden");
  }
}

function visible(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

function press(element) {
  if (element.matches("summary")) {
    element.parentElement.open = true;
    element.parentElement.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  } else if (element.matches("textarea")) {
    element.focus();
  } else if (element.matches("label")) {
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

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send();
    return;
  }
  if (off() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.matches(TYPING)) {
    return;
  }
  const wanted = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find(visible);
  if (wanted) {
    event.preventDefault();
    press(wanted);
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-keys-toggle]")) {
    localStorage.setItem(STORE, event.target.checked ? "no" : "yes");
    reflect();
  }
});

document.addEventListener("htmx:afterSettle", reflect);
reflect();
