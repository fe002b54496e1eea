//! Dacorum, 2021: the figures and findings that the paper gives by hand.
