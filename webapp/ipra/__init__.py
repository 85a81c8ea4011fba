"""The person's programme (ИПРА): what it entitles them to, how each item stands, the programme as a document."""
