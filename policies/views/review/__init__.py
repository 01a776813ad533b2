"""The workbench: what waits for a person, the source beside the form, a second pair of eyes."""
