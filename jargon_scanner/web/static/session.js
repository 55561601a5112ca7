// While a session runs: the counts are brought up to date, and the page when it looks different.
"use strict";

const EVERY_MS = 3000;
document.documentElement.classList.add("has-script");

async function look() {
  const answer = await fetch(document.body.dataset.now);
  if (answer.redirected || !answer.ok) {
    location.reload();  // signed out, or forgotten: the page itself says so
    return;
  }
  const { state, ...texts } = await answer.json();
  if (state !== document.body.dataset.state) {
    location.reload();
    return;
  }
  for (const [id, text] of Object.entries(texts)) {
    const place = document.getElementById(id);
    if (place && place.textContent !== text) place.textContent = text;
  }
}

// A screen that nobody looks at asks for nothing; a server that does not answer is asked again.
setInterval(() => document.hidden || look().catch(() => {}), EVERY_MS);
