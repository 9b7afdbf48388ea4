// @ts-check
import { fieldsOf } from "./fields.js";

/**
 * Shows what this tab and the other one have, and lets the person choose.
 * @param {HTMLElement} place
 * @param {HTMLFormElement} form
 * @param {{ fields: Record<string, string[]> }} newer
 * @param {{ mine: () => void, theirs: () => void }} choose
 */
export function showConflict(place, form, newer, choose) {
  const here = fieldsOf(form);
  const names = [...new Set([...Object.keys(here), ...Object.keys(newer.fields)])].sort();
  const differ = names.filter((name) => !name.endsWith("].id") && text(here[name]) !== text(newer.fields[name]));

  const heading = document.createElement("h2");
  heading.textContent = "This client was changed in another tab";
  const sentence = document.createElement("p");
  sentence.textContent = "Nothing is lost: what you typed is still here. Choose which one to keep.";
  const table = document.createElement("table");
  table.className = "table";
  table.append(row("th", ["Field", "Here", "Saved elsewhere"]));
  for (const name of differ) table.append(row("td", [labelOf(form, name), text(here[name]) || "empty", text(newer.fields[name]) || "empty"]));
  const region = document.createElement("div");
  region.className = "scroll-x";
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", "Both versions");
  region.append(table);
  const buttons = document.createElement("div");
  buttons.className = "row";
  buttons.append(
    button("Keep what is here", () => {
      place.hidden = true;
      choose.mine();
    }),
    button("Take the other one", choose.theirs),
  );
  place.replaceChildren(heading, sentence, region, buttons);
  place.hidden = false;
  place.focus();
}

/** @param {string[] | undefined} values */
function text(values) {
  return (values ?? []).map((value) => value.trim()).filter(Boolean).join(", ");
}

/** @param {HTMLFormElement} form @param {string} name */
function labelOf(form, name) {
  const controls = form.elements.namedItem(name);
  const control = controls instanceof RadioNodeList ? controls[0] : controls;
  if (!(control instanceof HTMLElement)) return name;
  const field = control.closest(".field");
  const card = control.closest("fieldset.disclosure")?.querySelector("h3")?.textContent;
  const label = field?.querySelector(":scope > label, :scope > legend")?.textContent?.trim() ?? name;
  return card ? `${card}, ${label}` : label;
}

/** @param {string} kind @param {string[]} cells */
function row(kind, cells) {
  const line = document.createElement("tr");
  for (const words of cells) {
    const cell = document.createElement(kind);
    cell.textContent = words;
    cell.className = "pre";
    line.append(cell);
  }
  return line;
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "btn small";
  element.textContent = words;
  element.addEventListener("click", act);
  return element;
}
