// @ts-check

/**
 * What stands beside a teacher's test: the client's state, labels, facts, cost. The server renders it; after each turn it is fetched anew, and
 * what was folded open stays open, what was written stays written.
 */
export function keepTestPanel() {
  const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-test-panel]"));
  let busy = false;
  let again = false;

  const load = async () => {
    if (!panel) return;
    const answer = await fetch(panel.dataset.testPanel ?? "").catch(() => null);
    if (!answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const open = new Map([...panel.querySelectorAll("details[id]")].map((one) => [one.id, /** @type {HTMLDetailsElement} */ (one).open]));
    const written = [...panel.querySelectorAll("textarea[id]")].filter((box) => box instanceof HTMLTextAreaElement && box.value !== box.defaultValue);
    const focused = panel.contains(document.activeElement) ? document.activeElement?.id : "";
    for (const one of fresh.querySelectorAll("details[id]")) {
      if (open.has(one.id)) /** @type {HTMLDetailsElement} */ (one).open = open.get(one.id) ?? false;
    }
    panel.replaceChildren(...fresh.body.childNodes);
    for (const box of written) {
      const place = document.getElementById(box.id);
      if (place instanceof HTMLTextAreaElement) place.value = /** @type {HTMLTextAreaElement} */ (box).value;
    }
    if (focused) document.getElementById(focused)?.focus();
  };

  return {
    /** Several turns in a moment make one more look, not many. */
    async refresh() {
      if (busy) { again = true; return; }
      busy = true;
      do {
        again = false;
        await load();
      } while (again);
      busy = false;
    },
  };
}
