FROM python:3.12-slim
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /desk
COPY requirements.txt .
RUN pip install --require-hashes --no-deps -r requirements.txt
COPY . .
RUN python manage.py collectstatic --no-input && useradd --system desk
USER desk
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--workers", "2", "--blocking-threads", "8", "factcheck.wsgi:application"]
