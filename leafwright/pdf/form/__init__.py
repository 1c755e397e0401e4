"""The form of a fillable sheet: its fields, placed where its page has lines and boxes.

The engine's own forms have no appearance for text and no place in our tag tree, so they are not used. No
field has a script or an action: what somebody types is only in the file that they save.
"""
