"""What the last run of the accessibility tests found, for people: `report/index.html` and `report/index.txt`."""
