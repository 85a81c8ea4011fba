// Every text of the page, and whether it can be seen; the words of controls; words kept in attributes.
const HOLDS_NO_TEXT = 'script,style,template,noscript,option,textarea';
const GONE = /inset\((50|100)%|circle\(0/;
const clipped = (e) => {
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const tiny = box.width <= 1 || box.height <= 1;
  return style.clip !== 'auto' || GONE.test(style.clipPath) || (tiny && style.overflow !== 'visible');
};
const onPage = (box) => box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0;
const visible = (node) => {
  const e = node.parentElement;
  if (!e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true, opacityProperty: true })) return false;
  for (let up = e; up && up !== document.body; up = up.parentElement) if (clipped(up)) return false;
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].some(onPage);
};
const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!words(walker.currentNode.data) || e.closest(HOLDS_NO_TEXT)) continue;
  // The one text that may be heard before it is seen: it shows itself when the focus comes.
  const skip = e === document.querySelector('a[href],button,input') && (e.getAttribute('href') || '').startsWith('#');
  texts.push({ text: words(walker.currentNode.data), target: where(e), seen: visible(walker.currentNode), skip });
}
const fields = [...document.querySelectorAll('input:not([type=hidden]),textarea,select')].filter(shown);
const values = fields.map((e) => (e.localName === 'select' ? [...e.options].map((o) => o.text).join(' ') : e.value));
const faults = [];
// What has a name of its own without being a text: places to jump to. A picture's alt is its text.
const PLACES = 'nav,main,header,footer,aside,form,section,[role=navigation],[role=region],[role=search],[role=group]';
for (const e of document.querySelectorAll('body [aria-label]')) {
  if (words(e.getAttribute('aria-label')) && !e.matches(PLACES)) faults.push(fault('name-unseen', e, `aria-label "${e.getAttribute('aria-label')}"`));
}
for (const name of ['title', 'placeholder', 'aria-description', 'aria-roledescription', 'aria-valuetext']) {
  for (const e of document.querySelectorAll(`body [${name}]`)) {
    if (words(e.getAttribute(name)) && e.localName !== 'iframe') faults.push(fault('words-in-attribute', e, `${name} "${e.getAttribute(name)}"`));
  }
}
return { texts, values, alts: [...document.querySelectorAll('img[alt]')].map((e) => e.alt), faults };
