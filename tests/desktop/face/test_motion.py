from itertools import pairwise

import pytest

from trainer.desktop.widgets.face.features import Features
from trainer.desktop.widgets.face.moods import features_at
from trainer.desktop.widgets.face.motion import Motion
from trainer.desktop.widgets.face.speaking import Speaking

FRAME_MS = 33
LOUD_DB, SILENT_DB = -14.0, -90.0


def awake(pressure: int = 50, seed: int = 1) -> Motion:
    """Return a face that somebody is speaking to: it looks at them."""
    motion = Motion(pressure, seed)
    motion.attend(Speaking.YOU)
    return motion


def play(motion: Motion, ms: int, level_db: float | None = None) -> list[Features]:
    """Let time pass by frames; a level comes every 100 ms, if there is one."""
    seen = []
    for at in range(0, ms, FRAME_MS):
        if level_db is not None and at % 100 < FRAME_MS:
            motion.hear(level_db)
        seen.append(motion.step(FRAME_MS))
    return seen


def blinks(seen: list[Features]) -> list[int]:
    """Return when the lids began to shut, in ms."""
    lids = [features.lids for features in seen]
    rest = max(lids)
    return [
        at * FRAME_MS
        for at, (before, after) in enumerate(pairwise(lids))
        if before == rest and after < rest
    ]


