"""How a language says things: filled phrases, numbers and dates, spelling, places where no line breaks."""
