"""The survey's database: its tables, its migrations, what is kept there and how it is packed.

Start at ``schema``. Opening a database loads neither OpenCV nor the engine; a contract checks that.
"""
