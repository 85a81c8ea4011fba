// Where links lead that leave the site.
return [...document.querySelectorAll('main a[href^="http"]')].filter((e) => !e.matches('.button')).map((e) => e.getAttribute('href'));
