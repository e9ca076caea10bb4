from tests.support.command_line import CONVERSATIONS, call


def test_a_missing_model_is_one_line() -> None:
    """It says how to get it."""
    for said in (
        call("rate", CONVERSATIONS / "call.flac", "--ears", "no-such-model", "--json"),
        call("rehearse", "lost-parcel", "--ears", "no-such-model", "--json"),
    ):
        assert (said.code, said.out) == (1, "")
        assert "./run models install no-such-model" in said.complaint
