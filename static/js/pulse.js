// Every few seconds, while somebody looks at it, the page asks what is new: who is here, what colleagues changed.
const EVERY = 2400;
const JITTER = 200; // more or less, so that pages do not fall into step
const PATIENCE = [ // who has not touched the page for so long is told later
  { idle: 300_000, times: 4 },
  { idle: 60_000, times: 2 },
];
let over = false;
let held = null;
let timer = 0;
let touchedAt = performance.now();

function wait() {
  const idle = performance.now() - touchedAt;
  const times = PATIENCE.find((step) => idle >= step.idle)?.times ?? 1;
  return times * (EVERY + JITTER * (2 * Math.random() - 1));
}

function ask() {
  const pulse = document.getElementById("pulse");
  clearTimeout(timer);
  timer = setTimeout(ask, wait());
  if (pulse && !over && document.visibilityState === "visible") {
    htmx.trigger(pulse, "pulse");
  }
}

// Whoever comes back to the page is told at once.
function touch() {
  const idle = performance.now() - touchedAt;
  touchedAt = performance.now();
  if (idle >= PATIENCE.at(-1).idle) {
    ask();
  }
}

// Who is on which claim, beside the claim in the list and on the card.
function place() {
  for (const mark of document.querySelectorAll(".on-it")) {
    mark.textContent = "";
  }
  for (const { dataset } of document.querySelectorAll("#here [data-on]")) {
    for (const mark of document.querySelectorAll(`.on-it[data-of="${dataset.on}"]`)) {
      mark.textContent += `${mark.textContent && " "}${dataset.who} is on ${mark.closest(".row") ? "it" : "this claim"}.`;
    }
  }
}

function touched(field) {
  if (field.matches("[type=radio], [type=checkbox]")) {
    return field.checked !== field.defaultChecked;
  }
  return field.matches("select") ? false : field.value !== field.defaultValue;
}

// Nothing is typed in it, nothing in it is open or has the focus: the card may be drawn again by itself.
function isIdle(card) {
  const fields = [...card.querySelectorAll("input:not([type=hidden]), textarea, select")];
  return !card.querySelector(":focus:not(#card-title), details.drawer[open]") && !fields.some(touched);
}

// Whatever is drawn above it, the field that is being typed in stays where it is.
function hold() {
  const head = document.querySelector(".proof-head");
  const field = document.activeElement.closest("#card :is(input, textarea, select)");
  held = field && { field, top: field.getBoundingClientRect().top };
  if (head && held) {
    head.style.minBlockSize = `${head.getBoundingClientRect().height}px`;
  }
}

function release() {
  if (held?.field.isConnected) {
    const moved = held.field.getBoundingClientRect().top - held.top;
    const card = document.getElementById("card");
    (card.scrollHeight > card.clientHeight ? card : window).scrollBy(0, moved);
  }
}

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  place();
  const card = document.getElementById("card");
  const fresh = card?.querySelector("[data-fresh]");
  if (fresh && detail.elt !== card && isIdle(card)) {
    fresh.click();
  } else if (detail.elt === card) {
    ask();
  }
});

document.addEventListener("click", (event) => {
  event.target.closest(".row a")?.querySelector(".changed")?.remove();
});

// A session that has ended is told of once; whoever comes back to the page may have logged in again.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.requestConfig?.elt.id === "pulse") {
    over = [286, 401, 404].includes(detail.xhr.status);
    hold();
  }
});

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.requestConfig?.elt.id === "pulse") {
    release();
  }
});

document.addEventListener("visibilitychange", () => {
  over = false;
  touchedAt = performance.now();
  ask();
});

document.addEventListener("click", ({ target }) => {
  if (target.matches("[data-later]")) {
    target.closest(".card-news").replaceChildren();
  }
});

for (const name of ["pointermove", "pointerdown", "keydown", "wheel", "focus"]) {
  addEventListener(name, touch, { capture: true, passive: true });
}
addEventListener("load", ask);
place();
