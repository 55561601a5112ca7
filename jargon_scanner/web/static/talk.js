// What script adds to the young people's screens: reading aloud, and how the letters look. Every screen works
// without it. Nothing leaves the tab: voices that would send the words away are not used.
"use strict";

const page = document.documentElement;
page.classList.add("has-script");

const LOOKS = ["large", "space", "plain", "contrast"];
for (const look of LOOKS) {
  if (sessionStorage.getItem(look)) page.classList.add(look);
}

document.addEventListener("DOMContentLoaded", () => {
  letUsListen(document.getElementById("listen"));
  letUsChooseLooks(document.getElementById("looks"), document.getElementById("looks-box"));
  for (const form of document.querySelectorAll("form[method=post]")) sendOnce(form);
});

/** Looks are set at once, and are kept for as long as the tab is open. */
function letUsChooseLooks(button, box) {
  for (const input of box.querySelectorAll("input")) {
    input.checked = page.classList.contains(input.name);
    input.addEventListener("change", () => {
      page.classList.toggle(input.name, input.checked);
      if (input.checked) sessionStorage.setItem(input.name, "on");
      else sessionStorage.removeItem(input.name);
    });
  }
  button.addEventListener("click", () => box.showModal());
}

/** The button is there when this device has an English voice of its own. */
function letUsListen(button) {
  if (!window.speechSynthesis) return;
  const words = button.querySelector("span");
  let voice = null;
  const lookForVoice = () => {
    const own = speechSynthesis.getVoices().filter((one) => one.localService && /^en\b/i.test(one.lang.replace("_", "-")));
    voice = own.find((one) => /^en-gb/i.test(one.lang.replace("_", "-"))) || own[0] || null;
    button.hidden = !voice;
  };
  const hush = () => {
    speechSynthesis.cancel();
    words.textContent = "Listen";
  };
  button.addEventListener("click", () => {
    if (words.textContent !== "Listen") return hush();
    const pieces = [...document.querySelectorAll("main [data-say]")].map((one) => one.textContent.trim());
    speechSynthesis.cancel();
    words.textContent = "Be quiet";
    pieces.forEach((piece, at) => {
      const said = new SpeechSynthesisUtterance(piece);
      said.voice = voice;
      said.lang = voice.lang;
      said.rate = 0.9;
      if (at === pieces.length - 1) said.addEventListener("end", hush);
      speechSynthesis.speak(said);
    });
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
  speechSynthesis.addEventListener("voiceschanged", lookForVoice);
  lookForVoice();
}

/** A finger that taps twice sends once. */
function sendOnce(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => (sent = false));
}