def test_a_mood_is_eased_in_over_300_ms() -> None:
    """It neither jumps nor overshoots, and is there after 300 ms."""
    motion = awake(20)
    before = motion.step(0).brow_angle
    motion.feel(90)
    course = [before, *(features.brow_angle for features in play(motion, 400))]

    assert course == sorted(course)
    assert course[-1] == pytest.approx(features_at(90).brow_angle, abs=0.001)
    assert max(b - a for a, b in pairwise(course)) < 0.25 * (course[-1] - course[0])
    assert course[300 // FRAME_MS - 1] < course[-1]


def test_a_mood_that_changes_on_the_way_goes_on_from_there() -> None:
    """Two moves in a row never make a face twitch."""
    motion = awake(20)
    motion.feel(100)
    course = [features.brow_angle for features in play(motion, 150)]
    motion.feel(0)
    course += [features.brow_angle for features in play(motion, 400)]

    assert max(abs(b - a) for a, b in pairwise(course)) < 0.25
    assert course[-1] == pytest.approx(features_at(0).brow_angle, abs=0.001)


def test_the_mouth_opens_at_once_and_shuts_more_slowly() -> None:
    """Two frames after the sound it is open; after the sound it falls shut over some frames."""
    motion = awake(20)
    shut = motion.step(FRAME_MS).mouth_open
    opening = play(motion, 2 * FRAME_MS, LOUD_DB)[-1].mouth_open
    play(motion, 1000, LOUD_DB)
    motion.hear(SILENT_DB)
    closing = [features.mouth_open for features in play(motion, 600)]

    assert shut == 0
    assert opening > 0.15
    assert closing[1] > 0.02
    assert closing[-1] < 0.01


def test_a_mouth_that_talks_moves_like_speech() -> None:
    """Under an even level it opens and closes some four times a second, and its width plays."""
    seen = play(awake(20), 3000, LOUD_DB)[10:]
    opened, width = [f.mouth_open for f in seen], [f.mouth_width for f in seen]
    middle = (max(opened) + min(opened)) / 2
    openings = sum(a < middle <= b for a, b in pairwise(opened))

    assert 9 <= openings <= 16
    assert max(width) - min(width) > 0.2


def test_the_louder_the_wider() -> None:
    """A shout opens the mouth further than a murmur; silence not at all."""
    widest = [
        max(features.mouth_open for features in play(awake(20), 1000, db))
        for db in (SILENT_DB, -40, -28, LOUD_DB)
    ]

    assert widest == sorted(widest)
    assert widest[0] == 0
    assert widest[3] > 2 * widest[1] > 0


def test_a_level_that_nothing_follows_does_not_keep_the_mouth_open() -> None:
    """When the sound stops coming, as in a pause, the mouth shuts."""
    motion = awake(20)
    play(motion, 500, LOUD_DB)

    assert play(motion, 1000)[-1].mouth_open < 0.01
    assert not motion.talks


def test_it_blinks_every_three_to_six_seconds() -> None:
    """Over two minutes no two blinks are closer or further apart, and they are not regular."""
    at = blinks(play(awake(), 120_000))
    gaps = [after - before for before, after in pairwise(at)]

    assert 20 <= len(at) <= 40
    assert min(gaps) >= 3000 - 2 * FRAME_MS
    assert max(gaps) <= 6000 + 2 * FRAME_MS
    assert len(set(gaps)) > 10


def test_lids_shut_in_a_blink_and_open_again() -> None:
    """They go down and up once, and a blink is over in a fifth of a second."""
    lids = [features.lids for features in play(awake(), 10_000)]
    rest = max(lids)
    blink = lids[lids.index(min(lids)) - 3 : lids.index(min(lids)) + 5]

    assert min(lids) < 0.5 * rest
    assert (blink[0], blink[-1]) == (rest, rest)
    assert sum(each < rest for each in blink) * FRAME_MS <= 200


def test_the_same_seed_moves_the_same() -> None:
    """Two faces of one seed do the same; of another, something else."""
    one, same, other = (play(Motion(50, seed), 30_000) for seed in (3, 3, 4))

    assert one == same
    assert one != other


def test_it_looks_away_when_it_is_ignored_and_back_when_it_is_not() -> None:
    """After four seconds of nobody it glances aside; when you speak it looks at you."""
    motion = Motion(50, 1)
    at_you = play(motion, 3500)
    ignored = play(motion, 3000)
    motion.attend(Speaking.YOU)
    addressed = play(motion, 1500)

    assert {features.gaze_x for features in at_you} == {0.0}
    assert abs(ignored[-1].gaze_x) > 0.4
    assert ignored[-1].turn * ignored[-1].gaze_x > 0
    assert abs(addressed[-1].gaze_x) < 0.01


@pytest.mark.parametrize("speaking", [Speaking.CUSTOMER, Speaking.YOU, Speaking.BOTH])
def test_it_looks_at_you_for_as_long_as_somebody_speaks(speaking: Speaking) -> None:
    """Nobody looks away in a talk."""
    motion = Motion(50, 1)
    motion.attend(speaking)

    assert {features.gaze_x for features in play(motion, 20_000)} == {0.0}


def test_a_face_at_rest_is_at_rest() -> None:
    """Between blinks nothing changes, so that nothing has to be drawn."""
    seen = play(awake(), 2500)

    assert len(set(seen)) == 1


def test_still_it_neither_eases_nor_blinks_nor_glances() -> None:
    """With reduced motion a mood is simply there, and stays as it is."""
    motion = Motion(20, 1)
    motion.be_still(still=True)
    motion.feel(90)
    seen = play(motion, 20_000)

    assert len(set(seen)) == 1
    assert seen[0].brow_angle == features_at(90).brow_angle
    assert seen[0].gaze_x == 0


def test_to_be_held_still_makes_no_jump() -> None:
    """Whoever looks away when a pause begins goes on looking there."""
    motion = Motion(50, 1)
    away = play(motion, 6000)[-1]
    motion.be_still(still=True)
    held = motion.step(FRAME_MS)

    assert abs(held.gaze_x) > 0.4
    assert (held.gaze_x, held.turn, held.tilt) == (away.gaze_x, away.turn, away.tilt)


def test_still_the_mouth_shows_talk_by_one_sign() -> None:
    """It is open while they talk, over short pauses too, and shut half a second after."""
    motion = Motion(20, 1)
    motion.be_still(still=True)
    shut = play(motion, 500)
    talking = play(motion, 1000, LOUD_DB) + play(motion, 300)
    after = play(motion, 400)

    assert {features.mouth_open for features in shut} == {0.0}
    assert len({features.mouth_open for features in talking}) == 1
    assert talking[0].mouth_open > 0.2
    assert after[-1].mouth_open == 0


def test_it_can_be_moved_again() -> None:
    """Stillness is a choice that can be taken back."""
    motion = awake()
    motion.be_still(still=True)
    play(motion, 1000)
    motion.be_still(still=False)

    assert blinks(play(motion, 10_000))
