// Comes before every page script: how elements are named, what counts as seen, how colours are measured.

// The name of an element in findings: its id, or the path from the nearest element with one. The same in every run.
const where = (element) => {
  const steps = [];
  for (let e = element; e && e.nodeType === 1; e = e.parentElement) {
    const tag = e.localName;
    if (e.id && document.querySelectorAll('#' + CSS.escape(e.id)).length === 1) {
      steps.unshift('#' + e.id);
      break;
    }
    if (tag === 'html' || tag === 'body') {
      // A lone tag name would be read as every element of that kind.
      if (steps.length < 2) steps.unshift(tag);
      break;
    }
    const twins = e.parentElement ? [...e.parentElement.children].filter((c) => c.localName === tag) : [e];
    steps.unshift(twins.length > 1 ? `${tag}:nth-of-type(${twins.indexOf(e) + 1})` : tag);
  }
  return steps.join(' > ');
};

const fault = (rule, element, message, certain = true) => ({ rule, target: where(element), message, certain });

const words = (text) => (text || '').replace(/\s+/g, ' ').trim();

const excerpt = (text, length = 60) => {
  const line = words(text);
  return line.length > length ? line.slice(0, length) + '…' : line;
};

const shown = (e) =>
  e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && e.getClientRects().length > 0;

// A box of a pixel or less is the usual way to hide text from sight only.
const seen = (e) => {
  if (!shown(e)) return false;
  const box = e.getBoundingClientRect();
  return box.width > 1 && box.height > 1;
};

// The words by which a link or a button is called, as far as they can be told without the accessibility tree.
const nameOf = (e) => {
  const by = (e.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean);
  const labelled = by.map((id) => document.getElementById(id)?.textContent || '').join(' ');
  if (words(labelled)) return words(labelled);
  if (words(e.getAttribute('aria-label'))) return words(e.getAttribute('aria-label'));
  if (e.labels && e.labels.length) return words([...e.labels].map((l) => l.innerText).join(' '));
  if (e.localName === 'input') return words(e.value);
  const pictures = [...e.querySelectorAll('img[alt]')].map((i) => i.alt);
  return words([e.innerText || e.textContent, ...pictures].join(' '));
};

const CONTROLS = 'a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=link],[tabindex]';

const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

// Any CSS colour as [red, green, blue, alpha]; the canvas understands every notation the page may use.
const rgba = (colour) => {
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = '#000';
  paint.fillStyle = colour;
  paint.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
};

const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];

// What is painted behind an element's content, from its own background down to the white of the window.
const backdrop = (element) => {
  const layers = [];
  for (let e = element; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor));
  return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
};

const luminance = (c) => {
  const part = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
};

const contrast = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

// The contrast of the weakest drawn side of a border; 1 when nothing is drawn.
const borderContrast = (e) => {
  const style = getComputedStyle(e);
  const behind = backdrop(e.parentElement);
  const sides = ['Top', 'Right', 'Bottom', 'Left'].filter(
    (side) => parseFloat(style[`border${side}Width`]) >= 1 && !/none|hidden/.test(style[`border${side}Style`]),
  );
  if (!sides.length) return 1;
  return Math.min(...sides.map((side) => contrast(over(rgba(style[`border${side}Color`]), behind), behind)));
};

// Styles added this way are not stopped by a Content-Security-Policy.
const addStyle = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
};
