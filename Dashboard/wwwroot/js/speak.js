// The public form and the receipt, made easier where scripts run. Without them everything works as well: the browser's own back keeps the words.
const key = "speak-draft";
const keptFor = 7 * 24 * 3600 * 1000;
const largest = 10 * 1024 * 1024;
const kept = ["own", "cat", "to"]; // never the name or the phone: a phone may be lent

const storage = (() => {
  try {
    localStorage.setItem("speak-probe", "1");
    localStorage.removeItem("speak-probe");
    return localStorage;
  } catch {
    return null;
  }
})();

document.addEventListener("click", event => event.target.closest("[data-print]") && document.querySelector(".public") && print()); // elsewhere keys.js does it

for (const hidden of document.querySelectorAll("[data-needs-script]")) {
  hidden.hidden = false;
}

function draft() {
  try {
    const found = JSON.parse(storage?.getItem(key) ?? "null");
    return found && Date.now() - found.at < keptFor ? found.values : null;
  } catch {
    return null;
  }
}

function keepDraft(form) {
  const values = Object.fromEntries(kept.map(name => [name, form.elements[name].value]));
  if (values.own.trim()) {
    storage?.setItem(key, JSON.stringify({ at: Date.now(), values }));
  } else {
    storage?.removeItem(key);
  }
}

function showPhoto(input) {
  const label = input.closest(".photo");
  const file = input.files[0];
  label.classList.toggle("has", Boolean(file));
  label.querySelector("img")?.remove();
  const name = label.querySelector("span");
  name.textContent = !file ? "加照片" : file.size > largest ? "超过10 MB，请换一张" : file.name;
  if (file?.type.startsWith("image/") && file.size <= largest) {
    const reader = new FileReader();
    reader.onload = () => {
      const picture = new Image();
      picture.alt = "";
      picture.src = reader.result;
      label.prepend(picture);
    };
    reader.readAsDataURL(file);
  }
}

const form = document.querySelector("form[data-speak]");
if (form) {
  const saved = draft();
  if (saved && form.dataset.speak === "new" && !form.elements.own.value) {
    form.elements.own.value = saved.own;
    form.elements.cat.value = saved.cat;
    if (!form.elements.to.dataset.byCode) {
      form.elements.to.value = saved.to;
    }
    form.querySelector("[data-speak-put-back]").hidden = false;
  }
  form.addEventListener("input", () => keepDraft(form));
  form.addEventListener("change", event => event.target.type === "file" && showPhoto(event.target));
  form.querySelector("[data-speak-clear]").addEventListener("click", () => {
    storage?.removeItem(key);
    form.elements.own.value = "";
    form.querySelector("[data-speak-put-back]").hidden = true;
    form.elements.own.focus();
  });
  let sending = false;
  form.addEventListener("submit", event => {
    const said = form.querySelector("[data-speak-status]");
    const tooLarge = [...form.querySelectorAll("input[type=file]")].some(input => input.files[0]?.size > largest);
    if (sending || !navigator.onLine || tooLarge) {
      event.preventDefault(); // one press is enough, and a photo that will be refused need not travel
      said.textContent = sending ? "正在提交，请等一等。" : tooLarge ? "有一张照片超过10 MB，请换一张再点“提交”。" : "网断了，您写的还在这台手机上；连上以后再点一次“提交”。";
      return;
    }
    sending = true;
    said.textContent = "正在提交，请等一等。";
  });
  addEventListener("pageshow", () => {
    sending = false;
    form.querySelector("[data-speak-status]").textContent = "";
  });
}

if (document.querySelector("[data-speak-done]")) {
  storage?.removeItem(key);
}

// A receipt's QR code: number and code stand behind the #, are put into the form, and leave the address at once.
const lookUp = document.querySelector("form[data-look-up]");
if (lookUp && location.hash.length > 1) {
  const given = new URLSearchParams(location.hash.slice(1));
  if (given.get("n") && given.get("c")) {
    lookUp.elements.number.value = given.get("n");
    lookUp.elements.code.value = given.get("c");
    history.replaceState(null, "", location.pathname);
    lookUp.requestSubmit();
  }
}
