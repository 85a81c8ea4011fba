// What only a colour tells: a link in a text, words apart from those around, the place where one is, one state of two.
const SIDES = ['Top', 'Right', 'Bottom', 'Left'];
const BOLD = 600;
const lines = (e) => {
  const style = getComputedStyle(e);
  const drawn = (side) => parseFloat(style[`border${side}Width`]) >= 1 && !/none|hidden/.test(style[`border${side}Style`]) && rgba(style[`border${side}Color`])[3] > 0;
  return SIDES.filter(drawn).map((side) => side + style[`border${side}Width`]);
};
// All that is seen of an element in shades of grey and without its words.
const look = (e) => {
  const style = getComputedStyle(e);
  return [style.fontWeight >= BOLD, style.fontStyle, style.textDecorationLine, style.fontSize, lines(e).join()].join(' ');
};
const own = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && words(n.data));
const colour = (e) => getComputedStyle(e).color;
const found = [];
for (const e of document.querySelectorAll('a[href]')) {
  const style = getComputedStyle(e);
  if (!seen(e) || !words(e.innerText)) continue;
  const marked = style.textDecorationLine.includes('underline') || lines(e).length || style.fontWeight >= BOLD;
  if (!marked) found.push(fault('link-by-colour', e, `neither underlined nor framed nor bold: "${excerpt(e.innerText)}"`));
}
for (const e of document.querySelectorAll('body *')) {
  if (!own(e) || !seen(e) || e.closest('a[href],button,option') || colour(e) === colour(e.parentElement)) continue;
  const around = e.parentElement;
  const framed = lines(e).length || lines(around).length;
  if (!framed && look(e) === look(around)) found.push(fault('words-by-colour', e, `differs from what is around by its colour alone: "${excerpt(e.innerText)}"`));
}
for (const e of document.querySelectorAll('[aria-current]:not([aria-current=false])')) {
  const list = e.closest('ul,ol,nav');
  const others = list ? [...list.querySelectorAll(e.localName)].filter((o) => o !== e && !o.hasAttribute('aria-current') && seen(o)) : [];
  if (seen(e) && others.some((o) => look(o) === look(e))) found.push(fault('place-by-colour', e, `looks like its neighbours: "${excerpt(e.innerText)}"`));
}
// The same words with the same look in another colour: the colour says what the words do not.
const said = new Map();
for (const e of document.querySelectorAll('main *')) {
  if (!own(e) || !seen(e) || e.closest('a[href],button,option,[data-scheme]:not(html)')) continue;
  const key = `${e.localName} ${words(e.innerText)} ${look(e)}`;
  const style = getComputedStyle(e);
  const colours = [style.color, style.backgroundColor, ...SIDES.map((side) => style[`border${side}Color`])].join(' ');
  if (!said.has(key)) said.set(key, colours);
  else if (said.get(key) !== colours) found.push(fault('state-by-colour', e, `the same words in another colour: "${excerpt(e.innerText)}"`));
}
return found;
