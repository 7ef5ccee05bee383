// What is typed lies in sessionStorage until it was saved: it outlives a lost circuit and a reload, and goes with the tab.
const prefix = `draft:${document.body.dataset.account ?? ""}:`; // whoever else sits down here never sees them
const closers = new Map();

const fieldsOf = element => [...element.querySelectorAll("input[name], textarea[name], select[name]")];
const stored = key => JSON.parse(sessionStorage.getItem(prefix + key) ?? "{}");

function valuesOf(element) {
  const values = {};
  for (const field of fieldsOf(element)) {
    if (field.type === "checkbox") {
      values[field.name] = field.checked ? field.value : "";
    } else if (field.type === "radio") {
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

function say(words) {
  document.querySelector(".kept-word")?.remove();
  const word = document.createElement("p");
  word.className = "kept-word";
  word.dataset.testid = "kept-word";
  word.setAttribute("role", "status");
  document.body.append(word);
  word.textContent = words; // once it stands, so that it is read out
  setTimeout(() => word.remove(), 6000);
}

export function open(element, key) {
  closers.get(key)?.();
  document.querySelector(".kept-word")?.remove();
  let writing = false;
  let typed = false;
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
  const save = event => {
    typed ||= event?.isTrusted === true; // by the reader, and not put back
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
      const confirm = (dialog ?? element).querySelector("[data-testid=confirm]");
      confirm?.focus(); // a field tells the server what it holds when it is left
      confirm?.click();
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
  // Closed or left with something typed: nothing is asked, because nothing is lost, and that is said.
  const gone = new MutationObserver(() => {
    if (!element.isConnected) {
      closers.get(key)?.();
      closers.delete(key);
      if (typed && Object.values(stored(key)).some(value => value !== "")) {
        say("没存的还留着，再打开这里就放回来。");
      }
    }
  });
  gone.observe(document.body, { childList: true, subtree: true });
  closers.set(key, () => {
    grown.disconnect();
    gone.disconnect();
    element.removeEventListener("input", save);
    element.removeEventListener("change", save);
    element.removeEventListener("keydown", keys);
  });
  const seen = fieldsOf(element).filter(field => field.type !== "hidden");
  const first = element.querySelector("[data-first]") ?? seen.find(field => field.type === "radio" && field.name === seen[0].name && field.checked) ?? seen[0];
  // The dialog takes the focus itself once it stands; ours comes after.
  requestAnimationFrame(() => requestAnimationFrame(() => first?.focus({ preventScroll: false })));
  return any;
}

// Fields taken off the page while they hold the focus report a last change; it must not bring the draft back.
export function forget(key) {
  closers.get(key)?.();
  closers.delete(key);
  sessionStorage.removeItem(prefix + key);
}

export const keep = (key, text) => sessionStorage.setItem(prefix + key, text);
export const read = key => sessionStorage.getItem(prefix + key);
