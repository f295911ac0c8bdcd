"use strict";

// Files dropped anywhere on the page are uploaded through its form; without this script the form's own page does it.
const form = document.querySelector("form[data-drop]");

if (form) {
  document.querySelector(".drop-hint")?.removeAttribute("hidden");
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");

  document.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      form.hidden = false;
    }
  });

  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      form.hidden = true;
    }
  });

  document.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) {
      return;
    }
    event.preventDefault();
    form.elements.file.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
