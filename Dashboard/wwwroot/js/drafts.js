// What is typed lies in sessionStorage until it was saved: it outlives a lost circuit and a reload, and goes with the tab.
const prefix = "draft:";
const opened = new WeakMap();

const fieldsOf = element => [...element.querySelectorAll("input[name], textarea[name], select[name]")];
const stored = key => JSON.parse(sessionStorage.getItem(prefix + key) ?? "{}");

function valuesOf(element) {
  const values = {};
  for (const field of fieldsOf(element)) {
    if (field.type === "radio" || field.type === "checkbox") {
      if (field.checked) {
        values[field.name] = field.value;
      }
    } else {
      values[field.name] = field.value;
    }
  }
  return values;
}

function putBack(field, values) {
  if (!(field.name in values)) {
    return false;
  }
  const choice = field.type === "radio" || field.type === "checkbox";
  if (choice ? field.value !== values[field.name] || field.checked : field.value === values[field.name]) {
    return false;
  }
  if (choice) {
    field.checked = true;
  } else {
    field.value = values[field.name];
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

export function open(element, key) {
  opened.get(element)?.();
  let writing = false;
  const done = new Set();
  const restore = () => {
    const values = stored(key);
    const fresh = fieldsOf(element).filter(field => !done.has(field));
    fresh.forEach(field => done.add(field));
    writing = true;
    const any = fresh.map(field => putBack(field, values)).some(Boolean);
    writing = false;
    return any;
  };
  const save = () => {
    if (!writing) {
      // Fields of another choice are not on the page now; what was typed there stays.
      sessionStorage.setItem(prefix + key, JSON.stringify({ ...stored(key), ...valuesOf(element) }));
    }
  };
  const keys = event => {
    const dialog = element.closest(".mud-dialog");
    const confirms = event.key === "Enter" && !event.isComposing && (event.ctrlKey || (dialog && event.target.matches("input:not([list]):not([type=radio])")));
    if (confirms) {
      event.preventDefault();
      // A field tells the server what it holds when it is left.
      event.target.dispatchEvent(new Event("change", { bubbles: true }));
      (dialog ?? element).querySelector("[data-testid=confirm]")?.click();
    }
  };
  const any = restore();
  const grown = new MutationObserver(changes => {
    restore();
    if (changes.some(change => change.type === "attributes")) {
      save(); // a hidden field, written by the server
    }
  });
  grown.observe(element, { childList: true, subtree: true, attributeFilter: ["value"] });
  element.addEventListener("input", save);
  element.addEventListener("change", save);
  element.addEventListener("keydown", keys);
  opened.set(element, () => {
    grown.disconnect();
    element.removeEventListener("input", save);
    element.removeEventListener("change", save);
    element.removeEventListener("keydown", keys);
  });
  const first = element.querySelector("[data-first]") ?? element.querySelector("input:checked") ?? fieldsOf(element).find(field => field.type !== "hidden");
  // The dialog takes the focus itself once it stands; ours comes after.
  requestAnimationFrame(() => requestAnimationFrame(() => first?.focus({ preventScroll: false })));
  return any;
}

export const forget = key => sessionStorage.removeItem(prefix + key);
export const keep = (key, text) => sessionStorage.setItem(prefix + key, text);
export const read = key => sessionStorage.getItem(prefix + key);
