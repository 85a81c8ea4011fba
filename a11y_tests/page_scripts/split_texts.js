const found = [];
const INLINE = /^(inline$|contents)/;
// A link or a button is a stop of its own: what stands before and after it in a sentence is not split by us.
const OWN = 'a[href],button,label,summary,legend,caption';
// Words of a line stay words of it when a flexible box lays them out as blocks.
const PHRASE = 'span,strong,b,em,i,u,s,small,mark,data,time,code,abbr,sub,sup,q,cite,dfn,var,kbd,samp,ins,del,bdi';
const isInline = (e) => e.matches(PHRASE) || INLINE.test(getComputedStyle(e).display);
const roomOf = (e) => {
  while (e.parentElement && !e.matches(OWN) && isInline(e)) e = e.parentElement;
  return e;
};
const langOf = (e) => (e.closest('[lang]') || {}).lang;
const BREAKS = 'br,hr,a[href],button,input,select,textarea,img,svg[role=img]';
// What comes between two texts of one room: a control, or a block.
const parted = (one, two) => {
  const between = document.createRange();
  between.setStartAfter(one);
  between.setEndBefore(two);
  const room = roomOf(two.parentElement);
  return [...room.querySelectorAll('*')].some(
    (e) => between.intersectsNode(e) && !e.contains(one) && !e.contains(two) && (e.matches(BREAKS) || (shown(e) && !isInline(e))),
  );
};
let before = null;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  const e = node.parentElement;
  if (!words(node.data) || e.closest('script,style,template,noscript,select,textarea') || !shown(e)) continue;
  const room = roomOf(e);
  if (before && before.room === room && langOf(before.node.parentElement) === langOf(e) && !parted(before.node, node)) {
    found.push(fault('text-split', e.localName === room.localName ? room : e, `"${excerpt(before.node.data, 30)}" and "${excerpt(node.data, 30)}" are two texts of one line`));
  }
  before = { node, room };
}
return found;
