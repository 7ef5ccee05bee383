// The wall. The server draws; here what it drew is put in place, the pictures take turns, and the age of the data is said, for days on end.
const silence = 12_000; // without a line for so long, the connection is taken for lost
const patience = 6_000; // and so long an answer may take to begin
const grace = 3_000; // a connection that comes back within it is not spoken of
const oldest = 45_000; // counts that stand still for longer are said to be old
const sceneEvery = 20_000;
const pageEvery = 7_000;
const slowest = 8_000;
const hour = 3_600_000;

const { by, build } = document.body.dataset;
const scenes = document.querySelector(".w-scenes");
let asOf = Number(document.body.dataset.asOf);
let offset = Number(document.body.dataset.now) - Date.now(); // a screen's own clock may be wrong
let brokenAt = Date.now();
let page = 0;
let held = false;

const pause = time => new Promise(resolve => setTimeout(resolve, time));
const here = () => Date.now() + offset;
const local = moment => new Date(moment + 8 * hour).toISOString(); // the district's wall clock, wherever the screen's is set
const hms = moment => local(moment).slice(11, 19);

function set(selector, text) {
  const element = document.querySelector(selector);
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function span(time) {
  const seconds = Math.max(0, Math.floor(time / 1000));
  return seconds < 60 ? `${seconds} 秒` : seconds < 3600 ? `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒` : `${Math.floor(seconds / 3600)} 小时 ${Math.floor(seconds / 60) % 60} 分`;
}

// What differs is marked once, briefly, and not what is there for the first time.
function put(name, html) {
  const part = document.querySelector(`[data-part="${name}"]`);
  if (!part) {
    return;
  }
  const before = new Map(Array.from(part.querySelectorAll("[data-mark]"), number => [number.dataset.mark, number.textContent]));
  part.innerHTML = html;
  for (const number of part.querySelectorAll("[data-mark]")) {
    number.classList.toggle("changed", before.has(number.dataset.mark) && before.get(number.dataset.mark) !== number.textContent);
  }
  if (name === "late") {
    showPage();
  }
}

async function take(line) {
  const told = JSON.parse(line);
  if (told.build !== build) {
    await renew();
  }
  asOf = told.asOf;
  offset = told.now - Date.now();
  brokenAt = 0;
  for (const [name, html] of Object.entries(told.parts)) {
    put(name, html);
  }
  tell();
}

// Another build of the server draws in another way. The page is left only for one that is there.
async function renew() {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  if (answer.ok) {
    location.reload();
  }
}

async function listen() {
  for (let tries = 0; ; tries++) {
    const cut = new AbortController();
    let heardAt = 0; // on this connection
    let watchdog = setTimeout(() => cut.abort(), patience);
    try {
      const answer = await fetch("/wall/live", { cache: "no-store", signal: cut.signal });
      if ([401, 403, 404].includes(answer.status)) {
        location.replace(`/wall/door?why=${by}`);
        return;
      }
      if (answer.ok) {
        const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let rest = "", next; !(next = await reader.read()).done; ) {
          const lines = (rest + next.value).split("\n");
          rest = lines.pop();
          for (const line of lines) {
            clearTimeout(watchdog);
            watchdog = setTimeout(() => cut.abort(), silence);
            heardAt = Date.now();
            await take(line);
            tries = 0;
          }
        }
      }
    } catch {
      // The network or the server is gone. The wall says so, and tries again for ever.
    }
    clearTimeout(watchdog);
    brokenAt ||= cut.signal.aborted && heardAt ? heardAt : Date.now(); // where it fell silent, it was gone then
    cut.abort();
    await pause(Math.min(slowest, 500 * 2 ** tries) * (0.5 + Math.random() / 2));
  }
}

function tell() {
  const [now, age] = [here(), here() - asOf];
  const isBroken = brokenAt > 0 && Date.now() - brokenAt > grace;
  document.body.classList.toggle("lost", isBroken || age > oldest);
  set("[data-said]", isBroken ? "连接中断，正在重连。数据停在" : age > oldest ? "数据没有更新，停在" : "实时连接正常　数据截至");
  set("[data-shown-as-of]", hms(asOf));
  set("[data-past]", isBroken || age > oldest ? `，已过 ${span(age)}` : "");
  set("[data-clock]", local(now).slice(11, 16));
  const [year, month, day] = local(now).slice(0, 10).split("-").map(Number);
  set("[data-day]", `${year}年${month}月${day}日　星期${"日一二三四五六"[new Date(now + 8 * hour).getUTCDay()]}`);
}

function showPage() {
  const list = document.querySelector("[data-pages]");
  if (!list) {
    return;
  }
  const items = Array.from(list.children);
  const atOnce = Number(getComputedStyle(list).getPropertyValue("--at-once")) || 2;
  const first = (page % Math.ceil(items.length / atOnce)) * atOnce;
  items.forEach((item, place) => (item.hidden = place < first || place >= first + atOnce));
}

function turnScene() {
  scenes.dataset.scene = scenes.dataset.scene === "0" ? "1" : "0";
}

function turnPage() {
  page++;
  showPage();
}

function stayAwake() {
  if (document.visibilityState === "visible") {
    navigator.wakeLock?.request("screen").catch(() => {});
  }
}

if (location.hash) {
  location.replace(`/wall/door${location.hash}`); // a key stands behind it
} else {
  document.addEventListener("visibilitychange", stayAwake);
  document.addEventListener("keydown", event => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      turnScene();
    } else if (event.key === " ") {
      held = !held;
    }
  });
  addEventListener("resize", showPage);
  setInterval(tell, 1000);
  setInterval(() => held || turnScene(), sceneEvery);
  setInterval(() => held || turnPage(), pageEvery);
  stayAwake();
  tell();
  showPage();
  listen();
}
