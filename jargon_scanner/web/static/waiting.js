// While a document is read: ask until it is, then show it in the place of this page.
"use strict";

async function wait() {
  for (;;) {
    const answer = await fetch(`${document.body.dataset.address}/ready`);
    if (answer.status !== 202) break;
    document.getElementById("still").textContent = "Still reading …";
  }
  location.replace(location.href);
}

// Whoever closes this page does not want the document read. When it is shown, that page has asked for it before.
addEventListener("pagehide", () => {
  const { address, token } = document.body.dataset;
  fetch(address, { method: "DELETE", keepalive: true, headers: { "X-CSRF-Token": token } });
});

wait().catch(() => {
  document.getElementById("still").textContent = "jargon-scanner does not answer. Is its window still open?";
});
