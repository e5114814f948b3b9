"""Pictures of other sites, fetched when a person asked for them. No Qt."""
