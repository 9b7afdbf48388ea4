// @ts-check
// The fields of the editor. A module of its own: a module that two addresses name runs twice, and a page has its editor under one with a version.

const notKept = ["do", "version", "revision", "sentence", "starterIssue"];

/**
 * @param {HTMLFormElement} form
 * @param {boolean} [rendered] as the server wrote them, whatever was typed before this ran
 * @returns {Record<string, string[]>} names of fields to their values, in the order of the page
 */
export function fieldsOf(form, rendered = false) {
  /** @type {Record<string, string[]>} */
  const fields = {};
  for (const control of controlsOf(form)) {
    const values = valuesOf(control, rendered);
    if (values.length > 0) (fields[control.name] ??= []).push(...values);
  }
  return fields;
}

/** @param {HTMLFormElement} form @param {Record<string, string[]>} fields */
export function fill(form, fields) {
  for (const control of controlsOf(form)) {
    const values = fields[control.name] ?? [];
    if (isChoice(control)) control.checked = values.includes(control.value);
    else if (values.length > 0) control.value = values[0];
  }
}

/** @param {HTMLFormElement} form @returns {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]} */
function controlsOf(form) {
  return /** @type {any} */ ([...form.elements].filter(
    (control) =>
      ((control instanceof HTMLInputElement && !["submit", "button", "reset", "file"].includes(control.type)) ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement) &&
      !control.disabled &&
      control.name &&
      !control.name.startsWith("_") &&
      !notKept.includes(control.name),
  ));
}

/** @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control @param {boolean} rendered @returns {string[]} */
function valuesOf(control, rendered) {
  if (control instanceof HTMLSelectElement) {
    const chosen = [...control.options].filter((option) => (rendered ? option.defaultSelected : option.selected));
    // A list of one line shows its first choice where the server chose none.
    const shown = chosen.length === 0 && rendered && !control.multiple ? [...control.options].slice(0, 1) : chosen;
    return shown.map((option) => option.value);
  }
  if (isChoice(control)) return (rendered ? control.defaultChecked : control.checked) ? [control.value] : [];
  return [rendered ? control.defaultValue : control.value];
}

/** @param {Element} control @returns {control is HTMLInputElement} */
function isChoice(control) {
  return control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);
}
