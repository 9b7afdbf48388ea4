// @ts-check

/**
 * Shows the time of this conversation. It runs only while the page is connected, as the server counts it; the server's figure rules.
 * @param {() => boolean} running
 */
export function runClock(running) {
  const clock = /** @type {HTMLElement | null} */ (document.querySelector("[data-clock]"));
  const time = clock?.querySelector("[data-time]");
  const warn = keepWarning();
  let used = Number(clock?.dataset.used ?? 0);
  const limit = clock?.dataset.limit ? Number(clock.dataset.limit) : null;
  let before = performance.now();
  setInterval(() => {
    const now = performance.now();
    const passed = running() ? (now - before) / 1000 : 0;
    before = now;
    warn(passed);
    if (!time) return;
    used += passed;
    const shown = Math.max(0, Math.floor(limit === null ? used : limit - used));
    const [hours, minutes, seconds] = [Math.floor(shown / 3600), Math.floor(shown / 60) % 60, shown % 60];
    const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
    time.textContent = hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  }, 1000);
}

/**
 * Says in words when five minutes and one minute are left, and when the time is over; the server ends the conversation by itself. Of the
 * two ends the nearer one counts: connected time runs with the page, the due date always.
 */
function keepWarning() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-time-warning]"));
  if (!place) return () => {};
  const { left: connected, dueIn, five, one, over } = place.dataset;
  let left = connected ? Number(connected) : Infinity;
  const due = dueIn ? Date.now() + Number(dueIn) * 1000 : Infinity;
  return (/** @type {number} */ passed) => {
    left -= passed;
    const least = Math.min(left, (due - Date.now()) / 1000);
    const words = least <= 0 ? over : least <= 60 ? one : least <= 300 ? five : "";
    if (!words || place.textContent === words) return;
    place.hidden = false;
    place.textContent = words;
  };
}
