"""A number of the translation is not the number of the source.

What: Compares the numbers of each text with those of its translation: counts, doses, percentages, dates,
times of day and telephone numbers, with a minus or a comparison (`<5`). The order does not count. It reads
the digits of every script, the signs for thousands and decimals of each language, its months, its times of
day and its units; if 8.30 may be a time as well as a number, it counts as both. Digits of the source must be
digits, except for the dual of Arabic, as in the word for two days. Words for numbers may become digits.

Why: A wrong dose or a wrong telephone number harms, and nobody who reads only one of the two languages sees
it. Checking that numbers, units and names are the same is a step of ISO 17100 and of every back translation.

Bad:
```yaml
parts:
  dose:
    words: {text: Tome 500 mg cada 4 horas.}  # <-
    source: {text: Take 500 mg every 6 hours.}
  unit:
    words: {text: No conduzca durante 24 días.}  # <-
    source: {text: Do not drive for 24 hours.}
  lost:
    words: {text: Mejoraron cuarenta y dos de cada 100 personas.}  # <-
    source: {text: "42 in 100 people got better."}
  tenfold:
    words: {text: Tome 5 mg.}  # <-
    source: {text: Take .5 mg.}
  sign:
    words: {text: "Llame si pasa de >5."}  # <-
    source: {text: "Phone if it is <5."}
  minus:
    words: {text: "Guárdelo a 20 °C."}  # <-
    source: {text: "Keep it at -20 °C."}
  point:
    words: {text: "El estudio tuvo 1,179 personas."}  # <-
    source: {text: "The study had 1,179 people."}
  time:
    words: {text: Llame hasta las 5 de la mañana.}  # <-
    source: {text: Phone until 5pm.}
  phone:
    words: {text: Llame al 01632 960 124.}  # <-
    source: {text: Phone 01632 960 142.}
  date:
    words: {text: Venga el 6 de julio de 2026.}  # <-
    source: {text: Come on 6 August 2026.}
```
```yaml
language: ar
parts:
  digits:
    words: {text: "تحسن ٢٤ من كل ١٠٠ شخص."}  # <-
    source: {text: "42 in 100 people got better."}
```

Good:
```yaml
parts:
  dose:
    words: {text: Tome 500 mg cada 6 horas.}
    source: {text: Take 500 mg every 6 hours.}
  order:
    words: {text: "De cada 1000 personas, 26 tuvieron dolor de cabeza."}
    source: {text: "26 in 1,000 people had a headache."}
  begun:
    words: {text: "Tome 0,5 mg, con dolor <5."}
    source: {text: "Take .5 mg, with pain < 5."}
  decimals:
    words: {text: "La media subió de 8,9 a 15,9 mmol/l."}
    source: {text: The average rose from 8.9 to 15.9 mmol/L.}
  time:
    words: {text: "Llame de 8:30 a 17:00 al 01632 960142."}
    source: {text: "Phone 01632 960 142 from 8.30am to 5pm."}
  date:
    words: {text: Venga el 6 de agosto de 2026.}
    source: {text: Come on 6 August 2026.}
  word:
    words: {text: Espere 2 semanas.}
    source: {text: Wait for two weeks.}
```
```yaml
language: ar
parts:
  digits:
    words: {text: "تحسن ٤٢ من كل ١٠٠ شخص."}
    source: {text: "42 in 100 people got better."}
  grouped:
    words: {text: "شملت الدراسة ١٬١٧٩ شخصًا."}
    source: {text: "The study had 1,179 people."}
  dual:
    words: {text: "عاد إلى طبيعته خلال يومين."}
    source: {text: It was back to usual within 2 days.}
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual
from leafwright.rules.number_differences import NumberDifference, compare, texts_of


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report numbers that are not the same in both languages."""
    for pair in reading.pairs:
        for difference in compare(*texts_of(pair, reading)):
            yield Finding(
                place=pair.place_at(difference.offset),
                message=_message(difference),
                hint="write it as the source does, in digits",
            )


def _message(difference: NumberDifference) -> str:
    if not difference.new:
        return f"'{difference.lost}' of the source is missing here"
    if not difference.lost:
        return f"'{difference.new}' is not in the source"
    return f"'{difference.lost}' of the source is '{difference.new}' here"
