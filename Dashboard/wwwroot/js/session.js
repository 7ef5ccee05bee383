// A signed-in page: says that its reader is still there, and leads to the sign-in and back when the session is over.
const signOfLifeEvery = 60_000;
const askEvery = 5_000;
const account = document.body.dataset.account;
const announcer = document.getElementById("components-reconnect-modal");
let said = Date.now();
let asking = 0;

function forgetDrafts(which) {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith("draft:") && which(key)) {
      sessionStorage.removeItem(key);
    }
  }
}

async function ask(request = {}) {
  try {
    const answer = await fetch("/session", { cache: "no-store", ...request });
    if (answer.status === 401) {
      leave(await answer.text());
    }
  } catch {
    // The server is not there; the page says so already.
  }
}

function leave(why) {
  if (why === "signedout") {
    forgetDrafts(() => true); // one's own sign-out, in another tab: nothing of it stays here either
  }
  const back = encodeURIComponent(location.pathname + location.search);
  location.replace(`/sign-in?return=${back}`);
}

// Reading sends nothing to the server by itself, and is not idleness.
function live() {
  if (Date.now() - said >= signOfLifeEvery) {
    said = Date.now();
    ask({ method: "POST", headers: { "X-Liaison-Alive": "1" } });
  }
}

if (account) {
  forgetDrafts(key => !key.startsWith(`draft:${account}:`)); // another person's, from before
  for (const use of ["pointerdown", "pointermove", "keydown", "wheel", "scroll"]) {
    document.addEventListener(use, live, { capture: true, passive: true });
  }
  addEventListener("pageshow", event => event.persisted && ask());
  announcer?.addEventListener("components-reconnect-state-changed", event => {
    clearInterval(asking);
    if (event.detail.state !== "hide") {
      ask();
      asking = setInterval(ask, askEvery);
    }
  });
}

if (document.querySelector("[data-forget-drafts]")) {
  forgetDrafts(() => true); // the sign-in page after one's own sign-out, by whatever way this tab came to it
}

document.addEventListener("submit", event => {
  if (event.target.matches("[data-sign-out]")) {
    forgetDrafts(() => true);
  }
}, { capture: true });

// A menu closes when something else is pressed, or a link in it is followed.
document.addEventListener("click", event => {
  for (const open of document.querySelectorAll("details.who[open]")) {
    if (!open.contains(event.target) || event.target.closest("a")) {
      open.open = false;
    }
  }
});
