// The first page: a file may be dropped anywhere on it, and goes the way of the form.
"use strict";

const form = document.getElementById("upload");
const file = document.getElementById("file");
const drop = document.getElementById("drop");
const sending = document.getElementById("sending");

document.documentElement.classList.add("has-script");

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const files = event.dataTransfer.files;
  if (files.length > 1) {
    sending.textContent = "One document at a time, please.";
  } else if (files.length) {
    file.files = files;
    form.requestSubmit();
  }
});
file.addEventListener("change", () => {
  if (file.files.length) form.requestSubmit();
});
form.addEventListener("submit", () => {
  sending.textContent = "Reading …";
});
