"""What is taken away and kept: zip, single file, downloads, lists, licences."""
