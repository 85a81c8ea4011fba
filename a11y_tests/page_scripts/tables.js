const found = [];
for (const table of document.querySelectorAll('table')) {
  if (/^(presentation|none)$/.test(table.getAttribute('role') || '')) continue;
  const heads = [...table.querySelectorAll('th')];
  if (!heads.length) found.push(fault('table-without-th', table, 'no cell is a header'));
  for (const th of heads) {
    if (!th.scope) found.push(fault('table-th-without-scope', th, `"${excerpt(th.innerText)}"`));
  }
  if (!table.caption || !words(table.caption.innerText)) found.push(fault('table-without-caption', table, 'no caption'));
}
return found;
