// The owner of these tests replaces this file.
