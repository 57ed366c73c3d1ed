"""Backups of a survey's database: made, verified, rotated, and gone back to. Files only; knows no table but to count.

Start at ``backup_files``; ``going_back`` puts one in the place of the database.
"""
