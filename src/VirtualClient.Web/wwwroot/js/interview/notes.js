// @ts-check

/**
 * Saves the private notes while they are typed. Two tabs cannot overwrite each other unseen: the second is told and decides.
 * @param {(path: string, method: string, body?: unknown, last?: boolean) => Promise<Response>} call
 */
export function keepNotes(call) {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-autosave]"));
  if (!form) return { flush() {} };
  const box = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("notes"));
  const version = /** @type {HTMLInputElement} */ (form.elements.namedItem("version"));
  const status = /** @type {HTMLElement} */ (form.querySelector("[data-saved]"));
  const button = /** @type {HTMLElement | null} */ (form.querySelector("[data-manual-save]"));
  let saved = box.value;
  let saving = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** A last save that came while another one was on its way; it goes after it. */
  let lastWaits = false;

  const save = async (last = false) => {
    if (saving) {
      lastWaits ||= last;
      return;
    }
    if (box.value === saved) return;
    saving = true;
    const text = box.value;
    try {
      const answer = await call("/notes", "PUT", { notes: text, version: Number(version.value) }, last);
      const body = await answer.json();
      if (answer.ok) {
        saved = text;
        version.value = body.version;
        status.textContent = `Saved ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
        if (button) button.hidden = true;
      } else if (body.code === "stale") {
        version.value = body.version;
        if (body.notes === text) saved = text;
        else {
          status.textContent = "These notes were changed in another tab. Save to keep what is here.";
          if (button) button.hidden = false;
        }
      } else status.textContent = body.detail ?? "Not saved yet.";
    } catch {
      status.textContent = "Not saved yet: no connection. Trying again.";
      timer = setTimeout(save, 3000);
    }
    saving = false;
    if (lastWaits) {
      lastWaits = false;
      await save(true);
    } else if (status.textContent?.startsWith("Saved") && box.value !== saved) timer = setTimeout(save, 600);
  };

  if (button) button.hidden = true;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, 600);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  addEventListener("pagehide", () => save(true));
  return { flush: () => { clearTimeout(timer); save(true); } };
}
