const [leastWords, leastFunction, functionWords] = arguments;
const found = [];
const FUNCTION = new Set(functionWords);
const INLINE = /^inline/;
const langOf = (e) => ((e.closest('[lang]') || {}).lang || '').toLowerCase();
const blockOf = (e) => {
  while (e.parentElement && INLINE.test(getComputedStyle(e).display)) e = e.parentElement;
  return e;
};
const english = (text) => text.split(/[а-яё]+/i).find((run) => {
  const all = run.match(/[a-z][a-z'’-]*/gi) || [];
  return all.length >= leastWords && all.filter((w) => FUNCTION.has(w.toLowerCase())).length >= leastFunction;
});
const russian = (text) => text.split(/[a-z]+/i).find((run) => (run.match(/[а-яё][а-яё-]*/gi) || []).length >= leastWords);
const judge = (e, lang, text) => {
  if (lang.startsWith('ru') && english(text)) found.push(fault('language-unmarked', e, `English in a Russian part: "${excerpt(english(text))}"`));
  if (lang.startsWith('en') && russian(text)) found.push(fault('language-unmarked', e, `Russian in an English part: "${excerpt(russian(text))}"`));
  if (!lang) found.push(fault('language-unknown', e, 'no element around it says its language'));
};
// A sentence may be cut by links: the text of a block in one language is judged as a whole.
const blocks = new Map();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!words(walker.currentNode.data) || e.closest('script,style,template,code,kbd,samp')) continue;
  const block = blockOf(e);
  const parts = blocks.get(block) || new Map();
  blocks.set(block, parts.set(langOf(e), (parts.get(langOf(e)) || '') + ' ' + walker.currentNode.data));
}
for (const [block, parts] of blocks) for (const [lang, text] of parts) judge(block, lang, text);
for (const name of ['alt', 'aria-label', 'title', 'placeholder']) {
  for (const e of document.querySelectorAll(`body [${name}]`)) if (words(e.getAttribute(name))) judge(e, langOf(e), e.getAttribute(name));
}
// A title has one language: what it takes from an h1, or from a part of one, in another is marked there.
const h1 = document.querySelector('h1');
const own = langOf(document.documentElement);
const marked = h1 ? [h1, ...h1.querySelectorAll('[lang]')].filter((e) => langOf(e) !== own) : [];
const title = marked.reduce((text, e) => text.replace(words(e.textContent), ' '), words(document.title));
judge(document.documentElement, own, title);
return found;
