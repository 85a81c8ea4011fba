const [side, gap] = arguments;
const found = [];
// Half a pixel is the rounding of zoomed layouts, not a smaller target.
const SLACK = 0.5;
// A link is inside a sentence when words of the same block stand beside it outside any control.
const inSentence = (e) => {
  if (e.localName !== 'a' || !/^inline$/.test(getComputedStyle(e).display)) return false;
  let block = e.parentElement;
  while (block.parentElement && /^inline/.test(getComputedStyle(block).display)) block = block.parentElement;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const near = walker.currentNode.parentElement;
    const control = near.closest(CONTROLS);
    // <main tabindex="-1"> around the sentence is no control of the sentence.
    const free = !control || control.contains(block);
    if (/\p{L}{2}/u.test(walker.currentNode.data) && free && shown(near)) return true;
  }
  return false;
};
const join = (a, b) => ({
  left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom),
});
const boxOf = (e) => {
  let box = e.getBoundingClientRect();
  if (/^(radio|checkbox)$/.test(e.type || '')) for (const label of e.labels) if (shown(label)) box = join(box, label.getBoundingClientRect());
  return box;
};
const boxes = [];
for (const e of document.querySelectorAll(CONTROLS)) {
  if (!shown(e) || e.disabled || (e.hasAttribute('tabindex') && e.tabIndex < 0) || inSentence(e)) continue;
  let box = boxOf(e);
  // What waits outside the window until it gets focus (the skip link) is measured with focus.
  const waits = box.right + scrollX <= 0 || box.bottom + scrollY <= 0;
  if (waits) {
    e.focus({ focusVisible: true, preventScroll: true });
    box = boxOf(e);
    e.blur();
  }
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (width < side - SLACK || height < side - SLACK) {
    found.push(fault('target-small', e, `${Math.round(width)} × ${Math.round(height)} px, needs ${side} × ${side}: "${excerpt(nameOf(e))}"`));
  }
  if (!waits && e.matches('a,button,input,select,textarea,summary,[role=button],[role=link]')) boxes.push([e, box]);
}
const apart = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
boxes.forEach(([e, box], index) => {
  const near = boxes.slice(index + 1).find(([other, there]) => {
    const distance = apart(box, there);
    return distance < gap - SLACK && !e.contains(other) && !other.contains(e);
  });
  if (near) found.push(fault('target-gap', near[0], `${Math.round(apart(box, near[1]))} px from ${where(e)}, needs ${gap}`));
});
return found;
