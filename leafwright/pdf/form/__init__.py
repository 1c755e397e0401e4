"""The form of a fillable sheet: its fields, placed where its page has lines and boxes.

The engine has forms of its own, with neither appearances of text nor places in the tag tree, so they are not
used. No field has a script or an action: what somebody types goes nowhere but into the file they save.
"""
