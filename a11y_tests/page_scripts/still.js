// Nothing fades or blinks while it is measured: what counts is the end of each change.
addStyle('*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; scroll-behavior: auto !important; }');
