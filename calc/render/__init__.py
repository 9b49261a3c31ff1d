"""The only HTML there is: form, result, errors, from any calculator."""
