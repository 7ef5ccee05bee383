// The rows of a list: going through them by keys, ticking several, and coming back to the one that was opened.
const rowsAre = "main tbody tr, main .sheet li, main .p-sheet li, main article";
// A number leads to what it counts; the row itself opens by its name, or by its first button.
const wayOf = row => ["a[href]:not([tabindex='-1'], .live-num)", "button", "a[href]"].map(way => row.querySelector(way)).find(Boolean);
const isRow = row => !row.parentElement.closest(rowsAre) && row.getClientRects().length > 0 && wayOf(row);

const rows = () => [...document.querySelectorAll(rowsAre)].filter(isRow);
const rowAt = element => element?.closest?.(rowsAre);

const writes = element => element?.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], .mud-dialog, dialog[open]");

/**
 * Sets the focus on the way into the next row; Enter is then the browser's own.
 * @param {boolean} inside only where a row has the focus already: arrows scroll the page otherwise.
 */
function step(by, inside = false) {
  const here = rowAt(document.activeElement);
  if (inside && (!here || !document.activeElement.matches("a"))) {
    return false;
  }
  const all = rows();
  const at = all.indexOf(here);
  const next = at >= 0 ? all[at + by] : by > 0 ? all.find(row => row.getBoundingClientRect().bottom > 120) ?? all[0] : all.at(-1);
  if (!next) {
    return all.length > 0;
  }
  focusOn(next);
  return true;
}

function focusOn(row) {
  wayOf(row).focus({ preventScroll: true, focusVisible: true });
  row.scrollIntoView({ block: "nearest" });
}

const boxOf = row => row?.querySelector("input[type=checkbox]");
let ticked = null; // the last one, from which a range goes

/** Ticks the row that has the focus; with Shift all from the last one ticked. */
function tick(range) {
  const box = boxOf(rowAt(document.activeElement));
  if (!box) {
    return false;
  }
  const from = ticked;
  box.click();
  if (range) {
    tickRange(from, box);
  }
  ticked = box;
  return true;
}

function tickRange(from, to) {
  const boxes = rows().map(boxOf).filter(Boolean);
  const ends = [boxes.indexOf(from), boxes.indexOf(to)];
  if (ends.includes(-1)) {
    return;
  }
  for (const box of boxes.slice(Math.min(...ends), Math.max(...ends) + 1)) {
    if (box.checked !== to.checked) {
      box.click();
    }
  }
}

// After keys.js, whose letters on the page go first.
document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writes(event.target) || document.querySelector(".mud-dialog")) {
    return;
  }
  const does = {
    j: () => step(1), k: () => step(-1), ArrowDown: () => step(1, true), ArrowUp: () => step(-1, true), x: () => tick(false), X: () => tick(true),
  }[event.key];
  if (does?.()) {
    event.preventDefault();
  }
});

let ranging = false;
document.addEventListener("click", event => {
  const box = event.target;
  if (ranging || !box.matches?.("input[type=checkbox]") || boxOf(rowAt(box)) !== box) {
    return;
  }
  if (event.shiftKey && event.isTrusted) {
    ranging = true;
    tickRange(ticked, box);
    ranging = false;
  }
  ticked = box;
});
// Shift and a press would mark the text between.
document.addEventListener("mousedown", event => event.shiftKey && rowAt(event.target) && boxOf(rowAt(event.target))?.closest("label")?.contains(event.target) && event.preventDefault());

// Coming back. A list is known by its address, a row by the page it leads to; both lie in this tab only.
const most = 20;
const key = "lists";
const known = () => JSON.parse(sessionStorage.getItem(key) ?? "[]");
const addressOf = url => url.pathname + url.search;
let here = addressOf(location);
let back = false; // the way now gone leads back
let stop = () => {};

const rowOf = path => rows().find(row => [...row.querySelectorAll("a[href]")].some(link => new URL(link.href).pathname === path));

/** A row is being left for its page. */
function leave(link) {
  const row = rowAt(link);
  const item = new URL(link.href);
  if (!row || item.origin !== location.origin || item.pathname === location.pathname) {
    return;
  }
  const left = { list: here, item: item.pathname, place: rows().indexOf(row), y: scrollY };
  sessionStorage.setItem(key, JSON.stringify([left, ...known().filter(other => other.list !== here)].slice(0, most)));
}

/** Waits for the list to be there, and shows the row that was opened; where it is no longer in the list, the one in its place has the focus. */
function comeBack(from) {
  const left = known().find(one => one.list === here) ?? { item: from, place: -1 };
  stop();
  const until = performance.now() + 4000;
  let shown = null;
  const look = () => {
    if (performance.now() > until) {
      stop();
      return;
    }
    const all = rows();
    const same = rowOf(from) ?? rowOf(left.item);
    const row = same ?? (left.place < 0 ? null : all[Math.min(left.place, all.length - 1)]);
    if (!row || (row === shown && row.contains(document.activeElement))) {
      return;
    }
    if (row !== shown) {
      if (left.y !== undefined) {
        scrollTo({ top: left.y, behavior: "instant" });
      }
      same?.classList.add("returned");
      setTimeout(() => same?.classList.remove("returned"), 2400);
    }
    shown = row;
    focusOn(row);
  };
  // The page is drawn, drawn again when its circuit comes, and its heading takes the focus: until the reader does something, the row takes it back.
  const ticking = setInterval(look, 50);
  const uses = ["keydown", "pointerdown", "wheel", "touchstart"];
  stop = () => {
    clearInterval(ticking);
    uses.forEach(use => removeEventListener(use, stop, true));
    stop = () => {};
  };
  uses.forEach(use => addEventListener(use, stop, true));
}

function moved() {
  const [from, returning] = [here, back];
  here = addressOf(location);
  back = false;
  if (from !== here) {
    stop();
    if (returning) {
      comeBack(from.split("?")[0]);
    }
  }
}

/** The crumb of an item that was opened from a list leads to that list as it was. */
function lead(crumb) {
  const to = new URL(crumb.href);
  const left = known().find(one => one.item === location.pathname && one.list.split("?")[0] === to.pathname);
  if (left && !to.search && !crumb.parentElement.querySelector("[data-back]")) {
    crumb.href = left.list;
  }
}

const crumbOf = event => event.target.closest?.(".crumb a[href]");
["pointerover", "focusin", "click"].forEach(use => document.addEventListener(use, event => crumbOf(event) && lead(crumbOf(event)), { capture: true }));

document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && link.target !== "_blank") {
    back = Boolean(crumbOf(event));
    leave(link);
    if (back) {
      sessionStorage.setItem("lists-back", location.pathname); // where the page is opened anew instead of drawn anew
    }
  }
}, { capture: true });

// Blazor says nothing when it goes to another address.
const push = history.pushState;
history.pushState = function (...to) {
  push.apply(history, to);
  moved();
};
const replace = history.replaceState;
history.replaceState = function (...to) {
  replace.apply(history, to);
  here = addressOf(location); // the same page under another address
};
addEventListener("popstate", () => {
  back = true;
  moved();
});

const came = sessionStorage.getItem("lists-back");
sessionStorage.removeItem("lists-back");
if (came || performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
  comeBack(came ?? "");
}
