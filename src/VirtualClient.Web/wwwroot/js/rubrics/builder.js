// The rubric builder comes to life: buttons that change its shape exchange the form in place, weights are added up while they are typed, and
// leaving with unsaved words asks first. Without this script the same buttons send the same form.

const tolerance = 0.001;
let changed = false;

const form = () => document.querySelector("form[data-rubric]");

/** A weight as it was typed: "0.25", "0,25" and "25 %" are the same. @param {string} text */
function number(text) {
  const plain = text.trim().replace(",", ".");
  const percent = plain.endsWith("%");
  const value = Number(percent ? plain.slice(0, -1) : plain);
  if (plain === "" || Number.isNaN(value)) return 0;
  return percent ? value / 100 : value;
}

function addUp() {
  const weights = [...form().querySelectorAll("[data-weight]")].map((input) => number(input.value));
  const sum = Math.round(weights.reduce((all, weight) => all + weight, 0) * 1e6) / 1e6;
  const whole = Math.abs(sum - 1) <= tolerance + 1e-9;
  const said = Number.isInteger(sum) ? sum.toFixed(1) : String(sum);
  const note = form().querySelector("[data-sum-note]");
  form().querySelector("[data-sum]").textContent = said;
  note.textContent = whole ? ", as they should." : "; they have to add up to 1.0.";
  note.dataset.whole = String(whole);
  return `The weights add up to ${said}${note.textContent}`;
}

/** Sends the form as the button would and puts the answer's form in its place. */
async function exchange(button) {
  const old = form();
  const answer = await fetch(old.action, { method: "POST", body: new URLSearchParams(new FormData(old, button)), redirect: "manual" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const made = page.querySelector("form[data-rubric]");
  if (!answer.ok || !made) {
    throw new Error(`The builder answered ${answer.status}`);
  }

  old.replaceWith(document.adoptNode(made));
  changed = true;
  const next = made.querySelector("[autofocus]");
  next?.focus();
  if (document.activeElement === next && next?.matches("button") && next.value === "whole") {
    made.querySelector("[data-sum-said]").textContent = addUp();
  }
}

document.addEventListener("submit", async (event) => {
  if (event.target !== form()) {
    return;
  }

  const button = event.submitter;
  if (!button || button.value === "save") {
    changed = false;
    return;
  }

  event.preventDefault();
  try {
    await exchange(button);
  } catch {
    // No connection, or signed out meanwhile: the plain way shows which.
    changed = false;
    const asked = document.createElement("input");
    Object.assign(asked, { type: "hidden", name: "do", value: button.value });
    form().append(asked);
    form().submit();
  }
});

document.addEventListener("input", (event) => {
  if (form()?.contains(event.target)) {
    changed = true;
    if (event.target.matches("[data-weight]")) {
      addUp();
    }
  }
});

document.addEventListener("change", (event) => {
  if (form()?.contains(event.target) && event.target.matches("[data-weight]")) {
    form().querySelector("[data-sum-said]").textContent = addUp();
  }
});

addEventListener("beforeunload", (event) => {
  if (changed) {
    event.preventDefault();
  }
});

changed = form()?.dataset.changed === "true";
