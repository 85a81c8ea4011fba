// The element with focus, measured; null when the focus is on the document itself.
const e = document.activeElement;
if (!e || e === document.body || e === document.documentElement) return null;
const boxes = [...e.getClientRects()].filter((b) => b.width && b.height);
const whole = e.getBoundingClientRect();
// The middles of the sides, not the corners: a rounded corner is not part of the element.
const points = boxes.flatMap((b) => {
  const x = b.left + b.width / 2;
  const y = b.top + b.height / 2;
  return [[x, y], [x, b.top + 2], [x, b.bottom - 2], [b.left + 2, y], [b.right - 2, y]];
});
const inside = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
const isFree = ([x, y]) => {
  const top = document.elementFromPoint(x, y);
  return !!top && (e.contains(top) || top.contains(e) || top.closest('label')?.control === e);
};
// What is larger than the window cannot be wholly in it; of a text area browsers bring the caret's line into view.
const fits = whole.width <= innerWidth && whole.height <= innerHeight && e.localName !== 'textarea';
const sampled = fits ? points : points.filter(inside);
const group = e.type === 'radio' && e.name ? [...document.getElementsByName(e.name)].find((r) => r.form === e.form) : e;
return {
  target: where(e), key: where(group), name: excerpt(nameOf(e)), tag: e.localName,
  position: [...document.querySelectorAll('*')].indexOf(e), tab_index: e.tabIndex,
  aria_hidden: !!e.closest('[aria-hidden=true]'), width: whole.width, height: whole.height,
  free: sampled.filter(isFree).length, sampled: sampled.length,
  boxes: boxes.map((b) => [b.left + scrollX, b.top + scrollY, b.width, b.height]),
};
