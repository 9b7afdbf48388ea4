// @ts-check

/**
 * Follows the events of a conversation. The browser reconnects by itself and says where it stopped; a page that slept for long is
 * reconnected from the last event it saw.
 * @param {string} address with the position of what the page already shows
 * @param {Record<string, (data: any) => void>} handlers by event type, and "lost" and "back"
 */
export function followEvents(address, handlers) {
  /** @type {EventSource | null} */
  let source = null;
  let last = new URL(address, location.href).searchParams.get("after") ?? "";
  let lost = false;
  let paused = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let again;

  const open = () => {
    clearTimeout(again);
    source?.close();
    if (paused) return;
    const url = new URL(address, location.href);
    url.searchParams.set("after", last);
    source = new EventSource(url);
    for (const type of ["message", "reply-started", "reply-queued", "delta", "reply-completed", "reply-failed", "state", "snapshot", "conversation-ended", "ping"]) {
      source.addEventListener(type, (event) => {
        const e = /** @type {MessageEvent} */ (event);
        // After a reconnect a server may tell again what was told: positions only grow.
        if (e.lastEventId) last = e.lastEventId;
        if (type !== "ping") handlers[type]?.(JSON.parse(e.data));
      });
    }
    source.onopen = () => {
      if (lost) handlers.back?.({});
      lost = false;
    };
    source.onerror = () => {
      if (paused) return;
      if (!lost) handlers.lost?.({});
      lost = true;
      // Closed for good means the server answered with an error: try from here in a moment.
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, 1500);
    };
  };
  open();
  addEventListener("online", open);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  return {
    connected: () => source?.readyState === EventSource.OPEN,
    pause() { paused = true; clearTimeout(again); source?.close(); },
    resume() { if (paused) { paused = false; open(); } },
  };
}
