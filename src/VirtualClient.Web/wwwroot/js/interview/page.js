// @ts-check
// The interview, live. The server renders the whole page; this adds streaming, the draft, autosave and the clock.

import { runClock } from "./clock.js";
import { followEvents } from "./events.js";
import { keepDraft } from "./draft.js";
import { keepNotes } from "./notes.js";
import { askCoach } from "./coach.js";
import { askWho } from "./role.js";
import { keepTestPanel } from "./test-panel.js";
import { Turns } from "./turns.js";

const room = /** @type {HTMLElement} */ (document.querySelector("[data-interview]"));
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-composer]"));
const api = `/api/v1/conversations/${room.dataset.interview}`;
const turns = new Turns(room);
const token = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=__RequestVerificationToken]"))?.value ?? "";

/** @param {string} path @param {string} method @param {unknown} [body] @param {boolean} [last] */
const call = (path, method, body, last) =>
  fetch(api + path, {
    method,
    keepalive: last,
    headers: { "Content-Type": "application/json", "X-Antiforgery": token },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

// The sheet opens instead of the menu, not behind it.
for (const button of document.querySelectorAll("#room-menu [popovertarget=side]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("room-menu")?.hidePopover();
    document.getElementById("side")?.showPopover();
  });
}

const notes = keepNotes(call);
askCoach(call);
const testPanel = keepTestPanel();
turns.restoreScroll();

if (form) {
  const box = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("text"));
  const notice = /** @type {HTMLElement} */ (form.querySelector("[data-notice]"));
  const draft = keepDraft(box, room.dataset.interview ?? "", form.querySelector("[data-count]"));
  /** The id of the message in the box; the same text sent again after a lost answer keeps it, so it arrives once. */
  let pending = { id: "", text: "" };
  let active = room.dataset.active || "";
  let sending = false;

  const busy = () => {
    const on = active !== "" || sending;
    for (const element of form.querySelectorAll("[data-idle]")) /** @type {HTMLElement} */ (element).hidden = on;
    for (const element of form.querySelectorAll("[data-busy]")) /** @type {HTMLElement} */ (element).hidden = !on;
    turns.setBusy(on);
  };
  /** @param {string} sentence */
  const say = (sentence) => { notice.textContent = sentence; };
  /** @param {string} replyId */
  const replying = (replyId) => { active = replyId; sending = false; busy(); };
  const idle = () => { active = ""; sending = false; busy(); };

  const who = askWho((text) => send(text, false, true), () => {
    // It was not for here: neither the box nor this browser keeps it.
    box.value = "";
    pending = { id: "", text: "" };
    draft.forget();
    draft.changed();
  });

  /** @param {string} text @param {boolean} wait @param {boolean} [rolePlay] */
  const send = async (text, wait, rolePlay) => {
    if (active || sending || (!wait && !text.trim())) {
      if (!wait && !text.trim()) say("Write something first, or press Wait to say nothing on purpose.");
      return;
    }
    const same = pending.id && pending.text === text && !wait;
    pending = { id: same ? pending.id : crypto.randomUUID(), text };
    const id = pending.id;
    say("");
    sending = true;
    turns.sayMine(id, wait ? "" : text.trim(), wait);
    if (!wait) { box.value = ""; draft.changed(); }
    busy();
    try {
      const answer = await call("/messages", "POST", wait ? { clientMessageId: id, wait } : { clientMessageId: id, text: text.trim(), rolePlay });
      if (answer.status === 202) {
        const accepted = await answer.json();
        pending = { id: "", text: "" };
        draft.forget();
        turns.accepted(id, accepted.message.id, accepted.replyId);
        if (sending) replying(accepted.replyId);
        if (turns.isFinished(accepted.replyId)) idle();
        return;
      }
      const problem = await answer.json().catch(() => ({}));
      if (problem.code === "was-that-you") {
        giveBack(id, text, wait, "");
        who.ask(text);
        return;
      }
      giveBack(id, text, wait, problem.detail ?? "That did not go through. Your text is still here.");
      if (problem.code === "reply-active" && problem.replyId) replying(problem.replyId);
      if (problem.code === "conversation-ended") location.reload();
    } catch {
      giveBack(id, text, wait, "No connection. Your text is still here. Send it again when you are back online.");
    }
  };
  /** @param {string} id @param {string} text @param {boolean} wait @param {string} sentence */
  const giveBack = (id, text, wait, sentence) => {
    turns.takeBack(id);
    sending = false;
    if (!wait && !box.value) { box.value = text; draft.changed(); }
    say(sentence);
    busy();
    box.focus();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const by = /** @type {HTMLButtonElement | null} */ (/** @type {SubmitEvent} */ (event).submitter);
    if (by?.hasAttribute("data-busy")) call("/stop", "POST");
    else send(box.value, by?.name === "wait");
    box.focus();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !matchMedia("(pointer: coarse)").matches) {
      event.preventDefault();
      send(box.value, false);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && active && !document.querySelector("dialog[open], :popover-open:not(#side)")) call("/stop", "POST");
  });
  room.addEventListener("submit", async (event) => {
    const retry = event.target instanceof HTMLFormElement && event.target.matches("[data-retry]") ? event.target : null;
    if (!retry) return;
    event.preventDefault();
    const replyId = /** @type {HTMLInputElement} */ (retry.elements.namedItem("replyId")).value;
    say("");
    const answer = await call(`/replies/${replyId}/retry`, "POST").catch(() => null);
    if (answer?.status === 202) turns.retried(replyId);
    else say((await answer?.json().catch(() => null))?.detail ?? "No connection. Try again in a moment.");
  });
  document.querySelector("#end form")?.addEventListener("submit", () => notes.flush());

  const events = followEvents(room.dataset.events ?? "", {
    message: (m) => turns.message(m),
    "reply-started": (e) => { turns.started(e.replyId); replying(e.replyId); },
    "reply-queued": (e) => turns.queued(e.replyId, e.place),
    delta: (e) => turns.delta(e.replyId, e.text),
    "reply-completed": (e) => { turns.finished(e.replyId, e.message.text, e.message.status, true, { voice: e.message.voice }); idle(); },
    "reply-failed": (e) => { turns.finished(e.replyId, e.partial, e.status, e.retryable, { sentence: e.sentence }); idle(); },
    // Only a teacher's test gets this one.
    state: () => testPanel.refresh(),
    snapshot: (s) => { turns.rebuild(s.messages); if (s.activeReply) replying(s.activeReply.replyId); else idle(); },
    "conversation-ended": () => location.reload(),
    lost: () => say("Connection lost. What was said is safe. Trying to reconnect."),
    back: () => say(""),
  });
  // A form that leads away (end, stop for good) is followed to where it leads: the news that the conversation ended must not reload this page first.
  document.addEventListener("submit", (event) => { if (!event.defaultPrevented) events.pause(); });
  // Stepping out stops the clock, which runs only while a page is connected.
  const stepOut = /** @type {HTMLDialogElement | null} */ (document.getElementById("step-out"));
  stepOut?.addEventListener("toggle", () => (stepOut.open ? events.pause() : events.resume()));
  runClock(events.connected);
  busy();
}
