// @ts-check

/**
 * Brings a coach's note onto the page without leaving it.
 * @param {(path: string, method: string, body?: unknown) => Promise<Response>} call
 */
export function askCoach(call) {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-coach]"));
  const card = /** @type {HTMLTemplateElement | null} */ (document.getElementById("coach-note"));
  const list = document.querySelector("[data-coach-notes]");
  const status = document.querySelector("[data-coach-status]");
  let asking = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;
  /** @param {string} sentence */
  const say = (sentence) => {
    if (!status) return;
    // The same sentence again is announced only if the place was empty before.
    clearTimeout(saying);
    status.textContent = "";
    if (sentence) saying = setTimeout(() => { status.textContent = sentence; }, 50);
  };
  form?.addEventListener("submit", async (event) => {
    if (!card || !list) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    form.setAttribute("aria-busy", "true");
    const late = setTimeout(() => say("A note is being written."), 600);
    const answer = await call("/coach", "POST").catch(() => null);
    const body = await answer?.json().catch(() => null);
    clearTimeout(late);
    asking = false;
    form.removeAttribute("aria-busy");
    if (!answer?.ok) return say(body?.detail ?? "No connection. Try again in a moment.");
    if (list.querySelector(`[data-turn-note="${body.afterTurn}"]`)) return say(form.dataset.nothingNew ?? "");
    say("");
    const copy = /** @type {HTMLElement} */ (card.content.cloneNode(true));
    const shown = /** @type {HTMLElement} */ (copy.querySelector("[data-note]"));
    shown.dataset.turnNote = body.afterTurn;
    shown.classList.toggle("decided", !body.byModel);
    /** @type {HTMLElement} */ (shown.querySelector("p")).textContent = `${body.goal} For example: “${body.wording}”`;
    /** @type {HTMLElement} */ (shown.querySelector("small")).textContent = `After turn ${body.afterTurn}${body.byModel ? ", drafted by AI" : ""}`;
    list.append(copy);
  });
}
