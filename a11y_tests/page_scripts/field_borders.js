const least = arguments[0];
const found = [];
const NATIVE = 'input:is([type=radio],[type=checkbox],[type=range],[type=color],[type=file],[type=image])';
for (const e of document.querySelectorAll('input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]),select,textarea')) {
  if (!seen(e) || e.disabled) continue;
  const style = getComputedStyle(e);
  // The browser draws its own radios and boxes, in colours that the computed style does not tell.
  if (e.matches(NATIVE) && style.appearance !== 'none') continue;
  if (parseFloat(style.opacity) === 0) continue;
  const filling = contrast(backdrop(e), backdrop(e.parentElement));
  const ratio = Math.max(borderContrast(e), filling);
  if (ratio < least) found.push(fault('field-border', e, `${ratio.toFixed(2)}:1 against its surroundings, needs ${least}:1`));
}
return found;
