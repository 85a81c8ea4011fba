// Scroll to an element, since only what is in the window is painted; its box in the document.
const e = document.querySelector(arguments[0]);
e.scrollIntoView({ block: 'center' });
const box = e.getBoundingClientRect();
return [box.left + scrollX, box.top + scrollY, box.width, box.height];
