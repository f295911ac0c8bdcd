// What is typed into a form[data-keep] is kept on the server within a second; what the server does not have yet is in
// this tab's storage too, so that a server or a network that is away loses nothing. The address names form and person.
const WAIT = 800;
const AGAIN = 3000;
const PATIENCE = 1500;
const NOT_WORDS = ["csrfmiddlewaretoken", "page", "kept", "held"];
const MOST_ON_LEAVING = 60000; // what a browser still sends for a page that is gone

// address → {entries, dirty, sending, timer, line, failed}: what was typed, also after its form has left the page
const typed = new Map();
const stored = (address) => `kept ${address}`;
const formOf = (address) => document.querySelector(`form[data-keep="${CSS.escape(address)}"]`);

function entriesOf(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NOT_WORDS.includes(name));
}

function isBlank(form) {
  const words = form.querySelectorAll("textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=date])");
  return [...words].every((field) => field.value.trim() === "") && !form.querySelector("[type=radio]:checked");
}

function tell(address, sentence) {
  const line = formOf(address)?.querySelector("[data-kept]");
  if (line) {
    line.textContent = sentence;
    line.classList.toggle("trouble", typed.get(address)?.failed ?? false);
  }
}

function note(form) {
  const address = form.dataset.keep;
  const words = typed.get(address) ?? {};
  typed.set(address, words);
  words.entries = isBlank(form) ? [["discard", "yes"]] : entriesOf(form);
  words.dirty = true;
  sessionStorage.setItem(stored(address), JSON.stringify(words.entries));
  words.timer ??= setTimeout(send, WAIT, address);
}

// Resolves when the server has answered, or has not; never rejects.
async function send(address) {
  const words = typed.get(address);
  if (!words) {
    return;
  }
  clearTimeout(words.timer);
  words.timer = null;
  if (words.sending) {
    await words.sending;
  }
  if (words.dirty) {
    words.dirty = false;
    words.sending = post(address, words.entries).then((answer) => settle(address, words, answer));
    await words.sending;
    words.sending = null;
  }
}

async function post(address, entries, keepalive = false) {
  const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(entries),
      headers: { Accept: "application/json", "X-CSRFToken": token },
      keepalive,
    });
    if (answer.ok || [409, 422].includes(answer.status)) {
      return { kept: answer.ok, told: (await answer.json()).told };
    }
    const out = [401, 403].includes(answer.status);
    return { again: true, told: out ? "you are logged out" : "the desk does not answer" };
  } catch {
    return { again: true, told: navigator.onLine ? "the desk cannot be reached" : "offline" };
  }
}

function settle(address, words, { kept, told, again }) {
  if (typed.get(address) !== words) {
    return;
  }
  words.failed = !kept;
  if (kept && !words.dirty) {
    sessionStorage.removeItem(stored(address));
  }
  if (again) {
    words.dirty = true;
    words.timer ??= setTimeout(send, AGAIN, address);
  }
  tell(address, again ? `Not kept: ${told}, still in this tab` : told);
}

function forget(address) {
  clearTimeout(typed.get(address)?.timer);
  typed.delete(address);
  sessionStorage.removeItem(stored(address));
}

function fill(form, entries) {
  for (const [name, value] of entries) {
    if (form.elements[name] && !["seen", "key", "preview"].includes(name)) {
      form.elements[name].value = value;
    }
  }
  const drawer = form.closest("details");
  if (drawer) {
    drawer.open = true;
  }
}

function restore() {
  for (const form of document.querySelectorAll("form[data-keep]:not([data-restored])")) {
    form.dataset.restored = "";
    const entries = sessionStorage.getItem(stored(form.dataset.keep));
    if (entries) {
      fill(form, JSON.parse(entries));
      note(form);
    }
  }
}

function sendAll() {
  return Promise.all([...typed].filter(([, words]) => words.dirty || words.sending).map(([address]) => send(address)));
}

document.addEventListener("input", ({ target }) => {
  if (target.form?.matches("[data-keep]")) {
    note(target.form);
  }
});

// A form that does its work has nothing left to keep; whatever else changes the page waits until the server has it all.
document.addEventListener("htmx:confirm", (event) => {
  const form = event.detail.elt;
  if (form.id === "pulse" || ![...typed.values()].some((words) => words.dirty || words.sending)) {
    return;
  }
  event.preventDefault();
  const own = typed.get(form.dataset.keep);
  if (own) {
    own.dirty = false;
    clearTimeout(own.timer);
    own.timer = null;
  }
  const patience = new Promise((done) => setTimeout(done, PATIENCE));
  Promise.race([sendAll(), patience]).then(() => event.detail.issueRequest(true));
});

// Done: nothing more to keep. Refused by the desk: it has kept what was sent.
function isAnswered({ requestConfig, xhr }) {
  const { status } = xhr;
  return requestConfig.elt.matches("form[data-keep]") && ((status >= 200 && status < 400) || [409, 422].includes(status));
}

// Before the fresh form comes, which would be given the words again.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (isAnswered(detail)) {
    forget(detail.requestConfig.elt.dataset.keep);
  }
});

// Where another page follows, no form comes. What is not answered is kept from here.
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.requestConfig.elt;
  if (isAnswered(detail)) {
    forget(form.dataset.keep);
  } else if (form.matches("form[data-keep]") && !isBlank(form)) {
    note(form);
  }
});

// No server can put a chosen file back into a page: it goes over from the refused form into the fresh one, unless it was
// the file that was refused.
let chosen = [];

const filesOf = (form) => [...form.querySelectorAll("[type=file]")];

document.addEventListener("htmx:beforeSwap", ({ detail: { requestConfig, xhr } }) => {
  const form = requestConfig.elt;
  chosen = form.matches("form[data-keep]") && xhr.status >= 400 ? filesOf(form).map(({ id, files }) => ({ id, files })) : [];
});

document.addEventListener("htmx:afterSettle", () => {
  for (const { id, files } of chosen) {
    const field = document.getElementById(id);
    if (field && field.files.length === 0 && !field.hasAttribute("aria-invalid")) {
      field.files = files;
    }
  }
  chosen = [];
});

// Without htmx the page that follows tells whether the form did its work: only the log-in page, or the form, comes between.
document.addEventListener("submit", ({ target }) => {
  if (target.matches("form[data-keep]:not([hx-post])")) {
    const words = typed.get(target.dataset.keep);
    clearTimeout(words?.timer);
    typed.delete(target.dataset.keep);
    sessionStorage.setItem("sent", target.dataset.keep);
  }
});

function lookBack() {
  const address = sessionStorage.getItem("sent");
  if (address && document.querySelector("header form.person")) {
    sessionStorage.removeItem("sent");
    if (!formOf(address)) {
      sessionStorage.removeItem(stored(address));
    }
  }
}

addEventListener("pagehide", () => {
  for (const [address, words] of typed) {
    if (words.dirty) {
      post(address, words.entries, true);
    }
  }
});

addEventListener("beforeunload", (event) => {
  const size = ({ entries }) => new URLSearchParams(entries).toString().length;
  if ([...typed.values()].some((words) => words.dirty && (words.failed || size(words) > MOST_ON_LEAVING))) {
    event.preventDefault();
  }
});

// On leaving the tab, and on coming back to it: perhaps from the log-in page.
document.addEventListener("visibilitychange", sendAll);
addEventListener("online", sendAll);
document.addEventListener("htmx:afterSettle", restore);
lookBack();
restore();
