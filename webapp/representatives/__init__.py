"""Who may act for whom: authorities, their documents, terms and functions; both sides see them."""
