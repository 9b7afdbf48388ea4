// @ts-check
// Saves the editor while it is typed. Without this file its buttons send the whole form and nothing is lost either.
import { showConflict } from "./conflict.js";
import { fieldsOf, fill } from "./fields.js";
import { refreshStrip, showNotes, showPrompts } from "./notes.js";

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-editor]"));
if (form) edit(form);

/** @param {HTMLFormElement} form */
function edit(form) {
  const id = form.dataset.editor ?? "";
  const key = `vc-client-${id}`;
  const version = /** @type {HTMLInputElement} */ (form.elements.namedItem("version"));
  const revision = /** @type {HTMLInputElement} */ (form.elements.namedItem("revision"));
  const token = /** @type {HTMLInputElement} */ (form.elements.namedItem("__RequestVerificationToken"));
  const state = /** @type {HTMLElement} */ (form.querySelector("[data-save-state]"));
  const detail = /** @type {HTMLElement} */ (form.querySelector("[data-save-detail]"));
  const conflict = /** @type {HTMLElement} */ (form.querySelector("[data-conflict]"));
  let saved = JSON.stringify(fieldsOf(form, true));
  /** @type {Promise<void> | null} */
  let saving = null;
  let overtaken = false;
  let leaving = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const dirty = () => JSON.stringify(fieldsOf(form)) !== saved;
  const say = (/** @type {string} */ words, /** @type {string} */ more) => {
    if (state.textContent !== words) state.textContent = words;
    detail.textContent = more;
  };

  // What was typed stays in this browser until the server has it.
  const keepHere = (sent = false) => {
    try {
      localStorage.setItem(key, JSON.stringify({ version: version.value, revision: revision.value, sent, fields: fieldsOf(form) }));
    } catch {
      // Full or switched off: the server's copy has to do.
    }
  };

  const later = (wait = 900) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  function save() {
    clearTimeout(timer);
    // A form that was sent carries the fields itself; a second save beside it would overtake the page that comes back.
    if (overtaken || leaving || !dirty()) return saving ?? Promise.resolve();
    saving ??= send().finally(() => {
      saving = null;
    });
    return saving;
  }

  async function send() {
    const fields = fieldsOf(form);
    const text = JSON.stringify(fields);
    try {
      const answer = await fetch(`/api/v1/clients/${id}/draft`, {
        method: "PUT",
        headers: { "content-type": "application/json", "x-antiforgery": token.value },
        body: JSON.stringify({ version: Number(version.value), revision: Number(revision.value), fields }),
      });
      const body = await answer.json();
      if (answer.ok) {
        saved = text;
        version.value = body.version;
        revision.value = body.revision;
        localStorage.removeItem(key);
        const time = new Date(body.savedAt).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
        say("Draft kept.", `${time}. Save to make it a version.`);
        showNotes(form, body.notes);
        showPrompts(body);
        if (dirty()) later();
        else refreshStrip();
      } else if (body.code === "stale") {
        overtaken = true;
        say("Changed elsewhere.", "Choose below what to keep.");
        showConflict(conflict, form, body, {
          mine() {
            overtaken = false;
            version.value = body.version;
            revision.value = body.revision;
            saved = "";
            save();
          },
          theirs() {
            leaving = true;
            localStorage.removeItem(key);
            location.reload();
          },
        });
      } else {
        say("Not kept yet.", body.detail ?? "");
        // What is refused stays refused until something else is typed; a busy or broken server may do better soon.
        if (answer.status === 429 || answer.status >= 500) later(4000);
        else if (JSON.stringify(fieldsOf(form)) !== text) later();
      }
    } catch {
      say("Not kept yet.", "There is no connection. It stays in this browser, and this page tries again.");
      later(4000);
    }
  }

  form.addEventListener("input", () => {
    keepHere();
    if (!overtaken) say("Unsaved changes.", "");
    later();
  });

  // A save on its way would overtake the form: the form goes after it.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (saving) {
      event.preventDefault();
      const button = /** @type {SubmitEvent} */ (event).submitter;
      saving.then(() => form.requestSubmit(button));
      return;
    }
    leaving = true;
    // Until a page comes back that is newer than what was sent, this is the only other copy.
    const button = /** @type {HTMLButtonElement | null} */ (/** @type {SubmitEvent} */ (event).submitter);
    if (button?.value === "discard") localStorage.removeItem(key);
    else keepHere(true);
  });

  addEventListener("beforeunload", (event) => {
    if (!leaving && dirty()) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });

  addEventListener("pageshow", () => {
    leaving = false;
  });

  bringBack();
  // Typed before this ran, or brought back by the browser itself.
  if (dirty()) later();

  /** What a page that was closed too early left in this browser. */
  function bringBack() {
    const left = read(key);
    if (!left) return;
    const arrived = left.sent && (left.version !== version.value || left.revision !== revision.value);
    if (arrived || JSON.stringify(left.fields) === saved) {
      localStorage.removeItem(key);
      return;
    }
    fill(form, left.fields);
    version.value = left.version;
    revision.value = left.revision;
    say("Unsaved changes.", "Brought back from this browser.");
    save();
  }
}

/** @param {string} key */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
