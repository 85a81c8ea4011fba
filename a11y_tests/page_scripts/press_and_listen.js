// Focuses and presses a control, then tells what the status region said and where the focus is.
const [selector, done] = arguments;
const WAIT = 1500; // longer than the pause of status.js and an answer of the loopback

const region = document.querySelector("[role=status]");
const named = (element) => (element.id ? `#${element.id}` : element.localName);
const start = !region ? "missing" : region.textContent.trim() ? "full" : "empty";
const said = [];
const listen = () => {
  const words = (document.querySelector("[role=status]")?.textContent || "").trim();
  if (words) said.push(words);
};
new MutationObserver((changes) => {
  if (changes.some((change) => change.target.parentElement?.closest("[role=status]") || change.target.closest?.("[role=status]"))) listen();
}).observe(document.body, { subtree: true, childList: true, characterData: true });

const control = document.querySelector(selector);
control.focus();
const before = named(document.activeElement);
control.click();
setTimeout(() => done({ said, before, after: named(document.activeElement), region: start }), WAIT);
