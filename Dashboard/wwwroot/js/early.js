// A page can be read before its circuit stands. What is pressed and typed meanwhile is given to the page as soon as there is somebody to hear it.
const isComing = () => document.querySelector("[data-testid=connection][aria-busy]") !== null;
const called = testId => document.querySelector(`[data-testid="${CSS.escape(testId)}"]:not([disabled])`);
const typed = new Map();
let pressed = null;

function type({ target }) {
  if (target.dataset.testid && target.type !== "file") { // a script may not choose a file
    typed.set(target.dataset.testid, { value: target.value, checked: target.checked });
  }
}

/** Of several presses the last counts. */
function press({ target }) {
  const button = target.closest("main button[data-testid]:not([data-print])"); // that one needs no circuit
  if (button) {
    pressed = button.dataset.testid;
    button.ariaBusy = "true";
  }
}

function handOver() {
  if (isComing()) {
    return;
  }
  stopHearing();
  for (const [testId, was] of typed) {
    const field = called(testId);
    if (field) {
      typed.delete(testId);
      Object.assign(field, was);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  const button = pressed !== null && typed.size === 0 && called(pressed);
  if (button) {
    pressed = null;
    button.focus();
    button.click();
  }
  if (typed.size === 0 && pressed === null) {
    goOn();
  }
}

const handing = new MutationObserver(handOver);

function stopHearing() {
  document.removeEventListener("input", type);
  document.removeEventListener("click", press);
  addEventListener("pointerdown", goOn);
  addEventListener("keydown", goOn);
}

/** Everything was handed over, or the person goes on with something else. */
function goOn() {
  handing.disconnect();
  removeEventListener("pointerdown", goOn);
  removeEventListener("keydown", goOn);
}

if (isComing()) {
  document.addEventListener("input", type);
  document.addEventListener("click", press);
  handing.observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-busy", "disabled"] });
}
