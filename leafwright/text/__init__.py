"""Running text: words, **strong words**, [links](https://…), citations [@key] and [[blanks]] to write in.

Text is parsed once, when a file is read, into flat spans. HTML is refused, and so is markup that is not
supported, because it would be printed literally.
"""

from leafwright.text.addresses import is_file
from leafwright.text.apostrophes import ENGLISH, curl
from leafwright.text.faults import refuse_cut
from leafwright.text.markup import BLANK, CITATION, CITED
from leafwright.text.record import Text, parse_text, phrase
from leafwright.text.spans import IN_LANGUAGE, Blank, BlankSize, Citation, Run, Span, TypeStyle
