"""What every test starts from: a store of builds of its own, so that none is answered from another's."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a store that this test alone uses; programs it starts use it too."""
    folder = tmp_path_factory.mktemp("store")
    monkeypatch.setenv("BROCHURE_CACHE", str(folder))
    return folder
