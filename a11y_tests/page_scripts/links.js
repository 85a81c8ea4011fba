const vague = new Set(arguments[0]);
const found = [];
const plain = (name) => name.toLowerCase().replace(/[\s.,:;!…»«"→>]+$/u, '').trim();
const sameWords = (elements, rule, targetOf) => {
  const known = new Map();
  for (const e of elements) {
    const name = plain(nameOf(e));
    if (!name) continue;
    const target = targetOf(e);
    const [other, there] = known.get(name) || [];
    if (other && there !== target) found.push(fault(rule, e, `"${name}" leads elsewhere at ${where(other)}`));
    if (!other) known.set(name, [e, target]);
  }
};
const links = [...document.querySelectorAll('a[href]')].filter(shown);
for (const e of links) if (vague.has(plain(nameOf(e)))) found.push(fault('link-vague', e, `"${nameOf(e)}"`));
sameWords(links, 'link-same-words', (e) => e.href);
// A button's target is its form with everything hidden in it, and the button's own value; another's fields do not count.
const hidden = (form) => [...form.querySelectorAll('input[type=hidden]')].filter((i) => !/csrf/i.test(i.name)).map((i) => i.name + '=' + i.value);
const sent = (e) => [e.formAction, e.form && e.form.method, e.name, e.value, ...(e.form ? hidden(e.form) : [])].join(' ');
sameWords([...document.querySelectorAll('form button:not([type=button]),form input[type=submit]')].filter(shown), 'button-same-words', sent);
return found;
