// The element with focus, brought to the middle so that no edge of its ring is cut off by the window.
const e = document.activeElement;
window.walked = { element: e, x: scrollX, y: scrollY };
const near = e.getBoundingClientRect();
const ROOM = 16;
if (near.top < ROOM || near.bottom > innerHeight - ROOM) e.scrollIntoView({ block: 'center', behavior: 'instant' });
return {
  boxes: [...e.getClientRects()].filter((b) => b.width && b.height).map((b) => [b.left + scrollX, b.top + scrollY, b.width, b.height]),
  window: [scrollX, scrollY, scrollX + document.documentElement.clientWidth, scrollY + innerHeight],
};
