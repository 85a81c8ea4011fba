const [textRatio, borderRatio] = arguments;
const found = [];
const FRAMED = 'button,select,textarea,input:not([type=hidden],[type=range],[type=color],[type=image])';
const drawsItself = (e) => /^(radio|checkbox|file)$/.test(e.type) && getComputedStyle(e).appearance !== 'none';
for (const e of document.querySelectorAll(FRAMED)) {
  if (!seen(e) || e.disabled || drawsItself(e) || parseFloat(getComputedStyle(e).opacity) === 0) continue;
  const ratio = borderContrast(e);
  if (ratio < borderRatio) found.push(fault('forced-colors-border', e, `border ${ratio.toFixed(2)}:1, needs ${borderRatio}:1`));
}
for (const e of document.querySelectorAll('body *')) {
  if (!seen(e) || ![...e.childNodes].some((n) => n.nodeType === 3 && words(n.data))) continue;
  const ratio = contrast(rgba(getComputedStyle(e).color), backdrop(e));
  if (ratio < textRatio) found.push(fault('forced-colors-text', e, `${ratio.toFixed(2)}:1, needs ${textRatio}:1: "${excerpt(e.innerText)}"`));
}
// Shadows and backgrounds are taken away: focus must be an outline, a border or an underline.
const LINES = ['outlineStyle', 'outlineWidth', 'borderTopWidth', 'borderTopStyle', 'textDecorationLine', 'textDecorationThickness'];
const look = (e) => {
  const style = getComputedStyle(e);
  const values = LINES.map((name) => style[name]);
  if (style.outlineStyle === 'none') values[1] = '0px';
  return values.join(' ');
};
for (const e of document.querySelectorAll(CONTROLS)) {
  if (!shown(e) || e.disabled || e.tabIndex < 0) continue;
  document.activeElement.blur();
  const before = look(e);
  e.focus({ focusVisible: true, preventScroll: true });
  // What hands its focus on is the tab walk's matter.
  if (document.activeElement === e && look(e) === before) found.push(fault('forced-colors-focus', e, `no line changes with focus: "${excerpt(nameOf(e))}"`));
}
return found;
