"""The JSON Schema of a scenario file, with which editors complete and check it."""

import json

from trainer.scenario.scenario import Scenario

__all__ = ["schema_text"]


def schema_text() -> str:
    """Return the schema as the text of its file."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Scenario.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
