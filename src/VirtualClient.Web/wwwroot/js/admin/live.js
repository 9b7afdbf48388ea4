// @ts-check
// Keeps the figures of a page fresh: fetches the page again, puts its live part in the place of the old one, and leaves alone what somebody
// is reading or typing in.

const region = /** @type {HTMLElement | null} */ (document.querySelector("[data-live]"));
const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-live-switch]"));
const box = panel?.querySelector("input");
const age = panel?.querySelector("[data-live-age]");
const status = panel?.querySelector("[data-live-status]");
/** Names that were asked for, by conversation; asked once, shown until the page is left. @type {Map<string, string>} */
const shown = new Map();
const reach = "a[href], button, summary, input, select, [tabindex]";
let last = Date.now();
let busy = false;
let failing = false;

if (region && panel && box && age && status) {
  const every = Number(region.dataset.live) * 1000;
  panel.hidden = false;
  const look = () => {
    if (box.checked && !document.hidden && Date.now() - last >= every) refresh(region);
    age.textContent = failing ? "No answer, trying again" : box.checked ? `Updated ${words(Date.now() - last)}` : "Paused";
  };
  // A machine that slept wakes to a clock that has moved on, and catches up at the next look.
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", () => refresh(region));
  box.addEventListener("change", () => {
    status.textContent = box.checked ? "Figures are kept fresh." : "Figures stay as they are.";
    if (box.checked) refresh(region);
    look();
  });
  look();
}

/** @param {number} ms */
function words(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 5 ? "just now" : seconds < 60 ? `${seconds - (seconds % 5)} s ago` : `${Math.floor(seconds / 60)} min ago`;
}

/** @param {HTMLElement} place */
async function refresh(place) {
  if (busy || isInUse(place)) return;
  busy = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
    if (answer.redirected) {
      location.reload();
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-live]");
    if (!fresh) throw new Error("nothing live came");
    if (!isInUse(place)) replace(place, fresh);
    last = Date.now();
    failing = false;
  } catch {
    // Tried again a little later; what is shown stays, and says how old it is.
    failing = true;
    last = Date.now() - Number(place.dataset.live) * 1000 + 5000;
  } finally {
    busy = false;
  }
}

/** Somebody is in a form, or has opened one. @param {HTMLElement} place */
function isInUse(place) {
  const active = document.activeElement;
  return (active?.matches("input, select, textarea") && place.contains(active)) || place.querySelector("details[open] form") !== null;
}

/** @param {HTMLElement} place @param {Element} fresh */
function replace(place, fresh) {
  const open = [...place.querySelectorAll("details")].map((d) => d.open);
  const scrolled = [...place.querySelectorAll(".scroll-x")].map((s) => s.scrollLeft);
  const focused = [...place.querySelectorAll(reach)].indexOf(/** @type {Element} */ (document.activeElement));
  place.replaceChildren(...fresh.childNodes);
  place.querySelectorAll("details").forEach((d, i) => (d.open = open[i] ?? false));
  place.querySelectorAll(".scroll-x").forEach((s, i) => (s.scrollLeft = scrolled[i] ?? 0));
  for (const [id, name] of shown) tell(id, name);
  const again = focused < 0 ? null : place.querySelectorAll(reach)[focused];
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/** @param {string} id @param {string} name */
function tell(id, name) {
  const cell = document.querySelector(`[data-student="${CSS.escape(id)}"]`);
  if (cell instanceof HTMLElement) cell.textContent = name;
  return cell instanceof HTMLElement ? cell : null;
}

// Who holds a conversation is asked in place; without script the form says it on the next page.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("[data-show-student]")) return;
  event.preventDefault();
  const id = form.closest("[data-student]")?.getAttribute("data-student") ?? "";
  const token = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=__RequestVerificationToken]"));
  const answer = await fetch(`/api/v1/admin/conversations/${id}/student`, {
    method: "POST",
    headers: { "X-Antiforgery": token?.value ?? "" },
  }).catch(() => null);
  if (!answer?.ok) {
    form.submit();
    return;
  }
  const { name } = await answer.json();
  shown.set(id, name);
  const cell = tell(id, name);
  if (!cell) return;
  cell.tabIndex = -1;
  cell.focus({ preventScroll: true });
});
