// A page whose style sheets did not come: is that so, and which drawings have no size of their own?
const LARGEST = 64;
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
  if (decorative && Math.max(box.width, box.height) > LARGEST) faults.push(fault('drawing-huge', e, `${Math.round(box.width)} px wide without the style sheet, at most ${LARGEST}`));
}
return { styled: linked.some(ruled), faults };
