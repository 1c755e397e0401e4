"""How a language puts things: phrases filled, numbers and dates written, words spelled, lines kept whole."""
