// Says what a fragment did, once, in the page's own status region (U9). The words come with the fragment.
(() => {
  "use strict";
  const PAUSE = 150; // readers miss a text that replaces another within one frame

  const say = (words) => {
    const region = document.getElementById("status");
    if (!region) return;
    region.textContent = "";
    setTimeout(() => { region.textContent = words; }, PAUSE);
  };

  document.addEventListener("htmx:after:swap", () => {
    const told = document.querySelector("[data-status]");
    if (told) say(told.dataset.status);
  });
})();
