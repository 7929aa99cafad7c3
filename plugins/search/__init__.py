"""What readers search in: terms of texts, in small files of which a query needs few."""
