// The texts of the page's own content as the screen shows them, a control's words left out.
const CONTROLS_ALONE = 'nav,button,.button,[role=search],.back-link,script,style,template,option,textarea';
const texts = [];
const walker = document.createTreeWalker(document.querySelector('main') || document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  const closed = e.closest('details:not([open])') && !e.closest('summary');
  if (words(walker.currentNode.data) && !e.closest(CONTROLS_ALONE) && !closed && !e.closest('[hidden]')) texts.push(words(walker.currentNode.data));
}
return texts;
