// Starts Blazor, and says in words what becomes of the connection. It tries for ever; the page stays readable meanwhile.
const longestPause = 10_000;
const root = document.documentElement;
const announcer = document.getElementById("components-reconnect-modal");
let lostAt = null;
let ticking = 0;

// The connection is found dead half a minute after the last word; the age counts from that word.
let heard;
let heardAt = Date.now();
setInterval(() => {
  const words = document.querySelector("[data-as-of]")?.textContent;
  if (words !== heard) {
    heard = words;
    heardAt = Date.now();
  }
}, 1000);

const time = moment => new Date(moment).toLocaleTimeString("zh-CN", { hour12: false });
const asOf = () => document.querySelector("[data-as-of]")?.textContent.trim() || time(lostAt);
const sentence = () => `连接中断，正在重连。数据停在 ${asOf()}`;

function sayLost() {
  const seconds = Math.floor((Date.now() - lostAt) / 1000);
  for (const place of document.querySelectorAll("[data-lost-words]")) {
    place.textContent = `${sentence()}，已过 ${seconds} 秒`;
  }
}

function lose() {
  if (lostAt !== null) {
    return;
  }
  lostAt = heard ? heardAt : Date.now();
  root.classList.add("lost");
  announcer.textContent = `${sentence()}。`;
  sayLost();
  ticking = setInterval(sayLost, 1000);
}

function find() {
  clearInterval(ticking);
  lostAt = null;
  root.classList.remove("lost");
  announcer.textContent = "连接已恢复。";
}

// The server no longer knows this circuit: open the page anew, at the same place, as soon as the server answers.
async function openAnew(pause = 500) {
  try {
    const answer = await fetch(location.href, { method: "GET", cache: "no-store" });
    if (answer.status < 500) {
      location.reload();
      return;
    }
  } catch {
    // Not there yet.
  }
  setTimeout(openAnew, pause, Math.min(pause * 2, longestPause));
}

announcer.addEventListener("components-reconnect-state-changed", event => {
  switch (event.detail.state) {
    case "show":
      lose();
      break;
    case "hide":
      find();
      break;
    case "rejected":
    case "failed":
    case "paused":
    case "resume-failed":
      lose();
      openAnew();
      break;
  }
});

document.addEventListener("click", async event => {
  // False: the server is there, and no longer knows this circuit. An error: it is not there yet, and is tried for further.
  if (event.target.closest("[data-reconnect]") && await Blazor.reconnect().catch(() => true) === false) {
    openAnew();
  }
});

Blazor.start({
  // A link followed before the circuit stands opens its page anew. Patched into this one it would be taken away again when the circuit comes, which begins with the address it was asked for.
  ssr: { disableDomPreservation: true },
  circuit: {
    reconnectionOptions: {
      maxRetries: Infinity,
      retryIntervalMilliseconds: attempts => Math.min(500 * 2 ** attempts, longestPause),
    },
  },
});

// A choice that the server is told of with every page: kept for a year.
document.addEventListener("change", event => {
  const name = event.target.dataset?.keep;
  if (name) {
    document.cookie = `${name}=${encodeURIComponent(event.target.value)}; path=/; max-age=31536000; samesite=lax`;
  }
});
