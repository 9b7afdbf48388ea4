// @ts-check

/**
 * Keeps what is being typed in this browser until it was sent; a reload brings it back.
 * @param {HTMLTextAreaElement} box
 * @param {string} conversation
 * @param {Element | null} count where the length is shown
 */
export function keepDraft(box, conversation, count) {
  const key = `vc-draft-${conversation}`;
  const changed = () => {
    if (count) count.textContent = `${box.value.length.toLocaleString("en-US")} / ${box.maxLength.toLocaleString("en-US")}`;
  };
  if (!box.value) box.value = localStorage.getItem(key) ?? "";
  changed();
  box.addEventListener("input", () => {
    changed();
    if (box.value) localStorage.setItem(key, box.value);
    else localStorage.removeItem(key);
  });
  return {
    changed,
    forget() { if (box.value) localStorage.setItem(key, box.value); else localStorage.removeItem(key); },
  };
}
