// The review page comes to life: evidence scrolls to its line and marks it, keys choose levels and move on, and leaving with unsaved words asks
// first. Without this script the same links jump and the same buttons send the same form.

const keysKept = "vc-review-keys";
const form = document.getElementById("review");
let changed = false;
let at = -1;

const criteria = () => [...document.querySelectorAll("[data-criterion]")];

/** Marks a line, scrolls it into its pane and offers it for a comment. @param {string} id */
function mark(id) {
  const line = document.getElementById(id);
  if (!line) {
    return;
  }
  document.querySelectorAll(".transcript > li[data-here]").forEach((other) => delete other.dataset.here);
  line.dataset.here = "";
  line.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  const box = document.getElementById("comment-line");
  if (box) {
    box.value = id.slice(1);
  }
}

/** @param {number} place */
function goTo(place) {
  const all = criteria();
  if (all.length === 0) {
    return;
  }
  at = Math.max(0, Math.min(all.length - 1, place));
  all.forEach((one, i) => (i === at ? (one.dataset.here = "") : delete one.dataset.here));
  const chosen = all[at].querySelector("input[type=radio]:checked") ?? all[at].querySelector("input[type=radio]");
  chosen?.focus({ preventScroll: true });
  all[at].scrollIntoView({ block: "nearest" });
}

/** @param {number} number 0 is "no opportunity", 1 the lowest level. */
function choose(number) {
  const one = criteria()[Math.max(0, at)];
  const radios = [...(one?.querySelectorAll("input[type=radio]") ?? [])];
  const radio = number === 0 ? radios.at(-1) : number < radios.length ? radios[number - 1] : null;
  if (radio) {
    at = Math.max(0, at);
    radio.checked = true;
    radio.focus({ preventScroll: true });
    radio.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** @param {string} key */
function press(key) {
  document.querySelector(`[data-key="${key}"]`)?.click();
}

function comment() {
  const details = document.getElementById("comment");
  if (details) {
    details.open = true;
    document.getElementById("comment-text")?.focus();
  }
}

const deeds = {
  j: () => goTo(at + 1),
  k: () => goTo(at - 1),
  n: () => press("next"),
  p: () => press("previous"),
  s: () => press("save"),
  c: comment,
};

const used = document.querySelector("[data-keys]");
if (used) {
  used.checked = localStorage.getItem(keysKept) !== "off";
  used.addEventListener("change", () => localStorage.setItem(keysKept, used.checked ? "on" : "off"));
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox])");
  if (used?.checked && typing && event.key === "Escape") {
    event.target.blur();
    return;
  }
  if (!used?.checked || typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const deed = deeds[event.key.toLowerCase()] ?? (/^[0-9]$/.test(event.key) ? () => choose(Number(event.key)) : null);
  if (deed) {
    event.preventDefault();
    deed();
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#t"]');
  if (link) {
    event.preventDefault();
    history.replaceState(null, "", link.getAttribute("href"));
    mark(link.getAttribute("href").slice(1));
  }
});

form?.addEventListener("input", () => (changed = true));
form?.addEventListener("change", () => (changed = true));
document.querySelectorAll('[form="review"]').forEach((field) => field.addEventListener("input", () => (changed = true)));
form?.addEventListener("submit", () => (changed = false));
document.querySelectorAll("form:not(#review)").forEach((other) => other.addEventListener("submit", () => (changed = false)));
addEventListener("beforeunload", (event) => changed && event.preventDefault());

if (/^#t\d+$/.test(location.hash)) {
  mark(location.hash.slice(1));
}
