# Leafwright with exactly what requirements-preview.lock pins. A library is mounted at /workspace:
#   docker build -t leafwright . && docker run --rm -v "$PWD:/workspace" leafwright build
FROM python:3.12-slim-bookworm@sha256:782412e85d0f0984994c290652577d4018aff08145c85b262bb63dc0c7522254

RUN apt-get update \
 && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/*

ENV LEAFWRIGHT_CACHE=/var/cache/leafwright \
    PYTHONDONTWRITEBYTECODE=1

WORKDIR /leafwright
COPY requirements-preview.lock ./
RUN python -m pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements-preview.lock

COPY pyproject.toml README.md LICENSE ./
COPY docs ./docs
COPY gallery ./gallery
COPY leafwright ./leafwright
COPY styles ./styles
COPY templates ./templates
COPY words ./words
RUN python -m pip install --no-cache-dir --no-deps --no-build-isolation .

# The fonts are cut once, here; whoever runs the image may keep what else is made once beside them.
RUN python -c "from leafwright import families, fonts; fonts.activate(families.installed_scripts())" \
 && chmod -R a+rX "$LEAFWRIGHT_CACHE" \
 && chmod 1777 "$LEAFWRIGHT_CACHE" \
 && useradd --create-home leafwright

USER leafwright
WORKDIR /workspace
ENTRYPOINT ["leafwright"]
CMD ["build"]
