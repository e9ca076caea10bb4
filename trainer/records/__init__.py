"""What is kept: profiles, rehearsals, database, exports, reports."""
