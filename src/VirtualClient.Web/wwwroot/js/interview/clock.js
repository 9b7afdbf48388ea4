// @ts-check

/**
 * Shows the time of this conversation. It runs only while the page is connected, as the server counts it; the server's figure rules.
 * @param {() => boolean} running
 */
export function runClock(running) {
  const clock = /** @type {HTMLElement | null} */ (document.querySelector("[data-clock]"));
  const time = clock?.querySelector("[data-time]");
  if (!clock || !time) return;
  let used = Number(clock.dataset.used);
  const limit = clock.dataset.limit ? Number(clock.dataset.limit) : null;
  const due = clock.dataset.due ? Date.parse(clock.dataset.due) : null;
  const told = new Set();
  let before = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (running()) used += (now - before) / 1000;
    before = now;
    warn(Math.min(limit === null ? Infinity : limit - used, due === null ? Infinity : (due - Date.now()) / 1000), told);
    const shown = Math.max(0, Math.floor(limit === null ? used : limit - used));
    const [hours, minutes, seconds] = [Math.floor(shown / 3600), Math.floor(shown / 60) % 60, shown % 60];
    const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
    time.textContent = hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  }, 1000);
}

/**
 * Says in words when five minutes and one minute are left, and when the time is over; the server ends the conversation by itself.
 * @param {number} left seconds @param {Set<number>} told
 */
function warn(left, told) {
  const place = document.querySelector("[data-time-warning]");
  if (!place) return;
  const mark = left <= 0 ? 0 : left <= 60 ? 1 : left <= 300 ? 5 : null;
  if (mark === null || told.has(mark)) return;
  told.add(mark);
  place.textContent =
    mark === 5
      ? "About five minutes are left. Time to find an ending."
      : mark === 1
        ? "About one minute is left. The last reply is finished."
        : "The time is over. The conversation closes in a moment.";
  place.removeAttribute("hidden");
}
