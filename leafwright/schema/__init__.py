"""JSON Schemas of the YAML files, so that editors complete, explain and check them; made from the models."""

from leafwright.schema.making import (
    MODELS,
    make_index_schema,
    make_manifest_schema,
    make_schema,
    write_schemas,
    write_workspace_schemas,
)
from leafwright.schema.names import bundled_names, find_stale, lists_names, names_of
