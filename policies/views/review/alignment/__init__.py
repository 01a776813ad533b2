"""What belongs to what: vocabulary entries, what stands above them, the names mapped to them."""
