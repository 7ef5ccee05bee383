// Keys and small presses that must answer at once, with or without the circuit.
const writes = element => element?.closest("input, textarea, select, [contenteditable], .mud-dialog");

const keyOf = event => event.code.startsWith("Digit") ? event.code.at(-1) : event.key;

function press(event, selector) {
  event.preventDefault();
  const target = document.querySelector(selector);
  if (target.matches("button")) {
    target.focus(); // a field tells the server what it holds when it is left
  }
  target.click();
}

document.addEventListener("keydown", event => {
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
  } else if (/^[a-z]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !writes(event.target) && !document.querySelector(".mud-dialog")) {
    // A letter beside a button or link presses it.
    const target = document.querySelector(`[data-key="${event.key}"]`);
    if (target) {
      event.preventDefault();
      target.click();
    }
  }
}, { capture: true });

// The field left by a press may grow the page and move the button away from under the pointer; the press stays the button's.
document.addEventListener("pointerdown", event => event.target.closest("[data-testid=confirm]")?.setPointerCapture(event.pointerId), { capture: true });

document.addEventListener("click", async event => {
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
