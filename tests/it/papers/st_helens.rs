//! St Helens, 2020: the figures and findings that the paper gives by hand.
