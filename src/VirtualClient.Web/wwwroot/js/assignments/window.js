// @ts-check
// Says at once that the due date comes after the opening, before the form is sent and has to come back. The server holds to the same rule.

const from = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=availableFrom]"));
const due = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=dueAt]"));

function check() {
  if (!from || !due) return;
  // Both are written by the same clock on the wall, so their order is that of their letters.
  const turned = from.value !== "" && due.value !== "" && due.value <= from.value;
  due.setCustomValidity(turned ? "The due date comes after the moment it becomes available." : "");
}

for (const field of [from, due]) field?.addEventListener("input", check);
check();
