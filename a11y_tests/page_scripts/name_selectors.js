// Other engines' selectors (CSS or XPath) as the names that all our findings use.
return arguments[0].map((selector) => {
  const xpath = selector.startsWith('/');
  const element = xpath
    ? document.evaluate(selector, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue
    : document.querySelector(selector);
  return element ? where(element.nodeType === 1 ? element : element.parentElement) : selector;
});
