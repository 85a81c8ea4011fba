// The chosen answers that are seen.
return [...document.querySelectorAll('input[type=radio]:checked, input[type=checkbox]:checked')].filter(seen).map(where);
