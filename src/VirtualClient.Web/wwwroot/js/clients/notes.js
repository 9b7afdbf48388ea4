// @ts-check

/**
 * Puts what the server says about a draft beside its fields. Errors and what is open stand at the same place.
 * @param {HTMLFormElement} form
 * @param {{ errors: Record<string, string[]>, open: Record<string, string[]>, warnings: Record<string, string[]> }} notes
 */
export function showNotes(form, notes) {
  for (const note of form.querySelectorAll("[data-note]")) {
    const name = note.getAttribute("data-note") ?? "";
    const wrong = notes.errors[name] ?? [];
    mendError(note, wrong.length > 0);
    const isTold = note.closest(".field")?.querySelector(":scope > .error") != null;
    const all = [...(isTold ? [] : wrong), ...(notes.open[name] ?? []), ...(notes.warnings[name] ?? [])];
    const words = note.querySelector("[data-note-text]");
    const text = all.join(" ");
    if (words && words.textContent !== text) words.textContent = text;
    /** @type {HTMLElement} */ (note).hidden = text.length === 0;
  }
}

/**
 * An error that the page came with goes when it is mended.
 * @param {Element} note @param {boolean} stillWrong
 */
function mendError(note, stillWrong) {
  if (stillWrong) return;
  const field = note.closest(".field");
  field?.querySelector(":scope > .error")?.remove();
  for (const control of field?.querySelectorAll(":scope > [aria-invalid]") ?? []) {
    control.removeAttribute("aria-invalid");
    const left = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-error"));
    if (left.length > 0) control.setAttribute("aria-describedby", left.join(" "));
    else control.removeAttribute("aria-describedby");
  }
}

/** @typedef {{ model: string, expectedCostUsd: number }} Route */
/** @typedef {{ system: string, plan: string, open: { title: string }[], closed: { title: string }[], tokens: number, routes: Route[] }} Prompt */

/** @param {{ first: Prompt, late: Prompt, gates: string[] }} saved */
export function showPrompts(saved) {
  const gates = document.querySelectorAll("[data-gate]");
  saved.gates.forEach((words, place) => { if (gates[place]) gates[place].textContent = words; });
  for (const cost of document.querySelectorAll("[data-cost]")) {
    const route = saved.first.routes.find((one) => one.model === cost.getAttribute("data-cost"));
    if (route) cost.textContent = `$${route.expectedCostUsd.toFixed(4)}`;
  }
  show("first", saved.first);
  show("late", saved.late);
  const tokens = document.querySelector("[data-tokens]");
  if (tokens) tokens.textContent = saved.first.tokens.toLocaleString("en-US");
  const status = document.querySelector("[data-prompt-status]");
  if (status) status.textContent = "Updated just now";
}

/** @param {string} which @param {Prompt} prompt */
function show(which, prompt) {
  const place = document.querySelector(`[data-prompt="${which}"]`);
  const names = (/** @type {{ title: string }[]} */ facts) => facts.map((fact) => fact.title || "untitled").join(", ") || "none";
  put(place, "[data-system]", prompt.system);
  put(place, "[data-plan]", prompt.plan);
  put(place, "[data-open]", names(prompt.open));
  put(place, "[data-closed]", names(prompt.closed));
}

/** @param {Element | null} place @param {string} what @param {string} text */
function put(place, what, text) {
  const element = place?.querySelector(what);
  if (element && element.textContent !== text) element.textContent = text;
}

let drawing = false;

/** Draws how trust would move anew: scripted interviews take the server a moment, so this comes after the words. */
export async function refreshStrip() {
  const strip = document.querySelector("[data-strip]");
  if (!strip || drawing || strip.contains(document.activeElement)) return;
  drawing = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-strip]");
    if (fresh) strip.replaceWith(document.importNode(fresh, true));
  } catch {
    // It stays as it was; the next save tries again.
  } finally {
    drawing = false;
  }
}
