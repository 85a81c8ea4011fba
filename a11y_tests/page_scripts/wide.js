// What stands out of the window to the right and is not inside a part that scrolls by itself.
const rule = arguments[0];
const room = document.documentElement.clientWidth;
const found = [];
const scrolls = (e) => {
  for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(p).overflowX) && p.getBoundingClientRect().right <= room + 1) return true;
  }
  return false;
};
const wide = new Set();
for (const e of document.querySelectorAll('body *')) {
  if (e.ownerSVGElement || !seen(e)) continue;
  const right = e.getBoundingClientRect().right + scrollX;
  if (right <= room + 1 || scrolls(e)) continue;
  // One finding for a table, not one more for each of its cells.
  if (!wide.has(e.parentElement)) found.push(fault(rule, e, `reaches ${Math.round(right)} px in a window of ${room} px`));
  wide.add(e);
}
return found;
