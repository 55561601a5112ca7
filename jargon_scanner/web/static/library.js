// While a library is scanned: ask how far it is, and show its figures when it has ended.
"use strict";

const numbers = new Intl.NumberFormat("en-GB");

function left(seconds) {
  if (seconds === null) return "";
  if (seconds < 90) return ", about a minute left";
  return `, about ${Math.round(seconds / 60)} minutes left`;
}

async function look() {
  const answer = await fetch(`${document.body.dataset.address}/progress`);
  const now = await answer.json();
  if (!now.running) {
    location.reload();
    return;
  }
  const bar = document.getElementById("bar");
  bar.max = now.documents || 1;
  bar.value = now.done;
  if (now.documents) {
    document.getElementById("far").textContent =
      `${numbers.format(now.done)} of ${numbers.format(now.documents)} documents, ` +
      `${numbers.format(now.words)} words${left(now.left)}`;
  }
  setTimeout(look, 1000);
}

setTimeout(look, 1000);
