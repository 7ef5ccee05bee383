// Keys and small presses that must answer at once, with or without the circuit. The rows of lists are in rows.js, the search in find.js.
const writes = element => element?.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], .mud-dialog, dialog[open]");

const keyOf = event => event.code.startsWith("Digit") ? event.code.at(-1) : event.key;

const isThere = element => element.getClientRects().length > 0;

function press(event, selector) {
  event.preventDefault();
  const target = document.querySelector(selector);
  if (target.matches("button")) {
    target.focus(); // a field tells the server what it holds when it is left
  }
  target.click();
}

// G, and then the letter of a hall.
let going = 0;

function go(key) {
  const hall = document.querySelector(`[data-go="${key}"]`);
  hall?.click();
  return Boolean(hall);
}

const saidOf = element => {
  if (element.ariaLabel) {
    return element.ariaLabel;
  }
  const copy = element.cloneNode(true);
  copy.querySelectorAll("kbd, svg, .sr").forEach(part => part.remove());
  return copy.textContent.trim();
};

/** The keys that are on the page now, as its own elements say them. */
function keysHere() {
  const keys = [...document.querySelectorAll("[data-key], [data-alt]")].filter(isThere);
  return keys.map(element => element.dataset.key
    ? [saidOf(element), [element.dataset.key.toUpperCase()]]
    : [saidOf(element), ["Alt", element.dataset.alt.replace("ArrowUp", "↑").replace("ArrowDown", "↓")]])
    .filter(([said]) => said);
}

function openKeyMap() {
  const map = document.querySelector("[data-key-map]");
  if (!map || map.open) {
    return;
  }
  const here = map.querySelector("[data-page-keys]");
  const keys = keysHere();
  here.hidden = keys.length === 0;
  here.querySelector("dl").replaceChildren(...keys.map(([said, names]) => {
    const [row, term, what] = ["div", "dt", "dd"].map(name => document.createElement(name));
    term.textContent = said;
    what.append(...names.flatMap((name, place) => {
      const key = document.createElement("kbd");
      key.textContent = name;
      return place ? [" ", key] : [key];
    }));
    row.append(term, what);
    return row;
  }));
  map.querySelectorAll("[data-needs]").forEach(row => row.hidden = !document.querySelector(row.dataset.needs));
  map.querySelectorAll("section:not([data-page-keys])").forEach(part => part.hidden = !part.querySelector("dl > div:not([hidden])"));
  map.showModal(); // closing it gives the focus back to where it was
}

/** @returns {boolean} whether the letter did something. */
function letter(event) {
  const key = event.key;
  if (going) {
    clearTimeout(going);
    going = 0;
    return go(key);
  }
  const target = document.querySelector(`[data-key="${key}"]`); // a letter beside a button or link presses it
  if (target) {
    target.click();
    return true;
  }
  if (key === "g") {
    going = setTimeout(() => going = 0, 1500);
    return true;
  }
  return false;
}

document.addEventListener("keydown", event => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    const search = document.querySelector("[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  } else if (event.altKey && !event.ctrlKey && document.querySelector(`[data-alt="${keyOf(event)}"]`)) {
    press(event, `[data-alt="${keyOf(event)}"]`);
  } else if (event.key === "Escape" && !event.isComposing && event.target.closest(".keying")) {
    press(event, "[data-escape]");
  } else if (event.key === "Escape") {
    const inside = document.activeElement?.closest(".definition, [role=search]");
    if (inside) {
      document.activeElement.blur();
      event.stopPropagation();
    }
  } else if (plain && !event.isComposing && !writes(event.target) && !document.querySelector(".mud-dialog")) {
    if (event.key === "?" || event.key === "？") {
      event.preventDefault();
      openKeyMap();
    } else if (/^[a-z]$/.test(event.key) && letter(event)) {
      event.preventDefault(); // and rows.js leaves it alone
    }
  }
}, { capture: true });

// The field left by a press may grow the page and move the button away from under the pointer; the press stays the button's.
document.addEventListener("pointerdown", event => event.target.closest("[data-testid=confirm]")?.setPointerCapture(event.pointerId), { capture: true });

document.addEventListener("click", async event => {
  if (event.target.closest("[data-open-keys]")) {
    openKeyMap();
  }
  const button = event.target.closest("[data-copy-address]");
  if (button) {
    await navigator.clipboard?.writeText(location.href);
    const said = button.lastChild.textContent;
    button.lastChild.textContent = navigator.clipboard ? "已复制" : "请从地址栏复制";
    setTimeout(() => button.lastChild.textContent = said, 2000);
  }
  // A secret beside its field. Where the browser keeps the clipboard closed, it is marked for Ctrl+C.
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    const field = document.getElementById(copy.dataset.copy);
    field.select();
    await navigator.clipboard?.writeText(field.value);
    const said = copy.lastChild.textContent;
    copy.lastChild.textContent = navigator.clipboard ? "已复制" : "已选中，请按 Ctrl+C";
    setTimeout(() => copy.lastChild.textContent = said, 2000);
  }
  if (event.target.closest("[data-print]")) {
    print();
  }
});
