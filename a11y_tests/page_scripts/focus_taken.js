window.walked.element.blur();
