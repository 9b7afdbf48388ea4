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
  let before = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (running()) used += (now - before) / 1000;
    before = now;
    const shown = Math.max(0, Math.floor(limit === null ? used : limit - used));
    const [hours, minutes, seconds] = [Math.floor(shown / 3600), Math.floor(shown / 60) % 60, shown % 60];
    const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
    time.textContent = hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  }, 1000);
}
