// After an @, the colleagues that it may mean: a list under the text, gone through with the arrows, chosen with Enter.
const BEGUN = /(?<![\w@.+-])@([\w.+-]*)$/;

function listOf(field) {
  return document.getElementById(field.getAttribute("aria-controls"));
}

function begun(field) {
  return BEGUN.exec(field.value.slice(0, field.selectionStart))?.[1];
}

function suggest(field) {
  const list = listOf(field);
  const start = field === document.activeElement ? begun(field)?.toLowerCase() : undefined;
  for (const option of list.children) {
    option.hidden = start === undefined || !option.dataset.name.toLowerCase().startsWith(start);
  }
  list.hidden = [...list.children].every((option) => option.hidden);
  point(field, list.hidden ? null : [...list.children].find((option) => !option.hidden));
}

function point(field, option) {
  for (const other of listOf(field).children) {
    other.setAttribute("aria-selected", String(other === option));
  }
  if (option) {
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    field.removeAttribute("aria-activedescendant");
  }
}

function step(field, by) {
  const shown = [...listOf(field).children].filter((option) => !option.hidden);
  const here = shown.findIndex((option) => option.getAttribute("aria-selected") === "true");
  point(field, shown[(here + by + shown.length) % shown.length]);
}

function choose(field, option) {
  const from = field.selectionStart - begun(field).length;
  field.setRangeText(`${option.dataset.name} `, from, field.selectionStart, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function act(field, key) {
  const chosen = listOf(field).querySelector("[aria-selected='true']");
  const acts = {
    ArrowDown: () => step(field, 1),
    ArrowUp: () => step(field, -1),
    Enter: () => choose(field, chosen),
    Tab: () => choose(field, chosen),
    Escape: () => {
      listOf(field).hidden = true;
      point(field, null);
    },
  };
  acts[key]?.();
  return key in acts;
}

const isField = (element) => element.matches?.("textarea[data-mentions]");

document.addEventListener("input", ({ target }) => isField(target) && suggest(target));
document.addEventListener("click", ({ target }) => isField(target) && suggest(target));
document.addEventListener("focusout", ({ target }) => isField(target) && suggest(target));

document.addEventListener("keydown", (event) => {
  if (!isField(event.target) || listOf(event.target).hidden || event.ctrlKey || event.metaKey || event.isComposing) {
    return;
  }
  if (act(event.target, event.key)) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

document.addEventListener("mousedown", (event) => {
  const option = event.target.closest(".mention-list [role=option]");
  if (option) {
    event.preventDefault(); // the text keeps the focus
    choose(document.querySelector(`textarea[aria-controls="${option.parentElement.id}"]`), option);
  }
});
