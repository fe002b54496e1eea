//! East Hertfordshire, 2012: the figures and findings that the paper gives by hand.
