"""What is worked out of a page's image is worked out once, and forgotten with the image."""

import gc
from weakref import ref

import numpy as np

from omr.images.page_image import PageImage
from omr.images.preprocess import once_per_image, prepare


def _image():
    return prepare(PageImage(np.full((1170, 827), 200, np.uint8)), 297.0)


def test_that_what_is_made_of_an_image_is_made_once_for_each_wish():
    asked = []

    @once_per_image
    def brighter(image, by):
        asked.append(by)
        return image.pixels + by

    image = _image()

    assert brighter(image, 5) is brighter(image, 5)
    assert brighter(image, 7).max() == 207
    assert brighter(_image(), 5) is not brighter(image, 5)
    assert asked == [5, 7, 5]


def test_that_nothing_of_an_image_is_kept_longer_than_the_image():
    image = _image()
    once_per_image(lambda image: image.pixels.copy())(image)
    seen = ref(image)

    del image
    gc.collect()

    assert seen() is None
