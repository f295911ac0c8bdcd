from factcheck.text.fingerprints import fingerprint


def test_the_same_words_have_the_same_fingerprint_however_they_came_in() -> None:
    assert fingerprint("One line.\r\nAnother.\x00") == fingerprint("One line.\nAnother.")


def test_a_changed_word_changes_the_fingerprint() -> None:
    assert fingerprint("five per cent") != fingerprint("nine per cent")


def test_a_fingerprint_is_a_sha256_in_hexadecimal_digits() -> None:
    assert fingerprint("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
