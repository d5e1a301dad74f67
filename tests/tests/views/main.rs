//! What is seen of real runs: pictures of lanes as text, the loop and the graph at a moment, and
//! laws that hold for every run.

mod anchors;
mod callbacks;
mod comparisons;
mod cursor;
mod deadlocks;
mod lanes;
mod laws;
mod loops;
mod pictures;
mod programs;
mod pulls;
mod why;
