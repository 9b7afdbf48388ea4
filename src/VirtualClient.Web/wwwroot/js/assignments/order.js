// @ts-check
// The order of an assignment's clients by dragging a row at its grip. Dropping sends the form that the buttons send, so that there is one way
// in which an order changes; without this module, and by keyboard, the buttons do the same.

const body = /** @type {HTMLElement | null} */ (document.querySelector("[data-order]")?.querySelector("tbody") ?? null);
const rows = () => /** @type {HTMLTableRowElement[]} */ ([...(body?.querySelectorAll("tr[data-place]") ?? [])]);
/** @type {HTMLTableRowElement | null} */
let held = null;

for (const grip of body?.querySelectorAll("[data-grip]") ?? []) {
  const handle = /** @type {HTMLElement} */ (grip);
  handle.hidden = false;
  handle.draggable = true;
  handle.addEventListener("dragstart", (event) => {
    held = handle.closest("tr");
    if (!held || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.dataset.place ?? "");
    event.dataTransfer.setDragImage(held, 0, 0);
    held.classList.add("held");
  });
  handle.addEventListener("dragend", () => {
    held?.classList.remove("held");
    held = null;
    putBack();
  });
}

body?.addEventListener("dragover", (event) => {
  if (!held) return;
  event.preventDefault();
  const over = /** @type {Element} */ (event.target).closest("tr[data-place]");
  if (!over || over === held) return;
  const box = over.getBoundingClientRect();
  over[event.clientY < box.top + box.height / 2 ? "before" : "after"](held);
});

body?.addEventListener("drop", (event) => {
  if (!held) return;
  event.preventDefault();
  const place = rows().indexOf(held);
  if (place === Number(held.dataset.place)) return;
  const form = /** @type {HTMLFormElement} */ (held.querySelector("form[data-move]"));
  const to = Object.assign(document.createElement("input"), { type: "hidden", name: "position", value: String(place) });
  form.append(to);
  held.classList.remove("held");
  held = null;
  form.submit();
});

/** Dropped elsewhere: everything is where it was. */
function putBack() {
  for (const row of rows().sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place))) body?.append(row);
}
