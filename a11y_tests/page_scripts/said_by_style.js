// Words and pictures that only the style sheet brings: without it, or to many a listener, they are not there.
const found = [];
for (const e of document.querySelectorAll('body, body *')) {
  if (!shown(e)) continue;
  for (const part of ['::before', '::after']) {
    const content = getComputedStyle(e, part).content;
    if (/[\p{L}\p{N}]/u.test(content.replace(/^(none|normal)$/, ''))) found.push(fault('said-by-style', e, `${part} ${excerpt(content)}`));
  }
  if (/url\(/.test(getComputedStyle(e).backgroundImage)) found.push(fault('drawn-by-style', e, 'a background picture'));
}
return found;
