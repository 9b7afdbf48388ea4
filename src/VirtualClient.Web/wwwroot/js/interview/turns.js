// @ts-check

/** The list of turns: the only writer of the log. Text is set as text, never as markup. */
export class Turns {
  /** @param {HTMLElement} room */
  constructor(room) {
    this.log = /** @type {HTMLElement} */ (room.querySelector("[data-log]"));
    this.list = /** @type {HTMLElement} */ (room.querySelector("[data-turns]"));
    this.key = `vc-scroll-${room.dataset.interview}`;
    this.stuck = true;
    /** @type {Map<string, string>} text of replies in the making */
    this.texts = new Map();
    /** @type {Set<string>} replies that have come to an end */
    this.done = new Set();
    this.clock = room.querySelector("[data-turn-count]");
    const active = room.dataset.active;
    for (const li of this.list.querySelectorAll("[data-state=streaming]")) this.texts.set(/** @type {HTMLElement} */ (li).dataset.turn ?? "", this.plain(li));
    if (active && !this.texts.has(active)) this.texts.set(active, "");
    this.log.addEventListener("scroll", () => {
      this.stuck = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
      sessionStorage.setItem(this.key, this.stuck ? "end" : String(this.log.scrollTop));
    });
    const resized = new ResizeObserver(() => this.follow());
    resized.observe(this.log);
    resized.observe(this.list);
  }

  /** A page that comes back shows what it showed. */
  restoreScroll() {
    const kept = sessionStorage.getItem(this.key);
    this.stuck = kept === null || kept === "end";
    this.log.scrollTop = this.stuck ? this.log.scrollHeight : Number(kept);
  }

  follow() { if (this.stuck) this.log.scrollTop = this.log.scrollHeight; }

  /** @param {boolean} on while busy a screen reader waits for the whole reply */
  setBusy(on) { this.log.setAttribute("aria-busy", String(on)); }

