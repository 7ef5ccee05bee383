// Passkeys: the page asks its server for the question, the browser asks the person, and the answer goes back in the page's own form.
// Without a script, or where the browser knows no passkeys, nothing of this is shown.
const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential.parseCreationOptionsFromJSON;

async function questionFor(form, address) {
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const answer = await fetch(address, { method: "POST", headers: { RequestVerificationToken: token } });
  if (!answer.ok) {
    throw new Error(`The server answered ${answer.status}.`);
  }
  return answer.json();
}

const askForKnown = async question => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
const askForNew = async question => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) });

function offer(form, address, ask, refusal) {
  const said = form.querySelector("[role=alert]");
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    said.hidden = true;
    try {
      const credential = await ask(await questionFor(form, address));
      form.querySelector("[name=credential]").value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      said.textContent = error.name === "NotAllowedError" ? "没有完成。可以再试一次。" : error.name === "InvalidStateError" ? "这个设备已经存了这个账号的通行密钥。" : refusal;
      said.hidden = false;
    }
  });
}

if (able) {
  for (const form of document.querySelectorAll("[data-passkey-sign-in]")) {
    offer(form, form.dataset.passkeySignIn, askForKnown, "没有用通行密钥登录成。请再试一次，或者用口令登录。");
  }
  for (const form of document.querySelectorAll("[data-passkey-add]")) {
    offer(form, form.dataset.passkeyAdd, askForNew, "没有添加成，请再试一次。");
    document.querySelector("[data-passkey-missing]").hidden = true;
  }
}
