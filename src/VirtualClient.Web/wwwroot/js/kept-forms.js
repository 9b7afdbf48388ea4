// @ts-check
// A form that was refused comes back as it was typed. The server says on the next page what was wrong; this tab remembers the words.

const key = "vc-refused-form";
const drafts = "vc-draft-form-";
const own = "[data-composer], [data-editor], [data-autosave], [data-theme-form], [data-rubric]";

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post" || form.matches(own)) return;
  if (form.querySelector("input[type=password], input[type=file]")) return;
  const fields = typed(form);
  if (Object.keys(fields).length === 0) return;
  try {
    sessionStorage.setItem(key, JSON.stringify({ action: form.getAttribute("action"), fields }));
  } catch {
    // Full or switched off: the form comes back as the server has it.
  }
});

const kept = read();
sessionStorage.removeItem(key);
if (kept && document.querySelector("#status-message[data-tone=bad]")) {
  const form = [...document.forms].find((one) => one.getAttribute("action") === kept.action && !one.matches(own));
  if (form) fill(form, kept.fields);
}

// A long form that is sent once keeps what was typed over a reload.
for (const form of document.querySelectorAll("form[data-draft]")) keepDraft(/** @type {HTMLFormElement} */ (form));

// A page with several forms: sending one would throw away what was changed in another.
for (const form of document.querySelectorAll("form[data-unsaved]")) guard(/** @type {HTMLFormElement} */ (form));

/** @param {HTMLFormElement} form */
function keepDraft(form) {
  const place = drafts + form.dataset.draft;
  try {
    const left = JSON.parse(localStorage.getItem(place) ?? "null");
    if (left) fill(form, left);
  } catch {
    localStorage.removeItem(place);
  }
  form.addEventListener("input", () => {
    try {
      localStorage.setItem(place, JSON.stringify(typed(form)));
    } catch {
      // Full or switched off.
    }
  });
  form.addEventListener("submit", () => localStorage.removeItem(place));
}

/** @param {HTMLFormElement} form */
function guard(form) {
  const before = JSON.stringify(typed(form));
  let sent = false;
  const dirty = () => !sent && JSON.stringify(typed(form)) !== before;
  document.addEventListener("submit", (event) => {
    if (event.target === form) sent = true;
    else if (dirty() && !confirm(form.dataset.unsaved)) event.preventDefault();
    else sent = true;
  }, true);
  addEventListener("beforeunload", (event) => {
    if (dirty()) event.preventDefault();
  });
}

/** @param {HTMLFormElement} form @returns {Record<string, string[]>} */
function typed(form) {
  /** @type {Record<string, string[]>} */
  const fields = {};
  for (const control of fieldsOf(form)) {
    fields[control.name] ??= [];
    if (!isChoice(control) || control.checked) fields[control.name].push(control.value);
  }
  return fields;
}

/** @param {HTMLFormElement} form @param {Record<string, string[]>} fields */
function fill(form, fields) {
  const taken = new Map();
  for (const control of fieldsOf(form)) {
    const values = fields[control.name];
    if (!values) continue;
    if (isChoice(control)) control.checked = values.includes(control.value);
    else {
      const place = taken.get(control.name) ?? 0;
      taken.set(control.name, place + 1);
      if (values[place] !== undefined) control.value = values[place];
    }
  }
  const folded = form.closest("details");
  if (folded) folded.open = true;
}

/** @param {HTMLFormElement} form @returns {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]} what a person fills in */
function fieldsOf(form) {
  return /** @type {any} */ ([...form.elements].filter(
    (control) =>
      (control instanceof HTMLInputElement && control.type !== "hidden" && control.type !== "submit" && control.type !== "button") ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement,
  )).filter((/** @type {any} */ control) => control.name);
}

/** @param {Element} control @returns {control is HTMLInputElement} */
function isChoice(control) {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
