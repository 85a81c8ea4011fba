const first = [...document.querySelectorAll(CONTROLS)].find((e) => e.tabIndex >= 0 && shown(e));
const main = document.querySelector('main,[role=main]');
if (!first || !main) return [fault('skip-link', document.body, first ? 'no main to skip to' : 'nothing to press')];
if (!(first.getAttribute('href') || '').startsWith('#')) return [fault('skip-link', first, 'the first thing to press is not a link into the page')];
if (first.hash !== '#' + main.id) return [fault('skip-link', first, `leads to ${first.hash}, not to main`)];
if (main.getAttribute('tabindex') !== '-1') return [fault('skip-link', main, 'main takes no focus: some browsers stay at the link')];
return [];
