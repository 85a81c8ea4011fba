const found = [];
const FILE = /\.(png|jpe?g|gif|svg|webp|avif)$/i;
for (const e of document.querySelectorAll('img,input[type=image],area[href]')) {
  const alt = e.getAttribute('alt');
  if (alt === null) found.push(fault('image-without-alt', e, `src "${excerpt((e.getAttribute('src') || '').split('/').pop())}"`));
  else if (FILE.test(alt.trim())) found.push(fault('image-alt-is-file', e, `alt "${alt}"`));
  else if (e.localName !== 'img' && !alt.trim()) found.push(fault('image-without-alt', e, 'a control with an empty alt'));
}
for (const e of document.querySelectorAll('svg[role=img]')) {
  const title = e.querySelector(':scope > title');
  if (!nameOf(e) && !words(title && title.textContent)) found.push(fault('image-without-alt', e, 'an svg image without a name'));
}
for (const e of document.querySelectorAll('a[href],button')) {
  if (e.querySelector('img,svg') && shown(e) && !nameOf(e) && !words(e.title)) {
    found.push(fault('image-control-nameless', e, 'nothing but a picture without text'));
  }
}
return found;
