"""Engine, unit of work, reading modules, search, upgrade, backup."""
