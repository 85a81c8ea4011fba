const { element, x, y } = window.walked;
element.focus({ focusVisible: true, preventScroll: true });
scrollTo({ left: x, top: y, behavior: 'instant' });
