// Text that is cut off, or that runs out of its box over what stands beside it.
const rule = arguments[0];
const found = [];
const hides = (overflow) => /hidden|clip/.test(overflow);
const content = (e, style) => e.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
const ownText = (e) => [...e.childNodes].filter((n) => n.nodeType === 3 && words(n.data));
const spill = (e, style) => {
  const box = e.getBoundingClientRect();
  // A glyph's own box is a little taller than a tight line; half a line outside is text over its neighbours.
  const slack = Math.max(4, parseFloat(style.fontSize) * 0.6);
  const range = document.createRange();
  return ownText(e).some((text) => {
    range.selectNodeContents(text);
    return [...range.getClientRects()].some((r) => r.bottom > box.bottom + slack || r.right > box.right + 4);
  });
};
for (const e of document.querySelectorAll('body *')) {
  if (e.ownerSVGElement || !seen(e) || e.closest('option')) continue;
  const style = getComputedStyle(e);
  if (e.matches('input:not([type=radio],[type=checkbox],[type=hidden],[type=range],[type=color],[type=image]),select')) {
    const room = content(e, style);
    if (room < parseFloat(style.fontSize)) found.push(fault(rule, e, `${Math.round(room)} px of height for a font of ${style.fontSize}`));
    continue;
  }
  if (e.localName === 'textarea' || /^inline$|contents/.test(style.display) || !words(e.innerText)) continue;
  const below = hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
  const beside = hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
  if (below || beside) found.push(fault(rule, e, `text is cut off: "${excerpt(e.innerText)}"`));
  else if (!/auto|scroll/.test(style.overflow) && spill(e, style)) found.push(fault(rule, e, `text runs out of its box: "${excerpt(e.innerText)}"`));
}
return found;
