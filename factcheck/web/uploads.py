"""Where the bytes of an upload go: into memory, and never more of them than can be read."""

from io import SEEK_END, BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from factcheck.intake.limits import MOST_UPLOAD_BYTES, megabytes, too_large

MOST_AT_ONCE_BYTES = 5 * MOST_UPLOAD_BYTES


class Bounded(FileUploadHandler):
    """Unpublished text never touches the disk.

    Of a file that is too large only the size is kept, so that it can be named in a sentence; Django's own handler
    would let it vanish.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kept = 0

    def new_file(self, *args: Any, **options: Any) -> None:
        super().new_file(*args, **options)
        self.buffer = BytesIO()
        self.size = 0
        self.dropped = False

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> None:
        self.size += len(raw_data)
        self.kept += 0 if self.dropped else len(raw_data)
        if not self.dropped and (self.size > MOST_UPLOAD_BYTES or self.kept > MOST_AT_ONCE_BYTES):
            self.dropped = True
            self.kept -= self.size
            self.buffer = BytesIO()
        if not self.dropped:
            self.buffer.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.buffer.seek(0)
        return InMemoryUploadedFile(
            self.buffer,
            self.field_name,
            self.file_name or "file",
            self.content_type,
            file_size,
            self.charset,
            self.content_type_extra,
        )


def refusal(file: "UploadedFile[Any]") -> str:
    """Why the file was not kept, as a sentence; an empty string where it was."""
    size = file.size or 0
    if sentence := too_large(str(file.name), size):
        return sentence
    file.seek(0, SEEK_END)
    if file.tell() < size:
        return f"{file.name} would have made this more than {megabytes(MOST_AT_ONCE_BYTES)} MB; send it by itself."
    return ""
