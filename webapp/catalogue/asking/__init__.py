"""What a person means by a question: words in any form, mistyped, dictated, of everyday speech; what is not wanted."""
