// @ts-check
import "./kept-forms.js";
// Comforts of the shell. Without this file everything still works by links, forms, popovers and native dialogs.

// Browsers without invoker commands: open and close dialogs by the same attributes.
if (!("commandForElement" in HTMLButtonElement.prototype)) {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[commandfor]") : null;
    const dialog = button && document.getElementById(button.getAttribute("commandfor") ?? "");
    if (!(dialog instanceof HTMLDialogElement)) return;
    if (button?.getAttribute("command") === "show-modal") dialog.showModal();
    else dialog.close();
  });
}

// The theme changes on the spot; the server remembers it.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("[data-theme-form]")) return;
  const chosen = /** @type {SubmitEvent} */ (event).submitter;
  if (!(chosen instanceof HTMLButtonElement)) return;
  event.preventDefault();
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form, chosen)));
  const before = document.documentElement.dataset.theme;
  show(form, chosen.value);
  const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
  if (!answer || (answer.type !== "opaqueredirect" && !answer.ok)) show(form, before ?? "system");
});

/** @param {HTMLFormElement} form @param {string} theme */
function show(form, theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const button of form.querySelectorAll("button[name=theme]")) {
    button.setAttribute("aria-pressed", String(/** @type {HTMLButtonElement} */ (button).value === theme));
  }
}

// Whoever signs out on a shared computer leaves no half-written words behind.
document.addEventListener("submit", (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.getAttribute("action") !== "/sign-out") return;
  for (const key of Object.keys(localStorage)) if (key.startsWith("vc-draft-") || key.startsWith("vc-client-")) localStorage.removeItem(key);
  sessionStorage.clear();
});

// Print buttons.
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) print();
});

// A message after a form takes the place where reading begins.
document.getElementById("status-message")?.scrollIntoView({ block: "nearest" });

// Times of people who have set no zone could be shown in the browser's own; the server asks for it once, in a cookie.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes("vc-zone=")) {
  document.cookie = `vc-zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
}
