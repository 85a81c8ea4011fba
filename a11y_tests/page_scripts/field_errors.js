const starts = arguments[0];
const found = [];
const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=button]),select,textarea';
const GROUPS = 'fieldset,[role=group],[role=radiogroup]';
const idsOf = (e) => ['aria-describedby', 'aria-errormessage'].flatMap((n) => (e.getAttribute(n) || '').split(/\s+/)).filter(Boolean);
// A date or a set of radios is described once, at its group.
const groupsOf = (e) => {
  const groups = [];
  for (let g = e.closest(GROUPS); g; g = g.parentElement && g.parentElement.closest(GROUPS)) groups.push(g);
  return groups;
};
const described = (e) => [e, ...groupsOf(e)].flatMap(idsOf).some((id) => words(document.getElementById(id)?.innerText));
for (const e of document.querySelectorAll('[aria-invalid=true]')) {
  if (!described(e)) found.push(fault('error-without-words', e, 'aria-invalid, but nothing describes it'));
}
const tied = new Set([...document.querySelectorAll('[aria-describedby],[aria-errormessage]')].flatMap(idsOf));
const isTied = (e) => {
  for (let p = e; p && p.localName !== 'form'; p = p.parentElement) if (p.id && tied.has(p.id)) return true;
  return false;
};
const isError = (text) => starts.some((start) => words(text).toLowerCase().startsWith(start));
const beside = (e) => e.parentElement.querySelector(FIELDS) && !e.querySelector(FIELDS);
for (const e of document.querySelectorAll('form p,form span,form div,form small,form strong,form em')) {
  // Labels, legends and headings are read with their field anyway; a link is the error summary's.
  if (!seen(e) || e.closest('label,legend,h1,h2,h3,h4,a,button,[role=status]') || e.querySelector('a,button,label,legend')) continue;
  if (isError(e.innerText) && beside(e) && !isTied(e)) {
    found.push(fault('error-not-tied', e, `"${excerpt(e.innerText)}" describes no field`));
  }
}
return found;
