"use strict";

// A key works where it is printed: whatever carries data-key="x" is clicked, opened or focused when x is pressed. The
// server prints the person's own keys, and none where they are turned off.
const TYPING = "input:not([type=radio], [type=checkbox], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false])";

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
  if (event.defaultPrevented || !isSingle(event) || event.target.matches(TYPING) || document.querySelector("dialog[open]")) {
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
