"""Files that strangers made: handed to the disk and never shown, whatever is in them."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from factcheck.models import Upload


def download(upload: Upload) -> HttpResponse:
    """Byte for byte as it came, under its name."""
    name = upload.name if "." in upload.name else f"{upload.name}.txt"
    return HttpResponse(
        bytes(upload.content),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
            "X-Content-Type-Options": "nosniff",
        },
    )
