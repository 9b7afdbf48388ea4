// @ts-check

/**
 * Asks whether a turn was about the person who wrote it. "It was me" leads to stepping out; nothing is sent.
 * @param {(text: string) => void} sendAsRole
 * @param {() => void} forget clears the box and what this browser keeps of it
 */
export function askWho(sendAsRole, forget) {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("was-that-you"));
  let text = "";
  dialog?.querySelector("[data-was-me]")?.addEventListener("click", () => {
    dialog.close();
    text = "";
    forget();
    /** @type {HTMLDialogElement | null} */ (document.getElementById("step-out"))?.showModal();
  });
  dialog?.querySelector("[data-was-role]")?.addEventListener("click", () => {
    dialog.close();
    sendAsRole(text);
  });
  return {
    /** @param {string} written */
    ask(written) {
      text = written;
      dialog?.showModal();
    },
  };
}
