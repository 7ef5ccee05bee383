// Forms of which no draft is kept. Who leaves one with something typed is asked once, in the browser itself.
const forms = new Map(); // the form → what its fields held before

const fieldsOf = form => [...form.querySelectorAll("input, textarea, select")];
const valueOf = field => field.type === "checkbox" || field.type === "radio" ? field.checked : field.value;
const untyped = field => field.type === "checkbox" || field.type === "radio" ? false : "";

const isTyped = form => fieldsOf(form).some(field => field.type !== "file" && valueOf(field) !== (forms.get(form).held.get(field) ?? untyped(field)));
const typedIn = within => [...forms.keys()].filter(form => {
  if (!form.isConnected) {
    forms.delete(form);
    return false;
  }
  return forms.get(form).used && within.contains(form) && isTyped(form);
});

export function watch(form) {
  forget(form);
  form.addEventListener("input", event => forms.get(form).used ||= event.isTrusted);
}

export const forget = form => forms.set(form, { used: false, held: new Map(fieldsOf(form).map(field => [field, valueOf(field)])) });

function ask() {
  const question = document.createElement("dialog");
  question.className = "ask-unsaved";
  question.dataset.testid = "ask-unsaved";
  question.setAttribute("aria-labelledby", "ask-unsaved-title");
  question.innerHTML = `
    <h2 id="ask-unsaved-title">填了的还没有保存</h2>
    <p>离开以后，刚才填的就没有了。</p>
    <form method="dialog"><button class="btn" value="leave" data-testid="leave">不要了</button><button class="btn go" value="stay" autofocus data-testid="stay">接着填</button></form>`;
  document.body.append(question);
  question.showModal();
  return new Promise(resolve => question.addEventListener("close", () => {
    question.remove();
    resolve(question.returnValue === "leave"); // Esc stays
  }, { once: true }));
}

let asking = null;

async function mayLeaveFrom(within) {
  const typed = typedIn(within);
  if (typed.length === 0) {
    return true;
  }
  asking ??= ask().finally(() => asking = null);
  const leaves = await asking;
  if (leaves) {
    typed.forEach(form => forms.delete(form)); // asked once
  }
  return leaves;
}

export const mayLeave = () => mayLeaveFrom(document);

addEventListener("beforeunload", event => typedIn(document).length > 0 && event.preventDefault());

/** Closing a dialog by its cross, by “先不办” or by Esc: before anybody else hears of it. */
async function askBeforeClosing(event, dialog) {
  if (typedIn(dialog).length === 0) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (await mayLeaveFrom(dialog)) {
    dialog.querySelector("[data-testid=cancel]")?.click();
  }
}

addEventListener("click", event => {
  const closes = event.target.closest?.(".mud-dialog [data-testid=cancel], .mud-dialog .mud-button-close");
  if (closes) {
    askBeforeClosing(event, closes.closest(".mud-dialog"));
  }
}, { capture: true });
addEventListener("keydown", event => {
  const dialog = event.key === "Escape" && !event.isComposing && event.target.closest?.(".mud-dialog");
  if (dialog) {
    askBeforeClosing(event, dialog);
  }
}, { capture: true });
