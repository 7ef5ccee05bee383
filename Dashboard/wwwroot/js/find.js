// Answers while one types in the masthead's search: the rooms of the house at once, from the page itself, and what the server finds after a moment.
const pause = 150;
const waysShown = 4;
let asking = null;
let waiting = 0;
let answered = { typed: "", kinds: [] };
let chosen = -1;

const form = () => document.querySelector("[data-find]");
const field = () => form()?.querySelector("[data-search]");
const list = () => form()?.querySelector("[role=listbox]");
const options = () => [...(list()?.querySelectorAll("[role=option]") ?? [])];

/** What a letter typed means at once: rooms and acts by name. */
function waysOf(typed) {
  const text = typed.toLowerCase();
  return [...form().querySelectorAll("[data-ways] li")]
    .filter(way => `${way.textContent} ${way.dataset.also}`.toLowerCase().includes(text))
    .sort((one, other) => Number(other.textContent.includes(typed)) - Number(one.textContent.includes(typed)))
    .slice(0, waysShown)
    .map(way => ({ address: way.querySelector("a").getAttribute("href"), text: way.textContent.trim(), about: way.dataset.also.split(" ")[0] === way.dataset.also ? way.dataset.also : "" }));
}

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

function marked(text, typed) {
  const at = typed ? text.indexOf(typed) : -1;
  return at < 0 ? [text] : [text.slice(0, at), make("mark", { textContent: typed }), text.slice(at + typed.length)];
}

function optionOf(found, typed, place) {
  const option = make("a", { id: `found-${place}`, href: found.address, tabIndex: -1 }, make("b", {}, ...marked(found.text, typed)), make("span", {}, ...marked(found.about ?? "", typed)));
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  return option;
}

function draw() {
  const typed = field().value.trim();
  const all = form().getAttribute("action") + (typed ? `?q=${encodeURIComponent(typed)}` : "");
  const kinds = typed === "" ? [] : [
    { name: "页面", rows: waysOf(typed) },
    ...answered.kinds, // those of a moment ago, until the new ones come: nothing jumps
    { name: "意见列表", rows: [{ address: all, text: `在全部意见里找“${typed}”`, about: "Enter" }] },
  ].filter(kind => kind.rows.length > 0);
  const before = options()[chosen]?.getAttribute("href");
  let place = 0;
  list().replaceChildren(...kinds.map(kind => {
    const group = make("div", {}, make("div", { className: "kind", textContent: kind.name, ariaHidden: "true" }), ...kind.rows.map(row => optionOf(row, typed, place++)));
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", kind.name);
    return group;
  }));
  choose(before ? options().findIndex(option => option.getAttribute("href") === before) : -1);
  show(kinds.length > 0 && document.activeElement === field());
}

function show(isShown) {
  if (field().getAttribute("role") !== "combobox") {
    return; // nobody was in it yet
  }
  list().hidden = !isShown;
  field().setAttribute("aria-expanded", String(isShown));
  if (!isShown) {
    choose(-1);
  }
}

function choose(place) {
  options()[chosen]?.setAttribute("aria-selected", "false");
  options().forEach(option => option.setAttribute("aria-selected", "false"));
  chosen = place;
  const option = options()[place];
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) {
    field().setAttribute("aria-activedescendant", option.id);
  } else {
    field().removeAttribute("aria-activedescendant");
  }
}

async function ask(typed) {
  asking?.abort(); // what it asked is overtaken
  asking = new AbortController();
  try {
    const answer = await fetch(form().dataset.find, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ typed }), signal: asking.signal,
    });
    if (answer.ok && field().value.trim() === typed) {
      answered = { typed, kinds: await answer.json() };
      draw();
      const found = answered.kinds.reduce((sum, kind) => sum + kind.rows.length, 0);
      form().querySelector("[data-found-count]").textContent = found === 0 ? "没有搜到，按回车在全部意见里找" : `搜到 ${found} 条，按上下键选`;
    }
  } catch {
    // Overtaken, or the server is away: the form as it is still leads to the list.
  }
}

function typedOn() {
  const typed = field().value.trim();
  clearTimeout(waiting);
  if (typed === "") {
    asking?.abort();
    answered = { typed, kinds: [] };
  } else if (typed !== answered.typed) {
    waiting = setTimeout(ask, pause, typed);
  }
  draw();
}

function follow(option) {
  show(false);
  field().blur();
  option.click();
}

document.addEventListener("focusin", event => {
  if (event.target.matches("[data-search]")) {
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": "found", "aria-expanded": "false" };
    Object.entries(attributes).forEach(([name, value]) => event.target.setAttribute(name, value)); // only now: without this script it is a field like any other
    typedOn();
  } else if (list() && !form().contains(event.target)) {
    show(false);
  }
});
document.addEventListener("focusout", event => event.target.matches("[data-search]") && !form().contains(event.relatedTarget) && show(false));
document.addEventListener("input", event => event.target.matches("[data-search]") && !event.isComposing && typedOn());
document.addEventListener("compositionend", event => event.target.matches("[data-search]") && typedOn());

document.addEventListener("keydown", event => {
  if (!event.target.matches?.("[data-search]") || event.isComposing) {
    return;
  }
  const all = options();
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length > 0) {
    event.preventDefault();
    show(true);
    const by = event.key === "ArrowDown" ? 1 : -1;
    choose(chosen < 0 ? (by > 0 ? 0 : all.length - 1) : (chosen + by + all.length) % all.length);
  } else if (event.key === "Enter" && all[chosen]) {
    event.preventDefault();
    follow(all[chosen]);
  }
});

// The field keeps the focus while an answer is pressed, so that the list stays under the pointer.
document.addEventListener("mousedown", event => event.target.closest("[role=listbox] [role=option]") && form()?.contains(event.target) && event.preventDefault());
document.addEventListener("click", event => {
  if (form()?.contains(event.target) && event.target.closest("[role=option]")) {
    show(false);
    field().blur();
  }
});
