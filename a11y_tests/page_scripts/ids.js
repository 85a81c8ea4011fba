const found = [];
const first = new Set();
for (const e of document.querySelectorAll('[id]')) {
  if (first.has(e.id)) found.push(fault('id-twice', e, `id="${e.id}"`));
  first.add(e.id);
}
for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-errormessage', 'aria-details']) {
  for (const e of document.querySelectorAll(`[${name}]`)) {
    for (const id of e.getAttribute(name).split(/\s+/).filter(Boolean)) {
      if (!first.has(id)) found.push(fault('id-lost', e, `${name} names "${id}", which is not on the page`));
    }
  }
}
return found;
