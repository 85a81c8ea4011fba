// Pictures that did not come: is the whole description seen in their place?
const found = [];
for (const e of document.querySelectorAll('img')) {
  if (!shown(e)) continue;
  if (e.naturalWidth > 0) {
    if (!e.currentSrc.startsWith('data:')) found.push(fault('picture-not-blocked', e, 'came all the same'));
    continue;
  }
  if (!words(e.alt)) continue;
  // The browser draws a sign of its own before the words.
  const SIGN = 16;
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const model = document.createElement('div');
  model.textContent = e.alt;
  const sheet = { position: 'absolute', font: style.font, letterSpacing: style.letterSpacing, wordSpacing: style.wordSpacing, overflowWrap: style.overflowWrap };
  Object.assign(model.style, sheet, { width: `${box.width + 8}px`, textIndent: `${SIGN}px` });
  document.body.append(model);
  const cut = model.scrollHeight > box.height + 4 || model.scrollWidth > model.clientWidth + 1;
  const need = `${Math.round(model.scrollWidth)} × ${Math.round(model.scrollHeight)}`;
  model.remove();
  if (cut) found.push(fault('description-cut', e, `needs ${need} px, has ${Math.round(box.width)} × ${Math.round(box.height)}`));
}
return found;
