// An entry is tried while it is written: a moment after the last key, without leaving the page.
"use strict";

const form = document.getElementById("entry");
const trial = document.getElementById("trial");
const PAUSE = 800;
let waiting, asked;

async function tryIt() {
  if (!form.elements.words.value.trim() || !form.elements.flagged.value.trim()) return;
  asked?.abort();
  asked = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.getAttribute("action"), {
    method: "POST", body, headers: { "X-Pieces": "1" }, signal: asked.signal,
  });
  if (answer.ok) trial.innerHTML = await answer.text();
}

form.addEventListener("input", () => {
  clearTimeout(waiting);
  trial.querySelector("button")?.remove(); // what was tried is not what stands there now
  waiting = setTimeout(() => tryIt().catch((error) => {
    if (error.name !== "AbortError") trial.textContent = "jargon-scanner does not answer. Is its window still open?";
  }), PAUSE);
});
