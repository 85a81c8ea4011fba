// The element with focus, brought to the middle so that no edge of its ring is cut off by the window.
const e = document.activeElement;
window.walked = { element: e, x: scrollX, y: scrollY };
const ROOM = 16;
const near = e.getBoundingClientRect();
if (near.top < ROOM || near.bottom > innerHeight - ROOM) e.scrollIntoView({ block: 'center', behavior: 'instant' });

// All that a ring's look could depend on, as text: elements that have it in common have one ring, photographed once.
const sizes = (...lengths) => lengths.map((length) => Math.round(length * 8));
const boxes = [...e.getClientRects()].filter((b) => b.width && b.height);
const chain = [];
for (let each = e; each && each !== document.documentElement; each = each.parentElement) {
  const look = getComputedStyle(each);
  const whole = each.getBoundingClientRect();
  // Where an ancestor ends close by, its edge may cut the ring or lie under it.
  const gaps = boxes.flatMap((b) => [b.left - whole.left, b.top - whole.top, whole.right - b.right, whole.bottom - b.bottom]);
  chain.push([
    each.localName, each.className, look.color, look.background, look.outline, look.outlineOffset, look.boxShadow,
    look.border, look.borderRadius, look.overflow, look.opacity, look.filter, look.clipPath, look.transform,
    sizes(...gaps.map((gap) => Math.min(gap, ROOM))),
  ]);
}
const isOwn = (x, y) => {
  const found = document.elementFromPoint(x, y);
  return !!found && (found.contains(e) || e.contains(found));
};
const around = boxes.flatMap((b) => {
  const [x, y] = [b.left + b.width / 2, b.top + b.height / 2];
  return [isOwn(x, b.top - 5), isOwn(x, b.bottom + 5), isOwn(b.left - 5, y), isOwn(b.right + 5, y)];
});
const edges = boxes.map((b) => [b.left < ROOM, b.right > innerWidth - ROOM, b.top < ROOM, b.bottom > innerHeight - ROOM]);
// A ring may also be drawn by what stands before or after the words of the element, or by a line under them.
const drawn = [null, '::before', '::after'].map((part) => {
  const look = getComputedStyle(e, part);
  return [look.content, look.textDecoration, look.background, look.outline, look.boxShadow, look.border, part && [look.width, look.inset]];
});
const form = [e.type, e.checked, e.ariaInvalid, e.ariaCurrent];
const sheets = [...document.styleSheets].map((sheet) => sheet.href || sheet.ownerNode.textContent);
const heights = sizes(...boxes.map((b) => b.height));

return {
  look: JSON.stringify([chain, drawn, form, heights, edges, around, sheets]),
  boxes: boxes.map((b) => [b.left + scrollX, b.top + scrollY, b.width, b.height]),
  window: [scrollX, scrollY, scrollX + document.documentElement.clientWidth, scrollY + innerHeight],
};
