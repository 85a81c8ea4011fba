// A page styled for a printer: black on white, letters of a sensible size, no controls that paper cannot obey.
const [least, most] = arguments;
const POINTS = 72 / 96;
const BLACK = 0.02;
const WHITE = 0.98;
const found = [];
const useless = 'nav,button,input[type=submit],[role=search],a[href^="#main"]';
for (const e of document.querySelectorAll(useless)) {
  if (seen(e)) found.push(fault('paper-control', e, `useless on paper: "${excerpt(nameOf(e) || e.innerText)}"`));
}
for (const e of document.querySelectorAll('h1, main')) {
  if (!shown(e)) found.push(fault('paper-empty', e, 'is not printed'));
}
for (const e of document.querySelectorAll('body *')) {
  const filled = e.matches('input:not([type=hidden]),select,textarea');
  if (!seen(e) || !(filled || [...e.childNodes].some((n) => n.nodeType === 3 && words(n.data)))) continue;
  const style = getComputedStyle(e);
  if (luminance(rgba(style.color)) > BLACK) found.push(fault('paper-ink', e, `${style.color}: "${excerpt(e.innerText)}"`));
  if (luminance(backdrop(e)) < WHITE) found.push(fault('paper-ground', e, `not on white: "${excerpt(e.innerText)}"`));
}
if (!getComputedStyle(document.documentElement).colorScheme.startsWith('light') || /dark/.test(getComputedStyle(document.documentElement).colorScheme)) {
  found.push(fault('paper-scheme', document.documentElement, 'the browser may draw its own parts for a dark screen'));
}
const size = parseFloat(getComputedStyle(document.body).fontSize) * POINTS;
if (size < least - 0.1 || size > most + 0.1) found.push(fault('paper-size', document.body, `${size.toFixed(1)} points, wanted ${least} to ${most}`));
return found;
