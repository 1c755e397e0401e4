"""Rules on how any text is typed, in handouts, translations and clinics, in any language."""
