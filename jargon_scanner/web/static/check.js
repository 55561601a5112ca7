// A document and its findings. The server works everything out; this swaps in the pieces that it sends, moves
// between findings, and says goodbye when the page is closed. Without it, every form still works.
"use strict";

const { address, view, token } = document.body.dataset;
const told = document.getElementById("told");
const help = document.getElementById("help");

document.documentElement.classList.add("has-script");

// Findings

const items = () => [...document.querySelectorAll(".item")].filter((item) => item.checkVisibility());
const current = () => items().find((item) => item.firstElementChild.open);
const itemOf = (name) => document.getElementById(`item-${name}`);
const marksOf = (name) => document.querySelectorAll(`.mark[data-findings~="${name}"]`);

function open(item, { focus = true } = {}) {
  if (!item) return;
  item.firstElementChild.open = true;
  const summary = item.querySelector("summary");
  if (focus) summary.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  point(item);
}

function point(item) {
  for (const mark of document.querySelectorAll(".mark.now")) mark.classList.remove("now");
  for (const mark of marksOf(item.dataset.finding)) {
    mark.classList.add("now");
    if (matchMedia("(min-width: 62.01rem)").matches) mark.scrollIntoView({ block: "nearest" });
  }
}

function step(by) {
  const all = items();
  const at = all.indexOf(current());
  open(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function nextOpen(from) {
  const all = items();
  const at = all.findIndex((item) => item.dataset.finding === from);
  const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return after.find((item) => item.dataset.state === "open");
}

// Pieces of the page, swapped by their id

function swap(html) {
  const pieces = new DOMParser().parseFromString(html, "text/html");
  for (const piece of [...pieces.querySelectorAll("[id]")]) {
    const here = document.getElementById(piece.id);
    const isTop = !piece.parentElement.closest("[id]");
    if (here && isTop && piece.id !== "told") here.replaceWith(piece);
  }
  say(pieces.getElementById("told")?.textContent ?? "");
}

let silence;

function say(sentence) {
  told.textContent = sentence;
  clearTimeout(silence);
  silence = setTimeout(() => (told.textContent = ""), 8000); // it covers words of the document
}

async function send(form, button) {
  const item = form.closest(".item");
  const body = new URLSearchParams(new FormData(form, button));
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { "X-Pieces": "1" } });
  if (!answer.ok) {
    location.reload();
    return;
  }
  swap(await answer.text());
  const name = item.dataset.finding;
  const decided = itemOf(name).dataset.state !== "open";
  open((decided && nextOpen(name)) || itemOf(name));
}

async function download(link) {
  say("Making the copy …");
  const answer = await fetch(link.href);
  if (!answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    say([...page.querySelectorAll("main h1, main h1 + p")].map((one) => one.textContent).join(": "));
    return;
  }
  const saver = document.createElement("a");
  saver.href = URL.createObjectURL(await answer.blob());
  saver.download = decodeURIComponent(answer.headers.get("content-disposition").split("''")[1]);
  saver.click();
  URL.revokeObjectURL(saver.href);
  swap(await (await fetch(`${address}/bar`)).text());
}

const unanswered = () => say("jargon-scanner does not answer. Is its window still open?");

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".choose")) return;
  event.preventDefault();
  send(event.target, event.submitter).catch(unanswered);
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest(".mark");
  const link = event.target.closest("a[download]");
  if (mark) {
    event.preventDefault();
    open(itemOf(mark.dataset.findings.split(" ")[0]));
  } else if (link?.getAttribute("href").startsWith(address)) {
    event.preventDefault();
    link.closest(".menu")?.removeAttribute("open");
    download(link).catch(unanswered);
  } else if (!event.target.closest(".menu")) {
    document.querySelector(".menu")?.removeAttribute("open");
  }
});

document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.matches(".item > details") && event.target.open) point(event.target.parentElement);
  },
  true,
);

// Keys

const keysOn = document.getElementById("keys-on");
keysOn.checked = sessionStorage.getItem("keys") !== "off";
keysOn.addEventListener("change", () => sessionStorage.setItem("keys", keysOn.checked ? "on" : "off"));
document.getElementById("keys").addEventListener("click", () => help.showModal());

function choose(item, value) {
  const choice = item?.querySelector(`input[name="wording"][value="${value}"]`);
  if (!choice) return;
  choice.checked = true;
  const words = value === "own" ? choice.closest(".choice").querySelector(".own") : choice;
  words.focus();
}

function keep(item) {
  const keeping = item?.querySelector(".keep");
  if (!keeping) return;
  keeping.open = true;
  keeping.querySelector("input").focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  1: () => choose(current(), "0"),
  2: () => choose(current(), "1"),
  3: () => choose(current(), "2"),
  e: () => choose(current(), "own"),
  x: () => keep(current()),
  "?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("textarea, input:not([type]), select, dialog *");
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key === "Escape") document.querySelector(".menu")?.removeAttribute("open");
  if (typing || held || !keysOn.checked || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});

// The bar grows when its words wrap; what sticks below it has to know.

const bar = document.querySelector(".bar");
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
}).observe(bar);

// Goodbye: when its last page is closed, the document goes.

let leaving = false;
document.getElementById("put-away").addEventListener("submit", () => {
  leaving = true;
});
addEventListener("beforeunload", (event) => {
  if (!leaving && document.getElementById("copied").dataset.unsaved === "yes") event.preventDefault();
});
addEventListener("pagehide", () => {
  fetch(`${address}?view=${encodeURIComponent(view)}`, {
    method: "DELETE",
    keepalive: true,
    headers: { "X-CSRF-Token": token },
  });
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
