"use strict";
// Without this script the page says the same: bars have titles, and each picture is told in words.
// A picture is one stop for Tab; arrows, Home and End go from bar to bar in it.
for (const picture of document.querySelectorAll("figure.picture")) {
  const bars = [...picture.querySelectorAll(".bar")];
  const told = picture.querySelector(".told");
  const lane = (bar) => bar.parentNode;
  const tell = (event) => {
    const bar = event.target.closest(".bar");
    if (bar) told.textContent = bar.querySelector("title").textContent;
  };
  const next = {
    ArrowRight: (at) => bars[at + 1],
    ArrowLeft: (at) => bars[at - 1],
    ArrowDown: (at) => bars.slice(at).find((bar) => lane(bar) !== lane(bars[at])),
    ArrowUp: (at) => bars.slice(0, at).reverse().find((bar) => lane(bar) !== lane(bars[at])),
    Home: () => bars[0],
    End: () => bars[bars.length - 1],
  };
  if (bars.length) bars[0].setAttribute("tabindex", "0");
  picture.addEventListener("mouseover", tell);
  picture.addEventListener("focusin", tell);
  picture.addEventListener("keydown", (event) => {
    const at = bars.indexOf(event.target);
    if (at < 0 || !(event.key in next)) return;
    event.preventDefault();
    const bar = next[event.key](at);
    if (!bar) return;
    bars[at].setAttribute("tabindex", "-1");
    bar.setAttribute("tabindex", "0");
    bar.focus();
  });
}
// A link to something inside a closed part opens it.
const reveal = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target) return;
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();
// Nobody can point at a bar on paper: what is open is printed with its words.
let opened = [];
addEventListener("beforeprint", () => {
  const closed = [...document.querySelectorAll("details.facts:not([open])")];
  opened = closed.filter((part) => !part.parentElement.closest("details:not([open])"));
  for (const part of opened) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
});
