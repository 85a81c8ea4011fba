// The size of every block of running text and of every control. Headings are left out: they grow by rules of their own.
const sizes = {};
for (const e of document.querySelectorAll('p,li,td,th,dd,dt,label,legend,button,a,input,select,textarea,summary')) {
  if (seen(e) && !e.closest('h1,h2,h3,h4,h5,h6')) sizes[where(e)] = parseFloat(getComputedStyle(e).fontSize);
}
return sizes;
