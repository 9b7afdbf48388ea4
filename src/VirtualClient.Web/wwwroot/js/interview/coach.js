// @ts-check

/**
 * Brings a coach's note onto the page without leaving it.
 * @param {(path: string, method: string, body?: unknown) => Promise<Response>} call
 */
export function askCoach(call) {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-coach]"));
  const card = /** @type {HTMLTemplateElement | null} */ (document.getElementById("coach-note"));
  const list = document.querySelector("[data-coach-notes]");
  form?.addEventListener("submit", async (event) => {
    if (!card || !list) return;
    event.preventDefault();
    const answer = await call("/coach", "POST").catch(() => null);
    const body = await answer?.json().catch(() => null);
    const text = answer?.ok ? `${body.goal} For example: “${body.wording}”` : (body?.detail ?? "No connection. Try again in a moment.");
    const id = `${body?.afterTurn ?? ""}`;
    if (answer?.ok && list.querySelector(`[data-turn-note="${id}"]`)) return;
    const copy = /** @type {HTMLElement} */ (card.content.cloneNode(true));
    const shown = /** @type {HTMLElement} */ (copy.querySelector("[data-note]"));
    if (answer?.ok) shown.dataset.turnNote = id;
    /** @type {HTMLElement} */ (shown.querySelector("p")).textContent = text;
    /** @type {HTMLElement} */ (shown.querySelector("small")).textContent = answer?.ok ? `After turn ${id}` : "";
    list.append(copy);
  });
}
