// A page whose style sheets did not come: is that so, and which drawings have no size of their own?
// A drawing that writes its size is as large as it is meant to be, while it fits the narrowest window.
const LARGEST = 64;
const NARROWEST = 320;
const linked = [...document.querySelectorAll('link[rel=stylesheet]')];
const ruled = (link) => {
  try {
    return link.sheet && link.sheet.cssRules.length > 0;
  } catch {
    return false;
  }
};
const faults = [];
for (const e of document.querySelectorAll('svg')) {
  const box = e.getBoundingClientRect();
  const decorative = e.getAttribute('aria-hidden') === 'true' || e.closest('[aria-hidden=true]');
  const sized = e.hasAttribute('width') && e.hasAttribute('height');
  const largest = sized ? NARROWEST : LARGEST;
  if (decorative && Math.max(box.width, box.height) > largest) faults.push(fault('drawing-huge', e, `${Math.round(box.width)} px wide without the style sheet, at most ${largest}`));
}
return { styled: linked.some(ruled), faults };
