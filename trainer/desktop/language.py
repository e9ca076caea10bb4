"""The language of the window: the translation that lies in assets/translations, if one is there."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from trainer import resources
from trainer.records.look import Language

__all__ = ["speak"]

FOLDER = "translations"
SPOKEN_ALREADY = "en"


def speak(app: QCoreApplication, language: Language) -> str:
    """Load the window's language, before anything of it is made; return which one it speaks.

    Where there is no translation, or it can't be read, the window speaks English as it is written
    in the program; English has a file of its own only for its plurals.
    """
    name = QLocale.system().name()[:2] if language == "system" else language
    QLocale.setDefault(QLocale.system() if language == "system" else QLocale(name))
    translator = QTranslator(app)
    file = resources.assets() / FOLDER / f"{name}.qm"
    if not file.is_file() or not translator.load(str(file)):
        return SPOKEN_ALREADY
    app.installTranslator(translator)
    _translate_qt(app, name)
    return name


def _translate_qt(app: QCoreApplication, name: str) -> None:
    """Load what Qt itself says, in its dialogs, where Qt brings that language."""
    own = QTranslator(app)
    if own.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(own)
