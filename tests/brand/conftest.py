"""The engine sees the bundled fonts from its first import on."""

from leafwright import fonts

fonts.activate()
