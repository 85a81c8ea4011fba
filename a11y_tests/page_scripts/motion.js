const [reduced, limit] = arguments;
const found = [];
const longest = (list) => Math.max(...list.split(',').map((v) => parseFloat(v) * (/ms/.test(v) ? 1 : 1000)));
for (const animation of document.getAnimations()) {
  const end = animation.effect.getComputedTiming().endTime;
  if (animation.playState !== 'running' || !animation.effect.target) continue;
  if (reduced && end > limit) found.push(fault('motion-reduced', animation.effect.target, `runs ${end} ms under reduced motion`));
  if (!reduced && end === Infinity) found.push(fault('motion-endless', animation.effect.target, 'moves without end'));
}
if (!reduced) return found;
for (const e of document.querySelectorAll('*')) {
  const style = getComputedStyle(e);
  const time = longest(style.transitionDuration);
  if (style.transitionProperty !== 'none' && time > limit) found.push(fault('motion-transition', e, `transitions of ${time} ms under reduced motion`));
  if (style.scrollBehavior === 'smooth') found.push(fault('motion-scroll', e, 'scrolls smoothly under reduced motion'));
}
return found;
