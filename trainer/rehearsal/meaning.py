"""Opens the sentence encoder that hears techniques in wordings which no list has."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from trainer.scenario.reading import FileProblem
from trainer.techniques.learned import Encode, Encoded, Learned, read_learned

__all__ = ["EncoderProblem", "open_learned"]


class EncoderProblem(FileProblem):
    """The encoder can't be used here; `mistakes` holds one line with the mend."""


def open_learned(folder: Path, language: str = "en") -> Learned:
    """Load encoder and examples of a language from a folder.

    It runs in the caller's thread, so that the same reply gives the same result every time.

    Raises:
        EncoderProblem: A file is missing or broken, or onnxruntime does not run here.
    """
    try:
        encode = _open_encoder(folder / f"{language}.onnx")
        return read_learned((folder / f"{language}.npz").read_bytes(), encode)
    except (OSError, ValueError, KeyError) as problem:
        raise EncoderProblem([_told(folder, problem)]) from problem


def _open_encoder(path: Path) -> Encode:
    try:
        import onnxruntime
    except ImportError as problem:
        raise OSError(str(problem)) from problem

    if not path.is_file():
        raise OSError(f"{path.name} is missing")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.disable_prepacking", "1")  # 10 MB less, as quick
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
    except Exception as problem:
        if isinstance(problem, OSError):
            raise
        raise ValueError(str(problem).splitlines()[0]) from problem  # its own are no common class

    def encode(numbers: Sequence[int]) -> Encoded:
        pieces = np.array([numbers], np.int64)
        odds, shares, meaning = session.run(None, {"pieces": pieces})
        return Encoded(odds[0], shares[0], meaning[0])

    return encode


def _told(folder: Path, problem: Exception) -> str:
    return (
        f"What was learned about techniques can't be loaded from {folder}, so only the phrase list "
        f"is heard. Install Soft Answer again. ({problem})"
    )