  /** @param {string} id */
  find(id) { return /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-turn="${CSS.escape(id)}"], [data-mine="${CSS.escape(id)}"]`)); }

  /** @param {string} name @param {string} id */
  make(name, id) {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById(`turn-${name}`));
    const li = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (template.content.firstElementChild).cloneNode(true));
    li.dataset.turn = id;
    const field = /** @type {HTMLInputElement | null} */ (li.querySelector("input[name=replyId]"));
    if (field) field.value = id;
    const critique = /** @type {HTMLAnchorElement | null} */ (li.querySelector("a[data-critique]"));
    if (critique) critique.href = `${critique.dataset.critique}/${id}/critique`;
    return li;
  }

  /** @param {string} clientId @param {string} text @param {boolean} wait */
  sayMine(clientId, text, wait) {
    this.list.querySelectorAll("[data-retry]").forEach((form) => form.remove());
    const li = this.make(wait ? "silence" : "mine", "");
    li.dataset.mine = clientId;
    if (!wait) this.fill(li, text, false);
    this.list.append(li);
    const waiting = this.make("waiting", "");
    waiting.dataset.for = clientId;
    this.list.append(waiting);
    this.stuck = true;
    this.follow();
  }

  /** @param {string} clientId */
  takeBack(clientId) {
    this.list.querySelector(`[data-mine="${CSS.escape(clientId)}"]`)?.remove();
    this.list.querySelector(`[data-for="${CSS.escape(clientId)}"]`)?.remove();
  }

  /** @param {string} clientId @param {string} messageId @param {string} replyId */
  accepted(clientId, messageId, replyId) {
    const mine = /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-mine="${CSS.escape(clientId)}"]`));
    if (mine) mine.dataset.turn = messageId;
    this.count();
    const waiting = /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-for="${CSS.escape(clientId)}"]`));
    if (!waiting) return;
    if (this.find(replyId)) waiting.remove();
    else { waiting.dataset.turn = replyId; delete waiting.dataset.for; }
  }

  /** @param {any} m a message as stored */
  message(m) {
    if (this.find(m.id)) return;
    const own = m.clientMessageId && /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-mine="${CSS.escape(m.clientMessageId)}"]`));
    if (own) { own.dataset.turn = m.id; this.count(); return; }
    this.list.querySelectorAll("[data-retry]").forEach((form) => form.remove());
    const silent = m.speaker === "student" && m.text === "(waits)";
    const li = this.make(m.speaker === "student" ? (silent ? "silence" : "mine") : "complete", m.id);
    if (!silent) this.fill(li, m.text, m.speaker === "client");
    // The client's first line answers nothing.
    li.querySelector(".critique")?.remove();
    this.list.append(li);
    this.count();
    this.follow();
  }

  /** @param {string} replyId */
  started(replyId) {
    this.texts.set(replyId, "");
    if (this.find(replyId)) return;
    const waiting = /** @type {HTMLElement | null} */ (this.list.querySelector("[data-for]"));
    if (waiting) { waiting.dataset.turn = replyId; delete waiting.dataset.for; }
    else this.list.append(this.make("waiting", replyId));
    // A long silence is said to be one, so that nobody takes it for a broken page.
    setTimeout(() => {
      const words = /** @type {HTMLElement | null | undefined} */ (this.find(replyId)?.querySelector("[data-thinking]"));
      if (words && words.textContent?.endsWith("taking a moment")) words.textContent = `${words.dataset.firstName} is still thinking`;
    }, 4000);
    this.follow();
  }

  /** @param {string} replyId @param {number} place in line, 1 is next; 0: the turn has come */
  queued(replyId, place) {
    const words = /** @type {HTMLElement | null | undefined} */ (this.find(replyId)?.querySelector("[data-thinking]"));
    if (!words) return;
    words.textContent = place > 0
      ? `Many people are talking right now. You are number ${place} in line; your message is saved.`
      : `${words.dataset.firstName} is taking a moment`;
  }

  /** @param {string} replyId @param {string} text */
  delta(replyId, text) {
    const whole = (this.texts.get(replyId) ?? "") + text;
    this.texts.set(replyId, whole);
    this.show(replyId, "streaming", whole);
  }

  /**
   * @param {string} replyId @param {string} text @param {string} status @param {boolean} retryable
   * @param {{voice?: string, sentence?: string | null}} told who spoke, when it was not the model, and why there is no reply
   */
  finished(replyId, text, status, retryable, told = {}) {
    this.texts.delete(replyId);
    this.done.add(replyId);
    const li = this.show(replyId, status, text);
    if (!retryable) li.querySelector("[data-retry]")?.remove();
    this.tell(li, told);
    this.setBusy(false);
  }

  /** @param {Element} li @param {{voice?: string, sentence?: string | null}} told */
  tell(li, told) {
    const reason = li.querySelector("[data-reason]");
    if (reason && told.sentence) reason.textContent = told.sentence;
    const standIn = /** @type {HTMLElement | null} */ (li.querySelector("[data-stand-in]"));
    if (standIn) standIn.hidden = told.voice !== "built-in";
  }

  /** @param {string} replyId */
  isFinished(replyId) { return this.done.has(replyId); }

  /** @param {string} replyId another try is on its way: the button of the old one goes */
  retried(replyId) { this.find(replyId)?.querySelector("[data-retry]")?.remove(); }

  /** @param {any[]} messages everything, when the page missed too much */
  rebuild(messages) {
    this.list.querySelectorAll("[data-turn], [data-for]").forEach((li) => li.remove());
    this.texts.clear();
    messages.forEach((m, index) => {
      if (!m.inReplyTo) { this.message(m); return; }
      if (m.status === "waiting" || m.status === "streaming") this.texts.set(m.id, m.text);
      const li = this.show(m.id, m.status, m.text);
      this.tell(li, { voice: m.voice });
      if (m.place) this.queued(m.id, m.place);
      if (index < messages.length - 1 || m.failure?.retryable === false) li.querySelector("[data-retry]")?.remove();
    });
    this.restoreScroll();
  }

  /** @param {string} id @param {string} state @param {string} text */
  show(id, state, text) {
    const before = this.find(id);
    let li = before;
    if (!li || li.dataset.state !== state) {
      li = this.make(state, id);
      if (before) before.replaceWith(li);
      else this.list.append(li);
    }
    if (state !== "waiting" && state !== "failed") this.fill(li, text, true, state === "streaming");
    this.follow();
    return li;
  }

  /** @param {Element} li @param {string} text @param {boolean} client @param {boolean} [streaming] */
  fill(li, text, client, streaming = false) {
    const said = li.querySelector("[data-said]");
    if (!said) return;
    const pieces = client ? split(text) : text.split("\n").map((line) => ({ cue: false, text: line.trim() })).filter((p) => p.text);
    said.replaceChildren(...pieces.map((piece, index) => {
      if (piece.cue) {
        const cue = document.createElement("span");
        cue.className = "cue";
        const label = document.createElement("span");
        label.className = "sr";
        label.textContent = "Non-verbal: ";
        cue.append(label, piece.text);
        return cue;
      }
      const p = document.createElement("p");
      p.textContent = piece.text;
      if (streaming && index === pieces.length - 1) p.className = "caret";
      return p;
    }));
  }

  /** @param {Element} li what a rendered reply says, as its source text */
  plain(li) {
    return [...li.querySelectorAll("[data-said] > *")].map((part) => {
      if (!part.classList.contains("cue")) return part.textContent ?? "";
      return `*${[...part.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.textContent).join("")}*`;
    }).join(" ");
  }

  count() {
    if (!this.clock) return;
    // Only what the server has taken counts: a turn on its way has no id yet.
    const mine = this.list.querySelectorAll('.turn.mine:not([data-turn=""])').length;
    this.clock.textContent = `${mine} turn${mine === 1 ? "" : "s"}`;
  }
}

/** Words and cues between asterisks; an asterisk without a partner is kept. @param {string} text */
function split(text) {
  /** @type {{cue: boolean, text: string}[]} */
  const pieces = [];
  /** @param {string} part */
  const words = (part) => part.split("\n").forEach((line) => { if (line.trim()) pieces.push({ cue: false, text: line.trim() }); });
  let rest = text;
  while (rest) {
    const open = rest.indexOf("*");
    const close = open < 0 ? -1 : rest.indexOf("*", open + 1);
    if (close < 0) { words(rest); break; }
    words(rest.slice(0, open));
    const cue = rest.slice(open + 1, close).trim();
    if (cue) pieces.push({ cue: true, text: cue });
    rest = rest.slice(close + 1);
  }
  return pieces;
}
