const found = [];
const levelOf = (e) => Number(e.getAttribute('aria-level')) || Number(e.localName.slice(1)) || 2;
const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,[role=heading]')].filter(shown);
const first = headings.filter((e) => levelOf(e) === 1);
if (!first.length) found.push(fault('heading-no-h1', document.body, 'the page has no h1'));
for (const e of first.slice(1)) found.push(fault('heading-two-h1', e, `a second h1: "${excerpt(e.innerText)}"`));
// The error summary's h2 may stand before the h1, so the page starts as if a level 1 had been heard.
let before = 1;
for (const e of headings) {
  const level = levelOf(e);
  if (level > before + 1) found.push(fault('heading-skip', e, `level ${level} after ${before}: "${excerpt(e.innerText)}"`));
  if (!words(e.innerText) && !e.querySelector('img[alt]:not([alt=""])')) found.push(fault('heading-empty', e, `level ${level}`));
  before = level;
}
return found;
