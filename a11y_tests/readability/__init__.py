"""How plain our Russian is: counted for each page from its accepted tree, and for each message of the interface.

A signal for the writer, not a mark: a page of names of the law scores low however well it is written. One thing is a
gate: the length of our own sentences.
"""
