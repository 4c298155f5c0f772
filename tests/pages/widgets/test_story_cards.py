from __future__ import annotations

from pages.widgets.story_cards import still_told
from tests.pages.view.test_by_story import linked


def test_hiding_the_best_report_says_what_the_others_tell() -> None:
    ids, stories = linked("occurred", "planned", "planned")
    story = stories[ids[0]]
    [best] = {account.article for account in story.story.accounts if account.told.id == ids[0]}
    assert story.story.status == "occurred"
    assert still_told(story, best) == "2 other articles tell it still: Planned"
